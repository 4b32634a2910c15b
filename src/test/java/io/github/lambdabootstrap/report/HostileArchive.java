package io.github.lambdabootstrap.report;

import io.github.lambdabootstrap.archive.ZipFixture;
import io.github.lambdabootstrap.elf.ElfFixture;
import io.github.lambdabootstrap.elf.GoBuildInfoFixture;
import io.github.lambdabootstrap.gate.ArchiveRequest;
import io.github.lambdabootstrap.gate.Gate;
import io.github.lambdabootstrap.gate.GateReport;
import io.github.lambdabootstrap.gate.PathProblem;
import io.github.lambdabootstrap.gate.Policy;
import io.github.lambdabootstrap.gate.Suppression;
import io.github.lambdabootstrap.log.RecordedLines;
import io.github.lambdabootstrap.log.TextVerifyLog;
import io.github.lambdabootstrap.model.Architecture;
import io.github.lambdabootstrap.model.RuntimeCatalog;
import io.github.lambdabootstrap.model.Workers;
import io.github.lambdabootstrap.problem.SafeText;
import io.github.lambdabootstrap.rules.Expectation;
import io.github.lambdabootstrap.rules.Severity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An archive all of whose texts attack who reads a report of it, and what the gate says of it. */
public final class HostileArchive {

    /** A terminal, a CI server, a browser, a parser and a reader's eye each have one that they would fall for. */
    static final List<String> TEXTS = List.of(
            "\n::error file=pom.xml::pwned",
            "\r\n##vso[task.complete result=Succeeded;]pwned",
            "##teamcity[buildStatus status='SUCCESS']",
            "\u001b[2J\u001b[31mred\u0007\b\u009b0m",
            "\u202egpj.exe\u2066\u200f\u2028\u2029\ufeff",
            "<script>window.pwned=1</script>",
            "<img src=x onerror=window.pwned=2>",
            "</style></td>\"'><svg onload=window.pwned=3>",
            "]]>-->&lt;&#39;",
            "[click](https://evil.example) {0} {1}",
            "%s %n \\u0041 $1");

    private HostileArchive() {}

    /** What the gate says of it, of a missing file with such a name, and with a suppression with such a reason. */
    public static GateReport judged(Path folder) throws IOException {
        String all = String.join("", TEXTS);
        Path file = folder.resolve("a" + TEXTS.get(0) + TEXTS.get(3) + TEXTS.get(4) + "<script>window.pwned=1.zip");
        ZipFixture zip = ZipFixture.zip()
                .file(
                        "bootstrap",
                        ElfFixture.x86_64()
                                .interpreter("/lib/" + all)
                                .needs("lib" + all)
                                .goBuildInfo(GoBuildInfoFixture.go("go1.26.8")
                                        .path("example.com/" + TEXTS.get(5))
                                        .dependency("github.com/aws/aws-lambda-go", "v1" + TEXTS.get(6)))
                                .bytes());
        for (String text : TEXTS) {
            zip.file("x\\" + text, "").mode(0600);
        }
        zip.file("surrogate", "").rawName(new byte[] {'x', '\\', (byte) 0xed, (byte) 0xa0, (byte) 0x80});
        zip.file("long", "").rawName(("y\\" + "l".repeat(65_000)).getBytes(StandardCharsets.US_ASCII));
        zip.write(file);
        ArchiveRequest request = new ArchiveRequest(
                ArchiveRequest.nameOf(file),
                file,
                Expectation.of(
                        RuntimeCatalog.builtIn().find("provided.al2023").orElseThrow(),
                        Optional.of(Architecture.X86_64)));
        Suppression suppression = new Suppression("entry-readable", Optional.empty(), Optional.empty(), all);
        Policy policy = new Policy(Map.of(), List.of(suppression), Severity.ERROR);
        return new Gate(policy, Workers.onAllCores(), new TextVerifyLog(new RecordedLines()), Clock.systemUTC())
                .judge(List.of(request), List.of(new PathProblem(all, SafeText.of(all), "remove it")));
    }

    /** The page about it. */
    public static String page(Path folder) throws IOException {
        return VerifyHtml.text(judged(folder), subject(folder));
    }

    /** The SARIF document about it. */
    public static String sarif(Path folder) throws IOException {
        return VerifySarif.text(judged(folder), subject(folder));
    }

    static ReportSubject subject(Path folder) {
        return new ReportSubject(TEXTS.get(5) + TEXTS.get(0), "0.1.0", folder, folder, List.of());
    }
}
