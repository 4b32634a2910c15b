package io.github.lambdabootstrap.template;

import io.github.lambdabootstrap.template.FunctionFacts.Trait;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the functions of the Terraform files of one folder, which are one module. */
final class TerraformFunctions {

    static final String FUNCTION = "resource.aws_lambda_function.";
    private static final String MODULE = "module.";

    private static final Pattern VARYING = Pattern.compile("\\b(?:each\\.(?:key|value)|count\\.index)\\b");

    private final List<Mapping> files;
    private final TerraformValues values;
    private final MigrationSettings settings;

    TerraformFunctions(List<Mapping> files, MigrationSettings settings) {
        this.files = List.copyOf(files);
        this.values = new TerraformValues(files);
        this.settings = settings;
    }

    TemplateFunctions read() {
        List<FunctionFacts> functions = files.stream()
                .flatMap(file -> file.slots().stream())
                .filter(slot -> slot.value() instanceof Mapping block && isFunction(slot.name(), block))
                .map(this::function)
                .toList();
        List<Slot> slots =
                files.stream().flatMap(file -> Tree.slots(file).stream()).toList();
        TextUsers users = new TextUsers(slots);
        values.addReferences(slots, users);
        return new TemplateFunctions(
                functions,
                users,
                Tree.identitySet(),
                new TerraformLeftovers(files, functions, settings).remarks(),
                TemplateFunctions.ToolSettings.NONE);
    }

    /** A module's inputs are its own business, unless it is given a runtime that can only be Lambda's. */
    private boolean isFunction(String name, Mapping block) {
        return name.startsWith(FUNCTION)
                || (name.startsWith(MODULE)
                        && block.find("runtime")
                                .filter(slot -> !values.follow(slot).texts().isEmpty())
                                .isPresent());
    }

    private FunctionFacts function(Slot slot) {
        Mapping block = (Mapping) slot.value();
        String id = slot.name().replaceFirst("^resource\\.", "");
        Value handler = block.find("handler").map(values::follow).orElseGet(Value::new);
        String code = code(slot.name(), block);
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        if (block.text("package_type").filter("Image"::equals).isPresent()) {
            traits.add(Trait.IMAGE);
        }
        boolean repeated =
                block.find("for_each").isPresent() || block.find("count").isPresent();
        if (repeated && varies(handler.shown()) && !varies(code)) {
            traits.add(Trait.MANY_HANDLERS);
        }
        return new FunctionFacts(
                id,
                slot.place(),
                block.find("runtime").map(values::follow).orElseGet(Value::new),
                handler,
                code,
                traits,
                notes(id, block),
                Optional.empty());
    }

    private static boolean varies(String expression) {
        return VARYING.matcher(expression).find();
    }

    private static String code(String name, Mapping block) {
        List<String> parts = Stream.of(
                        "filename",
                        "s3_bucket",
                        "s3_key",
                        "s3_object_version",
                        "source_path",
                        "local_existing_package",
                        "s3_existing_package")
                .flatMap(key -> block.find(key).stream())
                .map(slot -> CanonicalText.of(slot.value()))
                .toList();
        return parts.isEmpty() ? "the code of " + name : String.join(" ", parts);
    }

    private static List<Remark> notes(String id, Mapping block) {
        return block.find("environment", "variables").stream()
                .flatMap(slot -> slot.value() instanceof Scalar map
                        ? TerraformValues.keys(map).stream()
                                .flatMap(key -> EnvironmentNotes.of(id, key, slot.place()).stream())
                        : Stream.<Remark>empty())
                .toList();
    }
}
