package io.github.lambdabootstrap.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdabootstrap.gate.GateReport;
import io.github.lambdabootstrap.gate.PathProblem;
import io.github.lambdabootstrap.rules.Severity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ConsoleReportTest {

    @Test
    void the_console_tells_the_inventory_then_all_findings_then_the_sum() {
        List<PathProblem> problems = List.of(new PathProblem("none.zip", "'none.zip' does not exist", "name one"));
        GateReport report = ReportFixture.report(
                problems,
                ReportFixture.go("orders")
                        .with(
                                ReportFixture.NOT_EXECUTABLE,
                                ReportFixture.NOT_EXECUTABLE.withSeverity(Severity.WARNING)),
                ReportFixture.go("audit").with(ReportFixture.ENDED));
        assertThat(console(report))
                .containsExactly(
                        "INFO Verdict  Function  Architecture  Language                         Linkage  glibc   Zipped"
                                + "  Unzipped  Archive",
                        "INFO failed   orders    x86_64        Go 1.26.8, aws-lambda-go 1.55.1  static       -  2.0 KiB"
                                + "   5.1 MiB  target/lambda/orders.zip",
                        "INFO passed   audit     x86_64        Go 1.26.8, aws-lambda-go 1.55.1  static       -  2.0 KiB"
                                + "   5.1 MiB  target/lambda/audit.zip",
                        "ERROR 2 problems in function 'orders' (target/lambda/orders.zip):",
                        "ERROR   bootstrap-executable: entry 'bootstrap' has mode 0644",
                        "ERROR     fix: use 0755      docs/rules.md#bootstrap-executable",
                        "WARNING   bootstrap-executable: entry 'bootstrap' has mode 0644",
                        "WARNING     fix: use 0755      docs/rules.md#bootstrap-executable",
                        "ERROR 1 problem in lambda.archives:",
                        "ERROR   'none.zip' does not exist",
                        "ERROR     fix: name one      docs/reference/verify.md#without-a-project",
                        "WARNING runtime-supported: AWS ended its support; fix: move on"
                                + "      docs/rules.md#runtime-supported",
                        "INFO 2 archives verified in 1.5 s: 1 passed, 1 failed; 1 error, 2 warnings, 1 path problem");
    }

    @Test
    void the_inventory_tells_every_kind_of_program() {
        List<String> lines = console(ReportFixture.report(
                ReportFixture.ofMaker("thumbnails", Optional.of("Rust")),
                ReportFixture.ofMaker("pricing", Optional.of("GraalVM native image")),
                ReportFixture.ofMaker("legacy", Optional.empty()),
                ReportFixture.script("shell"),
                ReportFixture.go("either").forEither(),
                ReportFixture.go("later").later(),
                ReportFixture.go("broken").unreadable().with(ReportFixture.NOT_EXECUTABLE)));
        assertThat(lines.subList(1, 8))
                .extracting(line -> line.replaceAll(" {2,}", " | "))
                .containsExactly(
                        "INFO passed | thumbnails | x86_64 | Rust | dynamic | 2.34 | 2.0 KiB | 5.1 MiB"
                                + " | target/lambda/thumbnails.zip",
                        "INFO passed | pricing | x86_64 | GraalVM native image | dynamic | 2.34 | 2.0 KiB | 5.1 MiB"
                                + " | target/lambda/pricing.zip",
                        "INFO passed | legacy | x86_64 | native | dynamic | 2.34 | 2.0 KiB | 5.1 MiB"
                                + " | target/lambda/legacy.zip",
                        "INFO passed | shell | x86_64 | script (/bin/sh) | - | - | 2.0 KiB | 5.1 MiB"
                                + " | target/lambda/shell.zip",
                        "INFO passed | either | x86_64 | Go 1.26.8, aws-lambda-go 1.55.1 | static | - | 2.0 KiB"
                                + " | 5.1 MiB | target/lambda/either.zip",
                        "INFO placeholder | later | x86_64 | - | - | - | 2.0 KiB | 5.1 MiB | target/lambda/later.zip",
                        "INFO failed | broken | - | - | - | - | - | - | target/lambda/broken.zip");
        assertThat(lines.get(lines.size() - 1))
                .isEqualTo("INFO 7 archives verified in 1.5 s: 6 passed, 1 failed; 1 error, 1 placeholder");
    }

    @Test
    void one_long_name_does_not_move_the_columns_of_the_others() {
        List<String> lines =
                console(ReportFixture.report(ReportFixture.go("x".repeat(128)), ReportFixture.go("orders")));
        assertThat(lines.get(2)).startsWith("INFO passed   orders" + " ".repeat(44) + "x86_64");
    }

    @Test
    void no_archives_have_no_table() {
        assertThat(console(new GateReport(List.of(), List.of(), Duration.ZERO)))
                .containsExactly("INFO 0 archives verified in 0.0 s: 0 passed, 0 failed");
    }

    @Test
    void what_is_said_of_a_runtime_is_said_once() {
        GateReport report = ReportFixture.report(
                ReportFixture.go("orders").with(ReportFixture.ENDED),
                ReportFixture.go("audit").with(ReportFixture.ENDED));
        List<String> said = new ArrayList<>();
        Function<GateReport, Long> tell = r -> new ConsoleReport(r, ReportFixture.BASE)
                .lines(line -> !said.contains(line) && said.add(line)).stream()
                        .filter(line -> line.severity() == Severity.WARNING)
                        .count();
        assertThat(tell.apply(report)).isEqualTo(1);
        assertThat(tell.apply(report)).isZero();
    }

    static List<String> console(GateReport report) {
        return new ConsoleReport(report, ReportFixture.BASE)
                .lines(line -> true).stream()
                        .map(line -> line.severity() + " " + line.text())
                        .toList();
    }
}
