package io.github.lambdabootstrap.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class WholeCharactersTest {

    @Test
    void a_text_comes_out_as_it_was_whatever_the_size_of_the_buffer() throws IOException {
        String text = "a😀b😀😀c";
        for (int size = 2; size <= text.length() + 1; size++) {
            StringBuilder read = new StringBuilder();
            char[] buffer = new char[size];
            try (WholeCharacters characters = new WholeCharacters(text)) {
                for (int count; (count = characters.read(buffer, 0, size)) >= 0; ) {
                    assertThat(Character.isHighSurrogate(buffer[count - 1])).isFalse();
                    read.append(buffer, 0, count);
                }
            }
            assertThat(read).hasToString(text);
        }
    }

    @Test
    void an_emoji_at_any_place_around_the_parsers_buffer_is_read() throws Exception {
        for (int blanks = YamlReader.LARGEST_BUFFER - 20; blanks < YamlReader.LARGEST_BUFFER + 20; blanks++) {
            String text = "a: b #" + " ".repeat(blanks) + "😀\nc: d\n";
            assertThat(new YamlReader().read(TemplateFile.of(Path.of("t.yaml"), text.getBytes(StandardCharsets.UTF_8))))
                    .as("after %d blanks", blanks)
                    .hasSize(1);
        }
    }
}
