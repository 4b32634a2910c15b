package io.github.lambdabootstrap.truth;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdabootstrap.report.HostileArchive;
import io.github.lambdabootstrap.report.ReportFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code verify.sarif} against the schema that OASIS publishes. */
@Tag("truth")
class SarifSchemaTest {

    @TempDir
    private Path folder;

    @Test
    void a_report_of_everything_is_valid() {
        assertThatCode(() -> validate(ReportFixture.sarif())).doesNotThrowAnyException();
    }

    @Test
    void a_report_of_a_hostile_archive_is_valid() {
        assertThatCode(() -> validate(HostileArchive.sarif(folder))).doesNotThrowAnyException();
    }

    @Test
    void what_is_wrong_is_seen() {
        String wrong = ReportFixture.sarif().replace("\"level\": \"error\"", "\"level\": \"fatal\"");
        assertThatThrownBy(() -> validate(wrong)).hasMessageContaining("'fatal' is not one of");
    }

    private void validate(String sarif) throws IOException {
        Path tools = Tool.WORKSHOP.resolve("tools");
        Path file = Files.writeString(folder.resolve("verify.sarif"), sarif);
        Tool.run(
                folder,
                tools.resolve("jsonschema/bin/python").toString(),
                "-c",
                "import json, sys, jsonschema; jsonschema.validate(*(json.load(open(f)) for f in sys.argv[1:]),"
                        + " format_checker=jsonschema.FormatChecker())",
                file.toString(),
                tools.resolve("sarif-schema-2.1.0.json").toString());
    }
}
