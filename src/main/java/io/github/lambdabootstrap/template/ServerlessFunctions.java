package io.github.lambdabootstrap.template;

import io.github.lambdabootstrap.problem.SafeText;
import io.github.lambdabootstrap.template.FunctionFacts.Trait;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the functions of a Serverless Framework service, with what they take from its provider. */
final class ServerlessFunctions {

    private static final String ARTIFACT = "artifact";
    private static final Set<String> SECTIONS =
            Set.of("service", "provider", "functions", "resources", "package", "plugins", "layers", "stages", "params");

    private final Mapping root;
    private final ServerlessValues values;
    private final ServerlessGoPlugin goPlugin;
    private final MigrationSettings settings;

    ServerlessFunctions(Mapping root, MigrationSettings settings) {
        this.root = root;
        this.values = new ServerlessValues(root);
        this.goPlugin = new ServerlessGoPlugin(root, settings);
        this.settings = settings;
    }

    /** Whether the document is a service on AWS. */
    static boolean describes(Mapping root) {
        boolean aws = root.mapping("provider")
                        .map(provider -> provider.text("name").orElse("aws").equals("aws"))
                        .orElse(false)
                || root.text("provider").filter("aws"::equals).isPresent();
        return aws
                && (root.find("service").isPresent() || root.find("functions").isPresent());
    }

    TemplateFunctions read() {
        List<FunctionFacts> functions = new ArrayList<>();
        for (Mapping group : groups()) {
            group.all().stream()
                    .filter(slot -> slot.value() instanceof Mapping)
                    .map(this::function)
                    .forEach(functions::add);
        }
        ofProvider(functions).ifPresent(functions::add);
        TextUsers users = new TextUsers(Tree.slots(root));
        values.addReferences(users);
        return new TemplateFunctions(functions, users, neutral(), resources(), goPlugin.settings());
    }

    /** {@code functions} is a mapping, or a list of such mappings. */
    private List<Mapping> groups() {
        return functionNodes()
                .filter(Mapping.class::isInstance)
                .map(Mapping.class::cast)
                .toList();
    }

    private Stream<Node> functionNodes() {
        return root.find("functions").map(Slot::value).stream()
                .flatMap(node ->
                        node instanceof Sequence list ? list.items().stream().map(Slot::value) : Stream.of(node));
    }

    private FunctionFacts function(Slot slot) {
        Mapping function = (Mapping) slot.value();
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        if (function.find("image").isPresent()) {
            traits.add(Trait.IMAGE);
        }
        if (goPlugin.isUsed()) {
            traits.addAll(Set.of(Trait.KEEPS_HANDLER, Trait.BUILT_BY_TOOL));
        }
        return new FunctionFacts(
                slot.name(),
                slot.place(),
                function.find("runtime")
                        .or(() -> root.find("provider", "runtime"))
                        .map(values::follow)
                        .orElseGet(Value::new),
                function.find("handler").map(values::follow).orElseGet(Value::new),
                code(slot.name(), function),
                traits,
                notes(slot.name(), function),
                Optional.empty());
    }

    private String code(String name, Mapping function) {
        Optional<String> artifact = function.text("package", ARTIFACT).or(() -> root.text("package", ARTIFACT));
        boolean alone = Stream.of(root, function)
                .anyMatch(m ->
                        m.text("package", "individually").filter("true"::equals).isPresent());
        return artifact.orElse(alone ? "the package of " + name : "the one package of the service");
    }

    private List<Remark> notes(String name, Mapping function) {
        List<Remark> notes = new ArrayList<>(goPlugin.notes());
        boolean artifact = Stream.of(root, function)
                .anyMatch(m -> m.find("package", ARTIFACT).isPresent());
        if (!artifact && !goPlugin.isUsed()) {
            Stream.of(function, root)
                    .flatMap(m -> Stream.of("patterns", "include").flatMap(key -> m.find("package", key).stream()))
                    .findFirst()
                    .ifPresent(slot -> notes.add(Remark.note(
                            slot.place(),
                            "package." + slot.name() + " keeps each file's folder, and bootstrap must be at the root",
                            "name the zip that lambda-bootstrap:package writes with package.artifact")));
        }
        environment(function, name).forEach(notes::add);
        root.mapping("provider")
                .ifPresent(provider -> environment(provider, "provider").forEach(notes::add));
        return notes;
    }

    /** CloudFormation beside the functions: read by nobody here, and so told. */
    private List<Remark> resources() {
        return root.mapping("resources", "Resources").stream()
                .flatMap(resources -> resources.all().stream())
                .filter(slot -> slot.value() instanceof Mapping)
                .flatMap(slot -> ((Mapping) slot.value())
                                .find("Properties", "Runtime")
                                .filter(runtime -> runtime.value() instanceof Scalar text && settings.isOld(text))
                                .map(runtime -> Remark.declined(
                                        runtime.place(),
                                        "the resource '" + SafeText.of(slot.name()) + "' has the runtime "
                                                + ((Scalar) runtime.value()).value()
                                                + " beside the functions of the service",
                                        "change it by hand, together with its handler and its archive"))
                                .stream())
                .toList();
    }

    private static Stream<Remark> environment(Mapping owner, String name) {
        return owner.mapping("environment").stream()
                .flatMap(map -> map.all().stream())
                .flatMap(variable -> EnvironmentNotes.of(name, variable).stream());
    }

    /** The provider's runtime belongs to functions of other files too, and to nobody when all have their own. */
    private Optional<FunctionFacts> ofProvider(List<FunctionFacts> functions) {
        boolean elsewhere = functionNodes().anyMatch(Scalar.class::isInstance)
                || groups().stream()
                        .flatMap(group -> group.all().stream())
                        .anyMatch(slot -> slot.value() instanceof Scalar text
                                && text.value().startsWith("${"));
        return root.find("provider", "runtime")
                .filter(slot -> elsewhere
                        || functions.stream()
                                .noneMatch(
                                        f -> !f.is(Trait.IMAGE) && f.runtime().comesThrough(slot)))
                .map(slot -> new FunctionFacts(
                        elsewhere ? "functions of other files" : "provider",
                        slot.place(),
                        values.follow(slot),
                        new Value(),
                        "provider",
                        Set.of(elsewhere ? Trait.UNSEEN : Trait.BUILT_BY_TOOL),
                        List.of(),
                        Optional.empty()));
    }

    /** {@code custom}, and sections of the author's own, hold texts only for others to refer to. */
    private Set<Slot> neutral() {
        Set<Slot> slots = Tree.outside(SECTIONS, root);
        slots.removeAll(values.references());
        return slots;
    }
}
