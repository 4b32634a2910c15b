package io.github.lambdabootstrap.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import io.github.lambdabootstrap.model.AtomicFile;
import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.ProblemException;
import io.github.lambdabootstrap.problem.SafeText;
import io.github.lambdabootstrap.template.Change;
import io.github.lambdabootstrap.template.FileOutcome;
import io.github.lambdabootstrap.template.MigrationReport;
import io.github.lambdabootstrap.template.Remark;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a migration found and did as {@code migrate.json}, schema version 1. Every key is always there. */
public final class MigrateJson {

    /** Rises when a key goes or changes its meaning, not when one is added. */
    public static final int SCHEMA_VERSION = 1;

    private static final Gson GSON =
            new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create();

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
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("schemaVersion", SCHEMA_VERSION);
        root.put("runtime", report.target());
        root.put("written", written);
        root.put("done", report.isDone(written));
        root.put("files", report.files().stream().map(MigrateJson::file).toList());
        return GSON.toJson(root) + "\n";
    }

    private static Map<String, Object> file(FileOutcome file) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("path", SafeText.of(file.path().toString()));
        json.put("format", file.format().name().toLowerCase(Locale.ROOT));
        json.put("functions", file.functions());
        json.put(
                "changes",
                file.content().changes().stream().map(MigrateJson::change).toList());
        json.put("needsYou", remarks(file, Remark.Kind.DECLINED));
        json.put("notes", remarks(file, Remark.Kind.NOTE));
        return json;
    }

    private static Map<String, Object> change(Change change) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("line", change.line());
        json.put("before", SafeText.of(change.before()));
        json.put("after", SafeText.of(change.after()));
        return json;
    }

    private static List<Map<String, Object>> remarks(FileOutcome file, Remark.Kind kind) {
        return file.remarks().stream()
                .filter(remark -> remark.kind() == kind)
                .map(MigrateJson::remark)
                .toList();
    }

    private static Map<String, Object> remark(Remark remark) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("line", remark.line());
        json.put("message", remark.what());
        json.put("fix", remark.fix());
        return json;
    }
}
