package io.github.lambdabootstrap.rules;

import io.github.lambdabootstrap.archive.ArchiveEntry;
import io.github.lambdabootstrap.elf.ElfFile;
import io.github.lambdabootstrap.elf.VersionNeed;
import io.github.lambdabootstrap.model.DottedVersion;
import io.github.lambdabootstrap.model.LambdaRuntime;
import io.github.lambdabootstrap.problem.SafeText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The system's glibc has every version that the program and its shipped libraries ask for. */
public final class GlibcVersionRule implements Rule {

    /** A glibc feature, new in 2.36, that no runtime has yet. */
    private static final String RELR = "GLIBC_ABI_DT_RELR";

    private static final DottedVersion RELR_SINCE = DottedVersion.of(2, 36);

    @Override
    public String id() {
        return "glibc-version";
    }

    @Override
    public List<Finding> check(ArchiveUnderTest archive) {
        List<Finding> findings = new ArrayList<>();
        LambdaRuntime runtime = archive.expectation().runtime();
        for (Program program : archive.programs()) {
            if (!usesSystemGlibc(program)) {
                continue;
            }
            program.elf().flatMap(elf -> finding(program.entry(), elf, runtime)).ifPresent(findings::add);
            for (NeededLibrary library : program.libraries()) {
                library.elf()
                        .flatMap(elf -> finding(library.entry().orElseThrow(), elf, runtime))
                        .ifPresent(findings::add);
            }
        }
        return findings;
    }

    /** A program that brings its own loader or C library brings their versions too. */
    private static boolean usesSystemGlibc(Program program) {
        return program.elf()
                        .flatMap(ElfFile::interpreter)
                        .filter(SystemLoader::isKnown)
                        .isPresent()
                && program.libraries().stream()
                        .noneMatch(lib ->
                                lib.name().equals("libc.so.6") && lib.entry().isPresent());
    }

    private Optional<Finding> finding(ArchiveEntry entry, ElfFile elf, LambdaRuntime runtime) {
        Optional<VersionNeed> worst = elf.dynamic().versionNeeds().stream()
                .filter(need -> version(need)
                        .filter(v -> v.compareTo(runtime.glibc()) > 0)
                        .isPresent())
                .max(Comparator.comparing((VersionNeed need) -> !need.weak())
                        .thenComparing(need -> version(need).orElseThrow()));
        return worst.map(need -> finding(entry, need, runtime));
    }

    private static Optional<DottedVersion> version(VersionNeed need) {
        return need.version().equals(RELR) ? Optional.of(RELR_SINCE) : need.glibc();
    }

    private Finding finding(ArchiveEntry entry, VersionNeed need, LambdaRuntime runtime) {
        String name = entry.name().text();
        String what = "'" + SafeText.of(name) + "' needs " + need.version() + " but " + runtime.id() + " has glibc "
                + runtime.glibc();
        String fix = "link statically (CGO_ENABLED=0 for Go, a musl target for Rust), or build on an older system,"
                + " such as the build image of " + runtime.id();
        return need.weak()
                ? warning(name, what + "; it starts, and stops when it first uses a function of that version", fix)
                : error(
                        name,
                        what + "; Lambda says: version `" + need.version() + "' not found, " + LambdaSays.exitStatus(1),
                        fix);
    }
}
