package io.github.lambdabootstrap.template;

import io.github.lambdabootstrap.model.LambdaRuntime;
import io.github.lambdabootstrap.problem.SafeText;
import io.github.lambdabootstrap.template.FunctionFacts.Trait;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Decides what changes: a text becomes the new runtime when every user of it is a function that wants that, and else a
 * person is told why not. A pure function of the facts.
 */
final class MigrationPlanner {

    private final MigrationSettings settings;
    private final TemplateFunctions template;
    private final ValueIndex runtimes;
    private final ValueIndex handlers;
    private final List<SharedCode> groups;

    /** The functions that get the new runtime, with the texts that change for it. */
    private final Map<FunctionFacts, List<Scalar>> moving = new LinkedHashMap<>();

    private final List<Remark> remarks = new ArrayList<>();

    private MigrationPlanner(TemplateFunctions template, MigrationSettings settings) {
        this.template = template;
        this.settings = settings;
        this.runtimes = new ValueIndex(template.functions(), FunctionFacts::runtime);
        this.groups = SharedCode.groups(template.functions(), settings.known());
        this.handlers = new ValueIndex(template.functions(), FunctionFacts::handler);
    }

    static Plan plan(TemplateFunctions template, MigrationSettings settings) {
        return new MigrationPlanner(template, settings).plan();
    }

    private Plan plan() {
        for (FunctionFacts function : template.functions()) {
            List<Scalar> old = function.is(Trait.IMAGE) ? List.of() : old(function);
            if (!old.isEmpty()) {
                moving.put(function, old);
            }
        }
        leaveUnseen();
        leaveSharedCode();
        leaveSharedValues();
        remarks.addAll(new PlanNotes(template, settings, moving.keySet()).list(SharedCode.members(groups)));
        return new Plan(edits(), remarks, moving.size());
    }

    private void leaveUnseen() {
        List<FunctionFacts> unseen =
                moving.keySet().stream().filter(f -> f.is(Trait.UNSEEN)).toList();
        unseen.forEach(f -> remarks.add(Remark.declined(
                f.place(),
                "the runtime is also that of " + SafeText.of(f.id()) + ", which are not seen here",
                "change it by hand, together with the handlers of all its functions")));
        moving.keySet().removeAll(unseen);
    }

    private void leaveSharedCode() {
        if (settings.bundle()) {
            return;
        }
        for (SharedCode group : groups) {
            List<FunctionFacts> left = group.functions().stream()
                    .filter(SharedCode::leavesGo)
                    .filter(f -> moving.remove(f) != null)
                    .toList();
            if (!left.isEmpty()) {
                remarks.add(group.remark());
            }
        }
    }

    /** One function that stays can make others stay, so that this goes on until nothing changes. */
    private void leaveSharedValues() {
        Map<String, List<FunctionFacts>> left = new LinkedHashMap<>();
        boolean changed = true;
        while (changed) {
            Map<FunctionFacts, String> blocked = new LinkedHashMap<>();
            IdentityHashMap<Scalar, Optional<String>> known = new IdentityHashMap<>();
            moving.forEach((f, old) -> old.stream()
                    .flatMap(text -> known.computeIfAbsent(text, this::obstacle).stream())
                    .findFirst()
                    .ifPresent(reason -> blocked.put(f, reason)));
            blocked.forEach((f, reason) ->
                    left.computeIfAbsent(reason, r -> new ArrayList<>()).add(f));
            changed = moving.keySet().removeAll(blocked.keySet());
        }
        left.forEach((reason, functions) -> remarks.add(Remark.declined(
                functions.get(0).place(),
                PlanNotes.names(functions) + (functions.size() == 1 ? " stays" : " stay") + ": " + reason,
                "change it by hand, or give what should move a runtime of its own")));
    }

    /** Why this text of a runtime cannot change. */
    private Optional<String> obstacle(Scalar text) {
        if (text.place().isEmpty()) {
            return Optional.of(
                    "its runtime in line " + text.range().line() + " is spelled with escapes or over several lines");
        }
        Optional<FunctionFacts> staying = runtimes.holding(text).stream()
                .filter(f -> !moving.containsKey(f) && !f.is(Trait.IMAGE))
                .findFirst();
        if (staying.isPresent()) {
            return Optional.of("the runtime in line " + text.range().line() + " is also that of '"
                    + SafeText.of(staying.get().id()) + "', which stays");
        }
        return otherUser(text, runtimes)
                .map(slot -> "the runtime in line " + text.range().line() + " is also used in line "
                        + slot.place().line() + (slot.name().isEmpty() ? "" : " (" + SafeText.of(slot.name()) + ")"));
    }

    private Optional<Slot> otherUser(Scalar text, ValueIndex index) {
        return template.users().of(text).stream()
                .filter(slot -> !template.neutral().contains(slot) || slot.isAlias())
                .filter(slot -> index.through(slot).stream().noneMatch(moving::containsKey))
                .findFirst();
    }

    private List<Edit> edits() {
        IdentityHashMap<Scalar, String> texts = new IdentityHashMap<>();
        String target = settings.target().id();
        moving.values().forEach(old -> old.forEach(text -> texts.put(text, target)));
        if (!moving.isEmpty()) {
            template.settings().runtimes().forEach(text -> texts.put(text, target));
            template.settings().switches().forEach(text -> texts.put(text, "true"));
        }
        handlers().forEach(text -> texts.put(text, LambdaRuntime.ENTRYPOINT));
        // what sam build makes of one function is no bundle
        Set<FunctionFacts> sharing = SharedCode.members(groups);
        Stream<Edit> insertions = settings.buildMethod()
                ? moving.keySet().stream()
                        .filter(f -> SharedCode.leavesGo(f) && !sharing.contains(f))
                        .flatMap(f -> f.buildMethod().stream())
                : Stream.empty();
        return Stream.concat(
                        texts.entrySet().stream().map(e -> Edit.Replacement.of(e.getKey(), e.getValue())), insertions)
                .collect(Collectors.toList());
    }

    /** With an archive of its own the handler is only a name, and by convention that of the executable. */
    private Stream<Scalar> handlers() {
        Set<Scalar> texts = Tree.identitySet();
        moving.keySet().stream()
                .filter(f -> leavesGoAlone(f) && !settings.bundle() && !f.is(Trait.KEEPS_HANDLER))
                .forEach(f -> texts.addAll(f.handler().texts()));
        return texts.stream()
                .filter(text -> text.isText() && text.place().isPresent() && !TemplatedText.isIn(text.value()))
                .filter(text -> !text.value().equals(LambdaRuntime.ENTRYPOINT))
                .filter(text ->
                        handlers.holding(text).stream().allMatch(f -> moving.containsKey(f) && leavesGoAlone(f)))
                .filter(text -> otherUser(text, handlers).isEmpty());
    }

    /** A runtime that can be another one too has a handler that can be another's. */
    private static boolean leavesGoAlone(FunctionFacts function) {
        return function.runtime().unknown().isEmpty()
                && function.runtime().texts().stream().allMatch(t -> t.value().equals(MigrationSettings.GO));
    }

    private List<Scalar> old(FunctionFacts function) {
        Value runtime = function.runtime();
        List<Scalar> old = runtime.texts().stream().filter(settings::isOld).toList();
        if (runtime.companions().isEmpty()) {
            return old;
        }
        // an allowed value follows the default that it allows, unless the new one is allowed already
        boolean allowed = runtime.companions().stream()
                .anyMatch(text -> text.value().equals(settings.target().id()));
        Stream<Scalar> following = runtime.companions().stream()
                .filter(text -> !allowed && old.stream().anyMatch(o -> o.value().equals(text.value())));
        return Stream.concat(old.stream(), following).toList();
    }
}
