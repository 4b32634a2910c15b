package io.github.lambdabootstrap.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdabootstrap.log.RecordedLines;
import io.github.lambdabootstrap.log.TextTemplateLog;
import io.github.lambdabootstrap.model.Architecture;
import io.github.lambdabootstrap.model.DeployedCode;
import io.github.lambdabootstrap.problem.ProblemException;
import io.github.lambdabootstrap.problem.ProblemText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TemplateCopiesTest {

    private static final String TEMPLATE = "{\"Resources\": {\"Orders\": {\"Type\": \"AWS::Lambda::Function\","
            + " \"Properties\": {\"Code\": \"cmd/orders\", \"Runtime\": \"provided.al2023\"}}}}\n";
    private static final String DOCS = "      docs/templates.md#copies";
    private static final String FIX_OWN = "fix: give the template another name" + DOCS;

    @TempDir
    private Path folder;

    private final RecordedLines lines = new RecordedLines();

    /** What is said, one line for each problem. */
    private List<String> refused(Map<String, String> said, String... templates) throws IOException {
        for (String template : templates) {
            Files.createDirectories(folder.resolve(template).getParent());
            Files.writeString(folder.resolve(template), template.endsWith(".tf") ? "" : TEMPLATE);
        }
        List<String> message = new ArrayList<>();
        assertThatThrownBy(() -> copies(said, templates).write(codes(), new TextTemplateLog(lines, folder)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> ProblemText.lines("it", e.problems()).stream()
                                .skip(1)
                                .map(line -> line.strip().replace(folder.toString(), "FOLDER"))
                                .forEach(message::add));
        assertThat(lines.all()).as("nothing is written").noneMatch(line -> line.startsWith("INFO Template"));
        return message;
    }

    private TemplateCopies copies(Map<String, String> said, String... templates) {
        return new TemplateCopies(List.of(templates), folder, said, folder.resolve("target/lambda"));
    }

    private List<DeployedCode> codes() {
        return List.of(new DeployedCode(
                "orders",
                Optional.of(Architecture.X86_64),
                folder.resolve("target/lambda/orders.zip"),
                Optional.empty()));
    }

    /** What the documentation says that the goals write under names of their own. */
    static List<String> files_of_the_goals() throws IOException {
        return Files.readString(Path.of("docs/files.md"))
                .lines()
                .takeWhile(line -> !line.startsWith("## "))
                .filter(line -> line.startsWith("| `"))
                .flatMap(line -> Stream.of(line.split("\\|", -1)[1].split(",", -1)))
                .map(name -> name.strip().replace("`", ""))
                .filter(name -> !name.contains("<"))
                .toList();
    }

    @Test
    void the_documentation_names_files() throws IOException {
        assertThat(files_of_the_goals())
                .contains("verify.json", "deployment.json", "functions.json")
                .hasSize(11);
    }

    @ParameterizedTest
    @MethodSource("files_of_the_goals")
    void a_copy_replaces_no_file_of_the_goals(String name) throws IOException {
        assertThat(refused(Map.of(), "stacks/" + name)).containsExactly(own(name), FIX_OWN);
    }

    @Test
    void nor_one_that_a_file_system_takes_for_it() throws IOException {
        assertThat(refused(Map.of(), "stacks/Verify.JSON")).containsExactly(own("Verify.JSON"), FIX_OWN);
    }

    private static String own(String name) {
        return "its copy would replace '" + name.toLowerCase(Locale.ROOT)
                + "', which the goals of this plugin write (FOLDER/stacks/" + name + ")";
    }

    @Test
    void copies_of_one_name_and_templates_in_the_place_of_their_copies_are_refused() throws IOException {
        assertThat(refused(Map.of(), "a/shop.json", "b/Shop.json", "target/lambda/own.json"))
                .containsExactly(
                        "its copy would replace that of 'FOLDER/a/shop.json' (FOLDER/b/Shop.json)",
                        "fix: give the templates names of their own" + DOCS,
                        "its copy would replace the template itself (FOLDER/target/lambda/own.json)",
                        "fix: keep templates out of the folder" + DOCS);
    }

    @Test
    void functions_and_archives_that_are_not_there_are_refused() throws IOException {
        assertThat(refused(Map.of("Ordres", "orders", "Orders", "ordres"), "a/shop.json"))
                .containsExactly(
                        "no archive is called 'ordres' (pom.xml <templateFunctions>)",
                        "fix: choose one of orders" + DOCS,
                        "no template has a function 'Ordres' (pom.xml <templateFunctions>)",
                        "fix: choose one of Orders" + DOCS);
    }

    @Test
    void without_a_function_there_is_nothing_to_choose_from() throws IOException {
        assertThat(refused(Map.of("Orders", "orders"), "a/main.tf"))
                .containsExactly(
                        "no template has a function 'Orders' (pom.xml <templateFunctions>)", "fix: remove it" + DOCS);
        assertThat(lines.all())
                .containsExactly("INFO Left as it is: the template (a/main.tf:1): only AWS SAM and CloudFormation have"
                        + " copies");
    }

    @Test
    void a_copy_is_planned_and_written_and_without_templates_there_is_none() throws IOException {
        Files.writeString(folder.resolve("shop.json"), TEMPLATE);
        TextTemplateLog log = new TextTemplateLog(lines, folder);
        assertThat(copies(Map.of("Orders", "orders"), "shop.json").plan(codes(), log))
                .singleElement()
                .satisfies(copy -> assertThat(copy.target()).isEqualTo(folder.resolve("target/lambda/shop.json")));
        assertThat(folder.resolve("target")).doesNotExist();

        copies(Map.of(), "shop.json").write(codes(), log);
        assertThat(folder.resolve("target/lambda/shop.json")).hasContent(TEMPLATE.replace("cmd/orders", "orders.zip"));
        assertThat(copies(Map.of("Nobody", "orders")).isEmpty()).isTrue();
        assertThat(copies(Map.of("Nobody", "orders")).plan(codes(), log)).isEmpty();
    }
}
