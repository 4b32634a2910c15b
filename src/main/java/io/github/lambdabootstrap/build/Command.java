package io.github.lambdabootstrap.build;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * One call of a tool. Its arguments reach the tool as they are: no shell reads them.
 *
 * @param line the executable and its arguments
 * @param directory where it runs
 * @param environment variables beside the inherited ones
 */
public record Command(List<String> line, Path directory, Map<String, String> environment) {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

    public Command {
        line = List.copyOf(line);
        environment = Collections.unmodifiableMap(new TreeMap<>(environment));
        if (line.isEmpty()) {
            throw new IllegalArgumentException("a command has an executable");
        }
    }

    /** The same command with one more variable. */
    public Command with(String variable, String value) {
        Map<String, String> more = new TreeMap<>(environment);
        more.put(variable, value);
        return new Command(line, directory, more);
    }

    /** The command as one line that a POSIX shell runs to the same effect. */
    public String forShell() {
        List<String> words = new ArrayList<>(List.of("cd", quoted(directory.toString()), "&&"));
        environment.forEach((name, value) -> words.add(name + "=" + quoted(value)));
        line.forEach(word -> words.add(quoted(word)));
        return String.join(" ", words);
    }

    private static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
