package io.github.lambdabootstrap.report;

import io.github.lambdabootstrap.problem.SafeText;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Text as content or attribute of an HTML page. */
final class HtmlText {

    private HtmlText() {}

    /** Text that is safe to print already, such as a finding's message. */
    static String of(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** Text from outside. */
    static String outside(String text) {
        return of(SafeText.of(text));
    }

    /** The page of the documentation below {@code docs/}. */
    static String link(String page, String text) {
        return "<a href=\"%s\" rel=noreferrer>%s</a>".formatted(of(ProjectPages.docs(page)), of(text));
    }

    static <T> String each(List<T> values, Function<T, String> form) {
        return values.stream().map(form).collect(Collectors.joining());
    }

    /** {@code 1 archive}, {@code 2 archives}. */
    static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
