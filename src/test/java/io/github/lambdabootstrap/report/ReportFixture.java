package io.github.lambdabootstrap.report;

import io.github.lambdabootstrap.gate.ArchiveRequest;
import io.github.lambdabootstrap.gate.DispatchFacts;
import io.github.lambdabootstrap.gate.EntrypointFacts;
import io.github.lambdabootstrap.gate.GateReport;
import io.github.lambdabootstrap.gate.GoFacts;
import io.github.lambdabootstrap.gate.PathProblem;
import io.github.lambdabootstrap.gate.SuppressedFinding;
import io.github.lambdabootstrap.gate.Suppression;
import io.github.lambdabootstrap.gate.Verdict;
import io.github.lambdabootstrap.model.Architecture;
import io.github.lambdabootstrap.model.ByteSize;
import io.github.lambdabootstrap.model.RuntimeCatalog;
import io.github.lambdabootstrap.model.Sha256;
import io.github.lambdabootstrap.rules.Expectation;
import io.github.lambdabootstrap.rules.Finding;
import io.github.lambdabootstrap.rules.Severity;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Verdicts as the gate gives them, to be reported. Each change makes another one. */
public record ReportFixture(
        String name,
        Optional<Architecture> architecture,
        Optional<EntrypointFacts> entrypoint,
        List<Finding> findings,
        List<SuppressedFinding> suppressed,
        long unzippedBytes,
        boolean placeholder,
        boolean unread) {

    /** The name of an archive with many executables. */
    static final String BUNDLE = "deploy";

    static final Path BASE = Path.of("/home/me/shop");
    static final ReportSubject SUBJECT = new ReportSubject("shop", "0.1.0", BASE, BASE, List.of());
    static final Finding NOT_EXECUTABLE = new Finding(
            "bootstrap-executable", Severity.ERROR, "bootstrap", "entry 'bootstrap' has mode 0644", "use 0755");
    static final Finding NO_CLIENT =
            new Finding("runtime-client", Severity.WARNING, "bootstrap", "it has no client", "call lambda.Start");
    static final Finding ENDED =
            new Finding("runtime-supported", Severity.WARNING, "", "AWS ended its support", "move on");

    /** A Go function that passes. */
    public static ReportFixture go(String name) {
        GoFacts go = new GoFacts(
                Optional.of("go1.26.8"),
                Optional.of("example.com/" + name),
                Optional.empty(),
                Map.of("CGO_ENABLED", "0"),
                Map.of("github.com/aws/aws-lambda-go", "v1.55.1"));
        return new ReportFixture(
                name,
                Optional.of(Architecture.X86_64),
                Optional.of(elf(Optional.of("Go"), "static", Optional.empty(), Optional.of(go))),
                List.of(),
                List.of(),
                5_386_240,
                false,
                false);
    }

    /** A program without build info that passes. */
    static ReportFixture ofMaker(String name, Optional<String> language) {
        return go(name).starting(elf(language, "dynamic", Optional.of("2.34"), Optional.empty()));
    }

    static ReportFixture script(String name) {
        return go(name).starting(new EntrypointFacts(
                "bootstrap",
                "bin/start.sh",
                Optional.of("0755"),
                "script",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("/bin/sh"),
                List.of(),
                Optional.empty(),
                Optional.empty()));
    }

    private static EntrypointFacts elf(
            Optional<String> language, String linkage, Optional<String> glibc, Optional<GoFacts> go) {
        return new EntrypointFacts(
                "bootstrap",
                "bootstrap",
                Optional.of("0755"),
                "elf",
                language,
                Optional.of("x86_64"),
                Optional.of(linkage),
                glibc.map(version -> "/lib64/ld-linux-x86-64.so.2"),
                glibc.map(version -> List.of("libc.so.6", "libz.so.1")).orElse(List.of()),
                glibc,
                go);
    }

    public ReportFixture starting(EntrypointFacts other) {
        return new ReportFixture(
                name, architecture, Optional.of(other), findings, suppressed, unzippedBytes, placeholder, unread);
    }

    public ReportFixture with(Finding... more) {
        return new ReportFixture(
                name, architecture, entrypoint, Arrays.asList(more), suppressed, unzippedBytes, placeholder, unread);
    }

    public ReportFixture accepting(Finding finding, String reason) {
        Suppression by = new Suppression(finding.rule(), Optional.empty(), Optional.empty(), reason);
        return new ReportFixture(
                name,
                architecture,
                entrypoint,
                findings,
                List.of(new SuppressedFinding(finding, by, 1)),
                unzippedBytes,
                placeholder,
                unread);
    }

    public ReportFixture unzipped(long bytes) {
        return new ReportFixture(name, architecture, entrypoint, findings, suppressed, bytes, placeholder, unread);
    }

    ReportFixture forEither() {
        return new ReportFixture(
                name, Optional.empty(), entrypoint, findings, suppressed, unzippedBytes, placeholder, unread);
    }

    ReportFixture later() {
        return new ReportFixture(
                name, architecture, Optional.empty(), findings, suppressed, unzippedBytes, true, unread);
    }

    ReportFixture unreadable() {
        return new ReportFixture(name, Optional.empty(), Optional.empty(), findings, suppressed, 0, placeholder, true);
    }

    /** The verdict: the zip has 2048 bytes. */
    public Verdict verdict() {
        Expectation expectation = new Expectation(
                RuntimeCatalog.builtIn().find("provided.al2023").orElseThrow(),
                architecture,
                List.of(),
                List.of(),
                placeholder);
        return new Verdict(
                new ArchiveRequest(name, BASE.resolve("target/lambda/" + name + ".zip"), expectation),
                unread ? Optional.empty() : Optional.of(Sha256.of(new byte[0])),
                new ByteSize(unread ? 0 : 2048),
                new ByteSize(unzippedBytes),
                entrypoint,
                dispatch(),
                entrypoint.flatMap(EntrypointFacts::go).flatMap(GoFacts::version),
                findings,
                suppressed,
                findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR),
                Optional.empty());
    }

    /** A bundle's, when that is the name. */
    private Optional<DispatchFacts> dispatch() {
        return name.equals(BUNDLE)
                ? Optional.of(new DispatchFacts(
                        "lambda-bootstrap shim 2 native x86_64",
                        true,
                        List.of(
                                new DispatchFacts.Target("bin/orders", Optional.of("*-orders"), Optional.of("bin/o")),
                                new DispatchFacts.Target("bin/ordrs", Optional.of("*"), Optional.empty())),
                        entrypoint.stream().toList(),
                        3))
                : Optional.empty();
    }

    static GateReport report(ReportFixture... archives) {
        return report(List.of(), archives);
    }

    static GateReport report(List<PathProblem> problems, ReportFixture... archives) {
        return new GateReport(
                Arrays.stream(archives).map(ReportFixture::verdict).toList(), problems, Duration.ofMillis(1500));
    }

    /** The page of one archive of each kind and as many more that pass, to be looked at. */
    public static String page(int more) {
        return VerifyHtml.text(ofEachKind(more), SUBJECT);
    }

    /** The SARIF document of one archive of each kind. */
    public static String sarif() {
        return VerifySarif.text(ofEachKind(0), SUBJECT);
    }

    private static GateReport ofEachKind(int more) {
        Finding tooNew = new Finding(
                "glibc-version",
                Severity.ERROR,
                "bootstrap",
                "'bootstrap' needs glibc 2.38 (libc.so.6), provided.al2023 has 2.34; Lambda says: version `GLIBC_2.38' not"
                        + " found, Runtime exited with error: exit status 1",
                "build it with CGO_ENABLED=0, link it statically with musl, or build it on a system with an older glibc");
        Finding missing = new Finding(
                "archive-readable",
                Severity.ERROR,
                "",
                "it is not a zip (a tar.gz); Lambda says: Could not unzip uploaded file. Please check your file, then try"
                        + " to upload again.",
                "zip the files, as lambda-bootstrap:package does");
        Finding names = new Finding(
                "entry-names",
                Severity.INFO,
                "config\\audit.json",
                "the name has a backslash, which Lambda takes for a letter",
                "write it with a slash");
        List<ReportFixture> archives = new ArrayList<>(List.of(
                go("orders"),
                ofMaker("thumbnails", Optional.of("Rust")).with(tooNew, NO_CLIENT, names),
                ofMaker("pricing", Optional.of("GraalVM native image")).unzipped(250_000_000),
                ofMaker("legacy-import", Optional.empty()).with(NO_CLIENT),
                script("shell-report").accepting(NO_CLIENT, "it hands over to the layer of another team."),
                go("later").later(),
                go("download").unreadable().with(missing)));
        IntStream.range(0, more).forEach(i -> archives.add(go("service-" + i)));
        List<PathProblem> problems =
                List.of(new PathProblem("dist/none.zip", "'dist/none.zip' does not exist", "correct lambda.archives"));
        return report(problems, archives.toArray(ReportFixture[]::new));
    }
}
