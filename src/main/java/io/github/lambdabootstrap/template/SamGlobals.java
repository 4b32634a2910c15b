package io.github.lambdabootstrap.template;

import java.util.Optional;
import java.util.function.Predicate;

/** The properties of functions, with what SAM merges into them from the section Globals. */
record SamGlobals(Mapping root) {

    /** A property of the function itself, else that of Globals, where SAM takes it. */
    Optional<Slot> find(Mapping resource, String name) {
        return resource.find("Properties", name).or(() -> global(resource, name));
    }

    /** The property of Globals where SAM merges it into the function. */
    Optional<Slot> global(Mapping resource, String name) {
        boolean sam = resource.text("Type")
                .filter(CloudFormationFunctions.SAM_FUNCTION::equals)
                .isPresent();
        return sam && !ignores(resource, name) ? root.find("Globals", "Function", name) : Optional.empty();
    }

    private static boolean ignores(Mapping resource, String name) {
        Predicate<Scalar> matches =
                ignored -> ignored.value().equals("*") || ignored.value().equals(name);
        return resource.find("IgnoreGlobals").stream()
                .flatMap(slot -> Tree.scalars(slot.value()).stream())
                .anyMatch(matches);
    }
}
