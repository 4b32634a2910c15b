package io.github.lambdabootstrap.template;

import io.github.lambdabootstrap.problem.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds runtimes that functions leave in texts that are not read as templates. */
final class OldRuntimes {

    private static final int MAX_LINES = 20;
    private static final Set<String> CODE =
            Set.of(".ts", ".js", ".mjs", ".py", ".go", ".java", ".kt", ".cs", ".jsonnet", ".libsonnet");

    private final String target;
    private final Pattern mentions;

    OldRuntimes(MigrationSettings settings) {
        this.target = settings.target().id();
        // provided is a word of English: alone it counts only as the value of a runtime
        Stream<String> names = settings.sources().stream()
                .map(id -> id.contains(".")
                        ? "(?<![\\w.])" + Pattern.quote(id) + "(?![\\w.])"
                        : "(?i:runtime)[\"']?\\s*[:=]\\s*[\"']?" + Pattern.quote(id) + "(?![\\w.])");
        Stream<String> constants = settings.sources().stream().map(OldRuntimes::constant);
        mentions = Pattern.compile(Stream.concat(names, constants).collect(Collectors.joining("|")));
    }

    /** The names that the CDK and Pulumi give to a runtime. */
    private static String constant(String id) {
        String upper = id.toUpperCase(Locale.ROOT).replace('.', '_');
        return switch (id) {
            case MigrationSettings.GO -> "\\bGO_1_X\\b|\\bGo1dx\\b|\\bRuntimeGo1dx\\b";
            case "provided.al2" -> "\\bPROVIDED_AL2\\b|\\bCustomAL2\\b|\\bRuntimeCustomAL2\\b";
            default -> "\\bRuntime[._]" + upper + "\\b(?!_)";
        };
    }

    boolean areIn(String text) {
        return mentions.matcher(text).find();
    }

    /** What is to be changed by hand, by line. */
    List<Remark> lines(TemplateFile file) {
        List<Remark> found = new ArrayList<>();
        Matcher mention = mentions.matcher(file.text());
        int last = 0;
        while (mention.find() && found.size() < MAX_LINES) {
            int line = file.line(mention.start());
            if (line != last) {
                found.add(Remark.declined(file.path(), line, "it says " + SafeText.of(mention.group()), advice(file)));
            }
            last = line;
        }
        return found;
    }

    private String advice(TemplateFile file) {
        String name = file.path().getFileName().toString().toLowerCase(Locale.ROOT);
        return CODE.stream().anyMatch(name::endsWith)
                ? "name " + target
                        + " there, with the handler 'bootstrap' and the zip that lambda-bootstrap:package writes"
                : "name " + target + " there, and call the executable 'bootstrap' where it is built";
    }
}
