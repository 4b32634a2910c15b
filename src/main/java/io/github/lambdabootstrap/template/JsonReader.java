package io.github.lambdabootstrap.template;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Reads JSON (RFC 8259) with positions, tabs included, which YAML parsers refuse. What it accepts beyond the grammar of
 * numbers and literals does not matter, since those are never changed.
 */
final class JsonReader implements TreeReader {

    @Override
    public List<Node> read(TemplateFile file) throws TemplateSyntaxException {
        return new Reading(file).document();
    }

    /** The reading of one file, from left to right. */
    private static final class Reading {
        private final TemplateFile file;
        private final String text;
        private final TreeBuilder tree;
        /** The closing brackets that are due. */
        private final Deque<Character> closing = new ArrayDeque<>();

        private int at;

        Reading(TemplateFile file) {
            this.file = file;
            this.text = file.text();
            this.tree = new TreeBuilder(file);
            this.at = file.contentStart();
        }

        List<Node> document() throws TemplateSyntaxException {
            do {
                value();
                close();
            } while (!closing.isEmpty());
            blanks();
            if (at < text.length()) {
                throw unexpected();
            }
            return tree.roots();
        }

        /** A key with its colon where one is due, then a value or the beginning of one. */
        private void value() throws TemplateSyntaxException {
            blanks();
            if (tree.expectsKey()) {
                tree.add(string(), false);
                expect(':');
            }
            blanks();
            switch (peek()) {
                case '{' -> open('}');
                case '[' -> open(']');
                case '"' -> tree.add(string(), false);
                default -> tree.add(literal(), false);
            }
        }

        private void open(char end) throws TemplateSyntaxException {
            tree.begin(new TreeBuilder.Opening(end == '}', true, Node.NO_TAG, at++));
            closing.push(end);
            blanks();
            if (peek() != end) {
                value();
            }
        }

        /** Ends all that ends here; afterwards a value is due, or nothing is open. */
        private void close() throws TemplateSyntaxException {
            while (!closing.isEmpty()) {
                blanks();
                if (peek() == ',') {
                    at++;
                    return;
                }
                expect(closing.pop());
                tree.end(at);
            }
        }

        private Scalar string() throws TemplateSyntaxException {
            int start = at;
            if (peek() != '"') {
                throw unexpected();
            }
            at++;
            plain();
            String value = peek() == '"' ? text.substring(start + 1, at) : withEscapes(start + 1);
            at++;
            return new Scalar(value, Node.NO_TAG, Scalar.Style.QUOTED, new SourceRange(file, start, at));
        }

        /** Goes on to the next quote or escape. */
        private void plain() throws TemplateSyntaxException {
            while (at < text.length()) {
                char c = text.charAt(at);
                if (c == '"' || c == '\\') {
                    return;
                }
                if (c < 0x20) {
                    throw unexpected();
                }
                at++;
            }
        }

        private String withEscapes(int start) throws TemplateSyntaxException {
            StringBuilder value = new StringBuilder(text.substring(start, at));
            while (peek() != '"') {
                if (peek() == '\\') {
                    value.append(escaped());
                }
                int from = at;
                plain();
                value.append(text.substring(from, at));
            }
            return value.toString();
        }

        private char escaped() throws TemplateSyntaxException {
            at++;
            char c = peek();
            at++;
            return switch (c) {
                case 'b' -> '\b';
                case 'f' -> '\f';
                case 'n' -> '\n';
                case 'r' -> '\r';
                case 't' -> '\t';
                case 'u' -> unicode();
                default -> c;
            };
        }

        private char unicode() throws TemplateSyntaxException {
            int code = 0;
            for (int i = 0; i < 4; i++) {
                int digit = Character.digit(peek(), 16);
                if (digit < 0) {
                    throw unexpected();
                }
                code = code * 16 + digit;
                at++;
            }
            return (char) code;
        }

        /** A number, {@code true}, {@code false} or {@code null}. */
        private Scalar literal() throws TemplateSyntaxException {
            int start = at;
            while (at < text.length()
                    && (Character.isLetterOrDigit(text.charAt(at)) || "+-.".indexOf(text.charAt(at)) >= 0)) {
                at++;
            }
            if (at == start) {
                throw unexpected();
            }
            SourceRange range = new SourceRange(file, start, at);
            return new Scalar(range.text(), Node.NO_TAG, Scalar.Style.PLAIN, range);
        }

        private void expect(char wanted) throws TemplateSyntaxException {
            blanks();
            if (peek() != wanted) {
                throw unexpected();
            }
            at++;
        }

        private void blanks() {
            while (at < text.length() && isBlank(text.charAt(at))) {
                at++;
            }
        }

        private static boolean isBlank(char c) {
            return c == ' ' || c == '\n' || c == '\r' || c == '\t';
        }

        private char peek() throws TemplateSyntaxException {
            if (at >= text.length()) {
                throw new TemplateSyntaxException("the text ends too early", file.line(text.length()));
            }
            return text.charAt(at);
        }

        private TemplateSyntaxException unexpected() {
            return new TemplateSyntaxException("'" + text.charAt(at) + "' is not expected here", file.line(at));
        }
    }
}
