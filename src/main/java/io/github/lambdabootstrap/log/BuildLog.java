package io.github.lambdabootstrap.log;

import io.github.lambdabootstrap.model.FunctionName;
import java.nio.file.Path;

/** What finding and compiling functions does, as events. Safe to call from several threads. */
public interface BuildLog {

    /** A tool will be used, and where it was found. */
    void toolFound(String version, Path executable, String foundIn);

    /** A line that a tool printed, as it came. */
    void toolPrinted(String line);

    /** A Go module does not load, so nothing in it is looked at. */
    void moduleSkipped(Path directory, String error);

    /** A {@code main} package is a function. */
    void functionFound(FunctionName name, Path directory, String reason);

    /** A {@code main} package is no function. */
    void notAFunction(Path directory, String reason, String remedy);

    /** A {@code main} package may be a function, and what keeps one from knowing. */
    void undecided(Path directory, String reason);

    /** There is nothing to do, which is how it should be. */
    void nothingToDo(String goal, String reason);

    /** Work begins that can take a while. */
    void compiling(int functions, int calls);

    /** A command that would be run, ready for a shell. */
    void wouldRun(String command);

    /** The work is over. */
    void compiled(int functions, int changed);

    /** Nothing changed since the last build, so there was no work. */
    void upToDate(int functions);

    /** An executable of a function lacks what every function has. */
    void noRuntimeClient(FunctionName name, Path executable);

    /** The tests of a Go module begin. */
    void testing(Path directory);
}
