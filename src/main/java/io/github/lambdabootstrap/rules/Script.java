package io.github.lambdabootstrap.rules;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The first line of a script as Linux reads it (fs/binfmt_script.c), and the text behind it.
 *
 * @param interpreter the path behind {@code #!}; empty when there is none
 * @param argument everything behind the interpreter: one argument, however many words it has; empty when there is none
 * @param carriageReturn whether the first line ends in CR LF, which makes the CR part of what is started
 * @param cut whether the interpreter's path goes on where Linux stops to read
 * @param body the lines behind the first, without their LF; none of a script that is too long for {@link #HEAD_LENGTH}
 */
public record Script(String interpreter, String argument, boolean carriageReturn, boolean cut, List<String> body) {

    /** So many bytes of a script are read: what simple scripts need. */
    public static final int HEAD_LENGTH = 64 * 1024;

    /** So many bytes of a file Linux looks at for its first line (BINPRM_BUF_SIZE since Linux 5.1; 128 before). */
    static final int FIRST_LINE_LIMIT = 256;

    private static final Set<String> SHELLS = Set.of("/bin/sh", "/bin/bash", "/usr/bin/sh", "/usr/bin/bash");
    private static final Set<String> ENV = Set.of("/usr/bin/env", "/bin/env");
    private static final Set<String> SHELLS_BY_ENV = Set.of("sh", "bash");

    public Script {
        body = List.copyOf(body);
    }

    /** Reads a script; empty for what does not begin with {@code #!}. */
    public static Optional<Script> parse(byte[] head) {
        // one byte a character: no text is invalid, and what is compared is ASCII
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (!text.startsWith("#!")) {
            return Optional.empty();
        }
        // lines end at LF alone: a CR belongs to the line
        List<String> lines = Arrays.asList(text.split("\n", -1));
        List<String> body = head.length < HEAD_LENGTH ? lines.subList(1, lines.size()) : List.of();
        return Optional.of(of(lines.get(0), body));
    }

    private static Script of(String first, List<String> body) {
        boolean tooLong = first.length() >= FIRST_LINE_LIMIT;
        // without "#!", and without the last byte that Linux looks at, which it keeps for a NUL
        String seen = tooLong ? first.substring(2, FIRST_LINE_LIMIT - 1) : first.substring(2);
        int nul = seen.indexOf(0); // ends it, as it ends every string of C
        String text = nul < 0 ? seen : seen.substring(0, nul);
        boolean carriageReturn = text.endsWith("\r");
        String line = strip(carriageReturn ? text.substring(0, text.length() - 1) : text);
        int blank = blank(line);
        boolean cut = tooLong && nul < 0 && text.endsWith(line) && blank == line.length();
        return new Script(
                utf8(line.substring(0, blank)), utf8(strip(line.substring(blank))), carriageReturn, cut, body);
    }

    /** Whether the interpreter is neither the archive's nor a layer's. */
    boolean namesSystemInterpreter() {
        return interpreterOfArchive().isEmpty() && !interpreter.startsWith("/opt/");
    }

    /** Whether a shell of the system reads the script. */
    boolean isForShell() {
        return namesShell() || (namesEnv() && SHELLS_BY_ENV.contains(argument));
    }

    /** The interpreter's path when the archive is where it must be; a CR that nothing separates from it belongs to it. */
    public Optional<String> interpreterOfArchive() {
        String path = carriageReturn && argument.isEmpty() ? interpreter + "\r" : interpreter;
        return Optional.of(path)
                .filter(p -> !interpreter.isEmpty() && !cut)
                .filter(p -> TaskPath.isInArchive(p) && !TaskPath.isNeverThere(p));
    }

    /** Whether the interpreter is a shell that every Lambda system has. */
    boolean namesShell() {
        return SHELLS.contains(interpreter);
    }

    /** Whether the interpreter is {@code env}, which looks for the argument in {@code PATH}. */
    boolean namesEnv() {
        return ENV.contains(interpreter);
    }

    /** The interpreter's file name: {@code bash} of {@code /usr/bin/bash}. */
    public String interpreterName() {
        return interpreter.substring(interpreter.lastIndexOf('/') + 1);
    }

    private static String utf8(String bytes) {
        try {
            ByteBuffer encoded = ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1));
            return StandardCharsets.UTF_8.newDecoder().decode(encoded).toString();
        } catch (CharacterCodingException e) {
            return bytes;
        }
    }

    // fs/binfmt_script.c knows blanks and tabs as separators, nothing else
    static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static int blank(String line) {
        int i = 0;
        while (i < line.length() && !isBlank(line.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
