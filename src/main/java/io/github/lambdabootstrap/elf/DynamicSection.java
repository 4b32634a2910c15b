package io.github.lambdabootstrap.elf;

import java.util.List;
import java.util.Optional;

/**
 * What the dynamic section tells the loader; all empty in a file that has none.
 *
 * @param needed the libraries by {@code DT_NEEDED}, in their order
 * @param rpath the folders of {@code DT_RPATH}
 * @param runpath the folders of {@code DT_RUNPATH}
 * @param sonames the value of {@code DT_SONAME}, at most one
 * @param flags1 the bits of {@code DT_FLAGS_1}
 * @param versionNeeds the symbol versions by {@code DT_VERNEED}, in their order
 */
public record DynamicSection(
        List<String> needed,
        List<String> rpath,
        List<String> runpath,
        List<String> sonames,
        long flags1,
        List<VersionNeed> versionNeeds) {

    /** The dynamic section of a file without one. */
    public static final DynamicSection NONE =
            new DynamicSection(List.of(), List.of(), List.of(), List.of(), 0, List.of());

    private static final long DF_1_PIE = 0x08000000L;

    public DynamicSection {
        needed = List.copyOf(needed);
        rpath = List.copyOf(rpath);
        runpath = List.copyOf(runpath);
        sonames = List.copyOf(sonames);
        versionNeeds = List.copyOf(versionNeeds);
    }

    /** The name that a library gives itself. */
    public Optional<String> soname() {
        return sonames.stream().findFirst();
    }

    /** Whether the linker marked the file as an executable that may be loaded anywhere. */
    public boolean isPie() {
        return (flags1 & DF_1_PIE) != 0;
    }
}
