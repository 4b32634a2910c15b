package io.github.lambdabootstrap.elf;

import io.github.lambdabootstrap.model.ByteSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads Go's build info in both its forms: texts behind the header, as Go writes it since 1.18, or pointers to Go
 * strings before that (Go's {@code debug/buildinfo}).
 */
final class GoBuildInfoReader {

    static final BytePattern MAGIC = BytePattern.of("\u00ff Go buildinf:");
    static final int ALIGNMENT = 16;

    private static final String SECTION = ".go.buildinfo";
    private static final int HEADER = 32;
    private static final int FLAG_BIG_ENDIAN = 1;
    private static final int FLAG_INLINE = 2;

    private static final int MAX_VARINT = 5;
    private static final int MAX_VERSION = 1 << 10;
    private static final int MAX_MODINFO = 1 << 20;

    private final ElfFile file;
    private final ElfImage image;

    GoBuildInfoReader(ElfFile file, ByteSource source) {
        this.file = file;
        this.image = new ElfImage(new Blocks(source), file.header().layout(), file.programHeaders());
    }

    /** The build info at the likeliest of these offsets at which there is one. */
    Optional<GoBuildInfo> read(List<Long> offsets) throws IOException {
        for (long offset : byLikelihood(offsets)) {
            Optional<GoBuildInfo> info = read(offset);
            if (info.isPresent()) {
                return info;
            }
        }
        return Optional.empty();
    }

    // A program can hold another as data. Its own build info has a section, and lies in memory that can be written.
    private List<Long> byLikelihood(List<Long> offsets) throws IOException {
        List<Long> loaded = new ArrayList<>(
                offsets.stream().filter(offset -> segmentOf(offset).isPresent()).toList());
        if (loaded.size() > 1) {
            OptionalLong section = new SectionHeaders(image, file.header()).offsetOf(SECTION);
            loaded.sort(Comparator.comparingInt((Long offset) -> {
                boolean named = section.isPresent() && section.getAsLong() == offset;
                return named
                        ? 0
                        : segmentOf(offset).filter(ProgramHeader::isWritable).isPresent() ? 1 : 2;
            }));
        }
        return loaded;
    }

    private Optional<ProgramHeader> segmentOf(long offset) {
        return file.segments().stream()
                .filter(segment -> segment.holdsOffset(offset))
                .findFirst();
    }

    private Optional<GoBuildInfo> read(long offset) throws IOException {
        byte[] header = image.bytes(offset, HEADER);
        if (header.length < HEADER || !MAGIC.isAt(header, 0, HEADER)) {
            return Optional.empty();
        }
        int pointerSize = header[14];
        int flags = header[15];
        if ((flags & FLAG_INLINE) != 0) {
            return inline(offset + HEADER);
        }
        if (pointerSize != 4 && pointerSize != 8) {
            return Optional.empty();
        }
        boolean bigEndian = (flags & FLAG_BIG_ENDIAN) != 0;
        return pointers(
                ByteBuffer.wrap(header, ALIGNMENT, 2 * pointerSize), new ElfLayout(pointerSize == 8, !bigEndian));
    }

    private Optional<GoBuildInfo> inline(long offset) throws IOException {
        ByteBuffer in = image.read(offset, MAX_VARINT + MAX_VERSION + MAX_VARINT);
        int versionLength = uvarint(in);
        if (versionLength < 0 || versionLength > Math.min(in.remaining(), MAX_VERSION)) {
            return Optional.empty();
        }
        byte[] version = new byte[versionLength];
        in.get(version);
        int modinfoLength = uvarint(in);
        boolean readable = modinfoLength >= 0 && modinfoLength <= MAX_MODINFO;
        return info(version, readable ? exactly(offset + in.position(), modinfoLength) : new byte[0]);
    }

    private Optional<GoBuildInfo> pointers(ByteBuffer header, ElfLayout pointer) throws IOException {
        header.order(pointer.order());
        byte[] version = goString(pointer.word(header), pointer, MAX_VERSION);
        return info(version, goString(pointer.word(header), pointer, MAX_MODINFO));
    }

    /** The bytes of a Go string, that is of an address and a length; none when they are not in the file. */
    private byte[] goString(long vaddr, ElfLayout pointer, int limit) throws IOException {
        OptionalLong at = image.offsetOf(vaddr);
        if (at.isEmpty()) {
            return new byte[0];
        }
        byte[] string = exactly(at.getAsLong(), 2 * pointer.wordSize());
        if (string.length == 0) {
            return string;
        }
        ByteBuffer in = pointer.view(string);
        OptionalLong data = image.offsetOf(pointer.word(in));
        long length = pointer.word(in);
        boolean readable = data.isPresent() && length >= 0 && length <= limit;
        return readable ? exactly(data.getAsLong(), (int) length) : new byte[0];
    }

    private byte[] exactly(long offset, int length) throws IOException {
        byte[] bytes = image.bytes(offset, length);
        return bytes.length == length ? bytes : new byte[0];
    }

    private static Optional<GoBuildInfo> info(byte[] version, byte[] modinfo) {
        String goVersion = new String(version, StandardCharsets.UTF_8);
        boolean plausible = (goVersion.startsWith("go") || goVersion.startsWith("devel"))
                && goVersion.chars().noneMatch(Character::isISOControl);
        return plausible ? Optional.of(new GoModInfoParser(goVersion).parse(modinfo)) : Optional.empty();
    }

    /** A number of at most 31 bits in base 128, least significant first; -1 for anything else. */
    private static int uvarint(ByteBuffer in) {
        long value = 0;
        for (int i = 0; i < MAX_VARINT && in.hasRemaining(); i++) {
            int b = in.get();
            value |= (long) (b & 0x7f) << (7 * i);
            if (b >= 0) {
                return value <= Integer.MAX_VALUE ? (int) value : -1;
            }
        }
        return -1;
    }
}
