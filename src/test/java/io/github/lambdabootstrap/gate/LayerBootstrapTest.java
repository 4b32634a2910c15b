package io.github.lambdabootstrap.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdabootstrap.archive.ZipFixture;
import io.github.lambdabootstrap.elf.ElfFixture;
import io.github.lambdabootstrap.rules.Finding;
import io.github.lambdabootstrap.rules.RuleTestCase;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayerBootstrapTest extends RuleTestCase {

    private static final ZipFixture NONE = zip().file("readme", "x");

    LayerBootstrapTest() {
        super("architecture-matches");
    }

    private static byte[] arm64() {
        return ElfFixture.arm64().staticExecutable().runtimeClient().bytes();
    }

    @Test
    void the_bootstrap_of_a_layer_is_judged_where_the_archive_has_none() {
        beside(zip().file("bootstrap", arm64()));
        Path layer = folder.resolve("layer0.zip");

        assertThat(found(NONE))
                .containsExactly(
                        "error [bootstrap] in layer '" + layer + "', 'bootstrap' is an arm64 executable but the"
                                + " function is x86_64; Lambda says: fork/exec /opt/bootstrap: exec format error | fix: build it"
                                + " for x86_64 (GOARCH=amd64), or make the function arm64 (lambda.architecture)");
        assertThat(found(bootstrap(function()))).isEmpty();
    }

    @Test
    void the_last_layer_counts() {
        beside(zip().file("bootstrap", arm64()));
        beside(bootstrap(function()));

        assertThat(found(NONE)).isEmpty();
    }

    /** The layer's own files of that name are not meant. */
    @Test
    void a_link_of_a_layer_into_the_archive_is_left_alone() {
        beside(zip().symlink("bootstrap", "/var/task/orders").file("orders", arm64()));
        ZipFixture archive = zip().file("orders", function().bytes()).mode(0755);

        assertThat(found(archive)).isEmpty();
        assertThat(judged(folder.resolve("orders.zip")).findings()).isEmpty();
    }

    @Test
    void a_link_of_a_layer_into_another_layer_is_something() {
        beside(zip().file("bin/orders", function().bytes()).mode(0755));
        beside(zip().symlink("bootstrap", "bin/orders"));

        found(NONE);
        assertThat(judged(folder.resolve("orders.zip")).findings()).isEmpty();
    }

    @Test
    void a_link_of_a_layer_to_nothing_is_nothing() {
        beside(zip().symlink("bootstrap", "bin/orders"));

        found(NONE);
        assertThat(judged(folder.resolve("orders.zip")).findings())
                .extracting(Finding::rule)
                .containsExactly("bootstrap-present");
    }

    @ParameterizedTest
    @ValueSource(strings = {"#!/var/task/bin/php\n", "#!/bin/sh\nexec ./orders\n"})
    void what_a_layer_asks_of_the_archive_is_left_alone(String script) {
        beside(bootstrap(script));
        found(NONE);

        assertThat(judged(folder.resolve("orders.zip")).findings())
                .extracting(Finding::message)
                .isEmpty();
    }
}
