package io.github.lambdabootstrap.template;

import io.github.lambdabootstrap.model.TemplateText;
import io.github.lambdabootstrap.model.TemplateValue;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes of what a reader followed what rules may know. */
final class Facts {

    /** Values that a deployment fetches: {@code {{resolve:ssm:...}}}. */
    private static final String DYNAMIC = "{{resolve:";

    private static final Pattern SCHEME = Pattern.compile("(?i)[a-z][a-z0-9+.-]+://.*");

    private Facts() {}

    /**
     * The value as far as it is certain.
     *
     * @param function whose property it is: a text of another file has its line
     */
    static TemplateValue of(Value value, SourceRange function) {
        if (value.texts().stream().anyMatch(text -> text.value().contains(DYNAMIC))) {
            return TemplateValue.UNKNOWN;
        }
        return new TemplateValue(
                value.texts().stream().map(text -> text(text, function)).toList(),
                value.unknown().isEmpty(),
                value.parameters().stream().map(Value.Parameter::name).findFirst());
    }

    /** The place of code where it is a path on this machine. */
    static TemplateValue place(TemplateValue code) {
        return code.canBe(text -> text.contains("${") || SCHEME.matcher(text).matches()) ? TemplateValue.UNKNOWN : code;
    }

    static TemplateText text(Scalar text, SourceRange function) {
        return new TemplateText(text.value(), line(text.range(), function));
    }

    /** The line of a key, of a variable for example. */
    static TemplateText key(Slot slot, SourceRange function) {
        return new TemplateText(slot.name(), line(slot.place(), function));
    }

    static Path folder(SourceRange function) {
        return Optional.ofNullable(function.file().path().getParent())
                .orElseThrow(() -> new IllegalArgumentException("no folder: " + function.file()));
    }

    private static int line(SourceRange place, SourceRange function) {
        return place.file().path().equals(function.file().path()) ? place.line() : function.line();
    }
}
