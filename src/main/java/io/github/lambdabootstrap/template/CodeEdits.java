package io.github.lambdabootstrap.template;

import io.github.lambdabootstrap.model.DeployedCode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Plans how a property gets another value in a document in which others may use the same text. */
final class CodeEdits {

    /** Needs no quotes in YAML, and no escape in JSON. */
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9./_][A-Za-z0-9./_:?=@+-]*[A-Za-z0-9./_=@+-]");

    private final Mapping root;

    CodeEdits(Mapping root) {
        this.root = root;
    }

    /**
     * What becomes of a property.
     *
     * @param edit empty when nothing does
     * @param why nothing does
     */
    record Outcome(Optional<Edit> edit, String why) {

        static Outcome of(Edit edit) {
            return new Outcome(Optional.of(edit), "");
        }

        static Outcome none(String why) {
            return new Outcome(Optional.empty(), why);
        }
    }

    /**
     * Lets a function run the archive.
     *
     * @param resource the function's
     * @param copy the file that the edited template becomes
     * @param explicit whether what is no path may be replaced too
     */
    Outcome code(Slot resource, DeployedCode code, Path copy, boolean explicit) {
        Mapping function = (Mapping) resource.value();
        Optional<Slot> section = function.find("Properties");
        boolean sam = function.text("Type")
                .filter(CloudFormationFunctions.SAM_FUNCTION::equals)
                .isPresent();
        if (section.isEmpty()
                || !(section.get().value() instanceof Mapping properties)
                || properties.slots().isEmpty()) {
            return Outcome.none("it has no properties to add one to");
        }
        if (uses(function) > 1 || uses(properties) > 1) {
            return Outcome.none("its properties are written once for several resources");
        }
        Optional<Slot> own = own(properties, sam ? "CodeUri" : "Code");
        if (own.isEmpty()) {
            return sam ? insertion(properties, location(code, copy)) : Outcome.none("it has no Code of its own");
        }
        return replacement(own.get(), sam, code, copy, explicit);
    }

    /**
     * Gives a function of SAM that has no CodeUri, not even by Globals, one of its own.
     *
     * @param value a path
     */
    Outcome missing(Slot resource, String value) {
        Mapping function = (Mapping) resource.value();
        boolean sam = function.text("Type")
                .filter(CloudFormationFunctions.SAM_FUNCTION::equals)
                .isPresent();
        Optional<Mapping> properties = function.mapping("Properties");
        return sam
                        && properties.isPresent()
                        && !properties.get().slots().isEmpty()
                        && Stream.of("CodeUri", "InlineCode", "ImageUri")
                                .noneMatch(name -> properties.get().find(name).isPresent())
                        && root.find("Globals", "Function", "CodeUri").isEmpty()
                        && uses(function) == 1
                        && uses(properties.get()) == 1
                ? insertion(properties.get(), value)
                : Outcome.none("it has code");
    }

    /** Another text at this slot. */
    Outcome text(Slot slot, String value) {
        if (slot.isAlias() || uses(slot.value()) > 1) {
            return Outcome.none("its text is written once for several places");
        }
        if (slot.value().range().text().isEmpty()) {
            return Outcome.none("it is empty");
        }
        boolean word = WORD.matcher(value).matches();
        return slot.value() instanceof Scalar scalar
                        && scalar.isText()
                        && scalar.place().isPresent()
                        && word
                ? Outcome.of(Edit.Replacement.of(scalar, value))
                : Outcome.of(Edit.Substitution.text(slot.value(), value));
    }

    private Outcome replacement(Slot slot, boolean sam, DeployedCode code, Path copy, boolean explicit) {
        boolean path = slot.value() instanceof Scalar scalar
                && scalar.isText()
                && !scalar.value().contains("://");
        if (!path && !explicit) {
            return Outcome.none("its code is somewhere else, or computed");
        }
        if (slot.value() instanceof Mapping mapping && !mapping.flow()) {
            return Outcome.none("its code is a mapping over several lines: write a path there, or {} on one line");
        }
        if (slot.value() instanceof Sequence) {
            return Outcome.none("its code is computed");
        }
        Outcome text = text(slot, location(code, copy));
        return sam || code.location().isEmpty() || text.edit().isEmpty()
                ? text
                : Outcome.of(new Edit.Substitution(
                        slot.value(), properties(code.location().get())));
    }

    private static Outcome insertion(Mapping properties, String value) {
        return WORD.matcher(value).matches()
                ? Outcome.of(new Edit.Insertion(properties, properties.slots().get(0), List.of("CodeUri"), value))
                : Outcome.none("it has no CodeUri, and '" + value + "' needs quotes");
    }

    /** As SAM takes it; before the upload, relative to the copy. */
    private static String location(DeployedCode code, Path copy) {
        return code.location()
                .map(place -> "s3://" + place.bucket() + "/" + place.key()
                        + place.version()
                                .map(version -> "?versionId=" + version)
                                .orElse(""))
                .orElseGet(() -> relative(copy, code.archive()));
    }

    static String relative(Path copy, Path file) {
        String path = copy.getParent().relativize(file).toString();
        return path.replace(file.getFileSystem().getSeparator(), "/");
    }

    private static Map<String, String> properties(DeployedCode.Location place) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("S3Bucket", place.bucket());
        values.put("S3Key", place.key());
        place.version().ifPresent(version -> values.put("S3ObjectVersion", version));
        return values;
    }

    /** Not what it merges with {@code <<}. */
    private static Optional<Slot> own(Mapping mapping, String name) {
        return mapping.slots().stream().filter(slot -> slot.name().equals(name)).findFirst();
    }

    private long uses(Node node) {
        return Tree.slots(root).stream().filter(slot -> slot.value() == node).count();
    }
}
