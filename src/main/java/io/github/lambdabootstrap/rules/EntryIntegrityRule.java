package io.github.lambdabootstrap.rules;

import io.github.lambdabootstrap.archive.EntryFault;
import io.github.lambdabootstrap.problem.SafeText;
import java.util.stream.Stream;

/** The bytes of each entry are what its headers say. */
public final class EntryIntegrityRule implements LongList {

    private static final String FIX =
            "write the zip again; when that does not help, write it with lambda-bootstrap:package";

    @Override
    public String id() {
        return "entry-integrity";
    }

    @Override
    public Stream<Finding> findings(ArchiveUnderTest archive) {
        return archive.integrity().faults().stream()
                .filter(fault -> fault.kind() != EntryFault.Kind.NOT_CHECKED) // archive-size speaks of it
                .map(this::finding);
    }

    private Finding finding(EntryFault fault) {
        String name = fault.entry().name().text();
        String what =
                "entry '" + SafeText.of(name) + "' " + what(fault.kind()) + " (" + SafeText.of(fault.detail()) + "); ";
        return fault.isCertain()
                ? error(
                        name,
                        what + "Lambda takes the upload and says at each invocation: " + LambdaSays.NOT_ABLE_TO_UNZIP,
                        FIX)
                : warning(name, what + "some readers go by the one and some by the other", FIX);
    }

    private static String what(EntryFault.Kind kind) {
        return switch (kind) {
            case LOCAL_HEADER_MISSING -> "is not where the central directory says";
            case LOCAL_HEADER_DIFFERS -> "has a local header that contradicts the central directory";
            case HEADERS_DISPUTED -> "is not the same in its two headers";
            case OVERLAP -> "shares bytes with another entry";
            case DATA_DAMAGED -> "cannot be inflated";
            case SIZE_DIFFERS -> "is not as long as its header says";
            case CRC_DIFFERS -> "does not have the CRC-32 of its header";
            case DATA_DESCRIPTOR_DIFFERS -> "has a data descriptor that contradicts the central directory";
            case COMPRESSED_SIZE_DIFFERS -> "is compressed to fewer bytes than its header says";
            case NOT_CHECKED -> "was not read";
        };
    }
}
