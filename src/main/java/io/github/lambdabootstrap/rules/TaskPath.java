package io.github.lambdabootstrap.rules;

import io.github.lambdabootstrap.archive.ArchiveEntry;
import io.github.lambdabootstrap.archive.HostSystem;
import io.github.lambdabootstrap.archive.Lookup;
import io.github.lambdabootstrap.archive.UnixMode;
import java.util.Optional;

/** What is known of a path that a program or script names, as Lambda would see it. */
final class TaskPath {

    /** Folders that a system of AWS does not have, or has without files in them. */
    private static final String NEVER_THERE = "(/usr/local|/nix|/gnu|/home|/Users|/root|/snap)/.*|[A-Za-z]:.*";

    private TaskPath() {}

    /** Whether the path lies in the archive: below {@code /var/task}, where Lambda starts programs, or relative. */
    static boolean isInArchive(String path) {
        return !path.startsWith("/") || path.startsWith("/var/task/");
    }

    /** Whether nothing can be at this path of the system. */
    static boolean isNeverThere(String path) {
        return path.matches(NEVER_THERE);
    }

    /**
     * Why a file cannot be started.
     *
     * @param what behind "which"
     * @param denied whether it is there and closed, rather than absent
     */
    record Fault(String what, boolean denied) {

        /** What Lambda says when it cannot start the program for this reason. */
        String says(Program program) {
            if (program.isStartedByLambda()) {
                return denied ? LambdaSays.PERMISSION_DENIED : LambdaSays.NO_SUCH_FILE;
            }
            return LambdaSays.exitStatus(!denied && program.isStartedByShell() ? 127 : 126);
        }
    }

    /** Whether Lambda's user cannot pass a directory. An unpacker gives one without a mode the usual one. */
    static boolean isClosed(ArchiveEntry directory) {
        return directory.host().equals(HostSystem.UNIX)
                && directory
                        .unixMode()
                        .filter(mode -> mode.permissions() != 0 && !mode.othersMayExecute())
                        .isPresent();
    }

    /** Why the file that a path of the archive leads to cannot be started; empty when it can, or nobody knows. */
    static Optional<Fault> fault(Lookup lookup) {
        if (lookup.way().directories().stream().anyMatch(TaskPath::isClosed)) {
            return Optional.of(new Fault("lies in a folder without the execute bit for others", true));
        }
        if (lookup instanceof Lookup.Resolved place) {
            return place.entry().unixMode().filter(UnixMode::othersMayExecute).isPresent()
                    ? Optional.empty()
                    : Optional.of(new Fault("has no execute bit for others", true));
        }
        if (lookup instanceof Lookup.Directory) {
            return Optional.of(new Fault("is a directory", true));
        }
        return lookup instanceof Lookup.Layer || lookup instanceof Lookup.LeavesArchive
                ? Optional.empty()
                : Optional.of(new Fault("is not in the archive", false));
    }
}
