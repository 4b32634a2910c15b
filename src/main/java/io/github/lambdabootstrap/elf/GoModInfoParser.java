package io.github.lambdabootstrap.elf;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the lines of Go's module info; a line that makes no sense is passed over. */
final class GoModInfoParser {

    private static final int MAX_LINES = 10_000;

    // The linker puts 16 bytes before and behind the text, so that it can be found in memory.
    private static final int FRAME = 16;

    private final String goVersion;
    private final List<GoModule> mains = new ArrayList<>();
    private final List<GoModule> dependencies = new ArrayList<>();
    private final Map<String, String> settings = new LinkedHashMap<>();
    private String path = "";
    private List<GoModule> last = mains;

    GoModInfoParser(String goVersion) {
        this.goVersion = goVersion;
    }

    GoBuildInfo parse(byte[] framed) {
        text(framed).lines().limit(MAX_LINES).forEach(this::line);
        return new GoBuildInfo(goVersion, path, mains.stream().limit(1).toList(), dependencies, settings);
    }

    private static String text(byte[] framed) {
        int length = framed.length - 2 * FRAME;
        boolean whole = length > 0 && framed[FRAME + length - 1] == '\n';
        return whole ? new String(framed, FRAME, length, StandardCharsets.UTF_8) : "";
    }

    private void line(String line) {
        String[] fields = line.split("\t", -1);
        if (fields.length < 2) {
            return;
        }
        switch (fields[0]) {
            case "path" -> path = fields[1];
            case "mod" -> add(mains, fields);
            case "dep" -> add(dependencies, fields);
            case "=>" -> replaceLast(fields);
            case "build" -> setting(line.substring("build\t".length()));
            default -> {}
        }
    }

    private void add(List<GoModule> modules, String[] fields) {
        modules.add(GoModule.of(fields[1], version(fields)));
        last = modules;
    }

    private void replaceLast(String[] fields) {
        if (!last.isEmpty()) {
            int index = last.size() - 1;
            last.set(index, last.get(index).replacedBy(fields[1], version(fields)));
        }
    }

    private static String version(String[] fields) {
        return fields.length > 2 ? fields[2] : "";
    }

    private void setting(String text) {
        int keyEnd = GoQuoted.isQuoted(text) ? GoQuoted.end(text) : text.indexOf('=');
        if (keyEnd < 1 || keyEnd >= text.length() || text.charAt(keyEnd) != '=') {
            return;
        }
        Optional<String> key = GoQuoted.unquote(text.substring(0, keyEnd));
        Optional<String> value = GoQuoted.unquote(text.substring(keyEnd + 1));
        if (key.isPresent() && value.isPresent()) {
            settings.put(key.get(), value.get());
        }
    }
}
