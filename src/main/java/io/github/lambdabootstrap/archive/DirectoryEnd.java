package io.github.lambdabootstrap.archive;

import static io.github.lambdabootstrap.archive.ZipFormatException.damaged;

import java.io.IOException;
import java.util.Optional;

/**
 * Where the central directory of a zip lies, as its end records tell.
 *
 * @param comment of the archive, one byte a character (ISO 8859-1)
 * @param zip64 whether the end record defers to a ZIP64 one
 * @param declaredEntries how many entries the directory should have
 * @param disk the number of the last file of a split zip, which has the end record; 0 of a zip that is whole
 * @param start position of the directory in the file
 * @param limit position of the first end record: no header reaches beyond
 * @param shift what turns offsets into positions in the file: the bytes that were put before the zip without telling it
 */
record DirectoryEnd(String comment, boolean zip64, long declaredEntries, int disk, long start, long limit, long shift) {

    /** An end record and its position in the file. */
    private record Place(EndOfCentralDirectoryRecord record, long position) {}

    /** Finds the end records of a file. */
    static DirectoryEnd find(ByteWindow window, long fileSize) throws IOException {
        Place end = endRecord(window, fileSize);
        Optional<Zip64EndOfCentralDirectoryLocator> locator = end.record.defersToZip64()
                ? Zip64EndOfCentralDirectoryLocator.read(window, end.position)
                : Optional.empty();
        if (locator.isPresent()) {
            return withZip64(window, end, locator.get());
        }
        return new DirectoryEnd(
                        end.record.comment(),
                        false,
                        end.record.totalEntries(),
                        end.record.numberOfThisDisk(),
                        end.record.centralDirectoryOffset(),
                        end.position,
                        0)
                .placed(window, end.record.centralDirectorySize());
    }

    private static DirectoryEnd withZip64(ByteWindow window, Place end, Zip64EndOfCentralDirectoryLocator locator)
            throws IOException {
        // bytes before the zip move the record away from where the locator says; it then mostly ends at the locator
        long beforeLocator =
                end.position - Zip64EndOfCentralDirectoryLocator.LENGTH - Zip64EndOfCentralDirectoryRecord.LENGTH;
        for (long position : new long[] {locator.recordOffset(), beforeLocator}) {
            Optional<Zip64EndOfCentralDirectoryRecord> record = Zip64EndOfCentralDirectoryRecord.read(window, position);
            if (record.isPresent() && position < end.position) {
                return new DirectoryEnd(
                                end.record.comment(),
                                true,
                                record.get().totalEntries(),
                                0,
                                record.get().centralDirectoryOffset(),
                                position,
                                0)
                        .placed(window, record.get().centralDirectorySize());
            }
        }
        throw damaged("its ZIP64 locator points to position " + locator.recordOffset() + ", where no record is");
    }

    /** Looks for the directory right before the end record, and where it says to be. */
    private DirectoryEnd placed(ByteWindow window, long size) throws IOException {
        long adjacent = limit - size;
        boolean elsewhere = size < 0 || adjacent < 0 || start < 0 || start > limit;
        if (disk != 0 && (elsewhere || adjacent < start)) {
            throw new ZipFormatException(UnreadableArchive.Kind.SPLIT_ZIP, "its end record is on disk " + disk);
        }
        if (elsewhere) {
            throw damaged(
                    "its end record at " + limit + " places a central directory of " + size + " bytes at " + start);
        }
        if (adjacent == start || (!isHeader(window, adjacent) && isHeader(window, start))) {
            return this;
        }
        if (adjacent < start) {
            throw damaged((start - adjacent) + " bytes are missing before its central directory");
        }
        return new DirectoryEnd(comment, zip64, declaredEntries, disk, adjacent, limit, adjacent - start);
    }

    private static boolean isHeader(ByteWindow window, long position) throws IOException {
        return CentralDirectoryFileHeader.read(window, position).isPresent();
    }

    /** The last end record whose comment ends with the file, else the last one with bytes behind its comment. */
    private static Place endRecord(ByteWindow window, long fileSize) throws IOException {
        long first = Math.max(0, fileSize - EndOfCentralDirectoryRecord.LONGEST);
        Optional<Place> withTail = Optional.empty();
        byte[] tail = window.at(first, EndOfCentralDirectoryRecord.LONGEST).array();
        for (int i = tail.length - EndOfCentralDirectoryRecord.LENGTH; i >= 0; i--) {
            Optional<EndOfCentralDirectoryRecord> record = EndOfCentralDirectoryRecord.read(tail, i);
            if (record.isPresent()) {
                Place place = new Place(record.get(), first + i);
                if (i + record.get().length() == tail.length) {
                    return place;
                }
                withTail = withTail.or(() -> Optional.of(place));
            }
        }
        return withTail.orElseThrow(() ->
                new ZipFormatException(UnreadableArchive.Kind.UNKNOWN, "it has no end of central directory record"));
    }
}
