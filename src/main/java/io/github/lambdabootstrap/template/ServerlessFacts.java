package io.github.lambdabootstrap.template;

import io.github.lambdabootstrap.model.TemplateFunction;
import io.github.lambdabootstrap.model.TemplateText;
import io.github.lambdabootstrap.model.TemplateValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a service of the Serverless Framework says of its functions, as a deployment would take it. */
final class ServerlessFacts {

    private final Mapping root;
    private final ServerlessValues values;

    ServerlessFacts(Mapping root) {
        this.root = root;
        this.values = new ServerlessValues(root);
    }

    /** Those of this file. */
    List<TemplateFunction> functions() {
        return root.find("functions").map(Slot::value).stream()
                .flatMap(node ->
                        node instanceof Sequence list ? list.items().stream().map(Slot::value) : Stream.of(node))
                .filter(Mapping.class::isInstance)
                .flatMap(group -> ((Mapping) group).all().stream())
                .filter(slot -> slot.value() instanceof Mapping)
                .map(this::function)
                .toList();
    }

    private TemplateFunction function(Slot slot) {
        Mapping function = (Mapping) slot.value();
        SourceRange place = slot.place();
        return new TemplateFunction(
                slot.name(),
                place.line(),
                value(function.find("runtime").or(() -> root.find("provider", "runtime")), place),
                value(function.find("handler"), place),
                function.find("architecture").or(() -> root.find("provider", "architecture")).stream()
                        .map(found -> value(Optional.of(found), place))
                        .toList(),
                code(function, place),
                environment(function, place),
                false);
    }

    private TemplateFunction.Code code(Mapping function, SourceRange place) {
        return new TemplateFunction.Code(
                Facts.place(
                        value(function.find("package", "artifact").or(() -> root.find("package", "artifact")), place)),
                Facts.folder(place),
                function.find("image").isPresent()
                        ? TemplateValue.of(new TemplateText("Image", place.line()))
                        : TemplateValue.ABSENT,
                Optional.empty());
    }

    /** The framework has defaults for what is absent. */
    private TemplateValue value(Optional<Slot> slot, SourceRange place) {
        return slot.map(found -> Facts.of(values.follow(found), place)).orElse(TemplateValue.UNKNOWN);
    }

    private List<TemplateText> environment(Mapping function, SourceRange place) {
        Map<String, Slot> found = new LinkedHashMap<>();
        Stream.of(function.mapping("environment"), root.mapping("provider", "environment"))
                .flatMap(Optional::stream)
                .flatMap(variables -> variables.all().stream())
                .forEach(variable -> found.putIfAbsent(variable.name(), variable));
        return found.values().stream()
                .map(variable -> Facts.key(variable, place))
                .toList();
    }
}
