package io.github.lambdabootstrap.template;

import io.github.lambdabootstrap.problem.SafeText;
import io.github.lambdabootstrap.template.FunctionFacts.Trait;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a person should know about the functions that move, and about runtimes that cannot be seen. */
final class PlanNotes {

    private static final int SHOWN = 10;

    private final TemplateFunctions template;
    private final MigrationSettings settings;
    private final Set<FunctionFacts> moving;
    private final List<Remark> notes = new ArrayList<>();

    PlanNotes(TemplateFunctions template, MigrationSettings settings, Set<FunctionFacts> moving) {
        this.template = template;
        this.settings = settings;
        this.moving = moving;
    }

    /** @param sharing functions whose code is in one archive with that of others, which no build of one makes */
    List<Remark> list(Set<FunctionFacts> sharing) {
        moving.forEach(this::ofFunction);
        builds(sharing);
        archives();
        unseen();
        notes.addAll(template.remarks());
        return notes;
    }

    /** {@code 'A', 'B' and 3 more}. */
    static String names(Collection<FunctionFacts> functions) {
        String first = functions.stream()
                .limit(SHOWN)
                .map(f -> "'" + SafeText.of(f.id()) + "'")
                .collect(Collectors.joining(", "));
        return functions.size() > SHOWN ? first + " and " + (functions.size() - SHOWN) + " more" : first;
    }

    private void ofFunction(FunctionFacts function) {
        notes.addAll(function.notes());
        function.runtime()
                .parameters()
                .forEach(parameter -> notes.add(Remark.note(
                        parameter.def().place(),
                        "'" + SafeText.of(parameter.name())
                                + "' gives a runtime, and a deployment can give it another value than its default",
                        "look for it in samconfig.toml, *.tfvars and the calls that deploy")));
    }

    private void builds(Set<FunctionFacts> sharing) {
        Map<Boolean, List<FunctionFacts>> unsaid = moving.stream()
                .filter(f -> SharedCode.leavesGo(f) && f.buildMethod().isPresent())
                .collect(Collectors.partitioningBy(sharing::contains));
        if (!settings.buildMethod()) {
            compiled(
                    unsaid.get(false),
                    "add Metadata: BuildMethod: go1.x (-Dlambda.migrate.buildMethod=true does it), or name the zip"
                            + " that lambda-bootstrap:package writes");
        }
        compiled(unsaid.get(true), "name the zip of the bundle there, which sam build cannot make");
    }

    private void compiled(List<FunctionFacts> functions, String fix) {
        if (!functions.isEmpty()) {
            notes.add(Remark.note(
                    functions.get(0).place(),
                    "sam build compiled " + names(functions) + " because of the runtime, and will ask how from now on",
                    fix));
        }
    }

    private void archives() {
        List<FunctionFacts> renamed = moving.stream()
                .filter(f -> SharedCode.leavesGo(f) && !f.is(Trait.BUILT_BY_TOOL) && !settings.bundle())
                .toList();
        if (!renamed.isEmpty()) {
            notes.add(Remark.note(
                    renamed.get(0).place(),
                    (renamed.size() == 1 ? "the archive of " : "the archives of ") + names(renamed)
                            + " must hold the executable as 'bootstrap' at the root",
                    "let lambda-bootstrap:package write the zip, and lambda-bootstrap:verify prove it"));
        }
    }

    /** Several functions whose runtime is hidden in one way are told together. */
    private void unseen() {
        Map<String, List<FunctionFacts>> hidden = new LinkedHashMap<>();
        Map<String, Value.Unknown> parts = new LinkedHashMap<>();
        for (FunctionFacts function : template.functions()) {
            for (Value.Unknown part : function.runtime().unknown()) {
                String way = isOld(part) ? part.reason() + part.slot().place().line() : part.reason();
                parts.putIfAbsent(way, part);
                hidden.computeIfAbsent(way, w -> new ArrayList<>()).add(function);
            }
        }
        hidden.forEach((way, functions) -> unseen(functions, parts.get(way)).ifPresent(notes::add));
    }

    private Optional<Remark> unseen(List<FunctionFacts> functions, Value.Unknown part) {
        String what = "the runtime of " + names(functions) + " is " + part.reason();
        if (!part.choices().isEmpty()) {
            return part.choices().stream()
                    .filter(this::isOld)
                    .findFirst()
                    .map(choice -> Remark.declined(
                            choice.place(),
                            what + ", and it may be " + ((Scalar) choice.value()).value(),
                            "change it by hand, and look for it in samconfig.toml and the calls that deploy"));
        }
        SourceRange place = part.slot().place();
        return Optional.of(
                isOld(part)
                        ? Remark.declined(place, what + ", and an old one is written in it", "change it by hand")
                        : Remark.note(place, what + ", so that it is not seen here", "look at what it is there"));
    }

    private boolean isOld(Value.Unknown part) {
        return part.slot().value() instanceof Scalar source
                ? settings.sources().stream().anyMatch(id -> quotes(source.value(), id))
                : Tree.scalars(part.slot().value()).stream().anyMatch(settings::isOld);
    }

    private boolean isOld(Slot choice) {
        return choice.value() instanceof Scalar text && settings.isOld(text);
    }

    private static boolean quotes(String source, String id) {
        return source.contains('"' + id + '"') || source.contains("'" + id + "'");
    }
}
