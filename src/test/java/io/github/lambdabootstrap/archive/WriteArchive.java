package io.github.lambdabootstrap.archive;

import io.github.lambdabootstrap.model.Sha256;
import java.io.IOException;
import java.nio.file.Path;

/** Packages a project folder in a process of its own and prints the archive's digest: see {@link ArchiveWriterTest}. */
final class WriteArchive {

    private WriteArchive() {}

    /**
     * Writes the archive.
     *
     * @param args the project's folder, which holds the executable {@code program} and the folder {@code assets}
     */
    public static void main(String[] args) throws IOException {
        System.out.println(digest(new PackagingFixture(Path.of(args[0]))));
    }

    static Sha256 digest(PackagingFixture in) throws IOException {
        ArchivePlan plan = in.plan(in.target("orders", in.project.resolve("program")), in.folder("assets", "assets/"));
        PackagingFixture.write(plan);
        return Sha256.of(plan.file());
    }
}
