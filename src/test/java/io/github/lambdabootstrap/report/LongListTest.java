package io.github.lambdabootstrap.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import io.github.lambdabootstrap.archive.ZipFixture;
import io.github.lambdabootstrap.elf.ElfFixture;
import io.github.lambdabootstrap.gate.ArchiveRequest;
import io.github.lambdabootstrap.gate.Gate;
import io.github.lambdabootstrap.gate.GateReport;
import io.github.lambdabootstrap.gate.Policy;
import io.github.lambdabootstrap.log.RecordedLines;
import io.github.lambdabootstrap.log.TextVerifyLog;
import io.github.lambdabootstrap.model.RuntimeCatalog;
import io.github.lambdabootstrap.model.Workers;
import io.github.lambdabootstrap.rules.Expectation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An archive with a thousand faults fills no report. */
class LongListTest {

    private static final String REST = "entry-readable: 980 more findings of this rule are not listed";

    @TempDir
    Path folder;

    @Test
    void every_report_tells_the_first_twenty_and_how_many_more_there_are() throws IOException {
        GateReport report = report();

        assertThat(new ConsoleReport(report, folder).lines(line -> true))
                .extracting(ConsoleLine::text)
                .filteredOn(line -> line.startsWith("  entry-readable: "))
                .hasSize(21)
                .startsWith("  entry-readable: entry 'data0' has mode 0600, so the user that Lambda runs functions as"
                        + " cannot read it; what needs it fails with Permission denied")
                .endsWith("  " + REST);
        JsonArray findings = JsonParser.parseString(VerifyJson.text(report))
                .getAsJsonObject()
                .getAsJsonArray("archives")
                .get(0)
                .getAsJsonObject()
                .getAsJsonArray("findings");
        assertThat(findings).hasSize(21);
        assertThat("entry-readable: "
                        + findings.get(20).getAsJsonObject().get("message").getAsString())
                .isEqualTo(REST);
        assertThat(findings.get(20).getAsJsonObject().get("entry").isJsonNull()).isTrue();
        assertThat(VerifyJson.text(report())).isEqualTo(VerifyJson.text(report));
    }

    private GateReport report() throws IOException {
        ZipFixture zip = ZipFixture.zip()
                .file("bootstrap", ElfFixture.x86_64().runtimeClient().bytes());
        for (int i = 0; i < 1000; i++) {
            zip.file("data" + i, "").mode(0600);
        }
        Expectation expectation =
                Expectation.of(RuntimeCatalog.builtIn().find("provided.al2023").orElseThrow(), Optional.empty());
        ArchiveRequest request = new ArchiveRequest("orders", zip.write(folder.resolve("orders.zip")), expectation);
        Clock clock = Clock.fixed(Instant.parse("2026-06-01T00:00:00Z"), ZoneOffset.UTC);
        return new Gate(Policy.DEFAULT, new Workers(1), new TextVerifyLog(new RecordedLines()), clock)
                .judge(List.of(request), List.of());
    }
}
