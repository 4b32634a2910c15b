package io.github.lambdabootstrap.template;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Recognises text that a template language is still to work on, which is not what its parser takes it for. */
final class TemplatedText {

    /** {@code {{resolve:...}}} is CloudFormation's own. */
    private static final Pattern MARK = Pattern.compile("\\{\\{(?!resolve:)|\\{%");

    private TemplatedText() {}

    /** Whether a value is still to be made. */
    static boolean isIn(String value) {
        return canBeIn(value) && MARK.matcher(value).find();
    }

    /** Looked for first, because it takes so much less time. */
    private static boolean canBeIn(String text) {
        return text.contains("{{") || text.contains("{%");
    }

    /** The line of the first mark in a text that does not parse. */
    static Optional<Integer> find(TemplateFile file) {
        Matcher mark = MARK.matcher(file.text());
        return mark.find() ? Optional.of(file.line(mark.start())) : Optional.empty();
    }

    /** The line of the first mark outside of quotes and blocks, in which it is a value like others. */
    static Optional<Integer> find(ScannedFile.Reading reading) {
        TemplateFile file = reading.file();
        if (!isIn(file.text())) {
            return Optional.empty();
        }
        NavigableMap<Integer, Integer> quoted = quoted(reading);
        Matcher mark = MARK.matcher(file.text());
        while (mark.find()) {
            Map.Entry<Integer, Integer> before = quoted.floorEntry(mark.start());
            if ((before == null || before.getValue() <= mark.start()) && !isComment(file, mark)) {
                return Optional.of(file.line(mark.start()));
            }
        }
        return Optional.empty();
    }

    /** A template language sees no comments, but only its statements can do anything there. */
    private static boolean isComment(TemplateFile file, Matcher mark) {
        return mark.group().equals("{{")
                && file.text()
                        .substring(file.lineStart(mark.start()), mark.start())
                        .contains("#");
    }

    /** Where texts in quotes and blocks begin and end. */
    private static NavigableMap<Integer, Integer> quoted(ScannedFile.Reading reading) {
        NavigableMap<Integer, Integer> ranges = new TreeMap<>();
        reading.documents().stream()
                .flatMap(document -> Stream.concat(
                        Tree.scalars(document).stream(),
                        Tree.slots(document).stream()
                                .flatMap(slot -> slot.key().stream())
                                .filter(Scalar.class::isInstance)
                                .map(Scalar.class::cast)))
                .filter(text -> text.style() == Scalar.Style.QUOTED || text.style() == Scalar.Style.BLOCK)
                .forEach(text -> ranges.put(text.range().start(), text.range().end()));
        return ranges;
    }
}
