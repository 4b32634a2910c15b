package io.github.lambdabootstrap.shim;

import io.github.lambdabootstrap.archive.EntryPath;
import io.github.lambdabootstrap.problem.SafeText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the map of an archive, stricter than the shim: what it takes, both forms of the shim read alike. */
public final class DispatchMapReader {

    private static final Pattern ROUTE = Pattern.compile("route (\\S+) (.+)");

    private DispatchMapReader() {}

    /**
     * The map in an entry's content.
     *
     * @throws InvalidMapException when the shim would refuse it, or when its two forms could read it differently
     */
    public static DispatchMap read(byte[] content) throws InvalidMapException {
        if (content.length > DispatchMap.LIMIT) {
            throw new InvalidMapException("it is longer than " + DispatchMap.LIMIT + " bytes");
        }
        // not lines(): to the shim a carriage return is a character of the line
        List<String> lines = List.of(new String(content, StandardCharsets.UTF_8).split("\n"));
        if (!lines.get(0).equals(DispatchMap.HEADER)) {
            throw new InvalidMapException("its first line is not '" + DispatchMap.HEADER + "'");
        }
        try {
            return map(lines.subList(1, lines.size()));
        } catch (IllegalArgumentException e) {
            throw new InvalidMapException(SafeText.of(e.getMessage()), e);
        }
    }

    private static DispatchMap map(List<String> lines) throws InvalidMapException {
        List<Route> routes = new ArrayList<>();
        boolean execWrapper = false;
        for (String line : lines) {
            Matcher route = ROUTE.matcher(line);
            if (line.equals(DispatchMap.WRAPPER)) {
                execWrapper = true;
            } else if (route.matches()) {
                routes.add(new Route(route.group(1), EntryPath.of(route.group(2))));
            } else {
                throw new InvalidMapException(
                        "it has a line other than 'wrapper' and 'route MATCH TARGET': " + SafeText.of(line));
            }
        }
        return new DispatchMap(routes, execWrapper);
    }

    /** A map that the shim cannot be trusted with; the message is a clause that follows the entry's name. */
    public static final class InvalidMapException extends Exception {

        private static final long serialVersionUID = 1L;

        InvalidMapException(String message) {
            super(message);
        }

        InvalidMapException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
