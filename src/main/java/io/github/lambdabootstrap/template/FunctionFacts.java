package io.github.lambdabootstrap.template;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a template says of one function, as far as its runtime is concerned.
 *
 * @param id its logical id or name
 * @param place where it begins
 * @param runtime where its runtime comes from
 * @param handler where its handler comes from
 * @param code the place of its code: functions with equal texts share it
 * @param traits what else counts
 * @param notes what a person should know when its runtime changes
 * @param buildMethod the key that {@code sam build} needs afterwards, where it is missing
 */
record FunctionFacts(
        String id,
        SourceRange place,
        Value runtime,
        Value handler,
        String code,
        Set<Trait> traits,
        List<Remark> notes,
        Optional<Edit.Insertion> buildMethod) {

    /** A property that decides what may change. */
    enum Trait {
        /** A container image: it has no runtime. */
        IMAGE,
        /** The handler is not the executable's name but the input of a tool. */
        KEEPS_HANDLER,
        /** A tool builds the archive, and calls its executable {@code bootstrap} by itself. */
        BUILT_BY_TOOL,
        /** Stands for functions that the template takes from elsewhere. */
        UNSEEN,
        /** Written once and made several times, from the same code and with a handler each. */
        MANY_HANDLERS
    }

    FunctionFacts {
        traits = Set.copyOf(traits);
        notes = List.copyOf(notes);
    }

    /** Which function it is counts, and not what is said of it. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    boolean is(Trait trait) {
        return traits.contains(trait);
    }
}
