package io.github.lambdabootstrap.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What {@code docs/rules.md} says of a rule, as Markdown on one line each.
 *
 * @param id of the rule
 * @param level the weight that its findings have when nothing else is said
 * @param what the demand
 * @param why what Lambda does when it is not met
 * @param fix what to do then
 */
record RulePage(String id, String level, String what, String why, String fix) {

    private static final Pattern SECTION = Pattern.compile(
            "^## (?<id>[a-z-]+)\n\n\\*(?<level>\\w+)\\*.*?"
                    + "\\*\\*What\\.\\*\\* (?<what>.*?)\n\n\\*\\*Why\\.\\*\\* (?<why>.*?)\n\n\\*\\*Fix\\.\\*\\* (?<fix>.*?)(?=\n\n|\n*\\z)",
            Pattern.MULTILINE | Pattern.DOTALL);

    /** Every rule's, in the order of the rules. */
    static List<RulePage> all() {
        try (InputStream in = RulePage.class.getResourceAsStream("rules.md")) {
            return in(new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException("the plugin's own file cannot be read", e);
        }
    }

    private static List<RulePage> in(String rules) {
        return SECTION.matcher(rules)
                .results()
                .map(section -> new RulePage(
                        section.group(1),
                        section.group(2),
                        section.group(3).replace('\n', ' '),
                        section.group(4).replace('\n', ' '),
                        section.group(5).replace('\n', ' ')))
                .toList();
    }

    /** The first sentence of the demand, without marks. */
    String title() {
        return plain(what).replaceFirst("(?<=[^.][.])\\s.*", "");
    }

    /** Markdown without its marks, for readers that show text alone. */
    static String plain(String markdown) {
        return markdown.replace("**", "").replace("`", "");
    }
}
