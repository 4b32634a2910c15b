package io.github.lambdabootstrap.archive;

/**
 * One record of the central directory, APPNOTE 4.3.12, with the sizes and the offset of its ZIP64 extended information
 * (4.5.3) where it has one.
 *
 * @param versionMadeBy two bytes; the upper one is the {@link HostSystem}
 * @param generalPurposeBitFlag two bytes, APPNOTE 4.4.4
 * @param compressionMethod two bytes, APPNOTE 4.4.5
 * @param lastModified DOS date in the upper two bytes, DOS time in the lower two
 * @param crc32 of the uncompressed data, unsigned
 * @param compressedSize bytes
 * @param uncompressedSize bytes
 * @param externalFileAttributes four bytes
 * @param localHeaderOffset bytes from the start of the file, what precedes the zip counted in
 * @param fileName the bytes of the name, one byte a character (ISO 8859-1)
 */
public record CentralDirectoryFileHeader(
        int versionMadeBy,
        int generalPurposeBitFlag,
        int compressionMethod,
        int lastModified,
        long crc32,
        long compressedSize,
        long uncompressedSize,
        int externalFileAttributes,
        long localHeaderOffset,
        String fileName) {}
