package io.github.lambdabootstrap.mojo;

import org.apache.maven.execution.MavenSession;

/** Whether somebody watches, decided as Maven decides about its own colours. */
record Terminal(MavenSession session) {

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
}
