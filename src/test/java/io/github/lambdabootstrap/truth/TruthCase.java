package io.github.lambdabootstrap.truth;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * One archive, how it does when it is started, and what the gate has to say about it.
 *
 * @param name what is special about it
 * @param runtime what it is meant for
 * @param archive its bytes, made when they are asked for
 * @param layers their bytes, in their order
 * @param handler the function's Handler
 * @param listed whether somebody tells the gate of it
 * @param outcome what both judges say
 * @param errors the rules that find an error, all of them
 * @param warnings the rules that find a warning, all of them; not looked at when there are errors
 * @param unproven why what the judges see on this machine and what the gate says may differ; empty when they must agree
 */
record TruthCase(
        String name,
        String runtime,
        Supplier<byte[]> archive,
        List<Supplier<byte[]>> layers,
        String handler,
        boolean listed,
        Outcome outcome,
        Set<String> errors,
        Set<String> warnings,
        Optional<String> unproven) {

    /** How the names of declared placeholders begin. */
    static final String PLACEHOLDER = "a declared placeholder";

    static final String AL2 = "provided.al2";
    static final String AL2023 = "provided.al2023";
    private static final String BOOTSTRAP = "bootstrap";

    /** An archive that asks for work, and of which nothing is to be said. */
    static TruthCase starts(String name, Supplier<byte[]> archive) {
        return new TruthCase(
                name,
                AL2023,
                archive,
                List.of(),
                BOOTSTRAP,
                false,
                Outcome.ASKED,
                Set.of(),
                Set.of(),
                Optional.empty());
    }

    /** An archive that cannot do its work, and the rule that says why. */
    static TruthCase fails(String name, Outcome outcome, String rule, Supplier<byte[]> archive) {
        return new TruthCase(
                name, AL2023, archive, List.of(), BOOTSTRAP, false, outcome, Set.of(rule), Set.of(), Optional.empty());
    }

    TruthCase on(String other) {
        return new TruthCase(name, other, archive, layers, handler, listed, outcome, errors, warnings, unproven);
    }

    TruthCase layer(Supplier<byte[]> layer) {
        List<Supplier<byte[]>> all = new ArrayList<>(layers);
        all.add(layer);
        return new TruthCase(name, runtime, archive, all, handler, listed, outcome, errors, warnings, unproven);
    }

    /** Another Handler than most functions have, of which the gate is told. */
    TruthCase handler(String other) {
        return new TruthCase(name, runtime, archive, layers, other, true, outcome, errors, warnings, unproven);
    }

    /** The gate is not told of the Handler. */
    TruthCase unlisted() {
        return new TruthCase(name, runtime, archive, layers, handler, false, outcome, errors, warnings, unproven);
    }

    TruthCase alsoFails(String rule) {
        Set<String> all = new TreeSet<>(errors);
        all.add(rule);
        return new TruthCase(name, runtime, archive, layers, handler, listed, outcome, all, warnings, unproven);
    }

    TruthCase warns(String rule) {
        Set<String> all = new TreeSet<>(warnings);
        all.add(rule);
        return new TruthCase(name, runtime, archive, layers, handler, listed, outcome, errors, all, unproven);
    }

    /** The judges see another outcome than the gate may claim or must claim. */
    TruthCase judged(Outcome other, String why) {
        return new TruthCase(
                name, runtime, archive, layers, handler, listed, other, errors, warnings, Optional.of(why));
    }

    /** A user has said that it is there to be replaced: the gate does not ask whether it starts. */
    boolean isPlaceholder() {
        return name.startsWith(PLACEHOLDER);
    }

    /** Whether the table itself says that gate and judges agree. */
    boolean agrees() {
        boolean falseAlarm = outcome == Outcome.ASKED && !errors.isEmpty();
        boolean missed = outcome.provesFault() && errors.isEmpty();
        return unproven.isPresent() || !(falseAlarm || missed);
    }

    /** A file name for it. */
    String slug() {
        return name.replaceAll("[^A-Za-z0-9.]+", "-");
    }

    @Override
    public String toString() {
        return name;
    }
}
