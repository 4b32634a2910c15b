package io.github.lambdabootstrap.template;

import io.github.lambdabootstrap.model.TemplateFunction;
import io.github.lambdabootstrap.model.TemplateText;
import io.github.lambdabootstrap.model.TemplateValue;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the Terraform files of one folder say of functions, as a deployment would take it. */
final class TerraformFacts {

    private static final Pattern LIST = Pattern.compile("\\[\\s*\"([^\"$%\\\\]*)\"\\s*,?\\s*]");
    private static final Pattern IN_MODULE = Pattern.compile("\"\\$\\{\\s*path\\.module\\s*}/([^\"$%\\\\]*)\"");

    private final List<Mapping> files;
    private final TerraformValues values;

    TerraformFacts(List<Mapping> files) {
        this.files = List.copyOf(files);
        this.values = new TerraformValues(files);
    }

    /** A function and where it begins. */
    record Placed(SourceRange place, TemplateFunction function) {}

    /** Those of resources; what a module makes of its inputs is its own business. */
    List<Placed> functions() {
        return files.stream()
                .flatMap(file -> file.slots().stream())
                .filter(slot -> slot.name().startsWith(TerraformFunctions.FUNCTION) && slot.value() instanceof Mapping)
                .map(slot -> new Placed(slot.place(), function(slot)))
                .toList();
    }

    private TemplateFunction function(Slot slot) {
        Mapping block = (Mapping) slot.value();
        SourceRange place = slot.place();
        return new TemplateFunction(
                slot.name().replaceFirst("^resource\\.", ""),
                place.line(),
                value(block, "runtime", place),
                value(block, "handler", place),
                block.find("architectures").stream()
                        .map(found -> inside(LIST, found, place))
                        .toList(),
                new TemplateFunction.Code(
                        place(block, place),
                        Facts.folder(place),
                        block.find("package_type").isPresent()
                                ? value(block, "package_type", place)
                                : TemplateValue.ABSENT,
                        Optional.empty()),
                environment(block, place),
                false);
    }

    private TemplateValue value(Mapping block, String name, SourceRange place) {
        return block.find(name)
                .map(slot -> Facts.of(values.follow(slot), place))
                .orElse(TemplateValue.UNKNOWN);
    }

    /** A plain path counts from the folder that Terraform is started in, which is this one for most. */
    private TemplateValue place(Mapping block, SourceRange place) {
        Optional<Slot> file = block.find("filename");
        TemplateValue inModule =
                file.map(slot -> inside(IN_MODULE, slot, place)).orElse(TemplateValue.UNKNOWN);
        return inModule.known() ? inModule : Facts.place(value(block, "filename", place));
    }

    private static TemplateValue inside(Pattern pattern, Slot slot, SourceRange place) {
        if (!(slot.value() instanceof Scalar source)) {
            return TemplateValue.UNKNOWN;
        }
        Matcher matcher = pattern.matcher(source.value());
        return matcher.matches()
                ? TemplateValue.of(new TemplateText(
                        matcher.group(1), Facts.text(source, place).line()))
                : TemplateValue.UNKNOWN;
    }

    /** Of a flat map: a nested one has keys that are no variables. */
    private static List<TemplateText> environment(Mapping block, SourceRange place) {
        return block.find("environment", "variables").stream()
                .filter(slot -> slot.value() instanceof Scalar map && TerraformValues.isFlat(map))
                .flatMap(slot -> TerraformValues.keys((Scalar) slot.value()).stream()
                        .map(key -> new TemplateText(key, Facts.key(slot, place).line())))
                .toList();
    }
}
