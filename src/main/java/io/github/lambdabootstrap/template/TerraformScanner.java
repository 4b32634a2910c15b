package io.github.lambdabootstrap.template;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Finds where the tokens of Terraform's language end: strings with templates in them, heredocs, the three forms of
 * comments, brackets.
 */
final class TerraformScanner {

    private final TemplateFile file;
    private final String text;
    private int at;

    TerraformScanner(TemplateFile file) {
        this.file = file;
        this.text = file.text();
        this.at = file.contentStart();
    }

    int position() {
        return at;
    }

    boolean atEnd() {
        return at >= text.length();
    }

    /** Steps over the character if it is next. */
    boolean take(char wanted) {
        boolean found = !atEnd() && text.charAt(at) == wanted;
        at += found ? 1 : 0;
        return found;
    }

    /** Steps over blanks and comments, new lines included. */
    void skipBlankLines() throws TemplateSyntaxException {
        do {
            skipBlanks();
        } while (take('\n'));
    }

    /** Steps over blanks and comments, up to the end of the line. */
    void skipBlanks() throws TemplateSyntaxException {
        while (!atEnd()) {
            if (text.startsWith("/*", at)) {
                at = behind("*/", at + 2, "a comment");
            } else if (text.startsWith("//", at) || text.charAt(at) == '#') {
                at = lineEnd(at);
            } else if (" \t\r".indexOf(text.charAt(at)) >= 0) {
                at++;
            } else {
                return;
            }
        }
    }

    /** Steps over a name and returns it. */
    String identifier() throws TemplateSyntaxException {
        int start = at;
        while (!atEnd() && isPartOfName(text.charAt(at))) {
            at++;
        }
        if (at == start) {
            throw unexpected(atEnd() ? "the text ends too early" : "'" + text.charAt(at) + "' is not expected here");
        }
        return text.substring(start, at);
    }

    /** Steps over a block's label, quoted or not, and returns it without quotes. */
    String label() throws TemplateSyntaxException {
        if (atEnd() || text.charAt(at) != '"') {
            return identifier();
        }
        int start = at;
        string();
        return text.substring(start + 1, at - 1);
    }

    /** Steps over an expression, which ends with its line unless a bracket is open; returns where its last token ends. */
    int expression() throws TemplateSyntaxException {
        int depth = 0;
        int end = at;
        while (!atEnd()) {
            skipBlanks();
            if (atEnd() || (depth == 0 && (text.charAt(at) == '\n' || text.charAt(at) == '}'))) {
                break;
            }
            char c = text.charAt(at);
            depth += opens(c) - closes(c);
            if (depth < 0) {
                throw unexpected("'" + c + "' closes nothing");
            }
            token(c);
            end = c == '\n' ? end : at;
        }
        if (depth > 0) {
            throw unexpected("a bracket is not closed");
        }
        return end;
    }

    TemplateSyntaxException unexpected(String reason) {
        return new TemplateSyntaxException(reason, file.line(Math.min(at, text.length())));
    }

    private void token(char c) throws TemplateSyntaxException {
        if (c == '"') {
            string();
        } else if (isHeredoc()) {
            heredoc();
        } else {
            at++;
        }
    }

    /** A string may hold templates, and those strings: of each open template, how many braces are open in it. */
    private void string() throws TemplateSyntaxException {
        int start = at;
        Deque<Integer> templates = new ArrayDeque<>();
        boolean quoted = false;
        do {
            if (atEnd() || (quoted && text.charAt(at) == '\n')) {
                at = start;
                throw unexpected("a string is not closed");
            }
            char c = text.charAt(at);
            if (c == '"') {
                quoted = !quoted;
            } else if (quoted && (c == '\\' || isEscapedTemplate())) {
                at += c == '\\' ? 1 : 2;
            } else if (quoted && isTemplate()) {
                templates.push(0);
                quoted = false;
                at++;
            } else if (!quoted && (c == '{' || c == '}')) {
                quoted = brace(c, templates);
            }
            at++;
        } while (quoted || !templates.isEmpty());
    }

    /** Counts a brace within a template; says whether it ended the template. */
    private static boolean brace(char c, Deque<Integer> templates) {
        int open = templates.pop() + (c == '{' ? 1 : -1);
        if (open >= 0) {
            templates.push(open);
        }
        return open < 0;
    }

    private boolean isTemplate() {
        return text.startsWith("${", at) || text.startsWith("%{", at);
    }

    private boolean isEscapedTemplate() {
        return text.startsWith("$${", at) || text.startsWith("%%{", at);
    }

    private boolean isHeredoc() {
        int word = text.startsWith("<<-", at) ? at + 3 : at + 2;
        return text.startsWith("<<", at) && word < text.length() && isPartOfName(text.charAt(word));
    }

    private void heredoc() throws TemplateSyntaxException {
        at += text.startsWith("<<-", at) ? 3 : 2;
        String end = identifier();
        int line = lineEnd(at);
        do {
            if (line >= text.length()) {
                throw unexpected("the heredoc " + end + " is not closed");
            }
            at = line + 1;
            line = lineEnd(at);
        } while (!text.substring(at, line).strip().equals(end));
        at = line;
    }

    private int behind(String end, int from, String what) throws TemplateSyntaxException {
        int found = text.indexOf(end, from);
        if (found < 0) {
            throw unexpected(what + " is not closed");
        }
        return found + end.length();
    }

    private int lineEnd(int from) {
        int found = text.indexOf('\n', from);
        return found < 0 ? text.length() : found;
    }

    private static boolean isPartOfName(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-';
    }

    private static int opens(char c) {
        return c == '{' || c == '[' || c == '(' ? 1 : 0;
    }

    private static int closes(char c) {
        return c == '}' || c == ']' || c == ')' ? 1 : 0;
    }
}
