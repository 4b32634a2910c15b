package io.github.lambdabootstrap.template;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * Where a property of a function gets its value from, gathered while its source is followed through parameters,
 * conditions, mappings and variables.
 */
final class Value {

    private final List<Scalar> texts = new ArrayList<>(1);
    private final List<Scalar> companions = new ArrayList<>();
    private final Set<Scalar> all = Tree.smallIdentitySet();
    private final Set<Slot> way = Tree.smallIdentitySet();
    private final Set<Node> met = Tree.smallIdentitySet();
    private final List<Unknown> unknown = new ArrayList<>();
    private final List<Parameter> parameters = new ArrayList<>();

    /**
     * A part of the value that cannot be followed.
     *
     * @param slot where it stands
     * @param reason what it is, for a sentence: "it is ..."
     * @param choices what it has to be one of; empty when that is not said
     */
    record Unknown(Slot slot, String reason, List<Slot> choices) {
        Unknown {
            choices = List.copyOf(choices);
        }
    }

    /**
     * A parameter that the value comes from.
     *
     * @param name as its users write it
     * @param def where its default stands
     */
    record Parameter(String name, Slot def) {}

    /** A text that the value can be, once, however many ways lead to it. */
    void text(Scalar scalar) {
        if (met.add(scalar)) {
            texts.add(scalar);
        }
        all.add(scalar);
    }

    /** A text that has to change when the value does: an allowed value of the parameter. */
    void companion(Scalar scalar) {
        companions.add(scalar);
        all.add(scalar);
    }

    /** A slot that the value comes through. */
    void through(Slot slot) {
        way.add(slot);
    }

    /** Whether a call has not been followed yet: aliases can lead to one a million times. */
    boolean enters(Node call) {
        return met.add(call);
    }

    void unknown(Slot slot, String reason) {
        unknown(slot, reason, List.of());
    }

    void unknown(Slot slot, String reason, List<Slot> choices) {
        unknown.add(new Unknown(slot, reason, choices));
    }

    /** What no reader of the format can follow. */
    void noText(Slot slot) {
        boolean templated = TemplatedText.isIn(slot.value().range().text());
        unknown(slot, templated ? "made by a template language" : "no text");
    }

    /** Something that a deployment can set to another value than its default. */
    void parameter(String name, Slot def) {
        parameters.add(new Parameter(name, def));
    }

    List<Scalar> texts() {
        return Collections.unmodifiableList(texts);
    }

    List<Scalar> companions() {
        return Collections.unmodifiableList(companions);
    }

    /** The texts and their companions. */
    Set<Scalar> all() {
        return Collections.unmodifiableSet(all);
    }

    /** The slots that it comes through. */
    Set<Slot> way() {
        return Collections.unmodifiableSet(way);
    }

    /** Whether it is one of the texts or their companions: this one, and not an equal one elsewhere. */
    boolean holds(Scalar scalar) {
        return all.contains(scalar);
    }

    boolean comesThrough(Slot slot) {
        return way.contains(slot);
    }

    List<Unknown> unknown() {
        return Collections.unmodifiableList(unknown);
    }

    List<Parameter> parameters() {
        return Collections.unmodifiableList(parameters);
    }

    /** Whether there is such a property at all. */
    boolean isPresent() {
        return !way.isEmpty();
    }

    /** What tells two values apart: the texts, or the source of what cannot be followed. */
    String shown() {
        List<String> parts = new ArrayList<>(texts.stream().map(Scalar::value).toList());
        unknown.forEach(part -> parts.add(part.slot().value().range().text().strip()));
        return String.join(" or ", parts);
    }
}
