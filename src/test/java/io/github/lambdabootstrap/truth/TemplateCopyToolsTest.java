package io.github.lambdabootstrap.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdabootstrap.log.RecordedLines;
import io.github.lambdabootstrap.log.TextTemplateLog;
import io.github.lambdabootstrap.model.Architecture;
import io.github.lambdabootstrap.model.DeployedCode;
import io.github.lambdabootstrap.template.TemplateCopy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Copies of templates, read by the tool that knows CloudFormation. {@code src/test/s3/setup} brings it. */
@Tag("truth")
class TemplateCopyToolsTest {

    private static final Path EXAMPLE = Path.of("src/test/resources/copied/template.yaml");
    private static final Path CFN_LINT = Tool.WORKSHOP.resolve("tools/cfn-lint/bin/cfn-lint");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"", "3HL4kqtJlcpXroDTDmJ+rmSpXd3dIbrHY"})
    void cfn_lint_accepts_the_copy_after_the_upload(String version) throws IOException {
        Path template = Files.copy(EXAMPLE, folder.resolve("template.yaml"));
        Path copy = folder.resolve("target/lambda/template.yaml");
        List<DeployedCode> codes = Stream.of("orders", "audit", "users")
                .map(name -> code(name, version))
                .toList();
        RecordedLines lines = new RecordedLines();
        TemplateCopy.of(template, copy, codes, Map.of()).write(new TextTemplateLog(lines, folder));
        assertThat(lines.all())
                .containsExactly("INFO Template template.yaml -> target/lambda/template.yaml: code of Orders,"
                        + " AuditFunction, Users");
        lint(copy);
        // the tool does look at the code
        Files.writeString(copy, Files.readString(copy).replace("S3Key", "S3Kex").replace("CodeUri", "CodeUrl"));
        assertThatThrownBy(() -> lint(copy)).hasMessageContaining("S3Kex").hasMessageContaining("CodeUrl");
    }

    private DeployedCode code(String name, String version) {
        return new DeployedCode(
                name,
                Optional.of(Architecture.X86_64),
                folder.resolve("target/lambda/" + name + ".zip"),
                Optional.of(new DeployedCode.Location(
                        "artifacts",
                        "lambda/" + name + "/52be.zip",
                        Optional.of(version).filter(text -> !text.isEmpty()))));
    }

    private void lint(Path template) {
        Tool.run(folder, CFN_LINT.toString(), "--region", "eu-central-1", "--", template.toString());
    }
}
