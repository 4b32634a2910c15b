package io.github.lambdabootstrap.archive;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.lambdabootstrap.Bounds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/** Feeds the reader of archives with bytes that no test thought of; {@code docs/proof.md} says how to let it search. */
@Tag("fuzz")
class ZipFuzzTest {

    @TempDir
    static Path folder;

    /** The fuzzer instruments each class when it is loaded, from the memory of whoever needs it. */
    @BeforeAll
    static void load_all_classes() throws IOException {
        for (byte[] zip : ZipSeeds.all().toList()) {
            read(zip);
        }
    }

    static Stream<byte[]> zips() {
        return ZipSeeds.all();
    }

    @MethodSource("zips")
    @FuzzTest(maxDuration = "10m")
    void zip_files(byte[] bytes) throws IOException {
        Bounds bounds = Bounds.fromHere();
        read(bytes);
        bounds.hold();
    }

    private static void read(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("orders.zip"), bytes);
        try (ArchiveFile opened = LambdaArchive.open(file)) {
            if (opened instanceof LambdaArchive archive) {
                ask(archive);
            }
        }
    }

    private static void ask(LambdaArchive archive) throws IOException {
        archive.lookup("bootstrap");
        archive.check(EntryScans.NONE);
        for (ArchiveEntry entry : archive.entries()) {
            entry.name().flaws();
            archive.lookup(entry.path().text());
        }
        if (!archive.entries().isEmpty()) {
            read(archive, archive.entries().get(0));
        }
    }

    private static void read(LambdaArchive archive, ArchiveEntry entry) {
        archive.content(entry).ifPresent(content -> {
            try {
                content.read(0, 64);
                content.read(content.size() / 2, 64);
            } catch (IOException e) {
                // how a source says that its bytes are damaged
            }
        });
    }
}
