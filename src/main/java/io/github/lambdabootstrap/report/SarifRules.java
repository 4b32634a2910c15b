package io.github.lambdabootstrap.report;

import com.google.gson.JsonObject;
import io.github.lambdabootstrap.rules.Severity;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The rules and texts of a SARIF document. */
final class SarifRules {

    private SarifRules() {}

    /** The {@code toolComponent} (3.19) that has them all. */
    static JsonObject driver(List<RulePage> rules, String version) {
        JsonObject json = new JsonObject();
        json.addProperty("name", "lambda-bootstrap-maven-plugin");
        json.addProperty("version", version);
        json.addProperty("informationUri", ProjectPages.HOME);
        json.add("rules", JsonText.array(rules, SarifRules::rule));
        return json;
    }

    /** A message (3.11) in which nothing is a placeholder or a link, whatever an archive has put into it. */
    static JsonObject message(String text) {
        String escaped = text.replace("{", "{{").replace("}", "}}");
        return text(
                "text",
                escaped.contains("](")
                        ? escaped.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")
                        : escaped);
    }

    /** The word for a severity (3.27.10). */
    static String level(String severity) {
        return severity.equals(Severity.INFO.id()) ? "note" : severity;
    }

    private static JsonObject rule(RulePage page) {
        JsonObject json = new JsonObject();
        json.addProperty("id", page.id());
        json.addProperty("name", name(page.id()));
        json.add("shortDescription", text("text", page.title()));
        json.add("fullDescription", text("text", RulePage.plain(page.what())));
        json.addProperty("helpUri", ProjectPages.docs("rules.md#" + page.id()));
        String markdown = "**What.** " + page.what() + "\n\n**Why.** " + page.why() + "\n\n**Fix.** " + page.fix();
        JsonObject help = text("text", RulePage.plain(markdown));
        help.addProperty("markdown", markdown);
        json.add("help", help);
        json.add("defaultConfiguration", text("level", level(page.level())));
        return json;
    }

    /** {@code BootstrapExecutable}: names are in Pascal case (3.49.7). */
    private static String name(String id) {
        return Pattern.compile("-")
                .splitAsStream(id)
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }

    private static JsonObject text(String key, String text) {
        JsonObject json = new JsonObject();
        json.addProperty(key, text);
        return json;
    }
}
