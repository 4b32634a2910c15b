package io.github.lambdabootstrap.log;

import java.nio.file.Path;
import java.util.List;

/** What a migration finds and does, as events. */
public interface MigrateLog {

    /** A template changes, or would change, in these lines of a unified diff. */
    void changes(Path file, String format, List<String> diff);

    /** Something was left as it is, because a person has to decide. */
    void needsYou(Path file, int line, String what, String fix);

    /** Something that a person should know. */
    void note(Path file, int line, String what, String fix);

    /** The whole run in one line. */
    void summary(String counts);

    /** Nothing was written, and this command does. */
    void howToWrite(String command);
}
