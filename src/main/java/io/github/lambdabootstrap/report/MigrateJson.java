package io.github.lambdabootstrap.report;

import com.google.gson.stream.JsonWriter;
import io.github.lambdabootstrap.model.AtomicFile;
import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.ProblemException;
import io.github.lambdabootstrap.problem.SafeText;
import io.github.lambdabootstrap.template.Change;
import io.github.lambdabootstrap.template.FileOutcome;
import io.github.lambdabootstrap.template.MigrationReport;
import io.github.lambdabootstrap.template.Remark;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;

/** What a migration found and did as {@code migrate.json}, schema version 1. Every key is always there. */
public final class MigrateJson {

    /** Rises when a key goes or changes its meaning, not when one is added. */
    public static final int SCHEMA_VERSION = 1;

    private MigrateJson() {}

    /**
     * Replaces the file at once or not at all.
     *
     * @param written whether the changes are in the templates
     * @throws ProblemException when it cannot be written
     */
    public static void write(MigrationReport report, boolean written, Path file) {
        try {
            new AtomicFile(file).writeIfChanged(text(report, written));
        } catch (IOException e) {
            throw new ProblemException(Problem.unwritable("the report", file, e), e);
        }
    }

    /** The report as JSON text with a final newline. */
    public static String text(MigrationReport report, boolean written) {
        StringWriter text = new StringWriter();
        try (JsonWriter json = new JsonWriter(text)) {
            json.setIndent("  ");
            json.beginObject();
            json.name("schemaVersion").value(SCHEMA_VERSION);
            json.name("runtime").value(report.target());
            json.name("written").value(written);
            json.name("done").value(report.isDone(written));
            json.name("files").beginArray();
            for (FileOutcome file : report.files()) {
                file(file, json);
            }
            json.endArray().endObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // no file is involved
        }
        return text.append('\n').toString();
    }

    private static void file(FileOutcome file, JsonWriter json) throws IOException {
        json.beginObject();
        json.name("path").value(SafeText.of(file.path().toString()));
        json.name("format").value(file.format().name().toLowerCase(Locale.ROOT));
        json.name("functions").value(file.functions());
        json.name("changes").beginArray();
        for (Change change : file.content().changes()) {
            json.beginObject();
            json.name("line").value(change.line());
            json.name("before").value(SafeText.of(change.before()));
            json.name("after").value(SafeText.of(change.after()));
            json.endObject();
        }
        json.endArray();
        remarks("needsYou", file, Remark.Kind.DECLINED, json);
        remarks("notes", file, Remark.Kind.NOTE, json);
        json.endObject();
    }

    private static void remarks(String name, FileOutcome file, Remark.Kind kind, JsonWriter json) throws IOException {
        json.name(name).beginArray();
        for (Remark remark : file.remarks()) {
            if (remark.kind() == kind) {
                json.beginObject();
                json.name("line").value(remark.line());
                json.name("message").value(remark.what());
                json.name("fix").value(remark.fix());
                json.endObject();
            }
        }
        json.endArray();
    }
}
