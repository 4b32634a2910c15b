package io.github.lambdabootstrap.rules;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.lambdabootstrap.Bounds;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.provider.MethodSource;

/** Feeds the reader of scripts with text that no test thought of; {@code docs/proof.md} says how to let it search. */
@Tag("fuzz")
class ScriptFuzzTest {

    static Stream<byte[]> scripts() {
        return Stream.of(
                        "#!/bin/sh\nexec ./orders\n",
                        "#!/bin/bash -e\r\nset -euo pipefail\nexport A='b' # c\ncd \"$(dirname \"$0\")\"\n./orders x\n",
                        "#! /usr/bin/env bash\n\nA=\"b c\"\nexec \"${LAMBDA_TASK_ROOT:-.}/bin/orders\" \"$@\"\n",
                        "#!/var/task/lib/ld-linux-x86-64.so.2 --library-path lib\n",
                        "#!/bin/sh\ncd /var/task\n`dirname $0`/orders $_HANDLER | tee log &\n",
                        "#!/bin/sh\nexec $LAMBDA_TASK_ROOT/lib/ld.so --library-path $LAMBDA_TASK_ROOT/lib ./orders\n",
                        "#!\n")
                .map(text -> text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The fuzzer instruments each class when it is loaded, from the memory of whoever needs it. */
    @BeforeAll
    static void load_all_classes() {
        scripts().forEach(ScriptFuzzTest::read);
    }

    @MethodSource("scripts")
    @FuzzTest(maxDuration = "10m")
    void scripts(byte[] bytes) {
        Bounds bounds = Bounds.fromHere();
        read(bytes);
        bounds.hold();
    }

    private static void read(byte[] bytes) {
        Script.parse(bytes).ifPresent(script -> {
            script.interpreterName();
            ScriptTarget.of(script);
        });
    }
}
