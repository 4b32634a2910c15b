package io.github.lambdabootstrap.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdabootstrap.model.RuntimeCatalog;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Templates that are made together with what they have to become: every other byte stays, a second run changes nothing,
 * and another parser sees a difference at the planned places only.
 */
class MigrationPropertyTest {

    private static final MigrationSettings SETTINGS = MigrationSettings.towards(
            RuntimeCatalog.builtIn().find(RuntimeCatalog.DEFAULT_ID).orElseThrow(), RuntimeCatalog.builtIn());

    /** One function: its runtime before and after, its handler before and after, and how it is written. */
    record Piece(String runtime, String newRuntime, String handler, String newHandler, int style) {}

    /** Pieces and what is around them. */
    record Around(String lead, String lineEnd, boolean mark, boolean finalLine) {}

    @Provide
    Arbitrary<Piece> pieces() {
        Arbitrary<String> handlers = Arbitraries.of("orders", "go1.x", "provided", "bin/a", "é🐹", "main", "bootstrap");
        return Combinators.combine(
                        Arbitraries.of("go1.x", "provided", "provided.al2", "provided.al2023", "python3.12"),
                        handlers,
                        Arbitraries.integers().between(0, 4))
                .as((runtime, handler, style) -> new Piece(
                        runtime,
                        runtime.startsWith("python") ? runtime : "provided.al2023",
                        handler,
                        runtime.equals("go1.x") ? "bootstrap" : handler,
                        style));
    }

    @Provide
    Arbitrary<Around> around() {
        return Combinators.combine(
                        Arbitraries.of("", "# go1.x", "# 🚀\tRuntime: go1.x", "# provided.al2"),
                        Arbitraries.of("\n", "\r\n"),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false))
                .as(Around::new);
    }

    @Property(tries = 300)
    void yaml_becomes_what_it_was_made_for(@ForAll("lists") List<Piece> functions, @ForAll("around") Around around) {
        String before = around(yaml(functions, false), around);
        String after = around(yaml(functions, true), around);

        assertThat(migrated(before, "yaml")).isEqualTo(after);
        assertThat(migrated(after, "yaml")).isEqualTo(after);
        assertThat(withoutPlanned(before)).isEqualTo(withoutPlanned(after));
    }

    @Property(tries = 300)
    void json_becomes_what_it_was_made_for(@ForAll("lists") List<Piece> functions, @ForAll("around") Around around) {
        Around plain = new Around("", around.lineEnd(), around.mark(), around.finalLine());
        String before = around(json(functions, false), plain);
        String after = around(json(functions, true), plain);

        assertThat(migrated(before, "json")).isEqualTo(after);
        assertThat(migrated(after, "json")).isEqualTo(after);
    }

    @Property(tries = 300)
    void terraform_becomes_what_it_was_made_for(
            @ForAll("lists") List<Piece> functions, @ForAll("around") Around around) {
        String before = around(terraform(functions, false), around);
        String after = around(terraform(functions, true), around);

        assertThat(migrated(before, "tf")).isEqualTo(after);
        assertThat(migrated(after, "tf")).isEqualTo(after);
    }

    @Provide
    Arbitrary<List<Piece>> lists() {
        return pieces().list().ofMinSize(1).ofMaxSize(6);
    }

    private static String around(String body, Around around) {
        String text = (around.lead().isEmpty() ? "" : around.lead() + "\n") + body + (around.finalLine() ? "\n" : "");
        return (around.mark() ? "\ufeff" : "") + text.replace("\n", around.lineEnd());
    }

    private static String yaml(List<Piece> functions, boolean done) {
        return "Transform: AWS::Serverless-2016-10-31\nResources:\n"
                + IntStream.range(0, functions.size())
                        .mapToObj(i -> yaml(i, functions.get(i), done))
                        .collect(Collectors.joining("\n"));
    }

    private static String yaml(int i, Piece f, boolean done) {
        String runtime = done ? f.newRuntime() : f.runtime();
        String handler = done ? f.newHandler() : f.handler();
        String head = "  F" + i + ":\n    Type: AWS::Serverless::Function\n    Properties:";
        String code = "CodeUri: f" + i + ".zip";
        return switch (f.style()) {
            case 0 ->
                head + "\n      " + code + "\n      Handler: " + handler + "\n      Runtime: " + runtime + " # go1.x";
            case 1 ->
                head + "\n      Runtime: '" + runtime + "'\n      " + code + "\n      Handler: \"" + handler + "\"";
            case 2 -> head + " {" + code + ", Handler: " + handler + ", Runtime: " + runtime + " }";
            case 3 ->
                head + "\n      Runtime: >-\n        " + runtime + "\n      Handler: |-\n        " + handler
                        + "\n      " + code;
            default ->
                head + "\n      Description: |\n        Runtime: go1.x\n      Handler: &h" + i + " " + handler
                        + "\n      Runtime: &r" + i + " !!str " + runtime + "\n      " + code;
        };
    }

    private static String json(List<Piece> functions, boolean done) {
        return IntStream.range(0, functions.size())
                .mapToObj(i -> {
                    Piece f = functions.get(i);
                    String gap = f.style() % 2 == 0 ? " " : "\n\t";
                    return "\"F%d\":%s{\"Type\": \"AWS::Serverless::Function\",%s\"Properties\": {\"Runtime\":%s\"%s\","
                                    .formatted(i, gap, gap, gap, done ? f.newRuntime() : f.runtime())
                            + "\"Handler\": \"%s\", \"CodeUri\": \"f%d.zip\"}}"
                                    .formatted(done ? f.newHandler() : f.handler(), i);
                })
                .collect(Collectors.joining(
                        ",\n", "{\"Transform\": \"AWS::Serverless-2016-10-31\", \"Resources\": {", "}}"));
    }

    private static String terraform(List<Piece> functions, boolean done) {
        return IntStream.range(0, functions.size())
                .mapToObj(i -> {
                    Piece f = functions.get(i);
                    String comment = f.style() % 2 == 0 ? " // go1.x" : " /* } go1.x */";
                    return "resource \"aws_lambda_function\" \"f%d\" {\n  filename = \"${path.module}/f%d.zip\"\n"
                                    .formatted(i, i)
                            + "  handler = \"%s\"%s\n  runtime    =   \"%s\"%s\n  description = <<-EOT\n  }\" go1.x\n  EOT\n}"
                                    .formatted(
                                            done ? f.newHandler() : f.handler(),
                                            comment,
                                            done ? f.newRuntime() : f.runtime(),
                                            comment);
                })
                .collect(Collectors.joining("\n"));
    }

    private static String migrated(String text, String ending) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ScannedFile file = new TemplateScanner(new OldRuntimes(SETTINGS)).scan(Path.of("/made/t." + ending), bytes);
        assertThat(file.reading()).as(text).isPresent();
        TemplateUnit unit =
                ending.equals("tf") ? TemplateUnit.module(List.of(file), SETTINGS) : TemplateUnit.file(file, SETTINGS);
        return unit.outcomes(SETTINGS).get(0).content().after();
    }

    /** The template as an independent parser sees it, without the values that may differ. */
    private static Object withoutPlanned(String text) {
        byte[] bytes = text.replace("\ufeff", "").getBytes(StandardCharsets.UTF_8);
        Map<?, ?> root = (Map<?, ?>)
                new Load(LoadSettings.builder().build()).loadFromInputStream(new ByteArrayInputStream(bytes));
        ((Map<?, ?>) root.get("Resources")).values().forEach(f -> {
            Map<?, ?> properties = (Map<?, ?>) ((Map<?, ?>) f).get("Properties");
            properties.remove("Runtime");
            properties.remove("Handler");
        });
        return root;
    }
}
