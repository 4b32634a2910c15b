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
        "NATIVE, X86_64, 1 native x86_64",
        "NATIVE, ARM64, 1 native arm64",
        "SH, X86_64, 1 sh",
        "SH, ARM64, 1 sh"
    })
    void what_this_release_ships_is_published(ShimForm form, Architecture architecture, String name) {
        Optional<KnownShim> known = KnownShim.recognise(new Shim(form, architecture).bytes());

        assertThat(known).map(KnownShim::description).contains("lambda-bootstrap shim " + name);
        assertThat(known.orElseThrow().resolve("./bin/orders")).isEqualTo(entry("bin/orders"));
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
                "set -euo pipefail\n\n# dispatch\nexport X=1\n  exec \"$PWD/$_HANDLER\"  ",
            })
    void a_script_that_executes_the_handler_below_the_task_root_is_known(String commands) {
        for (String shell : new String[] {"#!/bin/sh", "#!/bin/bash -e", "#! /usr/bin/env bash", "#!/bin/dash"}) {
            Optional<KnownShim> known = KnownShim.recognise((shell + "\n" + commands + "\n").getBytes(UTF_8));

            assertThat(known).get().isInstanceOf(KnownShim.HandWritten.class);
            assertThat(known.orElseThrow().resolve("bin/orders")).isEqualTo(entry("bin/orders"));
            assertThat(known.orElseThrow().resolve("/bin/orders")).isEqualTo(entry("bin/orders"));
            assertThat(known.orElseThrow().resolve("bootstrap")).isEqualTo(new HandlerTarget.Refused(Refusal.ITSELF));
            assertThat(known.orElseThrow().resolve("../x")).isEqualTo(new HandlerTarget.Refused(Refusal.OUTSIDE));
            assertThat(known.orElseThrow().resolve("")).isEqualTo(new HandlerTarget.Refused(Refusal.DIRECTORY));
        }
    }

    @Test
    void the_folder_of_a_hand_written_form_counts() {
        KnownShim known = KnownShim.recognise("#!/bin/sh\nexec \"$LAMBDA_TASK_ROOT/bin/$_HANDLER\"".getBytes(UTF_8))
                .orElseThrow();

        assertThat(known.description()).isEqualTo("hand-written shell form: exec \"$LAMBDA_TASK_ROOT/bin/$_HANDLER\"");
        assertThat(known.resolve("orders")).isEqualTo(entry("bin/orders"));
        assertThat(known.resolve("../orders")).isEqualTo(entry("orders"));
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

    private static HandlerTarget entry(String path) {
        return new HandlerTarget.Entry(EntryPath.of(path));
    }
}
