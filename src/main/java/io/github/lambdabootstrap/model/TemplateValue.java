package io.github.lambdabootstrap.model;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a property of a function in a template can be, as far as the template tells.
 *
 * @param texts what it can be: more than one where a condition decides
 * @param known whether these are all; with no text, whether the property surely is absent
 * @param parameter what a deployment can set to something else: the parameter whose default it is
 */
public record TemplateValue(List<TemplateText> texts, boolean known, Optional<String> parameter) {

    /** A property that is not there. */
    public static final TemplateValue ABSENT = new TemplateValue(List.of(), true, Optional.empty());

    /** A property of which nothing can be told. */
    public static final TemplateValue UNKNOWN = new TemplateValue(List.of(), false, Optional.empty());

    public TemplateValue {
        texts = List.copyOf(texts);
    }

    /** A property that is this text. */
    public static TemplateValue of(TemplateText text) {
        return new TemplateValue(List.of(text), true, Optional.empty());
    }

    public boolean isAbsent() {
        return known && texts.isEmpty();
    }

    /** Whether it is there, everything that it can be is known, and all of that is so. */
    public boolean isSurely(Predicate<String> so) {
        return known
                && !texts.isEmpty()
                && texts.stream().map(TemplateText::value).allMatch(so);
    }

    /** Whether it can be something that is so. */
    public boolean canBe(Predicate<String> so) {
        return texts.stream().map(TemplateText::value).anyMatch(so);
    }

    /** Its one text, where it can be no other unless somebody sets the parameter. */
    public Optional<TemplateText> only() {
        return known && texts.size() == 1 ? Optional.of(texts.get(0)) : Optional.empty();
    }
}
