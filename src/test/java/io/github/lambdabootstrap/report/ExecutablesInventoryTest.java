package io.github.lambdabootstrap.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdabootstrap.model.Architecture;
import io.github.lambdabootstrap.model.BuiltExecutable;
import io.github.lambdabootstrap.model.ByteSize;
import io.github.lambdabootstrap.model.FunctionName;
import io.github.lambdabootstrap.model.RuntimeCatalog;
import io.github.lambdabootstrap.model.Sha256;
import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExecutablesInventoryTest {

    private static final RuntimeCatalog CATALOG = RuntimeCatalog.builtIn();

    @TempDir
    Path folder;

    @Test
    void what_build_wrote_is_what_later_goals_read() {
        BuiltExecutable arm = executable("orders", Architecture.ARM64);
        BuiltExecutable intel = executable("orders", Architecture.X86_64);
        BuiltExecutable audit = executable("audit", Architecture.X86_64);

        inventory().write("default-build", Set.of(), List.of(intel, arm, audit));

        assertThat(inventory().read()).containsExactly(audit, arm, intel);
    }

    @Test
    void the_document_has_this_form() throws IOException {
        inventory().write("default-build", Set.of(), List.of(executable("orders", Architecture.ARM64)));

        assertThat(Files.readString(folder.resolve("executables.json"))).isEqualTo("""
                        {
                          "schemaVersion": 1,
                          "executables": [
                            {
                              "function": "orders",
                              "file": "bin/arm64/orders",
                              "sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                              "sizeBytes": 7,
                              "runtime": "provided.al2023",
                              "architecture": "arm64",
                              "goPackage": "example.com/shop/orders",
                              "goModule": "example.com/shop",
                              "execution": "default-build"
                            }
                          ]
                        }
                        """);
    }

    @Test
    void an_executable_outside_of_the_folder_keeps_its_absolute_path() {
        Path elsewhere = folder.resolveSibling("elsewhere").resolve("orders");
        BuiltExecutable made = new BuiltExecutable(
                new FunctionName("orders"),
                elsewhere,
                Sha256.of(new byte[0]),
                new ByteSize(7),
                CATALOG.find("provided.al2").orElseThrow(),
                Architecture.ARM64,
                "example.com/shop/orders",
                "example.com/shop");

        inventory().write("default-build", Set.of(), List.of(made));

        assertThat(inventory().read()).containsExactly(made);
    }

    @Test
    void an_execution_replaces_its_own_lines_and_those_of_executions_that_are_gone() {
        BuiltExecutable kept = executable("kept", Architecture.ARM64);
        inventory().write("gone", Set.of("mine", "other"), List.of(executable("old", Architecture.ARM64)));
        inventory().write("other", Set.of("mine", "gone"), List.of(kept));
        inventory().write("mine", Set.of("other", "gone"), List.of(executable("mine-before", Architecture.ARM64)));

        BuiltExecutable now = executable("mine-now", Architecture.ARM64);
        inventory().write("mine", Set.of("other"), List.of(now));

        assertThat(inventory().read()).containsExactly(kept, now);
    }

    @Test
    void of_two_executions_that_make_one_program_the_last_is_kept() {
        inventory().write("first", Set.of("second"), List.of(executable("orders", Architecture.ARM64)));
        inventory().write("second", Set.of("first"), List.of(executable("orders", Architecture.ARM64)));

        assertThat(inventory().read()).hasSize(1);
    }

    @Test
    void the_same_lines_leave_the_file_untouched() throws IOException {
        List<BuiltExecutable> lines = List.of(executable("orders", Architecture.ARM64));
        inventory().write("default-build", Set.of(), lines);
        FileTime old = FileTime.fromMillis(1_000_000_000_000L);
        Files.setLastModifiedTime(folder.resolve("executables.json"), old);

        inventory().write("default-build", Set.of(), lines);

        assertThat(Files.getLastModifiedTime(folder.resolve("executables.json")))
                .isEqualTo(old);
    }

    @Test
    void a_missing_inventory_names_the_goal_to_run() {
        assertThatThrownBy(() -> inventory().read())
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problems())
                                .containsExactly(Problem.input(
                                                "lambda-bootstrap:build has not run: its inventory does not" + " exist",
                                                "run lambda-bootstrap:build first, or bind it in the same" + " pom")
                                        .at(folder.resolve("executables.json").toString())));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"schemaVersion\":2,\"executables\":[]} | its schemaVersion is 2, this version of the plugin reads 1",
                "{\"executables\":[]} | its schemaVersion is null, this version of the plugin reads 1",
                "[] | it is no JSON object",
                "{\"schemaVersion\":1} | it has no value for 'executables'",
                "{\"schemaVersion\":1,\"executables\":[null]} | it has no value for 'executables'",
                "{\"schemaVersion\":1,\"executables\":[{}]} | it has no value for 'function'",
                "{\"schemaVersion\":1,\"executables\":[{\"function\":\"../x\"}]} | not a function name: ../x",
                "{\"schemaVersion\":1,\"executables\":[{\"function\":\"x\"}]} | it has no value for 'file'",
            })
    void a_damaged_inventory_says_what_is_wrong_with_it(String document, String why) throws IOException {
        Files.writeString(folder.resolve("executables.json"), document);

        assertThatThrownBy(() -> inventory().read())
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problems())
                                .containsExactly(Problem.input(
                                                "the inventory cannot be read: " + why,
                                                "run mvn clean, then lambda-bootstrap:build again")
                                        .at(folder.resolve("executables.json").toString())));
    }

    @Test
    void a_damaged_inventory_is_replaced_when_the_goal_runs_again() throws IOException {
        Files.writeString(folder.resolve("executables.json"), "{\"schemaVersion\":");
        BuiltExecutable made = executable("orders", Architecture.ARM64);

        inventory().write("default-build", Set.of(), List.of(made));

        assertThat(inventory().read()).containsExactly(made);
    }

    private ExecutablesInventory inventory() {
        return new ExecutablesInventory(folder, CATALOG);
    }

    private BuiltExecutable executable(String name, Architecture architecture) {
        return new BuiltExecutable(
                new FunctionName(name),
                folder.resolve("bin").resolve(architecture.id()).resolve(name),
                Sha256.of(new byte[0]),
                new ByteSize(7),
                CATALOG.find("provided.al2023").orElseThrow(),
                architecture,
                "example.com/shop/" + name,
                "example.com/shop");
    }
}
