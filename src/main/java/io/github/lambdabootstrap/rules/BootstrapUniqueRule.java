package io.github.lambdabootstrap.rules;

import io.github.lambdabootstrap.archive.ArchiveEntry;
import io.github.lambdabootstrap.archive.EntryPath;
import io.github.lambdabootstrap.model.LambdaRuntime;
import java.util.List;
import java.util.Optional;

/** One entry is the bootstrap: of two, some unpackers keep the first and some the last. */
public final class BootstrapUniqueRule implements Rule {

    @Override
    public String id() {
        return "bootstrap-unique";
    }

    /** What of the mode decides whether Lambda can start it and a shell can read it. */
    private static Optional<Integer> mode(ArchiveEntry entry) {
        return entry.unixMode().map(mode -> mode.permissions() & 05);
    }

    @Override
    public List<Finding> check(ArchiveUnderTest archive) {
        List<ArchiveEntry> entries = archive.archive().entriesAt(EntryPath.of(LambdaRuntime.ENTRYPOINT));
        boolean alike = entries.stream().allMatch(entry -> facts(entry).equals(facts(entries.get(0))));
        if (alike) {
            return List.of();
        }
        return List.of(error(
                LambdaRuntime.ENTRYPOINT,
                entries.size() + " entries are called 'bootstrap' and differ; which one Lambda keeps is unknown",
                "keep one of them (build-lambda-zip adds its own when the executable is called otherwise)"));
    }

    private static List<Object> facts(ArchiveEntry entry) {
        return List.of(entry.type(), entry.header().crc32(), entry.size(), mode(entry));
    }
}
