package io.github.lambdabootstrap.template;

import io.github.lambdabootstrap.model.TemplateFunction;
import io.github.lambdabootstrap.model.TemplateText;
import io.github.lambdabootstrap.model.TemplateValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What an AWS SAM or CloudFormation template says of its functions, as a deployment would take it. */
final class CloudFormationFacts {

    private static final String NO_VALUE = "AWS::NoValue";
    private static final String TRANSFORM = "Fn::Transform";

    private final Mapping root;
    private final CloudFormationValues values;
    private final SamGlobals globals;

    CloudFormationFacts(Mapping root) {
        this.root = root;
        this.values = new CloudFormationValues(root);
        this.globals = new SamGlobals(root);
    }

    /** Those that are written out; nobody can tell what a loop makes. */
    List<TemplateFunction> functions() {
        return root.mapping("Resources").stream()
                .flatMap(resources -> resources.all().stream())
                .filter(slot ->
                        slot.value() instanceof Mapping resource && CloudFormationFunctions.isFunction(resource))
                .map(this::function)
                .toList();
    }

    private TemplateFunction function(Slot slot) {
        Mapping resource = (Mapping) slot.value();
        SourceRange place = slot.place();
        return new TemplateFunction(
                slot.name(),
                place.line(),
                property(resource, "Runtime", place),
                property(resource, "Handler", place),
                architectures(resource, place),
                code(resource, place),
                environment(resource, place),
                isComplete(resource));
    }

    /** A macro can put anything into it. */
    private boolean isComplete(Mapping resource) {
        boolean own = resource.find("Properties").isEmpty()
                || resource.mapping("Properties")
                        .filter(properties -> !properties.isTagged())
                        .isPresent();
        return own
                && resource.find(TRANSFORM).isEmpty()
                && resource.find("Properties", TRANSFORM).isEmpty()
                && root.find("Globals", "Function", TRANSFORM).isEmpty();
    }

    private TemplateValue property(Mapping resource, String name, SourceRange place) {
        Optional<Slot> slot = globals.find(resource, name);
        if (slot.isEmpty()) {
            return isComplete(resource) ? TemplateValue.ABSENT : TemplateValue.UNKNOWN;
        }
        return value(slot.get(), place);
    }

    private TemplateValue value(Slot slot, SourceRange place) {
        Value value = values.follow(slot);
        boolean fetched = value.parameters().stream()
                .anyMatch(parameter -> root.text("Parameters", parameter.name(), "Type")
                        .filter(type -> type.startsWith("AWS::SSM::"))
                        .isPresent());
        return fetched || mayBeRemoved(slot.value()) ? TemplateValue.UNKNOWN : Facts.of(value, place);
    }

    private static boolean mayBeRemoved(Node node) {
        return Tree.scalars(node).stream().anyMatch(text -> text.value().equals(NO_VALUE));
    }

    /** SAM joins lists. */
    private List<TemplateValue> architectures(Mapping resource, SourceRange place) {
        Optional<Slot> own = resource.find("Properties", "Architectures");
        Optional<Slot> global = globals.global(resource, "Architectures");
        if (own.isEmpty() && global.isEmpty()) {
            return isComplete(resource) ? List.of() : List.of(TemplateValue.UNKNOWN);
        }
        boolean joined = own.isPresent() && global.isPresent() && isList(own.get()) && isList(global.get());
        List<Slot> lists = joined
                ? List.of(global.get(), own.get())
                : List.of(own.or(() -> global).orElseThrow());
        return lists.stream().flatMap(list -> members(list, place)).toList();
    }

    private Stream<TemplateValue> members(Slot list, SourceRange place) {
        return isList(list)
                ? ((Sequence) list.value()).items().stream().map(item -> value(item, place))
                : Stream.of(value(list, place));
    }

    private static boolean isList(Slot slot) {
        return slot.value() instanceof Sequence list && !list.isTagged();
    }

    private TemplateFunction.Code code(Mapping resource, SourceRange place) {
        boolean sam = resource.text("Type")
                .filter(CloudFormationFunctions.SAM_FUNCTION::equals)
                .isPresent();
        Optional<Slot> inline =
                sam ? resource.find("Properties", "InlineCode") : resource.find("Properties", "Code", "ZipFile");
        // without a CodeUri, it is the template's folder
        TemplateValue code = globals.find(resource, sam ? "CodeUri" : "Code")
                .filter(slot -> inline.isEmpty())
                .map(slot -> Facts.place(value(slot, place)))
                .orElse(TemplateValue.UNKNOWN);
        return new TemplateFunction.Code(
                code,
                Facts.folder(place),
                property(resource, "PackageType", place),
                inline.filter(slot -> !mayBeRemoved(slot.value())).map(slot -> Facts.key(slot, place)));
    }

    private List<TemplateText> environment(Mapping resource, SourceRange place) {
        Map<String, Slot> found = new LinkedHashMap<>();
        Stream.of(resource.find("Properties", "Environment"), globals.global(resource, "Environment"))
                .flatMap(Optional::stream)
                .flatMap(environment -> variables(environment.value()))
                .forEach(variable -> found.putIfAbsent(variable.name(), variable));
        List<TemplateText> names = new ArrayList<>();
        found.values().stream()
                .filter(variable -> !variable.name().startsWith("Fn::") && !mayBeRemoved(variable.value()))
                .forEach(variable -> names.add(Facts.key(variable, place)));
        return names;
    }

    private static Stream<Slot> variables(Node environment) {
        return environment instanceof Mapping mapping && !mapping.isTagged()
                ? mapping.mapping("Variables").filter(map -> !map.isTagged()).stream()
                        .flatMap(map -> map.all().stream())
                : Stream.empty();
    }
}
