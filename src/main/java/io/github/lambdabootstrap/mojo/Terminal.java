package io.github.lambdabootstrap.mojo;

import io.github.lambdabootstrap.log.LineSink;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.Log;

/** Whether somebody watches, decided as Maven decides about its own colours. */
record Terminal(MavenSession session) {

    /** The terminal's own is not known, and this is the least that is usual. */
    private static final int WIDTH = 80;

    private static final Set<String> NO_PROGRESS = Set.of("-ntp", "--no-transfer-progress", "-l", "--log-file");

    /** Whether coloured lines are wanted: {@code -Dstyle.color}, {@code -B}, {@code NO_COLOR} and the console decide. */
    // JDK 22 to 24 have a console without a terminal too; -B and style.color decide there, as does NO_COLOR
    @SuppressWarnings("SystemConsoleNull")
    boolean takesColour() {
        String style = session.getUserProperties().getProperty("style.color", "auto");
        boolean watched = System.console() != null
                && session.getRequest().isInteractiveMode()
                && System.getenv("NO_COLOR") == null;
        return style.equals("always") || (style.equals("auto") && watched);
    }

    /** Where this build's lines go: progress into one line of the terminal, if somebody watches and nobody else prints. */
    LineSink sink(Log log) {
        LineSink lines = new MavenSink(log);
        return log.isInfoEnabled() && takesProgress()
                ? new TerminalSink(lines, System.console().writer(), WIDTH)
                : lines;
    }

    /** As Maven decides about the progress of its own transfers; modules that are built at a time would overwrite it. */
    private boolean takesProgress() {
        boolean alone = session.getRequest().getDegreeOfConcurrency() <= 1
                || session.getProjects().size() <= 1;
        return alone
                && isTerminal()
                && session.getRequest().isInteractiveMode()
                && !"dumb".equals(System.getenv("TERM"))
                && Collections.disjoint(words(), NO_PROGRESS);
    }

    // JDK 22 to 24 have a console without a terminal too, and can tell; those before cannot, and need not
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    /** What Maven was called with: it tells a plugin neither of these options. */
    private List<String> words() {
        String command = System.getProperty("sun.java.command", "");
        Path config = Path.of(".mvn", "maven.config");
        Path root = session.getRequest().getMultiModuleProjectDirectory() == null
                ? Path.of("")
                : session.getRequest().getMultiModuleProjectDirectory().toPath();
        try {
            String always = Files.isRegularFile(root.resolve(config)) ? Files.readString(root.resolve(config)) : "";
            return List.of((command + " " + always).split("\\s+"));
        } catch (IOException e) {
            return List.of(command.split("\\s+"));
        }
    }
}
