package io.github.lambdabootstrap.truth;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes a zip of which every field may be wrong. */
final class CraftedZip {

    static final int UNIX = 3;
    static final int LINK = 0xA000;

    private static final int REGULAR = 0x8000;
    private static final int DIRECTORY = 0x4000;
    private static final int DOS_DATE = 0x2C21; // 2002-01-01

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream central = new ByteArrayOutputStream();
    private int count;

    private CraftedZip() {}

    /** One entry; every method gives a copy with another value. */
    record Entry(
            String name,
            Supplier<byte[]> content,
            int host,
            int attributes,
            int flags,
            int method,
            String localName,
            long crc,
            long size) {

        Entry mode(int mode) {
            int type = attributes >>> 16 & 0xF000;
            return rawMode(type | mode);
        }

        /** The upper half of the external attributes as it is. */
        Entry rawMode(int mode) {
            return new Entry(name, content, host, mode << 16, flags, method, localName, crc, size);
        }

        Entry host(int other) {
            return new Entry(name, content, other, attributes, flags, method, localName, crc, size);
        }

        /** As a writer that knows nothing of modes writes it. */
        Entry modeless() {
            return new Entry(name, content, 0, 0, flags, method, localName, crc, size);
        }

        Entry flags(int other) {
            return new Entry(name, content, host, attributes, other, method, localName, crc, size);
        }

        Entry method(int other) {
            return new Entry(name, content, host, attributes, flags, other, localName, crc, size);
        }

        Entry named(String other) {
            return new Entry(other, content, host, attributes, flags, method, other, crc, size);
        }

        Entry localName(String other) {
            return new Entry(name, content, host, attributes, flags, method, other, crc, size);
        }

        /** What the central directory claims instead. */
        Entry claimedCrc(long other) {
            return new Entry(name, content, host, attributes, flags, method, localName, other, size);
        }

        /** What the central directory claims instead. */
        Entry claimedSize(long other) {
            return new Entry(name, content, host, attributes, flags, method, localName, crc, other);
        }
    }

    static Entry file(String name, byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        return new Entry(name, () -> content, UNIX, (REGULAR | 0644) << 16, 0, 8, name, crc.getValue(), content.length);
    }

    static Entry file(String name, String content) {
        return file(name, content.getBytes(StandardCharsets.UTF_8));
    }

    static Entry executable(String name, byte[] content) {
        return file(name, content).mode(0755);
    }

    static Entry executable(String name, String content) {
        return file(name, content).mode(0755);
    }

    static Entry directory(String name) {
        return file(name, "").rawMode(DIRECTORY | 0755);
    }

    static Entry link(String name, String target) {
        return file(name, target).rawMode(LINK | 0777);
    }

    static byte[] zip(Entry... entries) {
        return zip(List.of(entries));
    }

    static byte[] zip(List<Entry> entries) {
        CraftedZip zip = new CraftedZip();
        entries.forEach(zip::add);
        return zip.end();
    }

    private void add(Entry entry) {
        int offset = out.size();
        byte[] data = data(entry);
        boolean described = (entry.flags & 8) != 0;
        out.writeBytes(little(30)
                .putInt(0x04034b50)
                .put(common(entry))
                .putInt(described ? 0 : (int) entry.crc)
                .putInt(described ? 0 : data.length)
                .putInt(described ? 0 : (int) entry.size)
                .putShort((short) utf8(entry.localName).length)
                .array());
        out.writeBytes(utf8(entry.localName));
        out.writeBytes(data);
        if (described) {
            out.writeBytes(little(16)
                    .putInt(0x08074b50)
                    .putInt((int) entry.crc)
                    .putInt(data.length)
                    .putInt((int) entry.size)
                    .array());
        }
        central.writeBytes(little(46)
                .putInt(0x02014b50)
                .put((byte) 20)
                .put((byte) entry.host)
                .put(common(entry))
                .putInt((int) entry.crc)
                .putInt(data.length)
                .putInt((int) entry.size)
                .putShort((short) utf8(entry.name).length)
                .putLong(0)
                .putInt(38, entry.attributes)
                .putInt(42, offset)
                .array());
        central.writeBytes(utf8(entry.name));
        count++;
    }

    private static byte[] common(Entry entry) {
        return little(10)
                .putShort((short) 20)
                .putShort((short) entry.flags)
                .putShort((short) entry.method)
                .putShort((short) 0)
                .putShort((short) DOS_DATE)
                .array();
    }

    private static byte[] data(Entry entry) {
        return entry.method == 8 ? deflated(entry.content.get()) : entry.content.get();
    }

    private static byte[] deflated(byte[] content) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        deflater.setInput(content);
        deflater.finish();
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        byte[] buffer = new byte[65536];
        while (!deflater.finished()) {
            compressed.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return compressed.toByteArray();
    }

    private byte[] end() {
        int offset = out.size();
        out.writeBytes(central.toByteArray());
        out.writeBytes(little(22)
                .putInt(0x06054b50)
                .putInt(0)
                .putShort((short) count)
                .putShort((short) count)
                .putInt(central.size())
                .putInt(offset)
                .array());
        return out.toByteArray();
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Names are bytes; a test that wants others than UTF-8 uses Latin-1 characters below 0x100 only. */
    private static byte[] utf8(String name) {
        return name.getBytes(StandardCharsets.UTF_8);
    }
}
