package io.github.lambdabootstrap.log;

import io.github.lambdabootstrap.problem.SafeText;
import java.nio.file.Path;
import java.util.List;

/** The wording of every event. Paths below the base folder are shown relative to it. */
public final class TextTemplateLog implements TemplateLog {

    private final LineSink sink;
    private final Path base;

    /** A log whose readers think from the base folder. */
    public TextTemplateLog(LineSink sink, Path base) {
        this.sink = sink;
        this.base = base.toAbsolutePath().normalize();
    }

    @Override
    public void copied(Path template, Path copy, List<String> functions) {
        String what = functions.isEmpty()
                ? "no function with an archive of this build"
                : "code of "
                        + String.join(", ", functions.stream().map(SafeText::of).toList());
        sink.info("Template " + shown(template) + " -> " + shown(copy) + ": " + what);
    }

    @Override
    public void left(Path template, int line, String what, String why) {
        sink.info(
                "Left as it is: " + SafeText.of(what) + " (" + shown(template) + ":" + line + "): " + SafeText.of(why));
    }

    @Override
    public void local(Path template, int line, String what, String path) {
        sink.info("Still a local file: " + SafeText.of(what) + " (" + shown(template) + ":" + line + "), "
                + SafeText.of(path) + " in the copy");
    }

    private String shown(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        return SafeText.of((absolute.startsWith(base) ? base.relativize(absolute) : absolute).toString());
    }
}
