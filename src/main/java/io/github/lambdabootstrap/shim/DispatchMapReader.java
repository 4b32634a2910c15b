package io.github.lambdabootstrap.shim;

import io.github.lambdabootstrap.problem.SafeText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the map of an archive as the shim does; anyone may have written it. */
public final class DispatchMapReader {

    private static final Pattern ROUTE = Pattern.compile("route ([^ ]*) (.*)", Pattern.DOTALL);

    private DispatchMapReader() {}

    /**
     * A route as it is written.
     *
     * @param match whatever stands before the target; no function has a name that one of another form than
     *     {@link Route#MATCH_FORM} surely matches
     * @param target where a handler of that text would lead
     */
    public record WrittenRoute(String match, String target) {

        /** Where the shim looks for the executable. */
        public HandlerTarget resolve() {
            return HandlerPath.resolve(target);
        }
    }

    /**
     * The routes of the map in an entry's content; without any, handlers decide.
     *
     * @throws InvalidMapException when the shim refuses it
     */
    public static List<WrittenRoute> read(byte[] content) throws InvalidMapException {
        if (content.length > DispatchMap.LIMIT) {
            throw new InvalidMapException("it is longer than " + DispatchMap.LIMIT + " bytes");
        }
        if (content.length == 0) {
            return List.of();
        }
        String text = new String(content, StandardCharsets.UTF_8);
        // not lines(): to the shim a carriage return is a character of the line
        List<String> lines =
                List.of((text.endsWith("\n") ? text.substring(0, text.length() - 1) : text).split("\n", -1));
        if (!lines.get(0).equals(DispatchMap.HEADER)) {
            throw new InvalidMapException(
                    "its first line is not '" + DispatchMap.HEADER + "' but " + SafeText.of(lines.get(0)));
        }
        return routes(lines.subList(1, lines.size()));
    }

    private static List<WrittenRoute> routes(List<String> lines) throws InvalidMapException {
        List<WrittenRoute> routes = new ArrayList<>();
        for (String line : lines) {
            Matcher route = ROUTE.matcher(line);
            if (route.matches()) {
                routes.add(new WrittenRoute(route.group(1), route.group(2)));
            } else if (!line.equals(DispatchMap.WRAPPER)) {
                throw new InvalidMapException(
                        "it has a line other than 'wrapper' and 'route MATCH TARGET': " + SafeText.of(line));
            }
        }
        return routes;
    }

    /** A map that the shim refuses; the message is a clause that follows the entry's name. */
    public static final class InvalidMapException extends Exception {

        private static final long serialVersionUID = 1L;

        InvalidMapException(String message) {
            super(message);
        }
    }
}
