package io.github.lambdabootstrap.template;

import io.github.lambdabootstrap.problem.SafeText;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Follows an attribute of a Terraform module to its text, also through a variable's default or a local value. */
final class TerraformValues {

    private static final Pattern WHOLE = Pattern.compile("(?:\"\\$\\{\\s*)?(var|local)\\.([\\w-]+)(?:\\s*}\")?");
    private static final Pattern REFERENCE = Pattern.compile("(?<![\\w.])(var|local)\\.([\\w-]+)");
    private static final Pattern TEMPLATE = Pattern.compile("\\$\\{[^{}]*}");
    private static final Pattern TEXT_OR_COMMENT = Pattern.compile("\"[^\"\\\\\\n]*\"|#.*|//.*|/\\*(?s:.*?)\\*/");
    private static final Pattern WORD = Pattern.compile("\"\\w+\"");
    private static final Pattern KEY = Pattern.compile("(?m)(?:^|[{,])\\s*\"?(\\w+)\"?\\s*[=:](?![=>])");
    private static final Pattern KEY_OF_LINE = Pattern.compile("(?m)^\\s*\"?(\\w+)\"?\\s*[=:](?![=>])");
    private static final int MAX_STEPS = 20;

    private final List<Mapping> files;

    TerraformValues(List<Mapping> files) {
        this.files = List.copyOf(files);
    }

    Value follow(Slot slot) {
        Value value = new Value();
        follow(slot, value, MAX_STEPS);
        return value;
    }

    private void follow(Slot slot, Value value, int steps) {
        value.through(slot);
        if (!(slot.value() instanceof Scalar text)) {
            value.noText(slot);
            return;
        }
        Matcher whole = WHOLE.matcher(text.value());
        if (text.isText()) {
            value.text(text);
        } else if (!whole.matches() || steps == 0) {
            value.unknown(slot, "an expression");
        } else {
            Optional<Slot> target = find(whole.group(1), whole.group(2)).filter(found -> !isNull(found));
            if (target.isEmpty()) {
                value.unknown(
                        slot,
                        SafeText.of(whole.group(1) + "." + whole.group(2)) + ", which has no value in these files");
                return;
            }
            if (whole.group(1).equals("var")) {
                value.parameter("var." + whole.group(2), target.get());
            }
            follow(target.get(), value, steps - 1);
        }
    }

    /** The default of an input that a module can do without. */
    private static boolean isNull(Slot slot) {
        return slot.value() instanceof Scalar text
                && !text.isText()
                && text.value().equals("null");
    }

    /** Adds to the users of a variable's default or of a local value every expression that names it. */
    void addReferences(List<Slot> slots, TextUsers users) {
        slots.forEach(slot -> {
            if (slot.value() instanceof Scalar expression && !expression.isText()) {
                REFERENCE
                        .matcher(expression.value())
                        .results()
                        .flatMap(match -> find(match.group(1), match.group(2)).stream())
                        .filter(target -> target.value() instanceof Scalar)
                        .forEach(target -> users.add((Scalar) target.value(), slot));
            }
        });
    }

    /** The names of a literal map such as {@code { A = "1" }}. */
    static List<String> keys(Scalar map) {
        String source = withoutTemplates(map);
        // where a text ends is not certain once there are escapes
        Pattern key = source.indexOf('\\') < 0 ? KEY : KEY_OF_LINE;
        String keys = TEXT_OR_COMMENT
                .matcher(source)
                .replaceAll(found -> WORD.matcher(found.group()).matches() ? found.group() : " ");
        return key.matcher(keys).results().map(match -> match.group(1)).toList();
    }

    /** Whether no value of a literal map is a map with keys of its own. */
    static boolean isFlat(Scalar map) {
        String source = withoutTemplates(map);
        return source.startsWith("{") && source.indexOf('{', 1) < 0;
    }

    private static String withoutTemplates(Scalar expression) {
        return TEMPLATE.matcher(expression.value()).replaceAll("");
    }

    private Optional<Slot> find(String kind, String name) {
        Stream<Slot> found = files.stream()
                .flatMap(file -> kind.equals("var")
                        ? file.find("variable." + name, "default").stream()
                        : file.slots().stream()
                                .filter(slot -> slot.name().matches("locals(#\\d+)?"))
                                // an attribute can be called so as well, and says nothing
                                .flatMap(slot -> slot.value() instanceof Mapping block
                                        ? block.find(name).stream()
                                        : Stream.<Slot>empty()));
        return found.findFirst();
    }
}
