package io.github.lambdabootstrap.shim;

import io.github.lambdabootstrap.archive.EntryPath;
import java.util.regex.Pattern;

/**
 * One line of a map: the functions of these names start this entry.
 *
 * @param match a function name or a pattern of the form {@link #MATCH_FORM}
 * @param target an executable of the archive, not {@code bootstrap} itself, without control characters in its name
 */
public record Route(String match, EntryPath target) {

    /**
     * What a match may look like, for messages: the characters of a function name (API_CreateFunction, 64 of them at
     * most), {@code ?} for one character, {@code *} for any number.
     */
    public static final String MATCH_FORM = "[A-Za-z0-9_*?-]{1,64}";

    private static final Pattern MATCH = Pattern.compile(MATCH_FORM);

    /** Refuses with an {@link IllegalArgumentException} what {@link #isMatch} or {@link #isTarget} refuses. */
    public Route {
        if (!isMatch(match)) {
            throw new IllegalArgumentException("not a function name or pattern: " + match);
        }
        if (!isTarget(target)) {
            throw new IllegalArgumentException("no route can lead to: " + target);
        }
    }

    public static boolean isMatch(String text) {
        return MATCH.matcher(text).matches();
    }

    public static boolean isTarget(EntryPath entry) {
        return !entry.isRoot()
                && !entry.equals(Shim.ENTRY)
                && entry.text().chars().noneMatch(c -> c < ' ' || c == 0x7f);
    }

    /** The twin of {@code matches} in bootstrap.c; goes back to the last star alone, so no pattern takes long. */
    public boolean matches(String functionName) {
        int pattern = 0;
        int star = -1;
        int retry = 0;
        int text = 0;
        while (text < functionName.length()) {
            char wanted = pattern < match.length() ? match.charAt(pattern) : 0;
            if (wanted == '*') {
                star = ++pattern;
                retry = text;
            } else if (wanted == '?' || wanted == functionName.charAt(text)) {
                pattern++;
                text++;
            } else if (star >= 0) {
                pattern = star;
                text = ++retry;
            } else {
                return false;
            }
        }
        return match.chars().skip(pattern).allMatch(c -> c == '*');
    }

    /** Whether a function that this route takes never reaches a later one with the given match. */
    boolean hides(Route later) {
        return later.match.equals(match) || (isPattern() && !later.isPattern() && matches(later.match));
    }

    private boolean isPattern() {
        return match.indexOf('*') >= 0 || match.indexOf('?') >= 0;
    }

    String line() {
        return "route " + match + " " + target;
    }
}
