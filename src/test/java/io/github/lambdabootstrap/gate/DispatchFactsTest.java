package io.github.lambdabootstrap.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.lambdabootstrap.archive.ZipFixture;
import io.github.lambdabootstrap.gate.DispatchFacts.Target;
import io.github.lambdabootstrap.rules.RuleTestCase;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DispatchFactsTest extends RuleTestCase {

    DispatchFactsTest() {
        super("handler-resolves");
    }

    private static ZipFixture two() {
        return bundle().file("bin/orders", function().bytes())
                .file("users", function().bytes())
                .symlink("link", "users");
    }

    private Optional<DispatchFacts> facts(ZipFixture archive) throws IOException {
        return judged(archive.write(folder.resolve("orders.zip"))).dispatch();
    }

    @Test
    void handlers_are_told_with_the_entry_that_they_lead_to() throws IOException {
        handlers("./bin/orders", "link", "typo", "bin", "/users");
        DispatchFacts facts = facts(two()).orElseThrow();

        assertThat(facts.shim()).startsWith("lambda-bootstrap shim ").endsWith(" native x86_64");
        assertThat(facts.byFunctionName()).isFalse();
        assertThat(facts.targets())
                .containsExactly(
                        target("./bin/orders", "bin/orders"),
                        target("link", "users"),
                        target("typo", null),
                        target("bin", null),
                        target("/users", null));
        assertThat(facts.executables())
                .extracting(EntrypointFacts::path, EntrypointFacts::resolved)
                .containsExactly(tuple("bin/orders", "bin/orders"), tuple("link", "users"));
        assertThat(facts.more()).isZero();
    }

    @Test
    void routes_are_told_with_the_names_that_they_are_for() throws IOException {
        String map = "lambda-bootstrap-map 1\nroute *-orders bin/orders\n";
        DispatchFacts facts = facts(two().file("bootstrap.map", map).mode(0644)).orElseThrow();

        assertThat(facts.byFunctionName()).isTrue();
        assertThat(facts.targets())
                .containsExactly(new Target("bin/orders", Optional.of("*-orders"), Optional.of("bin/orders")));
        assertThat(facts.executables()).extracting(EntrypointFacts::path).containsExactly("bin/orders");
    }

    @Test
    void without_handlers_all_that_one_could_name_is_told() throws IOException {
        DispatchFacts facts = facts(two()).orElseThrow();

        assertThat(facts.targets()).isEmpty();
        assertThat(facts.executables())
                .extracting(EntrypointFacts::path)
                .containsExactlyInAnyOrder("bin/orders", "users");
    }

    @Test
    void what_is_too_much_for_a_report_is_counted() throws IOException {
        ZipFixture many = bundle();
        for (int i = 0; i < 1_002; i++) {
            many = many.file("bin/" + i, "#!/bin/sh\n").mode(0755);
        }
        handlers(IntStream.range(0, 1_002).mapToObj(i -> "bin/" + i).toArray(String[]::new));
        DispatchFacts facts = facts(many).orElseThrow();

        assertThat(facts.executables()).hasSize(1_000);
        assertThat(facts.more()).isEqualTo(2);
    }

    @Test
    void a_bootstrap_that_is_no_shim_has_none() throws IOException {
        assertThat(facts(bootstrap(function()))).isEmpty();
    }

    private static Target target(String asked, String entry) {
        return new Target(asked, Optional.empty(), Optional.ofNullable(entry));
    }
}
