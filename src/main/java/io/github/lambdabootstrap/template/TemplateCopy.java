package io.github.lambdabootstrap.template;

import io.github.lambdabootstrap.log.TemplateLog;
import io.github.lambdabootstrap.model.AtomicFile;
import io.github.lambdabootstrap.model.DeployedCode;
import io.github.lambdabootstrap.model.TemplateFunction;
import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.ProblemException;
import io.github.lambdabootstrap.problem.SafeText;
import io.github.lambdabootstrap.template.ScannedFile.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A copy of a template in which functions run archives of this build; everything else is byte for byte as it was. */
public final class TemplateCopy {

    private final Reading reading;
    private final Path target;
    private final CodeChoice choice;
    private final List<Edit> edits = new ArrayList<>();
    private final List<String> done = new ArrayList<>();
    private final List<Line> left = new ArrayList<>();
    private final List<Line> local = new ArrayList<>();
    private final Set<String> functions = new TreeSet<>();

    /** What is to be told of a place of the template. */
    private record Line(int line, String what, String text) {}

    private TemplateCopy(Reading reading, Path target, CodeChoice choice) {
        this.reading = reading;
        this.target = target;
        this.choice = choice;
    }

    /**
     * Plans the copy.
     *
     * @param source a template of AWS SAM or CloudFormation
     * @param target where the copy goes, in a folder of its own
     * @param codes all archives
     * @param said the name of an archive by the logical id of a function, for what cannot be found by name or path
     * @throws ProblemException when the template cannot be read
     */
    public static TemplateCopy of(Path source, Path target, List<DeployedCode> codes, Map<String, String> said) {
        try {
            Reading reading = DeployedTemplates.read(TemplateFile.of(source, Files.readAllBytes(source)));
            return of(reading, target, new CodeChoice(codes, said));
        } catch (IOException | TemplateSyntaxException e) {
            Problem problem = Problem.input("the template cannot be read", "correct it")
                    .at(SafeText.of(source.toString()))
                    .because(SafeText.of(String.valueOf(e.getMessage())));
            throw new ProblemException(problem, e);
        }
    }

    static TemplateCopy of(Reading reading, Path target, CodeChoice choice) {
        TemplateCopy copy = new TemplateCopy(reading, target, choice);
        reading.roots().stream().filter(CloudFormationFunctions::describes).forEach(copy::plan);
        return copy;
    }

    public Path target() {
        return target;
    }

    /** The logical ids of all functions. */
    public Set<String> functions() {
        return Set.copyOf(functions);
    }

    private void plan(Mapping root) {
        CodeEdits planned = new CodeEdits(root);
        IdentityHashMap<Node, Boolean> changed = new IdentityHashMap<>();
        for (TemplateFunction function : new CloudFormationFacts(root).functions()) {
            Slot resource = root.find("Resources", function.id()).orElseThrow();
            plan(planned, resource, function).ifPresent(edit -> {
                edits.add(edit);
                if (edit instanceof Edit.Replacement replacement) {
                    changed.put(replacement.scalar(), true);
                } else if (edit instanceof Edit.Substitution substitution) {
                    changed.put(substitution.node(), true);
                }
            });
        }
        new LocalPaths(root, reading.file().path().getParent())
                .find().stream()
                        .filter(found -> !changed.containsKey(found.slot().value()))
                        .forEach(found -> move(planned, found, changed));
    }

    private Optional<Edit> plan(CodeEdits planned, Slot resource, TemplateFunction function) {
        functions.add(function.id());
        CodeChoice.Choice chosen = choice.of(function, ((Mapping) resource.value()).text("Properties", "FunctionName"));
        CodeEdits.Outcome outcome = chosen.code()
                .map(code -> planned.code(resource, code, target, chosen.explicit()))
                .orElseGet(() -> CodeEdits.Outcome.none(chosen.why()));
        if (outcome.edit().isPresent()) {
            done.add(function.id());
            return outcome.edit();
        }
        left.add(new Line(function.line(), "'" + function.id() + "'", outcome.why()));
        return chosen.code().isEmpty() ? named(planned, resource, function) : Optional.empty();
    }

    /** Code that is in the template's folder because nothing else is said: the copy's folder is another. */
    private Optional<Edit> named(CodeEdits planned, Slot resource, TemplateFunction function) {
        String path = CodeEdits.relative(target, function.code().folder());
        Optional<Edit> edit = function.complete()
                        && function.code().inline().isEmpty()
                        && !function.code().packageType().canBe("Image"::equals)
                ? planned.missing(resource, path).edit()
                : Optional.empty();
        edit.ifPresent(done -> local.add(new Line(function.line(), function.id() + ".CodeUri", path)));
        return edit;
    }

    /** The copy lies in another folder. */
    private void move(CodeEdits planned, LocalPaths.Local found, Map<Node, Boolean> changed) {
        String what = found.owner() + "." + found.slot().name();
        int line = found.slot().value().range().line();
        String path = CodeEdits.relative(target, found.path());
        CodeEdits.Outcome outcome = planned.text(found.slot(), path);
        if (outcome.edit().isEmpty()) {
            left.add(new Line(line, what, outcome.why()));
            return;
        }
        changed.put(found.slot().value(), true);
        edits.add(outcome.edit().get());
        local.add(new Line(line, what, path));
    }

    /**
     * Proves the copy, writes it, whole or not at all, and tells what is in it.
     *
     * @throws ProblemException when the copy would say anything else than planned, or cannot be written
     */
    public void write(TemplateLog log) {
        TemplateFile file = reading.file();
        List<Edit> ordered = edits.stream()
                .sorted(Comparator.comparing(edit -> edit.range().start()))
                .toList();
        TemplateFile after = TemplateRewriter.rewrite(file, ordered);
        if (!isProven(after, ordered)) {
            throw ProblemException.of(Problem.input(
                            "the copy could not be proven to say nothing else than the template",
                            "write the paths of code in a plain way, each once")
                    .at(SafeText.of(file.toString()))
                    .docs("templates.md#copies"));
        }
        try {
            new AtomicFile(target).writeIfChanged(after.bytes());
        } catch (IOException e) {
            throw new ProblemException(Problem.unwritable("the copy of a template", target, e), e);
        }
        log.copied(file.path(), target, done);
        left.forEach(line -> log.left(file.path(), line.line(), line.what(), line.text()));
        local.forEach(line -> log.local(file.path(), line.line(), line.what(), line.text()));
    }

    private boolean isProven(TemplateFile after, List<Edit> ordered) {
        try {
            return MigrationProof.holds(reading.documents(), reading.reader().read(after), ordered);
        } catch (TemplateSyntaxException e) {
            return false; // which is what the proof is for
        }
    }
}
