package io.github.lambdabootstrap.template;

import io.github.lambdabootstrap.problem.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a person should know about a template or one of its functions beside the values that change. */
final class CloudFormationNotes {

    private static final Set<String> NESTED = Set.of("AWS::CloudFormation::Stack", "AWS::Serverless::Application");
    private static final String STACK_SET = "AWS::CloudFormation::StackSet";
    private static final Pattern PARTITION =
            Pattern.compile("\\b(?:aws-cn|aws-us-gov|cn-north-1|cn-northwest-1|us-gov-(?:east|west)-1)\\b");

    private final Mapping root;
    private final MigrationSettings settings;
    private final Pattern oldNames;

    CloudFormationNotes(Mapping root, MigrationSettings settings) {
        this.root = root;
        this.settings = settings;
        this.oldNames = Pattern.compile(
                settings.sources().stream().map(CloudFormationNotes::name).collect(Collectors.joining("|")));
    }

    /** Whether the code needs no build: an archive, or what lies in a bucket. */
    static boolean isFinished(Optional<Slot> code) {
        return code.map(Slot::value)
                .map(value -> !(value instanceof Scalar place)
                        || place.value().startsWith("s3://")
                        || place.value().endsWith(".zip"))
                .orElse(false);
    }

    /**
     * Of the template as a whole.
     *
     * @param slots all of it
     * @param functions those of the template
     */
    List<Remark> ofTemplate(List<Slot> slots, List<FunctionFacts> functions) {
        List<Remark> notes = new ArrayList<>();
        for (Slot slot : root.mapping("Resources").map(Mapping::all).orElse(List.of())) {
            if (slot.value() instanceof Mapping resource) {
                ofResource(slot.name(), resource, notes);
            }
        }
        boolean old =
                functions.stream().anyMatch(f -> f.runtime().texts().stream().anyMatch(settings::isOld));
        if (old) {
            partition(slots).ifPresent(notes::add);
        }
        return notes;
    }

    private void ofResource(String id, Mapping resource, List<Remark> notes) {
        String type = resource.text("Type").orElse("");
        if (type.startsWith("AWS::CloudWatch::")) {
            Tree.scalars(resource).stream()
                    .filter(text -> oldNames.matcher(text.value()).find())
                    .findFirst()
                    .ifPresent(text -> notes.add(Remark.note(
                            text.range(),
                            "'" + SafeText.of(id) + "' (" + SafeText.of(type)
                                    + ") selects by the name of a runtime that functions leave",
                            "let it select by the new name too, once the functions are deployed")));
        }
        if (!CloudFormationFunctions.isFunction(resource)) {
            ofOtherRuntime(id, type, resource, notes);
        }
        if (type.equals(STACK_SET)) {
            ofStackSet(id, resource, notes);
        }
        if (NESTED.contains(type)) {
            resource.mapping("Properties", "Parameters").stream()
                    .flatMap(parameters -> parameters.all().stream())
                    .filter(slot -> slot.value() instanceof Scalar text && settings.isOld(text))
                    .forEach(slot -> notes.add(Remark.note(
                            slot.place(),
                            "the nested stack '" + SafeText.of(id) + "' is given " + SafeText.of(slot.name()) + " = "
                                    + ((Scalar) slot.value()).value() + ", which its own template has to agree to",
                            "migrate the nested template, then change the parameter here by hand")));
        }
    }

    /** A module or a macro makes a function of it, and what else depends on the value is not seen. */
    private void ofOtherRuntime(String id, String type, Mapping resource, List<Remark> notes) {
        resource.find("Properties", "Runtime")
                .filter(slot -> slot.value() instanceof Scalar text && settings.isOld(text))
                .ifPresent(slot -> notes.add(Remark.declined(
                        slot.place(),
                        "'" + SafeText.of(id) + "' has the runtime " + ((Scalar) slot.value()).value()
                                + (type.isEmpty()
                                        ? " and no Type that could be read"
                                        : " and is no function but of type " + SafeText.of(type)),
                        "change it by hand, as far as that type takes the new one")));
    }

    /** Its parameters are a list of pairs, and its template can be a text within this one. */
    private void ofStackSet(String id, Mapping resource, List<Remark> notes) {
        resource.find("Properties", "Parameters").stream()
                .flatMap(slot -> Tree.slots(slot.value()).stream())
                .filter(slot -> slot.name().equals("ParameterValue")
                        && slot.value() instanceof Scalar text
                        && settings.isOld(text))
                .forEach(slot -> notes.add(Remark.note(
                        slot.place(),
                        "the stack set '" + SafeText.of(id) + "' is given " + ((Scalar) slot.value()).value()
                                + ", which its own template has to agree to",
                        "migrate its template, then change the parameter here by hand")));
        resource.find("Properties", "TemplateBody")
                .filter(slot -> slot.value() instanceof Scalar text && new OldRuntimes(settings).areIn(text.value()))
                .ifPresent(slot -> notes.add(Remark.declined(
                        slot.place(),
                        "the template within '" + SafeText.of(id) + "' is a text here, and an old runtime is in it",
                        "change it by hand, or move it to a file of its own and migrate that")));
    }

    /** {@code provided} is a word of English, so that it counts only as Lambda's identifier for the environment. */
    private static String name(String runtime) {
        String before = runtime.contains(".") ? "(?<![.\\w])(?:AWS_Lambda_)?" : "AWS_Lambda_";
        return before + Pattern.quote(runtime) + "(?![.\\w])";
    }

    private Optional<Remark> partition(List<Slot> slots) {
        // the CDK asks in every template whether it is in one of all Regions
        Set<Scalar> everywhere = Tree.identitySet();
        root.find("Conditions", "CDKMetadataAvailable")
                .ifPresent(condition -> everywhere.addAll(Tree.scalars(condition.value())));
        for (Slot slot : slots) {
            // every one of the names has a hyphen, and most texts have none
            if (slot.value() instanceof Scalar text
                    && text.value().indexOf('-') >= 0
                    && PARTITION.matcher(text.value()).find()
                    && !everywhere.contains(text)) {
                return Optional.of(Remark.note(
                        text.range(),
                        "the template speaks of a Region outside of AWS's commercial partition, where runtimes end on"
                                + " other days",
                        "look up the days of that partition before planning by those of " + settings.target()));
            }
        }
        return Optional.empty();
    }

    /**
     * Of one function.
     *
     * @param slot its resource
     * @param property finds a property of it after the merge with Globals
     */
    List<Remark> ofFunction(Slot slot, BiFunction<Mapping, String, Optional<Slot>> property) {
        Mapping resource = (Mapping) slot.value();
        List<Remark> notes = new ArrayList<>();
        Optional<Slot> alias = property.apply(resource, "AutoPublishAlias");
        boolean allProperties = property.apply(resource, "AutoPublishAliasAllProperties")
                .filter(all ->
                        all.value() instanceof Scalar text && text.value().equals("true"))
                .isPresent();
        alias.filter(found -> !allProperties)
                .ifPresent(found -> notes.add(Remark.note(
                        found.place(),
                        "a changed runtime alone publishes no new version of '" + SafeText.of(slot.name())
                                + "', so that its alias stays on the old one until its code changes as well",
                        "set AutoPublishAliasAllProperties: true, or deploy new code with the new runtime")));
        environment(resource, "Properties")
                .forEach(variable -> EnvironmentNotes.of(slot.name(), variable).ifPresent(notes::add));
        root.mapping("Globals").stream()
                .flatMap(globals -> environment(globals, "Function"))
                .forEach(variable -> EnvironmentNotes.of("Globals", variable).ifPresent(notes::add));
        return notes;
    }

    private static Stream<Slot> environment(Mapping parent, String key) {
        return parent.mapping(key, "Environment", "Variables").stream().flatMap(map -> map.all().stream());
    }
}
