package io.github.lambdabootstrap.log;

import io.github.lambdabootstrap.problem.SafeText;
import java.nio.file.Path;
import java.util.List;

/**
 * The wording of a migration's events.
 *
 * @param sink where lines go
 * @param base the folder that readers think from
 * @param colour whether the lines go to a terminal
 */
public record TextMigrateLog(LineSink sink, Path base, boolean colour) implements MigrateLog {

    private static final String RED = "\u001b[31m";
    private static final String GREEN = "\u001b[32m";
    private static final String CYAN = "\u001b[36m";
    private static final String PLAIN = "\u001b[0m";

    public TextMigrateLog {
        base = base.toAbsolutePath().normalize();
    }

    @Override
    public void changes(Path file, String format, List<String> diff) {
        sink.info(shown(file) + " (" + format + ")");
        sink.info("--- " + shown(file));
        sink.info("+++ " + shown(file));
        diff.forEach(line -> sink.info(coloured(SafeText.of(line.replace("\t", "    ")))));
    }

    @Override
    public void needsYou(Path file, int line, String what, String fix) {
        sink.warn(shown(file) + ":" + line + ": " + what);
        sink.warn("    fix: " + fix);
    }

    @Override
    public void note(Path file, int line, String what, String fix) {
        sink.info(shown(file) + ":" + line + ": " + what);
        sink.info("    " + fix);
    }

    @Override
    public void summary(String counts) {
        sink.info(counts);
    }

    @Override
    public void howToWrite(String command) {
        sink.info("Nothing is written yet. To write: " + command);
    }

    private String coloured(String line) {
        String code = switch (line.isEmpty() ? ' ' : line.charAt(0)) {
            case '-' -> RED;
            case '+' -> GREEN;
            case '@' -> CYAN;
            default -> "";
        };
        return colour && !code.isEmpty() ? code + line + PLAIN : line;
    }

    private String shown(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        return SafeText.of((absolute.startsWith(base) ? base.relativize(absolute) : absolute).toString());
    }
}
