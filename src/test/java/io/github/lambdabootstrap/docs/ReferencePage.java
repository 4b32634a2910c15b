package io.github.lambdabootstrap.docs;

import io.github.lambdabootstrap.docs.PluginReference.Goal;
import io.github.lambdabootstrap.docs.PluginReference.Parameter;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The generated part of a goal's page: its parameters and those of the beans below them. */
final class ReferencePage {

    static final String BEGIN = "<!-- generated from the plugin descriptor: begin -->";
    static final String END = "<!-- generated from the plugin descriptor: end -->";

    private static final Pattern NESTED = Pattern.compile("\\w+Config");

    private ReferencePage() {}

    /** The page with its generated part replaced; a page without one gets it at the end. */
    static String update(String page, Goal goal) throws IOException {
        String generated = BEGIN + "\n" + body(goal) + END;
        int begin = page.indexOf(BEGIN);
        int end = page.indexOf(END);
        return begin < 0 || end < begin
                ? page.stripTrailing() + "\n\n" + generated + "\n"
                : page.substring(0, begin) + generated + page.substring(end + END.length());
    }

    private static String body(Goal goal) throws IOException {
        StringBuilder text = new StringBuilder("\n## Parameters\n\n");
        text.append("| parameter | type | property | default | since | what it does |\n|---|---|---|---|---|---|\n");
        goal.parameters().forEach(p -> text.append(row(p)));
        Map<String, List<Parameter>> beans = new LinkedHashMap<>();
        for (Parameter parameter : goal.parameters()) {
            collect(parameter.type(), beans);
        }
        beans.forEach((bean, fields) -> {
            text.append("\n### ").append(PluginReference.shortType(bean)).append("\n\n");
            text.append("| element | type | what it does |\n|---|---|---|\n");
            fields.forEach(f -> text.append(
                    "| `%s` | %s | %s |\n".formatted(f.name(), PluginReference.shortType(f.type()), f.description())));
        });
        return text.append('\n').toString();
    }

    private static void collect(String type, Map<String, List<Parameter>> beans) throws IOException {
        Matcher nested = NESTED.matcher(type);
        if (!nested.find() || beans.containsKey(nested.group())) {
            return;
        }
        List<Parameter> fields = PluginReference.beanFields(nested.group());
        beans.put(nested.group(), fields);
        for (Parameter field : fields) {
            collect(field.type(), beans);
        }
    }

    private static String row(Parameter p) {
        return "| `%s` | %s | %s | %s | %s | %s |\n"
                .formatted(
                        p.name(),
                        PluginReference.shortType(p.type()),
                        code(p.property()),
                        code(p.defaultValue()),
                        p.since(),
                        p.description());
    }

    private static String code(String text) {
        return text.isEmpty() ? "" : "`" + text + "`";
    }
}
