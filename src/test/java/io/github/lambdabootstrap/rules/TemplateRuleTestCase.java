package io.github.lambdabootstrap.rules;

import io.github.lambdabootstrap.archive.ZipFixture;
import io.github.lambdabootstrap.elf.ElfFixture;
import io.github.lambdabootstrap.gate.ArchiveRequest;
import io.github.lambdabootstrap.gate.Gate;
import io.github.lambdabootstrap.gate.GateReport;
import io.github.lambdabootstrap.gate.Policy;
import io.github.lambdabootstrap.gate.TemplateContext;
import io.github.lambdabootstrap.log.RecordedLines;
import io.github.lambdabootstrap.log.TextVerifyLog;
import io.github.lambdabootstrap.model.Architecture;
import io.github.lambdabootstrap.model.RuntimeCatalog;
import io.github.lambdabootstrap.model.Template;
import io.github.lambdabootstrap.model.Workers;
import io.github.lambdabootstrap.shim.Shim;
import io.github.lambdabootstrap.shim.ShimForm;
import io.github.lambdabootstrap.template.DeployedTemplates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** Judges templates and the zips that they name as the goal does, and keeps what one rule says. */
public abstract class TemplateRuleTestCase {

    /** A day on which no runtime that can be chosen has ended. */
    private static final Instant DAY = Instant.parse("2026-06-01T00:00:00Z");

    protected static final RuntimeCatalog CATALOG = RuntimeCatalog.builtIn();

    @TempDir
    protected Path folder;

    private final String rule;
    private final List<ArchiveRequest> requests = new ArrayList<>();
    private Instant day = DAY;
    private boolean packaged = true;

    protected TemplateRuleTestCase(String rule) {
        this.rule = rule;
    }

    protected static ElfFixture function() {
        return ElfFixture.x86_64().staticExecutable().runtimeClient();
    }

    protected static ElfFixture functionForArm() {
        return ElfFixture.arm64().staticExecutable().runtimeClient();
    }

    protected static ZipFixture bootstrap(ElfFixture executable) {
        return ZipFixture.zip().file("bootstrap", executable.bytes());
    }

    /** A bundle that dispatches by our native shim. */
    protected static ZipFixture bundle() {
        return ZipFixture.zip()
                .file("bootstrap", new Shim(ShimForm.NATIVE, Architecture.X86_64).bytes())
                .file("bin/orders", function().bytes())
                .file("bin/users", function().bytes());
    }

    /** An archive that the build packages as {@code target/lambda/NAME.zip}. */
    protected void archive(String name, ZipFixture zip, Architecture architecture) {
        try {
            Path file = zip.write(
                    Files.createDirectories(folder.resolve("target/lambda")).resolve(name + ".zip"));
            Expectation expectation = new Expectation(
                    CATALOG.find("provided.al2023").orElseThrow(),
                    Optional.of(architecture),
                    List.of(),
                    List.of(),
                    false);
            requests.add(new ArchiveRequest(name, file, expectation));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    protected void archive(String name, ZipFixture zip) {
        archive(name, zip, Architecture.X86_64);
    }

    protected void at(String instant) {
        day = Instant.parse(instant);
    }

    /** From here on, the archives are only named, and others may lie beside them later. */
    protected void onlyNamed() {
        packaged = false;
    }

    /** The properties of a SAM function, each on a line from line 5 on. */
    protected List<String> foundInFunction(String... properties) {
        return found(
                "Transform: AWS::Serverless-2016-10-31\nResources:\n  Orders:\n    Type: AWS::Serverless::Function\n"
                        + "    Properties: # line 5\n"
                        + String.join(
                                "",
                                Stream.of(properties)
                                        .map(line -> "      " + line + "\n")
                                        .toList()));
    }

    /** What the rule says of a template, one text for each finding: weight, function, line, message and fix. */
    protected List<String> found(String template) {
        return found("template.yaml", template);
    }

    protected List<String> found(String name, String template) {
        return judged(name, template).templates().get(0).findings().stream()
                .filter(finding -> finding.rule().equals(rule))
                .map(finding -> finding.severity().id() + " [" + finding.entry() + "] line " + finding.line() + ": "
                        + finding.message() + " | fix: " + finding.fix())
                .toList();
    }

    protected GateReport judged(String name, String template) {
        try {
            Files.writeString(folder.resolve(name), template);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<Template> templates = DeployedTemplates.read(List.of(name), folder);
        Gate gate = new Gate(
                Policy.DEFAULT,
                new Workers(1),
                new TextVerifyLog(new RecordedLines()),
                Clock.fixed(day, ZoneOffset.UTC));
        return gate.judge(gate.judge(requests, List.of()), templates, new TemplateContext(packaged, CATALOG));
    }
}
