package io.github.lambdabootstrap.template;

import io.github.lambdabootstrap.problem.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds runtimes that functions leave in texts that are not read as templates. A line that gives a function its runtime
 * is left to a person; a line that only names one, a comment for example, is told and asks for nothing.
 */
final class OldRuntimes {

    private static final int MAX_LINES = 20;

    private final String target;
    private final Set<String> sources;
    private final Pattern mentions;
    private final Pattern settings;

    OldRuntimes(MigrationSettings settings) {
        this.target = settings.target().id();
        this.sources = settings.sources();
        String ids = settings.sources().stream().map(Pattern::quote).collect(Collectors.joining("|"));
        String constants =
                settings.sources().stream().map(OldRuntimes::constant).collect(Collectors.joining("|"));
        // runtime: "go1.x", runtime := "go1.x", "Runtime" => "go1.x", new Runtime('go1.x'), Runtime.fromValue("go1.x"),
        // Runtime: pulumi.String("go1.x"); a call is one only with quotes in it, and prose has none
        String assigned =
                "(?i:runtime)[\"']?(?:\\s*[:?]?=>?\\s*|\\s*:\\s*|(?:\\.(?:of|from\\w*|valueOf))?\\s*\\(\\s*)(?:[\\w.]+\\(\\s*(?=[\"'`]))?";
        // --runtime go1.x, "--runtime", "go1.x"
        String option = "-(?i:runtime)[\"']?(?:\\s*,\\s*|\\s+)";
        String given = "(?:" + assigned + "|" + option + ")[\"'`]?(?:" + ids + ")(?![\\w.])";
        this.settings = Pattern.compile(given + "|" + constants);
        // provided is a word of English: alone it counts only as the value of a runtime
        String names = settings.sources().stream()
                .filter(id -> id.contains("."))
                .map(id -> "(?<![\\w.])" + Pattern.quote(id) + "(?![\\w.])")
                .collect(Collectors.joining("|"));
        mentions = Pattern.compile(Stream.of(given, constants, names)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("|")));
    }

    /** The names that the CDK, Pulumi and the SDKs give to a runtime. */
    private static String constant(String id) {
        String upper = id.toUpperCase(Locale.ROOT).replace('.', '_');
        return switch (id) {
            case MigrationSettings.GO -> "\\bGO_1_X\\b|\\bRuntime[._]GO1_?D?X\\b|\\bGo1dx\\b|\\bRuntimeGo1d?x\\b";
            case "provided.al2" ->
                "\\bPROVIDED_AL2\\b|\\bCustomAL2\\b|\\bRuntimeCustomAL2\\b|\\bRuntime[._]CUSTOM_AL2\\b|\\bRuntimeProvidedal2\\b";
            default -> "\\bRuntime[._](?:" + upper + "|CUSTOM|Custom)\\b(?!_)|\\.Runtime(?:Custom|Provided)\\b";
        };
    }

    boolean areIn(String text) {
        return mentions.matcher(text).find();
    }

    /** A value of a settings file that gives a function its runtime. */
    Optional<Remark> setting(Slot slot) {
        return Optional.of(slot.value())
                .filter(value -> value instanceof Scalar text && text.isText() && sources.contains(text.value()))
                .map(value -> Remark.declined(
                        slot.place(),
                        "it says " + ((Scalar) value).value(),
                        advice(slot.place().file())));
    }

    /** What is to be changed by hand, line by line, then what only speaks of an old runtime, in one remark. */
    List<Remark> lines(TemplateFile file) {
        List<Remark> found = new ArrayList<>();
        SortedSet<Integer> spoken = new TreeSet<>();
        String first = "";
        int last = 0;
        Matcher mention = mentions.matcher(file.text());
        while (mention.find() && found.size() < MAX_LINES) {
            int line = file.line(mention.start());
            if (isSetting(file, mention)) {
                if (line != last) {
                    found.add(Remark.declined(file.path(), line, "it says " + word(mention.group()), advice(file)));
                }
                last = line;
            } else {
                first = spoken.isEmpty() ? word(mention.group()) : first;
                spoken.add(line);
            }
        }
        found.forEach(remark -> spoken.remove(remark.line()));
        if (!spoken.isEmpty()) {
            found.add(mentioned(file, first, spoken));
        }
        return found;
    }

    /** The runtime's own name, without what gives it. */
    private static String word(String mention) {
        return SafeText.of(mention.replaceFirst("(?s)^.*[\\s\"'`:=>(]", ""));
    }

    private boolean isSetting(TemplateFile file, Matcher mention) {
        String before = file.text().substring(file.lineStart(mention.start()), mention.start());
        return settings.matcher(mention.group()).matches() && !SourceComment.isOpenAfter(before, file.path());
    }

    private static Remark mentioned(TemplateFile file, String first, SortedSet<Integer> lines) {
        String shown = lines.stream().limit(MAX_LINES).map(String::valueOf).collect(Collectors.joining(", "));
        return new Remark(
                Remark.Kind.NOTE,
                file.path(),
                lines.first(),
                "it speaks of " + first + (lines.size() == 1 ? " in line " : " in lines ") + shown
                        + (lines.size() > MAX_LINES ? " and others" : "") + ", where no function is seen to take it",
                "see whether that is still true");
    }

    private String advice(TemplateFile file) {
        return SourceComment.isProgram(file.path())
                ? "name " + target
                        + " there, with the handler 'bootstrap' and the zip that lambda-bootstrap:package writes"
                : "name " + target + " there, and call the executable 'bootstrap' where it is built";
    }
}
