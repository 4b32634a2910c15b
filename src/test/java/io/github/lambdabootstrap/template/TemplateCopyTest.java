package io.github.lambdabootstrap.template;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.lambdabootstrap.log.RecordedLines;
import io.github.lambdabootstrap.log.TextTemplateLog;
import io.github.lambdabootstrap.model.Architecture;
import io.github.lambdabootstrap.model.DeployedCode;
import io.github.lambdabootstrap.problem.ProblemException;
import io.github.lambdabootstrap.problem.ProblemText;
import io.github.lambdabootstrap.template.ScannedFile.Reading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateCopyTest {

    private static final String SAM = "Transform: AWS::Serverless-2016-10-31\nResources:\n";

    @TempDir
    private Path folder;

    private final RecordedLines lines = new RecordedLines();
    private final List<DeployedCode> codes = new ArrayList<>();
    private Map<String, String> said = Map.of();

    private void packaged(String name, Architecture architecture) {
        codes.add(new DeployedCode(
                name, Optional.of(architecture), folder.resolve("target/lambda/" + name + ".zip"), Optional.empty()));
    }

    private void packaged(String name) {
        packaged(name, Architecture.X86_64);
    }

    private void uploaded(String name, Optional<String> version) {
        codes.add(new DeployedCode(
                name,
                Optional.of(Architecture.X86_64),
                folder.resolve("target/lambda/" + name + ".zip"),
                Optional.of(new DeployedCode.Location("artifacts", "lambda/" + name + "/9f2c.zip", version))));
    }

    private String copy(String template) {
        return copy("template.yaml", template);
    }

    private String copy(String name, String template) {
        try {
            Path source = Files.writeString(folder.resolve(name), template);
            Path target = folder.resolve("target/lambda").resolve(name);
            TemplateCopy.of(source, target, codes, said).write(new TextTemplateLog(lines, folder));
            return Files.readString(target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A SAM function, with each property on a line of its own. */
    private static String function(String id, String... properties) {
        return "  " + id + ":\n    Type: AWS::Serverless::Function\n    Properties:\n      Runtime: provided.al2023\n"
                + String.join(
                        "",
                        List.of(properties).stream()
                                .map(line -> "      " + line + "\n")
                                .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "Anything, target/lambda/orders.zip",
        "Anything, ./target/lambda/orders.zip",
        "Anything, cmd/orders",
        "Anything, cmd/orders/",
        "Orders, src",
        "OrdersFunction, .",
        "orders, src",
    })
    void a_function_is_found_by_archive_folder_or_name(String id, String code) {
        packaged("orders");
        packaged("users");
        assertThat(copy(SAM + function(id, "CodeUri: " + code + " # code", "Handler: bootstrap")))
                .isEqualTo(SAM + function(id, "CodeUri: orders.zip # code", "Handler: bootstrap"));
        assertThat(lines.all())
                .containsExactly("INFO Template template.yaml -> target/lambda/template.yaml: code of " + id);
    }

    @Test
    void after_the_upload_sam_takes_one_text() {
        uploaded("orders", Optional.empty());
        uploaded("users", Optional.of("3HL4kqtJlcpXroDTDmJ+rmSpXd3dIbrHY"));
        assertThat(copy(SAM + function("Orders", "CodeUri: 'src'") + function("Users", "CodeUri: src")))
                .isEqualTo(
                        SAM
                                + function("Orders", "CodeUri: 's3://artifacts/lambda/orders/9f2c.zip'")
                                + function(
                                        "Users",
                                        "CodeUri: s3://artifacts/lambda/users/9f2c.zip?versionId=3HL4kqtJlcpXroDTDmJ+rmSpXd3dIbrHY"));
    }

    @Test
    void and_cloudformation_a_mapping() {
        uploaded("orders", Optional.of("v1"));
        String template = """
                Resources:
                  Orders:
                    Type: AWS::Lambda::Function
                    Properties:
                      Code: %s
                      Runtime: provided.al2023
                """;
        assertThat(copy(template.formatted("target/lambda/orders.zip # here")))
                .isEqualTo(template.formatted("{\"S3Bucket\": \"artifacts\", \"S3Key\": \"lambda/orders/9f2c.zip\","
                        + " \"S3ObjectVersion\": \"v1\"} # here"));
    }

    @Test
    void json_stays_json_with_its_tabs_and_line_ends() {
        uploaded("orders", Optional.empty());
        String template = "{\r\n\t\"Resources\": {\r\n\t\t\"Orders\": {\"Type\": \"AWS::Lambda::Function\","
                + " \"Properties\": {\"Code\": %s, \"Runtime\": \"provided.al2023\"}}}}";
        assertThat(copy("template.json", template.formatted("\"target/lambda/orders.zip\"")))
                .isEqualTo(template.formatted("{\"S3Bucket\": \"artifacts\", \"S3Key\": \"lambda/orders/9f2c.zip\"}"));
    }

    @Test
    void a_property_that_globals_have_is_added_to_the_function() {
        packaged("orders");
        String template = """
                Transform: AWS::Serverless-2016-10-31
                Globals:
                  Function:
                    CodeUri: src
                    Runtime: provided.al2023
                Resources:
                  Orders:
                    Type: AWS::Serverless::Function
                    Properties:
                      %sHandler: bootstrap # any
                  Flow: {Type: AWS::Serverless::Function, Properties: {Handler: bootstrap}}
                """;
        assertThat(copy(template.formatted(""))).isEqualTo(template.formatted("CodeUri: orders.zip\n      "));
        assertThat(lines.all()).contains("INFO Left as it is: 'Flow' (template.yaml:11): no archive has its name");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CodeUri: s3://elsewhere/orders.zip | its code is somewhere else, or computed",
                "CodeUri: {Bucket: elsewhere, Key: orders.zip} | its code is somewhere else, or computed",
                "CodeUri: !Sub ${Code} | its code is somewhere else, or computed",
                "CodeUri: dist/legacy.zip | it runs a zip of its own",
                "InlineCode: pass | its code is in the template",
                "PackageType: Image | it is a container image",
            })
    void what_a_name_alone_must_not_replace_is_left(String property, String why) {
        packaged("orders");
        String template = SAM + function("Orders", property);
        assertThat(copy(template)).isEqualTo(template);
        assertThat(lines.all()).contains("INFO Left as it is: 'Orders' (template.yaml:3): " + why);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3://elsewhere/orders.zip",
                "{Bucket: elsewhere, Key: orders.zip}",
                "!Sub '${Code}'",
                "dist/legacy.zip"
            })
    void what_the_configuration_says_replaces_it(String code) {
        packaged("orders");
        packaged("users");
        said = Map.of("Import", "orders");
        assertThat(copy(SAM + function("Import", "CodeUri: " + code)).replace("\"", ""))
                .isEqualTo(SAM + function("Import", "CodeUri: orders.zip"));
    }

    @Test
    void code_over_several_lines_is_left_and_said() {
        packaged("orders");
        said = Map.of("Orders", "orders");
        String template = SAM + function("Orders", "CodeUri:", "  Bucket: elsewhere", "  Key: orders.zip");
        assertThat(copy(template)).isEqualTo(template);
        assertThat(lines.all())
                .contains("INFO Left as it is: 'Orders' (template.yaml:3): its code is a mapping over several lines:"
                        + " write a path there, or {} on one line");
    }

    @Test
    void a_property_that_has_no_place_is_not_added() {
        packaged("orders");
        codes.add(new DeployedCode(
                "users",
                Optional.of(Architecture.X86_64),
                folder.resolve("target/lambda/us ers.zip"),
                Optional.empty()));
        String template = SAM + """
                  Orders:
                    Type: AWS::Lambda::Function
                    Properties: {Runtime: provided.al2023}
                  OrdersFunction:
                    Type: AWS::Serverless::Function
                  Users:
                    Type: AWS::Serverless::Function
                    Properties:
                      Runtime: provided.al2023
                """;
        assertThat(copy(template)).isEqualTo(template);
        assertThat(lines.all())
                .containsExactly(
                        "INFO Template template.yaml -> target/lambda/template.yaml: no function with an archive of this"
                                + " build",
                        "INFO Left as it is: 'Orders' (template.yaml:3): it has no Code of its own",
                        "INFO Left as it is: 'OrdersFunction' (template.yaml:6): it has no properties to add one to",
                        "INFO Left as it is: 'Users' (template.yaml:8): it has no CodeUri, and 'us ers.zip' needs"
                                + " quotes");
    }

    @Test
    void computed_code_is_left_whatever_the_configuration_says() {
        packaged("orders");
        said = Map.of("Import", "orders");
        String template = SAM + function("Import", "CodeUri: !Join ['', [dist, orders]]");
        assertThat(copy(template)).isEqualTo(template);
        assertThat(lines.all()).contains("INFO Left as it is: 'Import' (template.yaml:3): its code is computed");
    }

    @Test
    void a_copy_that_cannot_be_proven_is_not_written() throws Exception {
        packaged("orders");
        String template = SAM + function("Orders", "CodeUri: src");
        TemplateFile file = TemplateFile.of(folder.resolve("template.yaml"), template.getBytes(UTF_8));
        List<Node> documents = new YamlReader().read(file);
        Reading reading = new Reading(file, documents, after -> documents);
        Path target = folder.resolve("target/lambda/template.yaml");
        TemplateCopy copy = TemplateCopy.of(reading, target, new CodeChoice(codes, said));

        assertThat(said(copy))
                .containsExactly(
                        "the copy could not be proven to say nothing else than the template (FOLDER/template.yaml)",
                        "fix: write the paths of code in a plain way, each once      docs/templates.md#copies");
        assertThat(target).doesNotExist();
    }

    @Test
    void a_copy_that_cannot_be_written_is_told() throws IOException {
        Path source = Files.writeString(folder.resolve("template.yaml"), SAM + function("Orders"));
        Files.writeString(folder.resolve("target"), "in the way");
        TemplateCopy copy = TemplateCopy.of(source, folder.resolve("target/lambda/template.yaml"), codes, said);

        // why is told by the file system
        assertThat(said(copy))
                .satisfiesExactly(
                        what -> assertThat(what)
                                .startsWith("the copy of a template cannot be written"
                                        + " (FOLDER/target/lambda/template.yaml); FOLDER/target"),
                        fix -> assertThat(fix)
                                .isEqualTo("fix: make its folder writable, and see that the disk has room"));
    }

    /** The problem with writing a copy. */
    private List<String> said(TemplateCopy copy) {
        ProblemException e =
                catchThrowableOfType(ProblemException.class, () -> copy.write(new TextTemplateLog(lines, folder)));
        return ProblemText.lines("it", e.problems()).stream()
                .skip(1)
                .map(line -> line.strip().replace(folder.toString(), "FOLDER"))
                .toList();
    }

    @Test
    void functions_of_other_languages_are_left() {
        packaged("orders");
        String template = SAM + function("Orders", "CodeUri: src").replace("provided.al2023", "python3.13");
        assertThat(copy(template)).isEqualTo(template);
        assertThat(lines.all())
                .contains("INFO Left as it is: 'Orders' (template.yaml:3): its Runtime python3.13 starts no bootstrap");
    }

    @Test
    void of_two_architectures_the_function_has_one() {
        packaged("orders-x86_64");
        packaged("orders-arm64", Architecture.ARM64);
        assertThat(copy(SAM
                        + function("Orders", "CodeUri: x")
                        + function("OrdersFunction", "CodeUri: x", "Architectures: [arm64]")))
                .isEqualTo(SAM
                        + function("Orders", "CodeUri: orders-x86_64.zip")
                        + function("OrdersFunction", "CodeUri: orders-arm64.zip", "Architectures: [arm64]"));
        String unknown = SAM + function("Orders", "CodeUri: x", "Architectures: [!Ref A]");
        assertThat(copy(unknown)).isEqualTo(unknown);
        assertThat(lines.all())
                .contains("INFO Left as it is: 'Orders' (template.yaml:3): several archives have its name");
    }

    @Test
    void what_is_written_once_for_several_places_is_left() {
        packaged("orders");
        String template = SAM
                + function("Orders", "CodeUri: &code src")
                + function("Audit", "CodeUri: *code")
                + "  OrdersFunction:\n    Type: AWS::Serverless::Function\n    Properties: &same {MemorySize: 128}\n"
                + "  Copy:\n    Type: AWS::Serverless::Function\n    Properties: *same\n";
        assertThat(copy(template)).isEqualTo(template);
        assertThat(lines.all())
                .contains(
                        "INFO Left as it is: 'Orders' (template.yaml:3): its text is written once for several places",
                        "INFO Left as it is: 'OrdersFunction' (template.yaml:13): its properties are written once for"
                                + " several resources");
    }

    @Test
    void paths_of_other_files_lead_there_from_the_copy() throws IOException {
        Files.createDirectories(folder.resolve("src/python"));
        Files.createDirectories(folder.resolve("layers"));
        Files.writeString(folder.resolve("network.yaml"), "");
        String template = SAM + """
                  Python:
                    Type: AWS::Serverless::Function
                    Properties: {Runtime: python3.13, CodeUri: %s}
                  Layer:
                    Type: AWS::Serverless::LayerVersion
                    Properties:
                      ContentUri: "%s"
                  Network:
                    Type: AWS::CloudFormation::Stack
                    Properties: {TemplateURL: %s}
                  Missing:
                    Type: AWS::Serverless::Api
                    Properties: {DefinitionUri: openapi.yaml}
                """;
        assertThat(copy(template.formatted("src/python", "./layers/", "network.yaml")))
                .isEqualTo(template.formatted("../../src/python", "../../layers", "../../network.yaml"));
        assertThat(lines.all())
                .contains(
                        "INFO Still a local file: Python.CodeUri (template.yaml:5), ../../src/python in the copy",
                        "INFO Still a local file: Layer.ContentUri (template.yaml:9), ../../layers in the copy",
                        "INFO Still a local file: Network.TemplateURL (template.yaml:12), ../../network.yaml in the"
                                + " copy");
    }

    @Test
    void paths_that_are_included_published_or_in_loops_lead_there_too() throws IOException {
        Files.createDirectories(folder.resolve("src/python"));
        for (String file : List.of("api.yaml", "README.md", "job.py")) {
            Files.writeString(folder.resolve(file), "");
        }
        String template = """
                Transform: [AWS::LanguageExtensions, AWS::Serverless-2016-10-31]
                Metadata:
                  AWS::ServerlessRepo::Application: {ReadmeUrl: %3$s}
                Resources:
                  Api:
                    Type: AWS::Serverless::Api
                    Properties:
                      DefinitionBody:
                        Fn::Transform: {Name: AWS::Include, Parameters: {Location: %2$s}}
                  Job:
                    Type: AWS::Glue::Job
                    Properties:
                      Command: {ScriptLocation: %4$s}
                  Fn::ForEach::Reports:
                    - Name
                    - [Day, Week]
                    - ${Name}Report:
                        Type: AWS::Serverless::Function
                        Properties: {Runtime: python3.13, CodeUri: %1$s}
                """;
        assertThat(copy(template.formatted("src/python", "api.yaml", "./README.md", "job.py")))
                .isEqualTo(template.formatted("../../src/python", "../../api.yaml", "../../README.md", "../../job.py"));
        assertThat(lines.all())
                .contains(
                        "INFO Still a local file: AWS::Include.Location (template.yaml:9), ../../api.yaml in the copy");
    }

    @Test
    void code_in_the_folder_of_the_template_stays_there() {
        packaged("orders");
        String template =
                SAM + "%s" + function("Orders", "PackageType: Image") + function("Inline", "InlineCode: pass");
        String python = function("Python", "Timeout: 5").replace("provided.al2023", "python3.13");
        String added = python.replace("      Runtime", "      CodeUri: ../..\n      Runtime");
        assertThat(copy(template.formatted(python))).isEqualTo(template.formatted(added));
        assertThat(lines.all())
                .contains("INFO Still a local file: Python.CodeUri (template.yaml:3), ../.. in the copy");
    }

    @Test
    void a_template_that_cannot_be_read_is_told() {
        assertThatThrownBy(() -> copy("Resources: [\n"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("the template cannot be read");
    }

    @Test
    void a_copy_that_is_right_keeps_its_time() throws IOException {
        packaged("orders");
        String template = SAM + function("Orders", "CodeUri: src");
        copy(template);
        Path target = folder.resolve("target/lambda/template.yaml");
        Files.setLastModifiedTime(target, java.nio.file.attribute.FileTime.fromMillis(0));
        copy(template);
        assertThat(Files.getLastModifiedTime(target).toMillis()).isZero();
    }

    @Test
    void the_folder_of_the_template_says_nothing_of_its_functions() throws IOException {
        packaged("orders");
        Path source = Files.createDirectories(folder.resolve("orders")).resolve("template.yaml");
        Files.writeString(source, SAM + function("Import", "CodeUri: ."));
        TemplateCopy.of(source, folder.resolve("target/lambda/template.yaml"), codes, said)
                .write(new TextTemplateLog(lines, folder));
        assertThat(lines.all())
                .contains("INFO Left as it is: 'Import' (orders/template.yaml:3): no archive has its name");
    }

    @Test
    void a_function_may_be_called_function() {
        packaged("function");
        assertThat(copy(SAM + function("Function", "CodeUri: src")))
                .isEqualTo(SAM + function("Function", "CodeUri: function.zip"));
    }

    @Test
    void code_that_is_written_as_nothing_is_left() {
        packaged("orders");
        said = Map.of("Orders", "orders");
        String template = SAM + function("Orders", "CodeUri:");
        assertThat(copy(template)).isEqualTo(template);
        assertThat(lines.all()).contains("INFO Left as it is: 'Orders' (template.yaml:3): it is empty");
    }

    @Test
    void other_files_may_stand_before_functions_and_in_globals() throws IOException {
        packaged("orders");
        Files.createDirectories(folder.resolve("src"));
        String template = """
                Transform: AWS::Serverless-2016-10-31
                Globals: {Function: {CodeUri: %s}}
                Resources:
                  Text: of somebody
                  Nowhere: {Type: AWS::Serverless::LayerVersion, Properties: {ContentUri: ''}}
                  Layer: {Type: AWS::Serverless::LayerVersion, Properties: {ContentUri: %s}}
                  Orders: {Type: AWS::Serverless::Function, Properties: {CodeUri: %s}}
                """;
        assertThat(copy(template.formatted("src", "src", "src")))
                .isEqualTo(template.formatted("../../src", "../../src", "orders.zip"));
        assertThat(lines.all())
                .containsExactly(
                        "INFO Template template.yaml -> target/lambda/template.yaml: code of Orders",
                        "INFO Still a local file: Globals.CodeUri (template.yaml:2), ../../src in the copy",
                        "INFO Still a local file: Layer.ContentUri (template.yaml:6), ../../src in the copy");
    }
}
