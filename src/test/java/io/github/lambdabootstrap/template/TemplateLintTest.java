package io.github.lambdabootstrap.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** CloudFormation's linter and SAM's own validation look at the goldens. {@code src/test/template/setup} brings both. */
@Tag("truth")
class TemplateLintTest {

    private static final Path GOLDENS = Path.of("src/test/resources/template");
    private static final Path TOOLS = Path.of("target/truth/tools").toAbsolutePath();

    /** One document that parses: the linter knows no other. */
    static List<Path> changed() throws IOException {
        try (Stream<Path> files = Files.list(GOLDENS)) {
            return files.filter(file -> file.toString().matches(".*\\.before\\.(?:yaml|json)"))
                    .filter(file -> !file.toString().matches(".*/(?:multi-document|styles)\\..*"))
                    .filter(TemplateLintTest::changes)
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changed")
    void the_linter_finds_nothing_new(Path before) throws Exception {
        List<String> old = findings(before);
        List<String> now = findings(after(before));
        old.forEach(now::remove);
        assertThat(now).isEmpty();
    }

    @Test
    void sam_takes_a_migrated_template(@TempDir Path folder) throws Exception {
        Path template = Files.copy(GOLDENS.resolve("flow-maps.after.yaml"), folder.resolve("template.yaml"));
        ProcessBuilder sam = new ProcessBuilder(
                TOOLS.resolve("sam/bin/sam").toString(), "validate", "--lint", "-t", template.toString());
        sam.environment().put("AWS_DEFAULT_REGION", "us-east-1");
        sam.environment().put("SAM_CLI_TELEMETRY", "0");
        assertThat(output(sam)).contains("is a valid SAM Template");
    }

    private static boolean changes(Path before) {
        try {
            return Files.mismatch(before, after(before)) >= 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path after(Path before) {
        return before.resolveSibling(before.getFileName().toString().replace(".before.", ".after."));
    }

    /** The rules' ids, one for each finding: lines and texts differ where a value does. */
    private static List<String> findings(Path template) throws Exception {
        String lines = output(new ProcessBuilder(
                TOOLS.resolve("cfn-lint/bin/cfn-lint").toString(), "--format", "parseable", template.toString()));
        List<String> found = new ArrayList<>();
        for (String line : lines.lines().toList()) {
            if (line.contains(" - ERROR - Template file not found")) { // a nested one, which is not here
                continue;
            }
            String[] parts = line.split(":", 7);
            assertThat(parts).as(line).hasSize(7);
            found.add(parts[5]);
        }
        return found;
    }

    private static String output(ProcessBuilder command) throws Exception {
        Process process = command.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}
