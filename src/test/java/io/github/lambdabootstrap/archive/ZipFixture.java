package io.github.lambdabootstrap.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Builds any zip, good or bad: {@code ZipFixture.zip().file("bootstrap", elf).mode(0644).write(path)}. What follows an
 * entry changes that entry; the defaults are what {@code zip} writes for an executable.
 */
public final class ZipFixture {

    private static final int REGULAR = 0100000;
    private static final int DIRECTORY = 0040000;
    private static final int SYMLINK = 0120000;
    private static final int ENCRYPTED = 1;

    private final ZipTool tool;
    private final List<ZipFixtureEntry> entries = new ArrayList<>();
    private byte[] comment = {};
    private byte[] prefix = {};
    private byte[] trailer = {};
    private boolean prefixIsCounted;
    private boolean zip64;
    private OptionalLong declaredEntries = OptionalLong.empty();

    private ZipFixture(ZipTool tool) {
        this.tool = tool;
    }

    /** A zip as Info-ZIP writes it. */
    public static ZipFixture zip() {
        return by(ZipTool.INFO_ZIP);
    }

    /** A zip as a tool writes it. */
    public static ZipFixture by(ZipTool tool) {
        return new ZipFixture(tool);
    }

    /** What AWS's {@code build-lambda-zip} makes of one executable that is not called {@code bootstrap}. */
    public static ZipFixture buildLambdaZip(String executable, byte[] content) {
        return by(ZipTool.GO)
                .symlink("bootstrap", executable)
                .host(3)
                .externalAttributes((SYMLINK | 0755) << 16)
                .file(executable, content)
                .host(3)
                .externalAttributes(0777 << 16);
    }

    // --- entries

    public ZipFixture file(String name, byte[] content) {
        return add(ZipFixtureEntry.of(tool, name, content, REGULAR | 0755));
    }

    public ZipFixture file(String name, String content) {
        return file(name, content.getBytes(StandardCharsets.UTF_8));
    }

    /** The slash at the name's end is the caller's. */
    public ZipFixture directory(String name) {
        return add(ZipFixtureEntry.of(tool, name, new byte[0], DIRECTORY | 0755))
                .stored(new byte[0]);
    }

    public ZipFixture symlink(String name, String target) {
        return add(ZipFixtureEntry.of(tool, name, new byte[0], SYMLINK | 0777))
                .stored(target.getBytes(StandardCharsets.UTF_8));
    }

    /** A file of as many zeros as wanted, which deflate to a thousandth. */
    public ZipFixture zeros(String name, long size) {
        file(name, new byte[0]);
        last().deflate(new byte[1 << 16], size);
        return this;
    }

    /** Another entry of the central directory for the local header and data of the last entry. */
    public ZipFixture again(String name) {
        ZipFixtureEntry before = last();
        ZipFixtureEntry entry = ZipFixtureEntry.of(tool, name, new byte[0], REGULAR | 0755);
        entry.data = before.data;
        entry.central.method = before.central.method;
        entry.central.crc32 = before.central.crc32;
        entry.central.compressedSize = before.central.compressedSize;
        entry.central.uncompressedSize = before.central.uncompressedSize;
        entry.hasLocal = false;
        return add(entry);
    }

    private ZipFixture add(ZipFixtureEntry entry) {
        entries.add(entry);
        return this;
    }

    // --- the last entry

    /** Permission bits; the file type stays. */
    public ZipFixture mode(int permissions) {
        int type = last().central.externalAttributes & (0170000 << 16);
        return externalAttributes(type | (permissions << 16));
    }

    public ZipFixture externalAttributes(int attributes) {
        return central(header -> header.externalAttributes = attributes);
    }

    /** The system of "version made by". */
    public ZipFixture host(int system) {
        return central(header -> header.versionMadeBy = (system << 8) | (header.versionMadeBy & 0xFF));
    }

    /** The same name in both headers, byte for byte. */
    public ZipFixture rawName(byte[] name) {
        return both(header -> header.name = name);
    }

    /** Other content, not compressed. */
    public ZipFixture stored(byte[] content) {
        last().store(content);
        return this;
    }

    public ZipFixture stored(String content) {
        return stored(content.getBytes(StandardCharsets.UTF_8));
    }

    /** Compressed data as they are; headers keep what they claim, but for the compressed size. */
    public ZipFixture data(byte[] compressed) {
        last().data = compressed;
        return both(header -> header.compressedSize = compressed.length);
    }

    /** Claims a compression method; the data stay. */
    public ZipFixture method(int method) {
        return both(header -> header.method = method);
    }

    /** Claims to be encrypted; the data stay. */
    public ZipFixture encrypted() {
        return both(header -> header.flags |= ENCRYPTED);
    }

    /** Checksum and sizes behind the data instead of in the local header. */
    public ZipFixture descriptor() {
        last().writesDescriptor = true;
        last().settle();
        return this;
    }

    public ZipFixture descriptorWithoutSignature() {
        last().descriptorHasSignature = false;
        return descriptor();
    }

    /** Sizes and offset in ZIP64 extra fields. */
    public ZipFixture zip64Entry() {
        last().zip64 = true;
        return this;
    }

    /** A local header offset that is not where the entry is. */
    public ZipFixture offset(long offset) {
        last().offset = OptionalLong.of(offset);
        return this;
    }

    /** Changes what the central directory says. */
    public ZipFixture central(Consumer<ZipHeader> change) {
        change.accept(last().central);
        return this;
    }

    /** Changes what the local header says. */
    public ZipFixture local(Consumer<ZipHeader> change) {
        change.accept(last().local);
        return this;
    }

    /** Changes what the data descriptor says. */
    public ZipFixture inDescriptor(Consumer<ZipHeader> change) {
        change.accept(last().descriptor);
        return this;
    }

    public ZipFixture both(Consumer<ZipHeader> change) {
        return central(change).local(change).inDescriptor(change);
    }

    private ZipFixtureEntry last() {
        return entries.get(entries.size() - 1);
    }

    // --- the archive

    public ZipFixture comment(String text) {
        comment = text.getBytes(StandardCharsets.UTF_8);
        return this;
    }

    /** Bytes before the zip that its offsets do not count, as after {@code cat}. */
    public ZipFixture prefix(byte[] bytes) {
        prefix = bytes;
        return this;
    }

    /** Bytes before the zip that its offsets count, as after {@code zip -A}. */
    public ZipFixture countedPrefix(byte[] bytes) {
        prefixIsCounted = true;
        return prefix(bytes);
    }

    /** Bytes behind the end record. */
    public ZipFixture trailer(byte[] bytes) {
        trailer = bytes;
        return this;
    }

    /** A ZIP64 end record, to which the end record defers. */
    public ZipFixture zip64() {
        zip64 = true;
        return this;
    }

    /** A wrong number of entries in the end records. */
    public ZipFixture declaredEntries(long count) {
        declaredEntries = OptionalLong.of(count);
        return this;
    }

    public byte[] bytes() {
        LittleEndian out = new LittleEndian().bytes(prefix);
        int base = prefixIsCounted ? 0 : prefix.length;
        long[] places = new long[entries.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = entries.get(i).hasLocal ? out.size() - base : places[i - 1];
            if (entries.get(i).hasLocal) {
                entries.get(i).writeLocal(out);
            }
        }
        int start = out.size();
        for (int i = 0; i < places.length; i++) {
            entries.get(i).writeCentral(out, places[i]);
        }
        writeEnd(out, start - base, out.size() - start, base);
        return out.toBytes();
    }

    private void writeEnd(LittleEndian out, long offset, long size, int base) {
        long count = declaredEntries.orElse(entries.size());
        if (zip64) {
            int record = out.size() - base;
            out.u32(0x06064b50).u64(44).u16(45).u16(45).u32(0).u32(0);
            out.u64(count).u64(count).u64(size).u64(offset);
            out.u32(0x07064b50).u32(0).u64(record).u32(1);
        }
        int shown = zip64 ? 0xFFFF : (int) count;
        out.u32(0x06054b50).u16(0).u16(0).u16(shown).u16(shown);
        out.u32(zip64 ? 0xFFFFFFFFL : size).u32(zip64 ? 0xFFFFFFFFL : offset);
        out.u16(comment.length).bytes(comment).bytes(trailer);
    }

    /** The first bytes of the zip alone. */
    public byte[] truncated(int length) {
        return Arrays.copyOf(bytes(), length);
    }

    public Path write(Path file) throws IOException {
        return Files.write(file, bytes());
    }
}
