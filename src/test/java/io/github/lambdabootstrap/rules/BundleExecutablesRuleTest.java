package io.github.lambdabootstrap.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.lambdabootstrap.archive.ZipFixture;
import io.github.lambdabootstrap.elf.ElfFixture;
import io.github.lambdabootstrap.elf.GoBuildInfoFixture;
import io.github.lambdabootstrap.gate.Verdict;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BundleExecutablesRuleTest extends RuleTestCase {

    private static final String FORM = "#!/bin/sh\nexec \"$LAMBDA_TASK_ROOT/$_HANDLER\"\n";
    private static final String ARM64 = "'%s' is an arm64 executable but the function is x86_64; Lambda says:"
            + " Runtime exited with error: exit status 126 (architecture-matches); it matters if a Handler names '%s'"
            + " | fix: build it for x86_64 (GOARCH=amd64), or make the function arm64 (lambda.architecture); or list"
            + " the Handlers (lambda.handlers)";

    BundleExecutablesRuleTest() {
        super("bundle-executables");
    }

    private static byte[] arm64() {
        return ElfFixture.arm64().staticExecutable().runtimeClient().bytes();
    }

    private static String warning(String name) {
        return "warning [" + name + "] " + ARM64.formatted(name, name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders", "bin/orders", "bin/api/app/auth/signin"})
    void what_a_handler_could_name_is_judged_as_what_it_names(String name) {
        assertThat(found(bootstrap(FORM).file(name, arm64()))).containsExactly(warning(name));
        assertThat(found(bundle().file(name, arm64()))).containsExactly(warning(name));
        assertThat(found(bundle().file(name, function().bytes()))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lib/orders", "tools/orders", "binary/orders"})
    void other_folders_hold_what_they_like(String name) {
        assertThat(found(bundle().file(name, arm64()))).isEmpty();
    }

    @Test
    void the_folder_of_a_hand_written_form_takes_the_place_of_the_usual_ones() {
        assertThat(found(bootstrap("#!/bin/sh\nexec ./functions/$_HANDLER\n")
                        .file("functions/orders", arm64())
                        .file("bin/orders", arm64())
                        .file("orders", arm64())))
                .containsExactly(warning("functions/orders"));
    }

    @Test
    void a_link_is_judged_by_what_it_leads_to() {
        assertThat(found(bundle().symlink("orders", "programs/o").file("programs/o", arm64())))
                .containsExactly(
                        "warning [programs/o] 'orders' (-> 'programs/o') is an arm64 executable but the function"
                                + " is x86_64; Lambda says: Runtime exited with error: exit status 126 (architecture-matches); it"
                                + " matters if a Handler names 'orders' (-> 'programs/o')"
                                + " | fix: build it for x86_64 (GOARCH=amd64), or make the function arm64 (lambda.architecture);"
                                + " or list the Handlers (lambda.handlers)");
    }

    static Stream<Arguments> faults() {
        byte[] elf = function().bytes();
        return Stream.of(
                Arguments.of("bootstrap-executable", bundle().file("bin/o", elf).mode(0644)),
                Arguments.of(
                        "bootstrap-format",
                        bundle().file("bin/o", new byte[] {(byte) 0xcf, (byte) 0xfa, (byte) 0xed, (byte) 0xfe})),
                Arguments.of("bootstrap-format", bundle().file("bin/o", "#!\n")),
                Arguments.of("architecture-matches", bundle().file("bin/o", arm64())),
                Arguments.of(
                        "elf-loadable",
                        bundle().file("bin/o", function().osabi(9).bytes())),
                Arguments.of(
                        "loader-present",
                        bundle().file(
                                        "bin/o",
                                        function()
                                                .interpreter("/lib/ld-musl-x86_64.so.1")
                                                .bytes())),
                Arguments.of(
                        "glibc-version",
                        bundle().file(
                                        "bin/o",
                                        function().dynamicExecutable("2.38").bytes())),
                Arguments.of(
                        "libraries-resolve",
                        bundle().file(
                                        "bin/o",
                                        function()
                                                .dynamicExecutable("2.17")
                                                .needs("libx.so.1")
                                                .bytes())),
                Arguments.of("script-interpreter", bundle().file("bin/o", "#!/bin/sh\r\n")),
                Arguments.of("script-target", bundle().file("bin/o", "#!/bin/sh\nexec ./none\n")),
                Arguments.of(
                        "go-runtime-client",
                        bundle().file(
                                        "bin/o",
                                        ElfFixture.x86_64()
                                                .staticExecutable()
                                                .goBuildInfo(GoBuildInfoFixture.function("v1.17.0"))
                                                .bytes())),
                Arguments.of(
                        "go-target",
                        bundle().file(
                                        "bin/o",
                                        function()
                                                .goBuildInfo(GoBuildInfoFixture.function("v1.47.0")
                                                        .setting("GOOS", "dragonfly"))
                                                .bytes())));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void each_rule_of_the_entrypoint_warns(String rule, ZipFixture archive) throws Exception {
        Path file = archive.write(folder.resolve("bundle.zip"));
        assertThat(found(file))
                .singleElement()
                .asString()
                .startsWith("warning [bin/o] ")
                .contains(" (" + rule + "); it matters if a Handler names 'bin/o' | fix: ")
                .endsWith("; or list the Handlers (lambda.handlers)");
        assertThat(judged(file).passed()).isTrue();
        handlers("bin/o");
        Verdict listed = judged(file);
        assertThat(listed.findings())
                .filteredOn(finding -> finding.severity() != Severity.INFO)
                .extracting(Finding::rule, Finding::entry)
                .containsExactly(tuple(rule, "bin/o"));
    }

    static Stream<Arguments> harmless() {
        return Stream.of(
                Arguments.of("data", bundle().file("bin/data.json", "{}")),
                Arguments.of("text with an execute bit", bundle().file("LICENSE", "text")),
                Arguments.of("an empty file", bundle().file("bin/.keep", "")),
                Arguments.of(
                        "a script without an execute bit",
                        bundle().file("deploy.py", "#!/usr/bin/python3\n").mode(0644)),
                Arguments.of(
                        "a script without a mode",
                        bundle().file("deploy.py", "#!/usr/bin/python3\n")
                                .host(0)
                                .externalAttributes(0)),
                Arguments.of(
                        "a program of macOS without an execute bit",
                        bundle().file("tool", new byte[] {(byte) 0xcf, (byte) 0xfa, (byte) 0xed, (byte) 0xfe})
                                .mode(0644)),
                Arguments.of("a Windows tool", bundle().file("bin/tool.exe", "MZ")),
                Arguments.of(
                        "a library by its name",
                        bundle().file("libx.so", arm64()).file("bin/libx.so.1.2", arm64())),
                Arguments.of(
                        "a library by its content",
                        bundle().file(
                                        "bin/plugin",
                                        ElfFixture.arm64()
                                                .sharedLibrary("p")
                                                .withoutEntry()
                                                .bytes())),
                Arguments.of(
                        "an object file",
                        bundle().file("bin/part.o", ElfFixture.arm64().object().bytes())),
                Arguments.of("a dangling link", bundle().symlink("bin/x", "y")),
                Arguments.of(
                        "another bootstrap",
                        bootstrap("#!/bin/sh\nexec ./main\n")
                                .file("main", function().bytes())
                                .file("bin/x", arm64())),
                Arguments.of(
                        "routes",
                        bundle().file("bin/x", arm64())
                                .file("orders", function().bytes())
                                .file("bootstrap.map", "lambda-bootstrap-map 1\nroute * orders\n")),
                Arguments.of(
                        "a map that is refused", bundle().file("bin/x", arm64()).file("bootstrap.map", "x")));
    }

    @ParameterizedTest
    @MethodSource("harmless")
    void what_is_no_executable_or_surely_not_started_is_left_alone(String name, ZipFixture archive) {
        assertThat(found(archive)).isEmpty();
    }

    @Test
    void when_the_handlers_are_known_nothing_else_is_one() {
        handlers("bin/orders");
        assertThat(found(bundle().file("bin/orders", function().bytes()).file("bin/tool", arm64())))
                .isEmpty();
    }

    @Test
    void what_a_possible_handler_starts_is_judged_too() {
        assertThat(found(bundle().file("bin/run.sh", "#!/bin/sh\nexec ./main/x\n")
                        .file("main/x", arm64())))
                .containsExactly(warning("main/x"));
    }

    @Test
    void findings_that_are_good_to_know_stay_out() {
        assertThat(found(bundle().file("bin/a", "#!/usr/bin/perl\n")))
                .singleElement()
                .asString()
                .contains("(script-interpreter)");
    }

    @Test
    void a_rule_that_is_off_is_off_here_too() {
        RuleRegistry registry = RuleRegistry.on(LocalDate.EPOCH, Set.of("glibc-version", "bundle-executables"));
        assertThat(registry.ids())
                .doesNotContain("glibc-version", "bundle-executables")
                .contains("shim-known");
        assertThat(RuleRegistry.on(LocalDate.EPOCH).ids()).containsAll(List.of("glibc-version", "bundle-executables"));
    }
}
