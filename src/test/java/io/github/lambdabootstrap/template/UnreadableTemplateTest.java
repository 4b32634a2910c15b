package io.github.lambdabootstrap.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of a template that is none in its notation, with the line. */
class UnreadableTemplateTest {

    private static String said(TreeReader reader, String text) throws IOException {
        TemplateFile file = TemplateFile.of(Path.of("/t"), text.getBytes(StandardCharsets.UTF_8));
        TemplateSyntaxException e = catchThrowableOfType(TemplateSyntaxException.class, () -> reader.read(file));
        return e.line() + ": " + e.getMessage();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            locals {`\\n`}`\\n`}            | 3: '}' closes nothing
            locals {`\\n`a = 1`\\n`         | 3: a '}' is missing at the end
            locals {`\\n`a = 1)`\\n`}       | 2: ')' closes nothing
            locals {`\\n`a = [1,`\\n`       | 3: a bracket is not closed
            locals {`\\n`a = "1`\\n`}       | 2: a string is not closed
            locals {`\\n`a = <<EOT`\\n`x    | 3: the heredoc EOT is not closed
            /* locals                       | 1: a comment is not closed
            locals                          | 1: the text ends too early
            locals {`\\n`= 1`\\n`}          | 2: '=' is not expected here
            """)
    void terraform(String text, String said) throws IOException {
        assertThat(said(new TerraformReader(), text.replace("`\\n`", "\n"))).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"a": [1,             | 1: the text ends too early
            {"a": "1              | 1: the text ends too early
            {"a": 1}}             | 1: '}' is not expected here
            {"a": 1, "a": 2}      | 1: the key 'a' is already there in line 1, and which of the two counts depends on the tool
            """)
    void json(String text, String said) throws IOException {
        assertThat(said(new JsonReader(), text)).isEqualTo(said);
    }

    @Test
    void yaml() throws IOException {
        assertThat(said(new YamlReader(), "a: \"\\UFFFFFFFF\"\n"))
                .isEqualTo("1: an escape in double quotes names no character");
        assertThat(said(new YamlReader(), "a: 1\nb: *c\n")).isEqualTo("2: the alias *c refers to nothing before it");
    }
}
