package io.github.lambdabootstrap.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.lambdabootstrap.model.RuntimeCatalog;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A template of four megabytes takes four times what one of a megabyte takes, and not sixteen times. */
class LargeTemplateTest {

    private static final MigrationSettings SETTINGS = MigrationSettings.towards(
            RuntimeCatalog.builtIn().find(RuntimeCatalog.DEFAULT_ID).orElseThrow(), RuntimeCatalog.builtIn());

    @Test
    void work_grows_with_the_size() {
        migrate(500);
        long once = migrate(2500);
        long fourTimes = migrate(10_000);

        // the thread's own CPU time: a busy machine changes both
        assertThat(fourTimes / (double) once).isLessThan(10);
    }

    @Test
    void it_grows_with_the_length_of_a_line_too() {
        migrateWithLine(100_000);
        long once = migrateWithLine(1_000_000);
        long fourTimes = migrateWithLine(4_000_000);
        assertThat(fourTimes / (double) once).isLessThan(10);
    }

    private static long migrate(int functions) {
        return migrate("t.json", template(functions), functions + 1);
    }

    private static long migrateWithLine(int length) {
        String function = """
                Resources:
                  F:
                    Type: AWS::Lambda::Function
                    Properties: {Runtime: go1.x, Handler: main, Code: {S3Bucket: b, S3Key: k}}
                """;
        return migrate("t.yaml", "# " + "x".repeat(length) + "\n" + function, 2);
    }

    /** @return the CPU seconds that it took, in nanoseconds */
    private static long migrate(String name, String text, int changes) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long start = thread.getCurrentThreadCpuTime();
        ScannedFile file = new TemplateScanner(new OldRuntimes(SETTINGS)).scan(Path.of("/made", name), bytes);
        FileOutcome outcome =
                TemplateUnit.file(file, SETTINGS).outcomes(SETTINGS).get(0);
        assertThat(outcome.content().changes()).hasSize(changes);
        return thread.getCurrentThreadCpuTime() - start;
    }

    /** The runtime from Globals, a handler each, and braces in quotes, of which each is looked at. */
    private static String template(int functions) {
        return IntStream.range(0, functions)
                .mapToObj(i -> """
                        "Function%d": {
                          "Type": "AWS::Serverless::Function",
                          "Properties": {
                            "CodeUri": "dist/function-%d.zip",
                            "Handler": "function-%d",
                            "Description": "{{ braces }} and some words, as many as it takes to fill a template",
                            "Environment": {"Variables": {"TABLE": {"Ref": "Table"}, "STAGE": "test"}}
                          }
                        }""".formatted(i, i, i))
                .collect(Collectors.joining(
                        ",\n",
                        "{\"Transform\": \"AWS::Serverless-2016-10-31\","
                                + " \"Globals\": {\"Function\": {\"Runtime\": \"go1.x\"}}, \"Resources\": {",
                        "}}"));
    }
}
