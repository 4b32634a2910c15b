package io.github.lambdabootstrap.template;

/** Where the code points of a text are, because YAML marks count those and Java's texts count UTF-16 units. */
final class CodePoints {

    private final int[] offsets;
    private final int start;

    /** Positions in the text from the given offset on. */
    CodePoints(String text, int start) {
        this.start = start;
        boolean plain = text.codePointCount(0, text.length()) == text.length();
        offsets = plain ? new int[0] : offsets(text, start);
    }

    /** The offset of the code point with this number; the text's length behind the last. */
    int offset(int codePoint) {
        return offsets.length == 0 ? start + codePoint : offsets[codePoint];
    }

    private static int[] offsets(String text, int start) {
        int[] found = new int[text.codePointCount(start, text.length()) + 1];
        int offset = start;
        for (int i = 0; i < found.length - 1; i++) {
            found[i] = offset;
            offset += Character.charCount(text.codePointAt(offset));
        }
        found[found.length - 1] = text.length();
        return found;
    }
}
