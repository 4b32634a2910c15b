package io.github.lambdabootstrap.build;

import io.github.lambdabootstrap.model.Architecture;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Everything that decides a build apart from files, as a text: equal texts, equal builds. */
public final class BuildDecisions {

    // where Go looks for its own settings and caches
    private static final Set<String> PLACES = Set.of("HOME", "USERPROFILE", "APPDATA", "XDG_CONFIG_HOME");

    private BuildDecisions() {}

    /**
     * The text.
     *
     * @param surroundings the plugin's version, Maven's switches and the like
     * @param environment the variables of Maven's own process
     */
    public static String of(
            FunctionFinder.Request request, List<String> surroundings, Map<String, String> environment) {
        GoSettings settings = request.discovery().settings();
        GoSettings.Flags flags = settings.flags();
        List<Object> decisions = new ArrayList<>();
        decisions.add(surroundings);
        decisions.add(ofGo(environment));
        decisions.add(new TreeMap<>(flags.environment()));
        decisions.add(List.of(flags.tags(), flags.arguments(), settings.clients()));
        decisions.add(List.of(flags.ldflags(), flags.norpc(), flags.strip(), flags.cgo(), request.discovers()));
        decisions.add(
                List.of(settings.executable().orElse(""), settings.directory().toString()));
        decisions.add(List.of(
                settings.includes(),
                settings.excludes(),
                request.discovery().base().toString(),
                request.discovery().naming()));
        decisions.add(
                List.of(request.target().runtime().id(), ids(request.target().architectures())));
        request.specs()
                .forEach(spec -> decisions.add(List.of(
                        spec.name().value(),
                        spec.source().toString(),
                        spec.runtime().id(),
                        ids(spec.architectures()))));
        StringBuilder text = new StringBuilder();
        decisions.forEach(decision -> append(decision, text));
        return text.toString();
    }

    // lengths before texts, so that no text can pass for the border between two
    private static void append(Object decision, StringBuilder text) {
        if (decision instanceof Collection<?> several) {
            text.append('[').append(several.size()).append(' ');
            several.forEach(one -> append(one, text));
        } else if (decision instanceof Map<?, ?> map) {
            append(List.copyOf(map.entrySet()), text);
        } else if (decision instanceof Map.Entry<?, ?> entry) {
            append(List.of(entry.getKey(), entry.getValue()), text);
        } else {
            String one = decision.toString();
            text.append(one.length()).append(' ').append(one);
        }
    }

    private static List<String> ids(List<Architecture> architectures) {
        return architectures.stream().map(Architecture::id).toList();
    }

    private static Map<String, String> ofGo(Map<String, String> environment) {
        Map<String, String> read = new TreeMap<>(environment);
        read.keySet().removeIf(name -> {
            String key = name.toUpperCase(Locale.ROOT);
            return !key.startsWith("GO") && !key.startsWith("CGO_") && !PLACES.contains(key);
        });
        return read;
    }
}
