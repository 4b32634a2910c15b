package io.github.lambdabootstrap.template;

import io.github.lambdabootstrap.model.ByteSize;
import io.github.lambdabootstrap.problem.SafeText;
import io.github.lambdabootstrap.template.ScannedFile.Reading;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds out what a file is, and reads it. In doubt a file is told and not changed. */
final class TemplateScanner {

    /** Many times what CloudFormation takes; what is larger is data. */
    static final long MAX_BYTES = 16L * 1024 * 1024;

    private static final Set<String> RUNTIME_KEYS = Set.of("runtime", "function-runtime");

    private final OldRuntimes old;

    TemplateScanner(OldRuntimes old) {
        this.old = old;
    }

    /**
     * Reads a file.
     *
     * @param named whether it is meant to be a template, and not only found where templates can be
     */
    ScannedFile scan(Path path, boolean named) {
        try {
            long size = Files.size(path);
            if (size > MAX_BYTES) {
                return tooLarge(path, size, named ? Remark.Kind.DECLINED : Remark.Kind.NOTE);
            }
            return scan(path, Files.readAllBytes(path));
        } catch (IOException e) {
            return refused(
                    path, 1, "it cannot be read (" + e.getClass().getSimpleName() + ")", "let this user read it");
        }
    }

    ScannedFile scan(Path path, byte[] bytes) {
        TemplateFile file;
        try {
            file = TemplateFile.of(path, bytes);
        } catch (CharacterCodingException e) {
            return old.areIn(new String(bytes, StandardCharsets.ISO_8859_1))
                    ? refused(path, 1, "its bytes are not UTF-8", "save it as UTF-8, or change it by hand")
                    : other(path);
        }
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".tf")) {
            return read(file, new TerraformReader());
        }
        return !name.endsWith(".tf.json")
                        && List.of(".yaml", ".yml", ".json", ".template").stream()
                                .anyMatch(name::endsWith)
                ? read(file, notation(file, name))
                : source(file);
    }

    /** JSON by its name or its first character: a JSON parser takes the tabs that a YAML parser refuses. */
    static TreeReader notation(TemplateFile file, String name) {
        boolean braces =
                file.text().substring(file.contentStart()).stripLeading().startsWith("{");
        return name.endsWith(".json") || braces ? new JsonReader() : new YamlReader();
    }

    private ScannedFile read(TemplateFile file, TreeReader reader) {
        try {
            Reading reading = new Reading(file, reader.read(file), reader);
            if (reader instanceof TerraformReader) {
                return new ScannedFile(file.path(), TemplateFormat.TERRAFORM, Optional.of(reading), List.of());
            }
            return template(reading);
        } catch (TemplateSyntaxException e) {
            if (reader instanceof JsonReader && !file.path().toString().endsWith(".json")) {
                return read(file, new YamlReader());
            }
            if (!old.areIn(file.text())) {
                return other(file.path());
            }
            return TemplatedText.find(file)
                    .map(line -> templated(file, line))
                    .orElseGet(() -> refused(
                            file.path(),
                            e.line(),
                            "it cannot be read: " + SafeText.of(e.getMessage()),
                            "correct it, or change it by hand"));
        }
    }

    private ScannedFile template(Reading reading) {
        TemplateFile file = reading.file();
        TemplateFormat format = reading.roots().stream()
                .map(TemplateFormat::of)
                .filter(found -> found != TemplateFormat.OTHER)
                .findFirst()
                .orElse(TemplateFormat.OTHER);
        if (format == TemplateFormat.OTHER) {
            return reading.reader() instanceof JsonReader ? data(reading) : source(file);
        }
        Optional<Integer> marks = TemplatedText.find(reading);
        return marks.isPresent() && old.areIn(file.text())
                ? templated(file, marks.get())
                : new ScannedFile(file.path(), format, Optional.of(reading), List.of());
    }

    /**
     * JSON that is no template is data, this goal's own report for one; but deployers of one function keep what they
     * are to set in such a file, at its top.
     */
    private ScannedFile data(Reading reading) {
        TemplateFile file = reading.file();
        List<Remark> found = reading.roots().stream()
                .flatMap(root -> root.slots().stream())
                .filter(slot -> RUNTIME_KEYS.contains(slot.name().toLowerCase(Locale.ROOT)))
                .flatMap(slot -> old.setting(slot).stream())
                .toList();
        return found.isEmpty()
                ? other(file.path())
                : new ScannedFile(file.path(), TemplateFormat.SOURCE, Optional.empty(), found);
    }

    private ScannedFile source(TemplateFile file) {
        Optional<Integer> mark = isMadeFrom(file.path()) ? TemplatedText.find(file) : Optional.empty();
        if (mark.isPresent() && old.areIn(file.text())) {
            return templated(file, mark.get());
        }
        List<Remark> lines = old.lines(file);
        return new ScannedFile(
                file.path(), lines.isEmpty() ? TemplateFormat.OTHER : TemplateFormat.SOURCE, Optional.empty(), lines);
    }

    private static boolean isMadeFrom(Path path) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        return List.of(".j2", ".tpl", ".tmpl").stream().anyMatch(name::endsWith);
    }

    private ScannedFile templated(TemplateFile file, int line) {
        return refused(
                file.path(),
                line,
                "it is made by a template language ({{ }} or {% %}), and only what comes out of that is a template",
                "change the runtime and the handlers in it by hand");
    }

    private static ScannedFile refused(Path path, int line, String what, String fix) {
        return new ScannedFile(
                path, TemplateFormat.SOURCE, Optional.empty(), List.of(Remark.declined(path, line, what, fix)));
    }

    private static ScannedFile tooLarge(Path path, long size, Remark.Kind kind) {
        Remark said = new Remark(
                kind,
                path,
                1,
                "it is not looked at: it has " + new ByteSize(size) + ", and a template at most "
                        + new ByteSize(MAX_BYTES),
                "if it is a template, divide it, or change it by hand");
        return new ScannedFile(path, TemplateFormat.SOURCE, Optional.empty(), List.of(said));
    }

    private static ScannedFile other(Path path) {
        return new ScannedFile(path, TemplateFormat.OTHER, Optional.empty(), List.of());
    }
}
