package io.github.lambdabootstrap.template;

import io.github.lambdabootstrap.problem.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Follows a property of a CloudFormation template to the texts that it can be, and finds who else refers to those. */
final class CloudFormationValues {

    private static final Pattern SUBSTITUTION = Pattern.compile("\\$\\{([^!}][^}]*)}");

    private final Mapping root;

    CloudFormationValues(Mapping root) {
        this.root = root;
    }

    /** Everything that the value at this slot can be. */
    Value follow(Slot slot) {
        Value value = new Value();
        follow(slot, value);
        return value;
    }

    /** Adds to the users of the texts those that refer to them through a parameter or a mapping. */
    void addReferences(List<Slot> slots, TextUsers users) {
        for (Slot slot : slots) {
            Intrinsic.of(slot.value()).ifPresent(call -> addReferences(slot, call, users));
        }
    }

    private void addReferences(Slot slot, Intrinsic call, TextUsers users) {
        parameters(call).flatMap(name -> parameterTexts(name).stream()).forEach(text -> users.add(text, slot));
        if (call.is("FindInMap")) {
            leaves(call).forEach(leaf -> Tree.scalars(leaf.value()).forEach(text -> users.add(text, slot)));
        }
    }

    private void follow(Slot slot, Value value) {
        value.through(slot);
        Optional<Intrinsic> call = Intrinsic.of(slot.value());
        if (call.isEmpty()) {
            text(slot, value);
        } else if (value.enters(slot.value())) {
            follow(slot, call.get(), value);
        }
    }

    /** In parameters and mappings CloudFormation takes no calls, so that no value can come from itself. */
    private static void literal(Slot slot, Value value) {
        value.through(slot);
        Intrinsic.of(slot.value()).ifPresentOrElse(call -> madeBy(call, slot, value), () -> text(slot, value));
    }

    private static void text(Slot slot, Value value) {
        if (slot.value() instanceof Scalar scalar) {
            value.text(scalar);
        } else {
            value.noText(slot);
        }
    }

    private static void madeBy(Intrinsic call, Slot slot, Value value) {
        value.unknown(slot, "made by " + SafeText.of(call.name()));
    }

    private void follow(Slot slot, Intrinsic call, Value value) {
        Optional<String> parameter = wholeParameter(call);
        if (call.is("If") && call.arguments().size() == 3) {
            follow(call.arguments().get(1), value);
            follow(call.arguments().get(2), value);
        } else if (parameter.isPresent()) {
            parameter(parameter.get(), slot, value);
        } else if (call.is("FindInMap") && call.literal(2).isPresent()) {
            map(call, slot, value);
        } else {
            madeBy(call, slot, value);
        }
    }

    /** The one parameter that the call stands for. */
    private static Optional<String> wholeParameter(Intrinsic call) {
        if (call.is("Ref")) {
            return call.text();
        }
        return call.is("Sub")
                ? call.text()
                        .map(SUBSTITUTION::matcher)
                        .filter(Matcher::matches)
                        .map(matcher -> matcher.group(1).strip())
                : Optional.empty();
    }

    private void parameter(String name, Slot slot, Value value) {
        if (name.equals("AWS::NoValue")) {
            return;
        }
        Optional<Slot> def = root.find("Parameters", name, "Default");
        if (def.isEmpty()) {
            value.unknown(slot, "the parameter '" + SafeText.of(name) + "', which has no default", allowedValues(name));
            return;
        }
        value.parameter(name, def.get());
        literal(def.get(), value);
        allowedValues(name).forEach(item -> {
            value.through(item);
            value.companion((Scalar) item.value());
        });
    }

    private List<Slot> allowedValues(String parameter) {
        return root
                .find("Parameters", parameter, "AllowedValues")
                .map(slot -> slot.value() instanceof Sequence values ? values.items() : List.<Slot>of())
                .orElse(List.of())
                .stream()
                .filter(item -> item.value() instanceof Scalar)
                .toList();
    }

    private void map(Intrinsic call, Slot slot, Value value) {
        List<Slot> leaves = leaves(call);
        leaves.forEach(leaf -> literal(leaf, value));
        if (leaves.isEmpty()) {
            value.unknown(slot, "in a mapping that is not here");
        }
    }

    /** What the call can find: where a key is computed, everything under each key that it can be. */
    private List<Slot> leaves(Intrinsic call) {
        Optional<Mapping> map = call.literal(0).flatMap(name -> root.mapping("Mappings", name));
        List<Slot> found = new ArrayList<>();
        map.ifPresent(mapping -> below(mapping, call.literal(1))
                .filter(top -> top.value() instanceof Mapping)
                .forEach(top -> below((Mapping) top.value(), call.literal(2)).forEach(found::add)));
        return found;
    }

    private static Stream<Slot> below(Mapping mapping, Optional<String> key) {
        return key.isPresent() ? mapping.find(key.get()).stream() : mapping.all().stream();
    }

    private static Stream<String> parameters(Intrinsic call) {
        if (call.is("Ref")) {
            return call.text().stream();
        }
        return call.is("Sub")
                ? Tree.scalars(call.argument()).stream()
                        .flatMap(text -> SUBSTITUTION.matcher(text.value()).results())
                        .map(match -> match.group(1).strip())
                : Stream.empty();
    }

    private List<Scalar> parameterTexts(String name) {
        return root.mapping("Parameters", name)
                .map(parameter -> Stream.of("Default", "AllowedValues")
                        .flatMap(key -> parameter.find(key).stream())
                        .flatMap(slot -> Tree.scalars(slot.value()).stream())
                        .toList())
                .orElse(List.of());
    }
}
