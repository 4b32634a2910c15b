package io.github.lambdabootstrap.s3;

import io.github.lambdabootstrap.gate.ArchiveRequest;
import io.github.lambdabootstrap.gate.Gate;
import io.github.lambdabootstrap.gate.GateReport;
import io.github.lambdabootstrap.gate.Policy;
import io.github.lambdabootstrap.gate.Verdict;
import io.github.lambdabootstrap.log.LineSink;
import io.github.lambdabootstrap.log.RecordedLines;
import io.github.lambdabootstrap.log.TextUploadLog;
import io.github.lambdabootstrap.log.TextVerifyLog;
import io.github.lambdabootstrap.model.Architecture;
import io.github.lambdabootstrap.model.RuntimeCatalog;
import io.github.lambdabootstrap.model.Workers;
import io.github.lambdabootstrap.problem.Problems;
import io.github.lambdabootstrap.report.Deployment;
import io.github.lambdabootstrap.report.DeploymentFiles;
import io.github.lambdabootstrap.rules.Expectation;
import io.github.lambdabootstrap.s3.UploadOutcome.Stored;
import io.github.lambdabootstrap.s3.UploadOutcome.Uploaded;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Judges a folder's archives, uploads them and writes the manifest, in the order of the goal: to be killed at it. */
record KilledUpload(Path archives, Path reports, S3Target target, String prefix) {

    /** How many archives are on their way at a time. */
    static final int AT_A_TIME = 8;

    /**
     * The arguments are the folders of archives and reports, the endpoint, the bucket, and the prefix of keys. Each line
     * on the output waits for a byte of the input, so that whoever reads it can tell how far this is.
     */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = System.out;
        InputStream in = System.in;
        new KilledUpload(
                        Path.of(arguments[0]),
                        Path.of(arguments[1]),
                        UploadKit.target(URI.create(arguments[2]), arguments[3]),
                        arguments[4])
                .run(new Printed(out, in));
    }

    UploadReport run(LineSink lines) throws IOException {
        DeploymentFiles files = new DeploymentFiles(reports, "test");
        files.delete();
        List<Verdict> verdicts = judged().verdicts();
        List<Upload> uploads = verdicts.stream().map(this::upload).toList();
        lines.info("Uploading");
        try (UploadSession session = UploadSession.behind(HttpProxies.NONE)) {
            UploadReport report = new S3Uploader(
                            session, new Workers(AT_A_TIME), new TextUploadLog(lines), Clock.systemUTC())
                    .upload(target, uploads);
            if (report.problems().isEmpty()) {
                files.write(deployments(verdicts, report));
            }
            return report;
        }
    }

    private GateReport judged() throws IOException {
        Expectation expectation = Expectation.of(
                RuntimeCatalog.builtIn().find("provided.al2023").orElseThrow(), Optional.of(Architecture.X86_64));
        try (Stream<Path> files = Files.list(archives)) {
            List<ArchiveRequest> requests = files.sorted()
                    .map(file ->
                            new ArchiveRequest(file.getFileName().toString().replace(".zip", ""), file, expectation))
                    .toList();
            return new Gate(Policy.DEFAULT, new Workers(2), new TextVerifyLog(new RecordedLines()), Clock.systemUTC())
                    .judge(requests, List.of());
        }
    }

    private Upload upload(Verdict verdict) {
        Problems problems = new Problems();
        String name = verdict.request().name();
        Optional<ObjectKey> key = new KeyPattern(KeyPattern.BY_CONTENT, prefix, Optional.empty())
                .keyOf(name, verdict.verified().orElseThrow().sha256(), problems);
        problems.throwIfAny();
        return new Upload(name, verdict.verified().orElseThrow(), key.orElseThrow());
    }

    private List<Deployment> deployments(List<Verdict> verdicts, UploadReport report) {
        List<Stored> stored = report.stored();
        return IntStream.range(0, verdicts.size())
                .mapToObj(i -> new Deployment(
                        verdicts.get(i),
                        new Deployment.Location(
                                target.bucket(),
                                stored.get(i).upload().key().value(),
                                stored.get(i).versionId(),
                                report.region()),
                        stored.get(i) instanceof Uploaded))
                .toList();
    }

    /** Lines that whoever started this process reads, one after the other, until it shuts the input. */
    private record Printed(PrintStream out, InputStream in) implements LineSink {

        @Override
        public void debug(String line) {}

        @Override
        public void info(String line) {
            out.println(line);
            out.flush();
            try {
                in.read();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void warn(String line) {
            info(line);
        }

        @Override
        public void error(String line) {
            info(line);
        }
    }
}
