package io.github.lambdabootstrap.build;

import io.github.lambdabootstrap.elf.ContentScan;
import io.github.lambdabootstrap.elf.ElfFile;
import io.github.lambdabootstrap.elf.ElfReader;
import io.github.lambdabootstrap.elf.GoBuildInfo;
import io.github.lambdabootstrap.model.FileBytes;
import io.github.lambdabootstrap.model.Sha256;
import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.ProblemException;
import io.github.lambdabootstrap.problem.SafeText;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * What an executable itself says, against what it was built from: Go can put one program under another's name, and the
 * linker drops a Runtime API client that nothing reaches.
 *
 * @param sha256 of the file
 * @param linksClient whether a client of the Runtime API is in it
 */
record ExecutableProof(Sha256 sha256, boolean linksClient) {

    /**
     * Reads the executable once.
     *
     * @throws ProblemException when it is not the program of the package
     */
    static ExecutableProof of(Path file, MainPackage main) throws IOException {
        MessageDigest digest = Sha256.digest();
        ContentScan scan = new ContentScan();
        try (FileBytes bytes = new FileBytes(file)) {
            bytes.transferTo((buffer, length) -> {
                digest.update(buffer, 0, length);
                scan.accept(buffer, length);
            });
            Optional<ElfFile> elf = ElfReader.read(bytes);
            if (elf.isEmpty()) {
                throw refused(file, main, "it is no ELF executable");
            }
            // some wrappers of Go take the build info out: then there is nothing to compare
            Optional<String> path = GoBuildInfo.read(elf.get(), bytes, scan.facts())
                    .map(GoBuildInfo::path)
                    .filter(text -> !text.isEmpty());
            if (path.isPresent() && !path.get().equals(main.importPath())) {
                throw refused(file, main, "it was built from " + SafeText.of(path.get()));
            }
        }
        return new ExecutableProof(Sha256.of(digest), scan.facts().namesRuntimeApi());
    }

    private static ProblemException refused(Path file, MainPackage main, String why) {
        return ProblemException.of(Problem.input(
                        "go build made something else than the program of " + SafeText.of(main.importPath()) + ": "
                                + why,
                        "remove -o, -buildmode and the like from <go><arguments> and GOFLAGS, then mvn clean")
                .at(SafeText.of(file.toString()))
                .docs("reference/build.md#what-is-run"));
    }
}
