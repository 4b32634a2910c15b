package io.github.lambdabootstrap.archive;

/** The fields of one of an entry's headers, free to be set to anything. */
public final class ZipHeader {

    public int versionMadeBy;
    public int versionNeeded = 20;
    public int flags;
    public int method;
    public int time;
    public long crc32;
    public long compressedSize;
    public long uncompressedSize;
    public byte[] name = {};
    public byte[] extra = {};
    public int externalAttributes;

    ZipHeader copy() {
        ZipHeader copy = new ZipHeader();
        copy.versionMadeBy = versionMadeBy;
        copy.versionNeeded = versionNeeded;
        copy.flags = flags;
        copy.method = method;
        copy.time = time;
        copy.crc32 = crc32;
        copy.compressedSize = compressedSize;
        copy.uncompressedSize = uncompressedSize;
        copy.name = name;
        copy.extra = extra;
        copy.externalAttributes = externalAttributes;
        return copy;
    }

    /** What local and central header have in common, from the version that is needed on. */
    void writeCommon(LittleEndian out) {
        out.u16(versionNeeded)
                .u16(flags)
                .u16(method)
                .u32(time)
                .u32(crc32)
                .u32(compressedSize)
                .u32(uncompressedSize)
                .u16(name.length)
                .u16(extra.length);
    }
}
