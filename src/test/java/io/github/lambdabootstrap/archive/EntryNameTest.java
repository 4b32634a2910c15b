package io.github.lambdabootstrap.archive;

import static io.github.lambdabootstrap.archive.NameFlaw.ABSOLUTE;
import static io.github.lambdabootstrap.archive.NameFlaw.BACKSLASH;
import static io.github.lambdabootstrap.archive.NameFlaw.DOT_SEGMENT;
import static io.github.lambdabootstrap.archive.NameFlaw.EMPTY;
import static io.github.lambdabootstrap.archive.NameFlaw.EMPTY_SEGMENT;
import static io.github.lambdabootstrap.archive.NameFlaw.LONG_SEGMENT;
import static io.github.lambdabootstrap.archive.NameFlaw.NOT_UTF8;
import static io.github.lambdabootstrap.archive.NameFlaw.NUL;
import static io.github.lambdabootstrap.archive.NameFlaw.PARENT_SEGMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EntryNameTest {

    static Stream<Arguments> names() {
        return Stream.of(
                arguments("bootstrap", List.of()),
                arguments("bin/", List.of()),
                arguments("..a/.b/c..", List.of()),
                arguments("", List.of(EMPTY)),
                arguments("/etc", List.of(ABSOLUTE)),
                arguments("a/../b", List.of(PARENT_SEGMENT)),
                arguments("..", List.of(PARENT_SEGMENT)),
                arguments("./b", List.of(DOT_SEGMENT)),
                arguments("a//b", List.of(EMPTY_SEGMENT)),
                arguments("bin\\b", List.of(BACKSLASH)),
                arguments("a\0", List.of(NUL)),
                arguments("caf\u00e9", List.of(NOT_UTF8)),
                arguments("a".repeat(255) + "/" + "b".repeat(255), List.of()),
                arguments("data/" + "a".repeat(256), List.of(LONG_SEGMENT)),
                arguments("/../\\", List.of(ABSOLUTE, PARENT_SEGMENT, BACKSLASH)));
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_name_tells_what_unpackers_may_disagree_about(String raw, List<NameFlaw> flaws) {
        assertThat(EntryName.of(raw).flaws()).containsExactlyElementsOf(flaws);
    }

    @Test
    void bytes_that_are_utf8_are_read_as_utf8() {
        EntryName name = EntryName.of("caf\u00c3\u00a9");

        assertThat(name.text()).isEqualTo("caf\u00e9");
        assertThat(name.raw()).isEqualTo("caf\u00c3\u00a9");
        assertThat(name.flaws()).isEmpty();
    }

    @Test
    void bytes_that_are_not_utf8_stay_visible() {
        assertThat(EntryName.of("caf\u00e9").text()).isEqualTo("caf\u00e9");
    }
}
