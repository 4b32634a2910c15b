package io.github.lambdabootstrap.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdabootstrap.log.LineSink;
import java.io.BufferedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class TerminalSinkTest {

    /** What both the log and the progress are written to. */
    private final StringWriter screen = new StringWriter();

    private final TerminalSink sink =
            new TerminalSink(new Screen(screen), new PrintWriter(new BufferedWriter(screen)), 20);

    private record Screen(StringWriter screen) implements LineSink {

        @Override
        public void debug(String line) {
            screen.write("D " + line + "\n");
        }

        @Override
        public void info(String line) {
            screen.write("I " + line + "\n");
        }

        @Override
        public void warn(String line) {
            screen.write("W " + line + "\n");
        }

        @Override
        public void error(String line) {
            screen.write("E " + line + "\n");
        }
    }

    /** The lines that a person sees on a terminal of 20 columns, the last of them unfinished. */
    private String seen() {
        StringBuilder lines = new StringBuilder();
        StringBuilder line = new StringBuilder();
        int column = 0;
        for (char c : screen.toString().toCharArray()) {
            if (c == '\n') {
                lines.append(line.toString().stripTrailing()).append('\n');
                line.setLength(0);
                column = 0;
            } else if (c == '\r') {
                column = 0;
            } else {
                assertThat(column).as("columns of " + line).isLessThan(20);
                line.setLength(Math.max(line.length(), column + 1));
                line.setCharAt(column++, c);
            }
        }
        return lines + line.toString().replace('\0', ' ').stripTrailing();
    }

    @Test
    void progress_is_one_line_that_is_written_over() {
        sink.progress("10 of 12");
        assertThat(seen()).isEqualTo("10 of 12");
        sink.progress("9 of 12");
        assertThat(seen()).isEqualTo("9 of 12");
        sink.progressOver();
        assertThat(seen()).isEmpty();
    }

    @Test
    void a_line_of_the_log_of_any_weight_takes_the_place_of_progress() {
        for (Consumer<String> log :
                java.util.List.<Consumer<String>>of(sink::debug, sink::info, sink::warn, sink::error)) {
            sink.progress("a long line here");
            log.accept("x");
        }
        assertThat(seen()).isEqualTo("D x\nI x\nW x\nE x\n");
    }

    @Test
    void nothing_is_written_where_nothing_is_shown() {
        sink.info("x");
        sink.progressOver();
        assertThat(screen).hasToString("I x\n");
    }

    @Test
    void a_line_that_is_wider_than_the_terminal_is_cut_as_it_could_not_be_written_over() {
        sink.progress("x".repeat(50));
        assertThat(seen()).isEqualTo("x".repeat(19));
    }

    @Test
    void after_the_end_there_is_no_progress() {
        sink.progress("1 of 12");
        sink.close();
        sink.progress("2 of 12");
        assertThat(seen()).isEmpty();
        assertThat(sink.pace()).isEqualTo(Duration.ofMillis(200));
    }
}
