package io.github.lambdabootstrap.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdabootstrap.archive.ZipFixture;
import io.github.lambdabootstrap.elf.ElfFixture;
import io.github.lambdabootstrap.elf.GoBuildInfoFixture;
import io.github.lambdabootstrap.rules.RuleTestCase;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The Go version that deployment.json tells: one that is true of each Go program in the archive that is started. */
class GoVersionTest extends RuleTestCase {

    GoVersionTest() {
        super("handler-resolves");
    }

    private static byte[] go(String version) {
        return ElfFixture.x86_64()
                .staticExecutable()
                .goBuildInfo(GoBuildInfoFixture.go(version))
                .runtimeClient()
                .bytes();
    }

    private static byte[] other() {
        return ElfFixture.x86_64().staticExecutable().runtimeClient().bytes();
    }

    private Optional<String> version(ZipFixture archive) throws IOException {
        return judged(archive.write(folder.resolve("orders.zip"))).goVersion();
    }

    @Test
    void a_function_has_that_of_its_program() throws IOException {
        assertThat(version(ZipFixture.zip().file("bootstrap", go("go1.26.8")))).contains("go1.26.8");
        assertThat(version(ZipFixture.zip().file("bootstrap", other()))).isEmpty();
    }

    @Test
    void a_bundle_has_the_one_of_all_that_its_handlers_start() throws IOException {
        handlers("orders", "users", "native");
        ZipFixture one = bundle().file("orders", go("go1.26.8"))
                .file("users", go("go1.26.8"))
                .file("native", other());
        assertThat(version(one)).contains("go1.26.8");
        handlers("orders");
        assertThat(version(bundle().file("orders", go("go1.26.8")).file("tool", go("go1.20"))))
                .as("a program that no handler names")
                .contains("go1.26.8");
    }

    @Test
    void a_bundle_of_several_versions_has_none_rather_than_one_of_them() throws IOException {
        handlers("orders", "users");
        assertThat(version(bundle().file("orders", go("go1.26.8")).file("users", go("go1.25.1"))))
                .isEmpty();
    }
}
