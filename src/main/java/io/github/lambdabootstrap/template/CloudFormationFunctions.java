package io.github.lambdabootstrap.template;

import io.github.lambdabootstrap.template.FunctionFacts.Trait;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the functions of an AWS SAM or CloudFormation template, with what SAM merges into them from Globals. */
final class CloudFormationFunctions {

    static final String SAM_FUNCTION = "AWS::Serverless::Function";
    static final String FUNCTION = "AWS::Lambda::Function";

    private static final Set<String> SECTIONS = Set.of(
            "AWSTemplateFormatVersion",
            "Conditions",
            "Description",
            "Globals",
            "Mappings",
            "Outputs",
            "Parameters",
            "Resources",
            "Rules",
            "Transform");
    /** What means nothing at the ends of a path. */
    private static final Pattern SURROUNDINGS = Pattern.compile("^(?:\\./)+|/+$");

    private final Mapping root;
    private final CloudFormationValues values;
    private final SamGlobals globals;
    private final CloudFormationNotes notes;

    CloudFormationFunctions(Mapping root, MigrationSettings settings) {
        this.root = root;
        this.globals = new SamGlobals(root);
        this.values = new CloudFormationValues(root);
        this.notes = new CloudFormationNotes(root, settings);
    }

    /** Whether the document is a template of CloudFormation. */
    static boolean describes(Mapping root) {
        return root.mapping("Resources").isPresent()
                && (root.find("AWSTemplateFormatVersion").isPresent()
                        || root.find("Transform").isPresent()
                        || root.mapping("Resources").orElseThrow().all().stream()
                                .anyMatch(slot -> slot.value() instanceof Mapping resource
                                        && resource.text("Type").orElse("").startsWith("AWS::")));
    }

    TemplateFunctions read() {
        List<FunctionFacts> functions = new ArrayList<>();
        root.mapping("Resources").ifPresent(resources -> read(resources, "", functions));
        unusedGlobals(functions).ifPresent(functions::add);
        List<Slot> slots = Tree.slots(root);
        TextUsers users = new TextUsers(slots);
        values.addReferences(slots, users);
        return new TemplateFunctions(
                functions, users, neutral(), notes.ofTemplate(slots, functions), TemplateFunctions.ToolSettings.NONE);
    }

    private void read(Mapping resources, String loopVariable, List<FunctionFacts> functions) {
        for (Slot slot : resources.all()) {
            Optional<Loop> loop = Loop.of(slot);
            if (loop.isPresent()) {
                read(loop.get().body(), loop.get().variable(), functions);
            } else if (slot.value() instanceof Mapping resource && isFunction(resource)) {
                functions.add(function(slot, resource, loopVariable));
            }
        }
    }

    static boolean isFunction(Mapping resource) {
        return resource.text("Type")
                .filter(type -> type.equals(SAM_FUNCTION) || type.equals(FUNCTION))
                .isPresent();
    }

    private FunctionFacts function(Slot slot, Mapping resource, String loopVariable) {
        Value handler = property(resource, "Handler");
        String code = code(slot.name(), resource);
        boolean loops =
                !loopVariable.isEmpty() && handler.shown().contains(loopVariable) && !code.contains(loopVariable);
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        if (resource.text("Properties", "PackageType").filter("Image"::equals).isPresent()) {
            traits.add(Trait.IMAGE);
        }
        if (loops) {
            traits.add(Trait.MANY_HANDLERS);
        }
        // a makefile names its executables itself
        if (resource.text("Metadata", "BuildMethod")
                .filter(m -> !m.equals("makefile"))
                .isPresent()) {
            traits.add(Trait.BUILT_BY_TOOL);
        }
        return new FunctionFacts(
                slot.name(),
                slot.place(),
                property(resource, "Runtime"),
                handler,
                code,
                traits,
                notes.ofFunction(slot, this::find),
                buildMethod(resource, slot));
    }

    /** A property after the merge that SAM does; the empty value where there is none. */
    private Value property(Mapping resource, String name) {
        return find(resource, name).map(values::follow).orElseGet(Value::new);
    }

    private Optional<Slot> find(Mapping resource, String name) {
        return globals.find(resource, name);
    }

    /** A runtime that functions take that are not here: an included file brings them, or a transform makes them. */
    private Optional<FunctionFacts> unusedGlobals(List<FunctionFacts> functions) {
        boolean included = root.find("Resources", "Fn::Transform").isPresent();
        return root.find("Globals", "Function", "Runtime")
                .filter(slot -> included
                        || functions.stream()
                                .noneMatch(
                                        f -> !f.is(Trait.IMAGE) && f.runtime().comesThrough(slot)))
                .map(slot -> new FunctionFacts(
                        included ? "functions of included files" : "Globals",
                        slot.place(),
                        values.follow(slot),
                        new Value(),
                        "Globals",
                        Set.of(included ? Trait.UNSEEN : Trait.BUILT_BY_TOOL),
                        List.of(),
                        Optional.empty()));
    }

    /** The place of the code as a text that is equal where the place is; a makefile builds each function by its name. */
    private String code(String id, Mapping resource) {
        boolean sam = resource.text("Type").filter(SAM_FUNCTION::equals).isPresent();
        String place = find(resource, sam ? "CodeUri" : "Code")
                .map(slot -> normalized(slot.value()))
                .orElse(sam ? "." : "the code of " + id);
        boolean makefile = resource.text("Metadata", "BuildMethod")
                .filter("makefile"::equals)
                .isPresent();
        return makefile ? place + " (makefile target build-" + id + ")" : place;
    }

    private static String normalized(Node code) {
        if (!(code instanceof Scalar scalar)) {
            return CanonicalText.of(code);
        }
        String place = SURROUNDINGS.matcher(scalar.value()).replaceAll("");
        return place.isEmpty() ? "." : place;
    }

    /** What {@code sam build} needs once the runtime no longer says how to compile. */
    private Optional<Edit.Insertion> buildMethod(Mapping resource, Slot slot) {
        boolean compiled = resource.text("Type").filter(SAM_FUNCTION::equals).isPresent()
                && !CloudFormationNotes.isFinished(find(resource, "CodeUri"))
                && !slot.isAlias();
        Optional<Slot> metadata = resource.find("Metadata");
        if (!compiled || resource.find("Metadata", "BuildMethod").isPresent()) {
            return Optional.empty();
        }
        if (metadata.isPresent()) {
            return Optional.of(metadata.get())
                    .filter(found -> !found.isAlias()
                            && found.value() instanceof Mapping m
                            && !m.slots().isEmpty())
                    .map(found -> (Mapping) found.value())
                    .map(m -> new Edit.Insertion(m, m.slots().get(0), List.of("BuildMethod"), MigrationSettings.GO));
        }
        return resource.slots().stream()
                .filter(key -> key.name().equals("Properties"))
                .findFirst()
                .map(key ->
                        new Edit.Insertion(resource, key, List.of("Metadata", "BuildMethod"), MigrationSettings.GO));
    }

    /** Sections of the author's own, and Metadata, hold texts only for others to refer to. */
    private Set<Slot> neutral() {
        return Tree.outside(SECTIONS, root);
    }
}
