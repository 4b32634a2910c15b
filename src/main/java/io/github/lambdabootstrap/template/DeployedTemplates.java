package io.github.lambdabootstrap.template;

import io.github.lambdabootstrap.model.Template;
import io.github.lambdabootstrap.model.TemplateFunction;
import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.Problems;
import io.github.lambdabootstrap.problem.SafeText;
import io.github.lambdabootstrap.template.ScannedFile.Reading;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Reads what templates say of functions. A file that is named must be a template; in folders, and by patterns, those
 * are found that are.
 */
public final class DeployedTemplates {

    private static final String DOCS = "templates.md#which-files";

    private final Problems problems = new Problems();
    private final Set<Path> named;
    private final Map<Path, List<Reading>> modules = new LinkedHashMap<>();
    private final List<Template> templates = new ArrayList<>();

    private DeployedTemplates(Set<Path> named) {
        this.named = named;
    }

    /**
     * The templates that a list of paths means, sorted by path.
     *
     * @param paths as those of {@link TemplateSelection}
     * @param base the folder that relative paths start from
     * @throws io.github.lambdabootstrap.problem.ProblemException when a path means nothing, or a named file is no
     *     template or cannot be read
     */
    public static List<Template> read(List<String> paths, Path base) {
        TemplateSelection selection = TemplateSelection.of(paths, base);
        DeployedTemplates read = new DeployedTemplates(selection.named());
        selection.problems().forEach(read.problems::add);
        Set<Path> files = new TreeSet<>(selection.files());
        files.addAll(selection.links()); // whoever only reads may follow them
        files.forEach(read::add);
        read.modules.values().forEach(read::addModule);
        read.problems.throwIfAny();
        return read.templates.stream()
                .sorted((one, other) -> one.file().compareTo(other.file()))
                .toList();
    }

    private void add(Path path) {
        try {
            if (Files.size(path) > TemplateScanner.MAX_BYTES) {
                refuse(path, 1, "it is larger than 16 MiB");
                return;
            }
            add(read(TemplateFile.of(path, Files.readAllBytes(path))));
        } catch (CharacterCodingException e) {
            refuse(path, 1, "its bytes are not UTF-8");
        } catch (IOException e) {
            refuse(path, 1, "it cannot be read (" + e.getClass().getSimpleName() + ")");
        } catch (TemplateSyntaxException e) {
            refuse(path, e.line(), "it cannot be read: " + SafeText.of(e.getMessage()));
        }
    }

    /** The trees of a text, by the notation that its name and its beginning tell. */
    static Reading read(TemplateFile file) throws TemplateSyntaxException {
        String name = file.path().getFileName().toString().toLowerCase(Locale.ROOT);
        TreeReader reader = name.endsWith(".tf") ? new TerraformReader() : TemplateScanner.notation(file, name);
        try {
            return new Reading(file, reader.read(file), reader);
        } catch (TemplateSyntaxException e) {
            if (!(reader instanceof JsonReader) || name.endsWith(".json")) {
                throw e;
            }
            TreeReader yaml = new YamlReader();
            return new Reading(file, yaml.read(file), yaml);
        }
    }

    private void add(Reading reading) {
        Path path = reading.file().path();
        if (reading.reader() instanceof TerraformReader) {
            modules.computeIfAbsent(path.getParent(), folder -> new ArrayList<>())
                    .add(reading);
            return;
        }
        Optional<Integer> marks = TemplatedText.find(reading);
        if (marks.isPresent()) {
            refuse(path, marks.get(), "a template language ({{ }} or {% %}) is still to work on it");
            return;
        }
        List<TemplateFunction> functions = new ArrayList<>();
        Optional<TemplateFormat> format = Optional.empty();
        for (Mapping root : reading.roots()) {
            TemplateFormat found = TemplateFormat.of(root);
            format = found == TemplateFormat.OTHER ? format : Optional.of(found);
            functions.addAll(functions(root, found));
        }
        if (format.isEmpty()) {
            refuse(path, 1, "it is no template of AWS SAM, CloudFormation, the Serverless Framework or Terraform");
        }
        format.ifPresent(found -> templates.add(new Template(path, found.title(), functions)));
    }

    private static List<TemplateFunction> functions(Mapping root, TemplateFormat format) {
        return switch (format) {
            case SAM, CLOUDFORMATION -> new CloudFormationFacts(root).functions();
            case SERVERLESS -> new ServerlessFacts(root).functions();
            default -> List.of();
        };
    }

    private void addModule(List<Reading> files) {
        List<Mapping> roots =
                files.stream().flatMap(file -> file.roots().stream()).toList();
        List<TerraformFacts.Placed> functions = new TerraformFacts(roots).functions();
        for (Reading file : files) {
            Stream<TemplateFunction> own = functions.stream()
                    .filter(function -> function.place().file().equals(file.file()))
                    .map(TerraformFacts.Placed::function);
            templates.add(new Template(file.file().path(), TemplateFormat.TERRAFORM.title(), own.toList()));
        }
    }

    private void refuse(Path path, int line, String why) {
        if (named.contains(path)) {
            problems.add(Problem.input(why, "name templates that can be deployed as they are")
                    .at(SafeText.of(path + ":" + line))
                    .docs(DOCS));
        }
    }
}
