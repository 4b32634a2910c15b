package io.github.lambdabootstrap.shim;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdabootstrap.archive.EntryPath;
import io.github.lambdabootstrap.model.Architecture;
import io.github.lambdabootstrap.shim.HandlerTarget.Refusal;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnownShimTest {

    @ParameterizedTest
    @CsvSource({
        "NATIVE, X86_64, 2 native x86_64",
        "NATIVE, ARM64, 2 native arm64",
        "SH, X86_64, 1 sh",
        "SH, ARM64, 1 sh"
    })
    void what_this_release_ships_is_published(ShimForm form, Architecture architecture, String name) {
        Optional<KnownShim> known = KnownShim.recognise(new Shim(form, architecture).bytes());

        assertThat(known).map(KnownShim::description).contains("lambda-bootstrap shim " + name);
        assertThat(known.orElseThrow().folder()).isEqualTo(EntryPath.ROOT);
        assertThat(known.orElseThrow().readsMap()).isTrue();
        assertThat(known.orElseThrow().isScript()).isEqualTo(form == ShimForm.SH);
        assertThat(known.orElseThrow().resolve("./bin/orders")).isEqualTo(file("bin/orders"));
        assertThat(known.orElseThrow().resolve("/bin/orders")).isEqualTo(new HandlerTarget.Refused(Refusal.ABSOLUTE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exec \"${PWD}/${_HANDLER}\"",
                "exec $PWD/$_HANDLER",
                "exec ./$_HANDLER",
                "exec ./${_HANDLER} \"$@\"",
                "exec \"./$_HANDLER\" $@",
                "exec -- \"${LAMBDA_TASK_ROOT}/${_HANDLER}\"",
                "exec \"$LAMBDA_TASK_ROOT\"/\"$_HANDLER\"",
                "exec ${LAMBDA_TASK_ROOT}/$_HANDLER",
                "exec /var/task/$_HANDLER",
                "exec \"/var/task/${_HANDLER}\";",
                "\"$LAMBDA_TASK_ROOT/$_HANDLER\"",
                "./$_HANDLER",
                "cd $LAMBDA_TASK_ROOT && exec ./$_HANDLER",
                "cd \"${LAMBDA_TASK_ROOT}\"; exec \"./${_HANDLER}\"",
                "cd \"$LAMBDA_TASK_ROOT\"\nexec \"./$_HANDLER\"",
                "[ -x ./$_HANDLER ] || exit 1\nexec ./$_HANDLER",
                "exec 2>&1\n./$_HANDLER",
                "set -euo pipefail\n\n# dispatch\nexport X=1\n  exec \"$PWD/$_HANDLER\"  ",
            })
    void a_script_that_executes_the_handler_below_the_task_root_is_known(String commands) {
        for (String shell : new String[] {"#!/bin/sh", "#!/bin/bash -e", "#! /usr/bin/env bash", "#!/bin/dash"}) {
            Optional<KnownShim> known = KnownShim.recognise((shell + "\n" + commands + "\n").getBytes(UTF_8));

            assertThat(known).get().isInstanceOf(KnownShim.HandWritten.class);
            assertThat(known.orElseThrow().resolve("bin/orders")).isEqualTo(file("bin/orders"));
            assertThat(known.orElseThrow().resolve("/bin/orders")).isEqualTo(file("bin/orders"));
            // the kernel has the last word, not the script
            assertThat(known.orElseThrow().resolve("bootstrap")).isEqualTo(file("bootstrap"));
            assertThat(known.orElseThrow().resolve("../x")).isEqualTo(file("../x"));
            assertThat(known.orElseThrow().resolve("")).isEqualTo(file(""));
            assertThat(known.orElseThrow().folder()).isEqualTo(EntryPath.ROOT);
            assertThat(known.orElseThrow().readsMap()).isFalse();
            assertThat(known.orElseThrow().isScript()).isTrue();
        }
    }

    @Test
    void the_folder_of_a_hand_written_form_counts() {
        KnownShim known = KnownShim.recognise("#!/bin/sh\nexec \"$LAMBDA_TASK_ROOT/bin/$_HANDLER\"".getBytes(UTF_8))
                .orElseThrow();

        assertThat(known.description()).isEqualTo("hand-written shell form: exec \"$LAMBDA_TASK_ROOT/bin/$_HANDLER\"");
        assertThat(known.resolve("orders")).isEqualTo(file("bin/orders"));
        assertThat(known.resolve("../orders")).isEqualTo(file("bin/../orders"));
        assertThat(known.folder()).isEqualTo(EntryPath.of("bin"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "exec ./$_HANDLER", // no shebang
                "#!/bin/sh\n",
                "#!/bin/sh\r\nexec ./$_HANDLER\r\n",
                "#!/usr/bin/python3\nexec ./$_HANDLER",
                "#!/bin/sh\nexec ./bootstrap-$_HANDLER",
                "#!/bin/sh\nexec ./$_HANDLER.sh",
                "#!/bin/sh\nexec './$_HANDLER'",
                "#!/bin/sh\nexec $_HANDLER",
                "#!/bin/sh\nexec /opt/$_HANDLER",
                "#!/bin/sh\nexec ../$_HANDLER",
                "#!/bin/sh\nexec ./$_HANDLER | tee log",
                "#!/bin/sh\nexec ./$_HANDLER || exec ./main",
                "#!/bin/sh\nexec ./main",
                "#!/bin/sh\necho ./$_HANDLER",
                "#!/bin/sh\n_HANDLER=${_HANDLER%.*}\nexec ./$_HANDLER",
                "#!/bin/sh\ncd /opt\nexec ./$_HANDLER",
                "#!/bin/sh\ncd /var/task/bin && exec ./$_HANDLER",
                "#!/bin/sh\ncat <<END\nexec ./$_HANDLER",
                "#!/bin/sh\nexec /opt/start\nexec ./$_HANDLER",
                "#!/bin/sh\nexit 0\n./$_HANDLER",
                "#!/bin/sh\necho \\\n./$_HANDLER",
            })
    void what_is_not_surely_a_shim_is_none(String content) {
        assertThat(KnownShim.recognise(content.getBytes(UTF_8))).isEmpty();
    }

    @Test
    void one_other_byte_makes_another_file() {
        byte[] bytes = new Shim(ShimForm.NATIVE, Architecture.ARM64).bytes();
        bytes[bytes.length - 1] ^= 1;

        assertThat(KnownShim.recognise(bytes)).isEmpty();
        assertThat(KnownShim.recognise(Arrays.copyOf(bytes, 70_000))).isEmpty();
    }

    @Test
    void a_form_is_parsed_by_its_id() {
        assertThat(ShimForm.ids()).containsExactly("native", "sh");
        assertThat(ShimForm.parse("sh")).contains(ShimForm.SH);
        assertThat(ShimForm.parse("SH")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', EMPTY",
        "/, ABSOLUTE",
        ".., OUTSIDE",
        "bin/../../x, OUTSIDE",
    })
    void our_own_shim_refuses_by_the_text_alone(String handler, Refusal refusal) {
        assertThat(HandlerPath.resolve(handler)).isEqualTo(new HandlerTarget.Refused(refusal));
    }

    @Test
    void our_own_shim_takes_paths_of_4095_bytes_with_the_root() {
        String longest = "x".repeat(4095 - "/var/task/".length());

        assertThat(HandlerPath.resolve(longest)).isEqualTo(file(longest));
        assertThat(HandlerPath.resolve(longest + "x")).isEqualTo(new HandlerTarget.Refused(Refusal.TOO_LONG));
        assertThat(HandlerPath.resolve("\u00e9" + longest.substring(1))) // bytes, not characters
                .isEqualTo(new HandlerTarget.Refused(Refusal.TOO_LONG));
    }

    @Test
    void a_refusal_has_the_exit_code_of_a_shell() {
        assertThat(Arrays.stream(Refusal.values()).filter(refusal -> refusal.exitCode() == 126))
                .containsExactly(Refusal.DIRECTORY, Refusal.ITSELF);
        assertThat(Arrays.stream(Refusal.values()).filter(refusal -> refusal.exitCode() == 127))
                .hasSize(5);
    }

    private static HandlerTarget file(String path) {
        return new HandlerTarget.File(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\n\n\n", "#!/bin/sh", "#!/bin/sh\n\n"})
    void what_has_no_command_is_no_shim(String content) {
        assertThat(KnownShim.recognise(content.getBytes(UTF_8))).isEmpty();
    }

    @Test
    void a_folder_may_be_as_deep_as_linux_takes_it_and_a_deeper_one_does_no_harm() {
        assertThat(KnownShim.recognise(("#!/bin/sh\nexec ./" + "a/".repeat(2_000) + "$_HANDLER\n").getBytes(UTF_8)))
                .isPresent();
        assertThat(KnownShim.recognise(("#!/bin/sh\nexec ./" + "a/".repeat(20_000) + "$_HANDLER\n").getBytes(UTF_8)))
                .isEmpty();
        assertThat(KnownShim.recognise("#!/bin/sh\nexec ./a//b/$_HANDLER\n".getBytes(UTF_8)))
                .isEmpty();
    }
}
