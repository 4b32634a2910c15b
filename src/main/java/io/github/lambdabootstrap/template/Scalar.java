package io.github.lambdabootstrap.template;

import java.util.Optional;

/**
 * A text in a template.
 *
 * @param value the text that it means
 * @param tag see {@link Node#tag()}
 * @param style how it is written
 * @param range all of it
 */
record Scalar(String value, String tag, Style style, SourceRange range) implements Node {

    /** How a scalar is written. */
    enum Style {
        PLAIN,
        QUOTED,
        /** YAML's {@code |} and {@code >}, and heredocs. */
        BLOCK,
        /** Terraform: to be computed, and so no text; the value is its source. */
        EXPRESSION
    }

    boolean isText() {
        return style != Style.EXPRESSION && !isTagged();
    }

    /**
     * Where exactly the value stands, without quotes, anchor, tag and a block's header; empty where the source spells it
     * in another way, with an escape for example. Looked up only for what may change, as most of a template does not.
     */
    Optional<SourceRange> place() {
        String source = range.file().text();
        int start = pastProperties(source);
        int end = range.end();
        switch (style) {
            case QUOTED -> {
                start++;
                end--;
            }
            case BLOCK -> {
                start = pastBlanks(source, Math.max(start, source.indexOf('\n', start)));
                end = withoutBlanks(source, start);
            }
            case PLAIN -> end = withoutBlanks(source, start);
            case EXPRESSION -> {
                return Optional.empty();
            }
        }
        // a block's value ends with its line end
        String meant = style == Style.BLOCK ? value.strip() : value;
        return start <= end && source.substring(start, end).equals(meant)
                ? Optional.of(new SourceRange(range.file(), start, end))
                : Optional.empty();
    }

    /** Behind the anchor and the tag that YAML can put in front of the value. */
    private int pastProperties(String source) {
        int i = range.start();
        while (i < range.end() && (source.charAt(i) == '&' || source.charAt(i) == '!')) {
            while (i < range.end() && !Character.isWhitespace(source.charAt(i))) {
                i++;
            }
            i = pastBlanks(source, i);
        }
        return i;
    }

    private int pastBlanks(String source, int from) {
        int i = from;
        while (i < range.end() && Character.isWhitespace(source.charAt(i))) {
            i++;
        }
        return i;
    }

    private int withoutBlanks(String source, int start) {
        int end = range.end();
        while (end > start && Character.isWhitespace(source.charAt(end - 1))) {
            end--;
        }
        return end;
    }
}
