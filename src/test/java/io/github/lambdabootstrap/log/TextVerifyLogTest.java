package io.github.lambdabootstrap.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextVerifyLogTest {

    private final RecordedLines lines = new RecordedLines();
    private final VerifyLog log = new TextVerifyLog(lines);

    @Test
    void every_event_is_one_line() {
        log.progress(250, 1000);
        log.unused("the placeholder pattern 'later*' matches no archive");
        log.nothingToVerify();

        assertThat(lines.all())
                .containsExactly(
                        "INFO Verified 250 of 1000 archives",
                        "WARN the placeholder pattern 'later*' matches no archive; remove or correct it",
                        "INFO Nothing to verify: this module has no archives");
    }

    @Test
    void a_pattern_cannot_begin_a_line_of_its_own() {
        log.unused("the placeholder pattern 'a\n::error::b\u001b[31m' matches no archive");

        assertThat(lines.all())
                .containsExactly(
                        "WARN the placeholder pattern 'a\\n::error::b\\u001b[31m' matches no archive; remove or"
                                + " correct it");
    }
}
