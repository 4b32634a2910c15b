package io.github.lambdabootstrap.elf;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The facts that {@code go version -m} prints and those that the reader found, as lines that can be compared. */
final class GoVersionFacts {

    private GoVersionFacts() {}

    /** The lines by file, checksums left out. */
    static Map<Path, List<String>> parse(String output) {
        Map<Path, List<String>> facts = new LinkedHashMap<>();
        List<String> current = new ArrayList<>();
        for (String line : output.split("\n", -1)) {
            if (!line.startsWith("\t") && !line.isEmpty()) {
                int colon = line.indexOf(": ");
                current = new ArrayList<>(List.of(line.substring(colon + 2)));
                facts.put(Path.of(line.substring(0, colon)), current);
            } else if (!line.isBlank()) {
                current.add(withoutChecksum(line));
                dropReplacementByItself(current);
            }
        }
        return facts;
    }

    private static String withoutChecksum(String line) {
        String[] fields = line.split("\t", -1);
        boolean isModule = List.of("mod", "dep", "=>").contains(fields[1]);
        return isModule ? "\t" + fields[1] + "\t" + fields[2] + "\t" + (fields.length > 3 ? fields[3] : "") : line;
    }

    private static void dropReplacementByItself(List<String> lines) {
        int last = lines.size() - 1;
        if (lines.get(last).equals(lines.get(last - 1).replace("\tdep\t", "\t=>\t"))) {
            lines.remove(last);
        }
    }

    static List<String> of(Optional<GoBuildInfo> info) {
        return info.map(GoVersionFacts::lines).orElse(List.of());
    }

    private static List<String> lines(GoBuildInfo info) {
        List<String> lines = new ArrayList<>(List.of(info.goVersion()));
        if (!info.path().isEmpty()) {
            lines.add("\tpath\t" + info.path());
        }
        info.module().ifPresent(module -> lines.addAll(lines("mod", module)));
        info.dependencies().forEach(module -> lines.addAll(lines("dep", module)));
        info.settings().forEach((key, value) -> lines.add("\tbuild\t" + key + "=" + quoted(value)));
        return lines;
    }

    private static List<String> lines(String kind, GoModule module) {
        String required = "\t" + kind + "\t" + module.path() + "\t" + module.version();
        String replacement = "\t=>\t" + module.effectivePath() + "\t" + module.effectiveVersion();
        return module.isReplaced() ? List.of(required, replacement) : List.of(required);
    }

    private static String quoted(String value) {
        boolean needsQuotes = Stream.of(" ", "\t", "\"", "`", "\n").anyMatch(value::contains);
        return needsQuotes
                ? "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\t", "\\t") + "\""
                : value;
    }
}
