package io.github.lambdabootstrap.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdabootstrap.archive.ZipFixture;
import io.github.lambdabootstrap.gate.GateReport;
import io.github.lambdabootstrap.rules.RuleTestCase;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is good to know, and no problem. */
class ConsoleNotesTest extends RuleTestCase {

    private static final String NOTE = "INFO Note on function 'orders' (orders.zip): shim-known: 'bootstrap' is the"
            + " lambda-bootstrap shim 2 native x86_64, which starts what the Handler names      docs/rules.md#shim-known";

    ConsoleNotesTest() {
        super("shim-known");
    }

    private List<String> lines(ZipFixture zip) throws IOException {
        GateReport report =
                new GateReport(List.of(judged(zip.write(folder.resolve("orders.zip")))), List.of(), Duration.ZERO);
        return new ConsoleReport(report, folder)
                .lines(runtime -> true).stream()
                        .map(line -> line.severity() + " " + line.text())
                        .filter(line -> line.contains("shim-known") || line.contains(" problem"))
                        .toList();
    }

    @Test
    void a_note_is_one_line_and_counts_as_no_problem() throws IOException {
        handlers("bin/users");
        assertThat(lines(bundle().file("bin/users", function().bytes()))).containsExactly(NOTE);
    }

    @Test
    void problems_come_before_notes() throws IOException {
        handlers("bin/user");
        assertThat(lines(bundle().file("bin/users", function().bytes())))
                .containsExactly("ERROR 1 problem in function 'orders' (orders.zip):", NOTE);
    }
}
