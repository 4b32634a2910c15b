package io.github.lambdabootstrap.elf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoModInfoParserTest {

    @ParameterizedTest(name = "{0} is {1} = {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "-tags=lambda.norpc,audit | -tags | lambda.norpc,audit",
                "-ldflags=\"-X main.v=\\\"1\\\"\" | -ldflags | -X main.v=\"1\"",
                "-ldflags=\"a\\\\b\" | -ldflags | a\\b",
                "\"a key\"=value | a key | value",
                "`a \"raw\" key`=`raw value` | a \"raw\" key | raw value",
                "k=\"\\x41\\u00e4\\U0001f600\" | k | A\u00e4\ud83d\ude00",
                "k=\"\\xc3\\xa4\u00f6\" | k | \u00e4\u00f6",
                "k=a=b | k | a=b",
                "k= | k | ",
            })
    void a_setting_is_read_as_go_wrote_it(String line, String key, String value) {
        assertThat(settings(line)).containsExactly(Map.entry(key, value == null ? "" : value));
    }

    @Test
    void escaped_control_characters_are_what_they_stand_for() {
        assertThat(settings("k=\"\\a\\b\\f\\n\\r\\t\\v\\'\""))
                .containsExactly(Map.entry("k", "\u0007\b\f\n\r\t\u000b'"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "k=\"",
                "k=`",
                "k=\"\\q\"",
                "k=\"\\x4\"",
                "k=\"\\xg1\"",
                "k=\"\\u12\"",
                "k=\"\\U00110000\"",
                "k=\"\\Uffffffff\"",
                "k=\"a\" b",
                "k=\"a\\\"",
                "\"\"\"=1"
            })
    void a_setting_that_go_never_wrote_is_left_out(String line) {
        assertThat(settings(line)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 16, 32, 33, 40})
    void a_text_without_its_whole_frame_is_unknown(int length) {
        byte[] whole = GoBuildInfoFixture.go("").setting("GOOS", "linux").modinfo();

        assertThat(new GoModInfoParser("go1").parse(Arrays.copyOf(whole, length)))
                .isEqualTo(unknown());
    }

    private static GoBuildInfo unknown() {
        return new GoModInfoParser("go1").parse(new byte[0]);
    }

    @Test
    void a_main_module_named_twice_counts_once() {
        GoBuildInfoFixture twice =
                GoBuildInfoFixture.go("go1").module("a", "v1").module("b", "v2");
        assertThat(new GoModInfoParser("go1").parse(twice.modinfo()).modules()).containsExactly(GoModule.of("a", "v1"));
    }

    private static Map<String, String> settings(String line) {
        GoBuildInfoFixture info = GoBuildInfoFixture.go("go1").line("build\t" + line);
        return new GoModInfoParser("go1").parse(info.modinfo()).settings();
    }
}
