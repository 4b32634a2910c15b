package io.github.lambdabootstrap.elf;

import io.github.lambdabootstrap.model.DottedVersion;
import java.util.Optional;

/**
 * A symbol version that a file wants from a library ({@code Elf64_Verneed} with one {@code Elf64_Vernaux}).
 *
 * @param file the library, for example {@code libc.so.6}
 * @param version the version's name, for example {@code GLIBC_2.34}
 * @param weak whether the loader only warns when the version is missing ({@code VER_FLG_WEAK})
 */
public record VersionNeed(String file, String version, boolean weak) {

    static final int VER_FLG_WEAK = 2;

    private static final String GLIBC = "GLIBC_";

    /** The number in {@code GLIBC_2.34}; empty for other names, {@code GLIBC_PRIVATE} and {@code GLIBC_ABI_DT_RELR} too. */
    public Optional<DottedVersion> glibc() {
        return version.startsWith(GLIBC) ? DottedVersion.parse(version.substring(GLIBC.length())) : Optional.empty();
    }
}
