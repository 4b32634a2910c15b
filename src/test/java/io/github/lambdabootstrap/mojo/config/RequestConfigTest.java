package io.github.lambdabootstrap.mojo.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdabootstrap.gate.ArchiveRequest;
import io.github.lambdabootstrap.log.RecordedLines;
import io.github.lambdabootstrap.log.TextVerifyLog;
import io.github.lambdabootstrap.model.RuntimeCatalog;
import io.github.lambdabootstrap.rules.Expectation;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RequestConfigTest {

    private static final Path BASE = Path.of("shop").toAbsolutePath();
    private static final String ARN = "arn:aws:lambda:eu-west-1:123456789012:layer:x:1";

    private final RecordedLines lines = new RecordedLines();
    private final ArchiveRequest orders = request("orders");
    private final ArchiveRequest later = request("later");

    @Test
    void nothing_said_changes_nothing() {
        assertThat(applied(null, null)).containsExactly(orders, later);
        assertThat(lines.all()).isEmpty();
    }

    @Test
    void a_pattern_makes_a_placeholder_of_the_archives_that_it_means() {
        List<String> patterns = List.of(" lat* ", "dist/later.zip");
        assertThat(applied(null, patterns))
                .containsExactly(orders, later.with(later.expectation().with(List.of(), true)));
        assertThat(lines.all()).isEmpty();
    }

    @Test
    void a_pattern_that_means_none_is_a_warning() {
        assertThat(applied(null, List.of("lat", "later", "dist/*.jar"))).hasSize(2);
        assertThat(lines.all())
                .containsExactly(
                        "WARN the placeholder pattern 'lat' matches no archive; remove or correct it",
                        "WARN the placeholder pattern 'dist/*.jar' matches no archive; remove or correct it");
    }

    @Test
    void layers_lie_beside_every_archive_behind_those_of_its_own() {
        ArchiveRequest own = orders.with(orders.expectation().with(List.of("/own.zip"), false));
        assertThat(new RequestConfig(List.of("layers/../a.zip", " " + ARN + " "), null)
                        .applied(List.of(own), BASE, new TextVerifyLog(lines)))
                .singleElement()
                .satisfies(request -> assertThat(request.expectation().layers())
                        .containsExactly("/own.zip", BASE.resolve("a.zip").toString(), ARN));
    }

    private List<ArchiveRequest> applied(List<String> layers, List<String> placeholders) {
        return new RequestConfig(layers, placeholders).applied(List.of(orders, later), BASE, new TextVerifyLog(lines));
    }

    private static ArchiveRequest request(String name) {
        Expectation expectation =
                Expectation.of(RuntimeCatalog.builtIn().find("provided.al2023").orElseThrow(), Optional.empty());
        return new ArchiveRequest(name, BASE.resolve("dist/" + name + ".zip"), expectation);
    }
}
