package io.github.lambdabootstrap.template;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The text of one template and where its lines begin. The text is the file's bytes as strict UTF-8, byte order mark
 * and line ends included, so that encoding it again gives the same bytes.
 */
public final class TemplateFile {

    /** What some editors write before a UTF-8 text. */
    static final char BYTE_ORDER_MARK = '\ufeff';

    /** Characters, as a first guess at how many lines there are. */
    private static final int USUAL_LINE = 32;

    /** What stands in a text where its bytes are not UTF-8, unless it is written there. */
    private static final char REPLACEMENT = '\ufffd';

    private final Path path;
    private final String text;
    private final int[] lineStarts;

    private TemplateFile(Path path, String text) {
        this.path = path;
        this.text = text;
        this.lineStarts = lineStarts(text);
    }

    /**
     * The file with these bytes.
     *
     * @throws CharacterCodingException when they are not UTF-8
     */
    public static TemplateFile of(Path path, byte[] bytes) throws CharacterCodingException {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0) {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        }
        return new TemplateFile(path, text);
    }

    /** The same file with another text. */
    public TemplateFile with(String newText) {
        return new TemplateFile(path, newText);
    }

    public Path path() {
        return path;
    }

    public String text() {
        return text;
    }

    /** The bytes as they are, or are to be, on disk. */
    public byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The offset of the first character behind the byte order mark. */
    int contentStart() {
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
    }

    /** The line, from 1, of the character at the offset. */
    public int line(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** The offset of the first character of the line that holds the offset. */
    int lineStart(int offset) {
        return lineStarts[line(offset) - 1];
    }

    /** The offset of the first character of the line with this number, from 1. */
    int start(int line) {
        return lineStarts[line - 1];
    }

    /** What ends the first line; a line feed when there is only one line. */
    String lineEnd() {
        int feed = text.indexOf('\n');
        return feed > 0 && text.charAt(feed - 1) == '\r' ? "\r\n" : "\n";
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[text.length() / USUAL_LINE + 1];
        int lines = 1;
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            starts = lines == starts.length ? Arrays.copyOf(starts, 2 * lines) : starts;
            starts[lines++] = i + 1;
        }
        return Arrays.copyOf(starts, lines);
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
