package io.github.lambdabootstrap.archive;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds where the two headers of one entry contradict each other. Fields in which good writers differ (versions, extra
 * fields, times, what a data descriptor carries) are no contradiction.
 */
record HeaderComparison(CentralDirectoryFileHeader central, LocalFileHeader local) {

    private static final int ENCRYPTED = 1;

    /** A phrase, when the two headers claim other content. */
    Optional<String> difference() {
        return local.hasDataDescriptor() || claims().equals(localClaims())
                ? Optional.empty()
                : Optional.of("its local header has " + localClaims() + ", but the central directory has " + claims());
    }

    /**
     * Phrases on what readers do not agree about; empty when the headers do. Go, Java and 7-Zip take the name from the
     * central directory, Python gives up, streams have the local one; with the rest it is alike.
     */
    List<String> disputes() {
        List<String> differences = new ArrayList<>();
        if (!local.fileName().equals(central.fileName())) {
            differences.add("its local header has the name '"
                    + EntryName.of(local.fileName()).text() + "'");
        }
        if (local.compressionMethod() != central.compressionMethod()) {
            differences.add("its local header has compression method " + local.compressionMethod()
                    + ", but the central directory has " + central.compressionMethod());
        }
        if ((local.generalPurposeBitFlag() & ENCRYPTED) != (central.generalPurposeBitFlag() & ENCRYPTED)) {
            differences.add("only one of its two headers says that it is encrypted");
        }
        return differences;
    }

    /** A phrase, when the bytes behind the data are no descriptor that agrees with the central directory. */
    Optional<String> descriptorDifference(ByteBuffer bytes) {
        List<DataDescriptor> readings = DataDescriptor.readings(bytes);
        // some writers announce a descriptor and fill in the local header instead
        return readings.contains(claims()) || claims().equals(localClaims())
                ? Optional.empty()
                : Optional.of("its data descriptor has "
                        + readings.stream()
                                .findFirst()
                                .map(DataDescriptor::toString)
                                .orElse("no bytes")
                        + ", but the central directory has " + claims());
    }

    private DataDescriptor claims() {
        return new DataDescriptor(central.crc32(), central.compressedSize(), central.uncompressedSize());
    }

    private DataDescriptor localClaims() {
        return new DataDescriptor(local.crc32(), local.compressedSize(), local.uncompressedSize());
    }
}
