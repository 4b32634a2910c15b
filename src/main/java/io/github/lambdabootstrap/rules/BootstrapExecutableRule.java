package io.github.lambdabootstrap.rules;

import io.github.lambdabootstrap.archive.ArchiveEntry;
import io.github.lambdabootstrap.archive.HostSystem;
import io.github.lambdabootstrap.archive.UnixMode;
import io.github.lambdabootstrap.problem.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What Lambda starts has the execute bit for others, and so have the folders on the way. */
public final class BootstrapExecutableRule implements Rule {

    private static final String FIX = "let lambda-bootstrap:package write the zip, or zip it on Linux with mode 0755";

    @Override
    public String id() {
        return "bootstrap-executable";
    }

    @Override
    public List<Finding> check(ArchiveUnderTest archive) {
        List<Finding> findings = new ArrayList<>();
        for (Program program : archive.programs()) {
            file(program).ifPresent(findings::add);
            program.place().way().directories().stream()
                    .filter(TaskPath::isClosed)
                    .map(directory -> closed(program, directory))
                    .forEach(findings::add);
        }
        return findings;
    }

    private Optional<Finding> file(Program program) {
        ArchiveEntry entry = program.entry();
        String name = entry.name().text();
        if (!entry.host().carriesUnixModes()) {
            return Optional.of(error(
                    name,
                    "entry " + program.shown() + " was written for " + entry.host()
                            + ", which has no execute bit; Lambda then says: " + denied(program),
                    FIX));
        }
        UnixMode mode = entry.unixMode().orElseThrow();
        if (!mode.othersMayExecute()) {
            return Optional.of(error(
                    name,
                    "entry " + program.shown() + " has mode " + mode
                            + "; Lambda runs it as another user and needs the execute bit for others, else it says: "
                            + denied(program),
                    FIX));
        }
        if (!entry.host().equals(HostSystem.UNIX)) {
            return Optional.of(warning(
                    name,
                    "entry " + program.shown() + " was written for " + entry.host()
                            + "; only modes written for Unix are known to count on Lambda",
                    FIX));
        }
        return Optional.empty();
    }

    private Finding closed(Program program, ArchiveEntry directory) {
        return error(
                directory.name().text(),
                "folder '" + SafeText.of(directory.path().text()) + "' on the way to " + program.shown() + " has mode "
                        + directory.unixMode().orElseThrow()
                        + "; Lambda runs it as another user, who cannot pass, and says: " + denied(program),
                "give the folder mode 0755, or leave its entry out");
    }

    private static String denied(Program program) {
        return program.isStartedByLambda() ? LambdaSays.PERMISSION_DENIED : LambdaSays.exitStatus(126);
    }
}
