package io.github.lambdabootstrap.bundle;

import io.github.lambdabootstrap.archive.FunctionTarget;
import java.util.List;

/**
 * Where the executables of a bundle go.
 *
 * @param pattern for functions without a handler of their own, as in <code>bin/{path}</code>
 * @param element the element that says so, for messages: {@code <entry>}
 * @param handlers exact places; a function may have several, and is then in each
 */
public record Placement(String pattern, String element, List<Handler> handlers) {

    /** The function's name. */
    public static final String NAME = "{name}";

    /** The path of the function's package below its Go module, or its name when that is the module's root. */
    public static final String PATH = "{path}";

    /**
     * An executable's exact place.
     *
     * @param name the Handler, as templates say it
     * @param function the name of the function
     */
    public record Handler(String name, String function) {}

    public Placement {
        handlers = List.copyOf(handlers);
    }

    boolean isExact(FunctionTarget target) {
        return handlers.stream()
                .anyMatch(handler -> handler.function().equals(target.name().value()));
    }

    /** The places of a function, as texts; none when the pattern wants a path and it has no package. */
    List<String> of(FunctionTarget target) {
        String name = target.name().value();
        if (isExact(target)) {
            return handlers.stream()
                    .filter(handler -> handler.function().equals(name))
                    .map(Handler::name)
                    .toList();
        }
        if (!pattern.contains(PATH)) {
            return List.of(pattern.replace(NAME, name));
        }
        return target
                .packagePath()
                .map(path -> pattern.replace(NAME, name).replace(PATH, path.isEmpty() ? name : path))
                .stream()
                .toList();
    }
}
