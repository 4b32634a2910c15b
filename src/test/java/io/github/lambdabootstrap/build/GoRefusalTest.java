package io.github.lambdabootstrap.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdabootstrap.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoRefusalTest {

    private static final Command COMMAND = new Command(List.of("go", "build"), Path.of("/m"), Map.of());

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "go: go.mod requires go >= 1.99 (running go 1.26.8; GOTOOLCHAIN=local) | ENVIRONMENT | install that Go",
                "go: download go1.99.0 for linux/amd64: toolchain not available | ENVIRONMENT | install that Go",
                "a.go:3:2: x@v1: module lookup disabled by GOPROXY=off | ENVIRONMENT | build once with network",
                "a.go:3:2: missing go.sum entry for module providing package x | INPUT | run go mod tidy",
                "a.go:3:2: no required module provides package x; to add it: | INPUT | run go mod tidy",
                "go: updates to go.mod needed | INPUT | run go mod tidy",
                "go: inconsistent vendoring in /m: | INPUT | run go mod vendor",
                "package m: build constraints exclude all Go files in /m | INPUT | give the tags",
                "cgo: C compiler \"gcc\" not found: exec: \"gcc\" | ENVIRONMENT | install a C compiler",
                "go: x@v1: Get \"https://p/x\": dial tcp: lookup p: no such host | ENVIRONMENT | check the network",
                "go: x@v9: reading https://p/x: 404 Not Found | INPUT | correct the version",
                "a.go:3:2: undefined: x | INPUT | correct the Go source; by hand: cd /m && go build",
            })
    void the_fix_follows_from_what_go_says(String text, Problem.Kind kind, String fix) {
        Problem problem = GoRefusal.of(text, COMMAND).problem();
        assertThat(problem.what()).isEqualTo("go: " + text.replaceFirst("^go: ", ""));
        assertThat(problem.kind()).isEqualTo(kind);
        assertThat(problem.fix()).startsWith(fix);
        assertThat(problem.docs()).isEqualTo("reference/build.md#what-is-run");
    }

    @Test
    void a_go_that_says_nothing_is_quoted_so() {
        assertThat(GoRefusal.of("", COMMAND).problem().what()).isEqualTo("go failed and said nothing");
    }

    @Test
    void the_first_error_is_no_heading_and_no_progress() {
        assertThat(first("go: downloading x v1", "# example.com/m", "", "a.go:1:1: bad", "b.go:2:2: worse"))
                .isEqualTo("a.go:1:1: bad");
    }

    @Test
    void a_line_that_ends_in_a_colon_goes_on_in_the_next() {
        assertThat(first("go: errors parsing go.mod:", "go.mod:2: unknown directive: bogus", "more"))
                .isEqualTo("go: errors parsing go.mod: go.mod:2: unknown directive: bogus");
    }

    private static String first(String... lines) {
        ErrorText text = new ErrorText();
        List.of(lines).forEach(text);
        return text.first();
    }
}
