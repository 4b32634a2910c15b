package io.github.lambdabootstrap.template;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One planned change of a template. */
sealed interface Edit {

    /** What is replaced; empty for an insertion. */
    SourceRange range();

    /** What stands there afterwards. */
    String text();

    /**
     * Another value for a text.
     *
     * @param scalar what changes
     * @param range its place
     * @param text the new value
     */
    record Replacement(Scalar scalar, SourceRange range, String text) implements Edit {

        /** The new value of a text that has a place. */
        static Replacement of(Scalar scalar, String text) {
            return new Replacement(
                    scalar,
                    scalar.place().orElseThrow(() -> new IllegalArgumentException("nowhere to write " + text)),
                    text);
        }
    }

    /**
     * A new key in front of another one.
     *
     * @param mapping what gets the key
     * @param before the key that comes behind the new one
     * @param path the new key, then the keys below it
     * @param value a word that needs no quotes
     */
    record Insertion(Mapping mapping, Slot before, List<String> path, String value) implements Edit {
        public Insertion {
            path = List.copyOf(path);
        }

        @Override
        public SourceRange range() {
            SourceRange next = before.place();
            return new SourceRange(next.file(), next.start(), next.start());
        }

        @Override
        public String text() {
            return mapping.flow() ? inBraces() : inLines();
        }

        private String inLines() {
            StringBuilder text = new StringBuilder();
            String indent = " ".repeat(column());
            for (int i = 0; i < path.size(); i++) {
                text.append(i == 0 ? "" : lineEnd() + indent + "  ".repeat(i))
                        .append(path.get(i))
                        .append(':');
            }
            return text.append(' ')
                    .append(value)
                    .append(lineEnd())
                    .append(indent)
                    .toString();
        }

        /** With quotes, as JSON needs them, where the key behind it has them. */
        private String inBraces() {
            SourceRange next = before.place();
            String quote = next.text().startsWith("\"") ? "\"" : "";
            String opening = String.join(
                    ": {", path.stream().map(key -> quote + key + quote).toList());
            String json = opening + ": " + quote + value + quote + "}".repeat(path.size() - 1) + ',';
            String indent = next.file().text().substring(next.file().lineStart(next.start()), next.start());
            return json + (indent.isBlank() ? lineEnd() + indent : " ");
        }

        private int column() {
            SourceRange next = before.place();
            return next.start() - next.file().lineStart(next.start());
        }

        private String lineEnd() {
            return before.place().file().lineEnd();
        }
    }

    /**
     * Another node in place of one, written on one line in JSON's form, which is YAML's as well.
     *
     * @param node what goes
     * @param values what comes: a text under the empty key, else a mapping of texts
     */
    record Substitution(Node node, Map<String, String> values) implements Edit {

        public Substitution {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        static Substitution text(Node node, String value) {
            return new Substitution(node, Map.of("", value));
        }

        @Override
        public SourceRange range() {
            return node.range();
        }

        @Override
        public String text() {
            return isText()
                    ? quoted(values.get(""))
                    : values.entrySet().stream()
                            .map(value -> quoted(value.getKey()) + ": " + quoted(value.getValue()))
                            .collect(Collectors.joining(", ", "{", "}"));
        }

        /** Whether a node is what the text says. */
        boolean isIn(Node after) {
            if (isText()) {
                return after instanceof Scalar scalar && isPlain(scalar, values.get(""));
            }
            return after instanceof Mapping mapping
                    && !mapping.isTagged()
                    && mapping.slots().size() == values.size()
                    && mapping.slots().stream()
                            .allMatch(slot -> slot.value() instanceof Scalar scalar
                                    && values.containsKey(slot.name())
                                    && isPlain(scalar, values.get(slot.name())));
        }

        private boolean isText() {
            return values.containsKey("");
        }

        private static boolean isPlain(Scalar scalar, String value) {
            return scalar.isText() && scalar.value().equals(value);
        }

        private static String quoted(String text) {
            return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        }
    }
}
