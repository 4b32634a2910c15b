package io.github.lambdabootstrap.log;

import io.github.lambdabootstrap.model.FunctionName;
import io.github.lambdabootstrap.problem.SafeText;
import java.nio.file.Path;

/** The wording of every event of finding and compiling, one line each. */
public class TextBuildLog implements BuildLog {

    private final LineSink sink;
    private final Path base;

    /** A log whose readers think from the base folder, usually the module's. */
    public TextBuildLog(LineSink sink, Path base) {
        this.sink = sink;
        this.base = base.toAbsolutePath().normalize();
    }

    @Override
    public void toolFound(String version, Path executable, String foundIn) {
        String number = SafeText.of(version).replaceFirst("^go", "");
        sink.info("Go %s: %s (%s)".formatted(number, executable, foundIn));
    }

    @Override
    public void toolPrinted(String line) {
        sink.info(line);
    }

    @Override
    public void moduleSkipped(Path directory, String error) {
        sink.warn("Skipping the Go module in %s, which does not load: %s"
                .formatted(shown(directory), SafeText.of(error)));
    }

    @Override
    public void functionFound(FunctionName name, Path directory, String reason) {
        sink.info("Function %s: %s (%s)".formatted(name, shown(directory), reason));
    }

    @Override
    public void notAFunction(Path directory, String reason, String remedy) {
        sink.info("No function: %s (%s)%s".formatted(shown(directory), reason, remedy.isEmpty() ? "" : "; " + remedy));
    }

    @Override
    public void undecided(Path directory, String reason) {
        sink.warn("Perhaps a function: %s (%s); it is left out".formatted(shown(directory), SafeText.of(reason)));
    }

    @Override
    public void nothingToDo(String goal, String reason) {
        sink.info("Nothing to " + goal + ": " + reason);
    }

    @Override
    public void compiling(int functions, int calls) {
        sink.info("Compiling %s with %s of go build".formatted(count(functions, "executable"), count(calls, "call")));
    }

    @Override
    public void wouldRun(String command) {
        sink.info("Would run: " + command);
    }

    @Override
    public void compiled(int functions, int changed) {
        sink.info("%s compiled, %d up to date".formatted(count(changed, "executable"), functions - changed));
    }

    @Override
    public void upToDate(int functions) {
        sink.info("%s up to date: nothing changed, Go was not called".formatted(count(functions, "function")));
    }

    @Override
    public void noRuntimeClient(FunctionName name, Path executable) {
        sink.warn(("Function %s links no Runtime API client: the text /runtime/invocation/ is not in %s, so on Lambda"
                        + " it would start and never ask for work")
                .formatted(name, shown(executable)));
    }

    @Override
    public void testing(Path directory) {
        sink.info("Running the Go tests of " + shown(directory));
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private String shown(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        if (absolute.equals(base)) {
            return ".";
        }
        Path path = absolute.startsWith(base) ? base.relativize(absolute) : absolute;
        return SafeText.of(path.toString());
    }
}
