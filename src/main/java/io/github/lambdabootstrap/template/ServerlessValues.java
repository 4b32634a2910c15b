package io.github.lambdabootstrap.template;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Follows a property of a Serverless Framework service to its text, also through {@code ${self:path}}. */
final class ServerlessValues {

    private static final Pattern SELF = Pattern.compile("\\$\\{self:([\\w.-]+)");
    private static final int MAX_STEPS = 20;

    private final Mapping root;
    private final List<Slot> references;

    ServerlessValues(Mapping root) {
        this.root = root;
        this.references = Tree.slots(root).stream()
                .filter(slot ->
                        slot.value() instanceof Scalar text && text.value().contains("${self:"))
                .toList();
    }

    Value follow(Slot slot) {
        Value value = new Value();
        follow(slot, value, MAX_STEPS);
        return value;
    }

    private void follow(Slot slot, Value value, int steps) {
        value.through(slot);
        if (!(slot.value() instanceof Scalar text)) {
            value.noText(slot);
            return;
        }
        Matcher self = SELF.matcher(text.value());
        Optional<Slot> target = self.lookingAt() && text.value().equals(self.group() + "}") && steps > 0
                ? at(self.group(1))
                : Optional.empty();
        if (target.isPresent()) {
            follow(target.get(), value, steps - 1);
        } else if (text.value().contains("${")) {
            value.unknown(slot, "made of variables");
        } else {
            value.text(text);
        }
    }

    /** Adds to the users of each text those that refer to it, or to what it is in, by its path. */
    void addReferences(TextUsers users) {
        for (Slot user : references) {
            paths((Scalar) user.value())
                    .flatMap(path -> at(path).stream())
                    .flatMap(slot -> Tree.scalars(slot.value()).stream())
                    .forEach(text -> users.add(text, user));
        }
    }

    /** The slots that refer to others. */
    Set<Slot> references() {
        return references.stream().collect(Collectors.toCollection(Tree::identitySet));
    }

    private static Stream<String> paths(Scalar text) {
        return SELF.matcher(text.value()).results().map(match -> match.group(1));
    }

    private Optional<Slot> at(String path) {
        String[] keys = path.split("\\.", -1);
        return keys.length == 0 ? Optional.empty() : root.find(keys[0], Arrays.copyOfRange(keys, 1, keys.length));
    }
}
