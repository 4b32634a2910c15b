package io.github.lambdabootstrap.s3;

import io.github.lambdabootstrap.archive.ZipFixture;
import io.github.lambdabootstrap.elf.ElfFixture;
import io.github.lambdabootstrap.gate.ArchiveRequest;
import io.github.lambdabootstrap.gate.Gate;
import io.github.lambdabootstrap.gate.Policy;
import io.github.lambdabootstrap.gate.VerifiedArchive;
import io.github.lambdabootstrap.log.RecordedLines;
import io.github.lambdabootstrap.log.TextVerifyLog;
import io.github.lambdabootstrap.model.Architecture;
import io.github.lambdabootstrap.model.RuntimeCatalog;
import io.github.lambdabootstrap.model.Workers;
import io.github.lambdabootstrap.problem.Problems;
import io.github.lambdabootstrap.rules.Expectation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** Archives in a folder that the gate has let pass. */
public record ProvenArchives(Path folder) {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

    /** A verified archive of at least so many bytes, of which each name and size has its own. */
    public VerifiedArchive archive(String name, int bytes) throws IOException {
        byte[] data = new byte[bytes];
        new Random(name.hashCode()).nextBytes(data);
        return judged(
                name,
                ZipFixture.zip()
                        .file("bootstrap", ElfFixture.x86_64().runtimeClient().bytes())
                        .file("data", data)
                        .write(folder.resolve(name + ".zip")));
    }

    /** What the gate makes of a file. */
    public VerifiedArchive judged(String name, Path file) {
        Expectation expectation = Expectation.of(
                RuntimeCatalog.builtIn().find("provided.al2023").orElseThrow(), Optional.of(Architecture.X86_64));
        return new Gate(Policy.DEFAULT, new Workers(1), new TextVerifyLog(new RecordedLines()), CLOCK)
                .judge(List.of(new ArchiveRequest(name, file, expectation)), List.of())
                .verdicts()
                .get(0)
                .verified()
                .orElseThrow();
    }

    /** An upload under the default key. */
    Upload upload(String name, int bytes) throws IOException {
        return upload(name, archive(name, bytes), KeyPattern.BY_CONTENT);
    }

    Upload upload(String name, VerifiedArchive archive, String pattern) {
        Problems problems = new Problems();
        Optional<ObjectKey> key =
                new KeyPattern(pattern, "lambda", Optional.of("1.0")).keyOf(name, archive.sha256(), problems);
        problems.throwIfAny();
        return new Upload(name, archive, key.orElseThrow());
    }

    /** So many uploads: {@code f0}, {@code f1}, ... */
    List<Upload> uploads(int number, int bytes) {
        return IntStream.range(0, number)
                .mapToObj(i -> {
                    try {
                        return upload("f" + i, bytes);
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                })
                .toList();
    }
}
