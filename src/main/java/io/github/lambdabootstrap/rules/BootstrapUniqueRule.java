package io.github.lambdabootstrap.rules;

import io.github.lambdabootstrap.archive.ArchiveEntry;
import io.github.lambdabootstrap.archive.EntryPath;
import io.github.lambdabootstrap.model.LambdaRuntime;
import java.util.List;

/** One entry is the bootstrap: of two, some unpackers keep the first and some the last. */
public final class BootstrapUniqueRule implements Rule {

    @Override
    public String id() {
        return "bootstrap-unique";
    }

    @Override
    public List<Finding> check(ArchiveUnderTest archive) {
        List<ArchiveEntry> entries = archive.archive().entriesAt(EntryPath.of(LambdaRuntime.ENTRYPOINT));
        long different = entries.stream()
                .map(entry -> List.of(entry.type(), entry.header().crc32(), entry.size(), entry.unixMode()))
                .distinct()
                .count();
        if (different < 2) {
            return List.of();
        }
        return List.of(error(
                LambdaRuntime.ENTRYPOINT,
                entries.size() + " entries are called 'bootstrap' and differ; which one Lambda keeps is unknown",
                "keep one of them (build-lambda-zip adds its own when the executable is called otherwise)"));
    }
}
