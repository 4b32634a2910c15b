package io.github.lambdabootstrap.archive;

import io.github.lambdabootstrap.model.Architecture;
import io.github.lambdabootstrap.model.FunctionName;
import io.github.lambdabootstrap.model.LambdaRuntime;
import io.github.lambdabootstrap.model.Sha256;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Everything that decides the bytes of one archive, before one is written.
 *
 * @param name the file's name without {@code .zip}
 * @param file absolute
 * @param functions the functions that it is made for, at least one
 * @param runtime what they run on
 * @param architecture what they run on
 * @param handlers the handlers that it answers to, sorted; none when it starts one program whatever the handler
 * @param entries sorted by path, whatever order they come in; no two on one path
 */
public record ArchivePlan(
        String name,
        Path file,
        List<FunctionName> functions,
        LambdaRuntime runtime,
        Architecture architecture,
        List<String> handlers,
        List<PlannedEntry> entries) {

    public ArchivePlan {
        functions = List.copyOf(functions);
        handlers = handlers.stream().sorted().toList();
        entries = entries.stream()
                .sorted(Comparator.comparing(entry -> entry.path().text()))
                .toList();
        if (functions.isEmpty()) {
            throw new IllegalArgumentException("an archive is made for a function");
        }
        if (entries.stream().map(PlannedEntry::path).distinct().count() != entries.size()) {
            throw new IllegalArgumentException("two entries on one path");
        }
    }

    /**
     * A digest that differs when the archive would: it covers the plugin's version, this configuration, and the name,
     * mode and content of each entry. Texts are written with their length, so that no two plans read alike.
     */
    Sha256 fingerprint(String pluginVersion, SourceFiles sources) {
        StringBuilder text = new StringBuilder();
        field(text, pluginVersion);
        field(text, name);
        field(text, functions.stream().map(FunctionName::value).collect(Collectors.joining(",")));
        field(text, runtime.id());
        field(text, architecture.id());
        field(text, String.join("\n", handlers));
        for (PlannedEntry entry : entries) {
            field(text, entry.path().text());
            field(text, entry.mode().toString());
            field(text, sources.of(entry.source()).sha256().hex());
        }
        return Sha256.of(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Bytes of content, before compression. */
    long unzippedSize(SourceFiles sources) {
        return entries.stream()
                .mapToLong(entry -> sources.of(entry.source()).size())
                .sum();
    }

    private static void field(StringBuilder text, String value) {
        text.append(value.length()).append(':').append(value).append('\n');
    }
}
