package io.github.lambdabootstrap.archive;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** One entry of a {@link ZipFixture}: its two headers, its data, and what follows them. */
final class ZipFixtureEntry {

    private static final int CHUNK = 64 * 1024;
    private static final int DESCRIPTOR = 1 << 3;

    final ZipHeader central = new ZipHeader();
    ZipHeader local = new ZipHeader();
    ZipHeader descriptor = new ZipHeader();
    byte[] data = {};
    boolean writesDescriptor;
    boolean descriptorHasSignature = true;
    boolean hasLocal = true;
    boolean zip64;
    OptionalLong offset = OptionalLong.empty();

    /** An entry of deflated content. */
    static ZipFixtureEntry of(ZipTool tool, String name, byte[] content, int typedMode) {
        ZipFixtureEntry entry = new ZipFixtureEntry();
        entry.central.name = name.getBytes(StandardCharsets.UTF_8);
        entry.central.versionMadeBy = tool.versionMadeBy;
        entry.central.flags = tool.flags;
        entry.central.time = tool.time;
        entry.central.externalAttributes = tool.modes ? typedMode << 16 : 0;
        entry.writesDescriptor = (tool.flags & DESCRIPTOR) != 0;
        entry.deflate(content, content.length);
        return entry;
    }

    void store(byte[] content) {
        data = content;
        describe(0, checksum(content, content.length), content.length);
    }

    /** The content repeated up to a length, deflated without being put together. */
    void deflate(byte[] content, long length) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        LittleEndian out = new LittleEndian();
        byte[] buffer = new byte[CHUNK];
        for (long left = length; left > 0; left -= content.length) {
            deflater.setInput(content, 0, (int) Math.min(left, content.length));
            drain(deflater, buffer, out);
        }
        deflater.finish();
        drain(deflater, buffer, out);
        deflater.end();
        data = out.toBytes();
        describe(8, checksum(content, length), length);
    }

    private static void drain(Deflater deflater, byte[] buffer, LittleEndian out) {
        int count;
        do {
            count = deflater.deflate(buffer);
            out.bytes(Arrays.copyOf(buffer, count));
        } while (count > 0);
    }

    private static long checksum(byte[] content, long length) {
        CRC32 crc = new CRC32();
        for (long left = length; left > 0; left -= content.length) {
            crc.update(content, 0, (int) Math.min(left, content.length));
        }
        return crc.getValue();
    }

    private void describe(int method, long crc32, long size) {
        central.method = method;
        central.crc32 = crc32;
        central.compressedSize = data.length;
        central.uncompressedSize = size;
        settle();
    }

    /** Makes local header and descriptor agree with the central header again. */
    void settle() {
        local = central.copy();
        descriptor = central.copy();
        if (writesDescriptor) {
            central.flags |= DESCRIPTOR;
            local.flags |= DESCRIPTOR;
            local.crc32 = 0;
            local.compressedSize = 0;
            local.uncompressedSize = 0;
        }
    }

    void writeLocal(LittleEndian out) {
        ZipHeader header = zip64 ? saturated(local, new LittleEndian()) : local;
        out.u32(0x04034b50);
        header.writeCommon(out);
        out.bytes(header.name).bytes(header.extra).bytes(data);
        if (writesDescriptor) {
            writeDescriptor(out);
        }
    }

    private void writeDescriptor(LittleEndian out) {
        if (descriptorHasSignature) {
            out.u32(0x08074b50);
        }
        out.u32(descriptor.crc32);
        if (zip64) {
            out.u64(descriptor.compressedSize).u64(descriptor.uncompressedSize);
        } else {
            out.u32(descriptor.compressedSize).u32(descriptor.uncompressedSize);
        }
    }

    void writeCentral(LittleEndian out, long place) {
        long position = offset.orElse(place);
        ZipHeader header = zip64 ? saturated(central, new LittleEndian().u64(position)) : central;
        out.u32(0x02014b50).u16(header.versionMadeBy);
        header.writeCommon(out);
        out.u16(0).u16(0).u16(0).u32(header.externalAttributes).u32(zip64 ? 0xFFFFFFFFL : position);
        out.bytes(header.name).bytes(header.extra);
    }

    private static ZipHeader saturated(ZipHeader header, LittleEndian more) {
        ZipHeader saturated = header.copy();
        saturated.uncompressedSize = 0xFFFFFFFFL;
        saturated.compressedSize = 0xFFFFFFFFL;
        saturated.extra = new LittleEndian()
                .u16(1)
                .u16(16 + more.size())
                .u64(header.uncompressedSize)
                .u64(header.compressedSize)
                .bytes(more.toBytes())
                .toBytes();
        return saturated;
    }
}
