package io.github.lambdabootstrap.rules;

import io.github.lambdabootstrap.archive.ArchiveEntry;
import io.github.lambdabootstrap.archive.EntryPath;
import io.github.lambdabootstrap.archive.FileType;
import io.github.lambdabootstrap.archive.HostSystem;
import io.github.lambdabootstrap.archive.LambdaArchive;
import io.github.lambdabootstrap.archive.UnixMode;
import io.github.lambdabootstrap.problem.SafeText;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Every file can be read by the user that Lambda runs functions as, who owns none of them. */
public final class EntryReadableRule implements LongList {

    private static final String FIX = "zip it with mode 0644, executables and folders with 0755 (chmod -R o+rX .)";

    @Override
    public String id() {
        return "entry-readable";
    }

    @Override
    public Stream<Finding> findings(ArchiveUnderTest archive) {
        Map<Integer, String> fatal = fatal(archive);
        return archive.archive().entries().stream().flatMap(entry -> finding(entry, fatal));
    }

    /** What surely happens when an entry cannot be read, by the entry's index. */
    private static Map<Integer, String> fatal(ArchiveUnderTest archive) {
        Map<Integer, String> fatal = new HashMap<>();
        for (Program program : archive.programs()) {
            // an interpreter that is shipped may have another use for the path than to open it
            if (program.script().filter(Script::namesSystemInterpreter).isPresent()) {
                fatal.put(program.entry().index(), "its interpreter cannot open it: Permission denied");
            }
            program.libraries().stream()
                    .flatMap(library -> library.entry().stream())
                    .flatMap(library -> andItsFolders(archive.archive(), library))
                    .forEach(entry -> fatal.put(
                            entry.index(),
                            "the loader says: cannot open shared object file, " + LambdaSays.exitStatus(127)));
        }
        return fatal;
    }

    private static Stream<ArchiveEntry> andItsFolders(LambdaArchive archive, ArchiveEntry library) {
        Stream<ArchiveEntry> folders = Stream.iterate(
                        library.path().parent(), Optional::isPresent, path -> path.flatMap(EntryPath::parent))
                .flatMap(path -> archive.entriesAt(path.orElseThrow()).stream());
        return Stream.concat(Stream.of(library), folders);
    }

    private Stream<Finding> finding(ArchiveEntry entry, Map<Integer, String> fatal) {
        // AWS's own tools write data files for MS-DOS, without modes, and Lambda reads them
        if (!entry.host().equals(HostSystem.UNIX) || entry.type() == FileType.SYMLINK) {
            return Stream.empty();
        }
        UnixMode mode = entry.unixMode().orElseThrow();
        boolean open = entry.type() == FileType.DIRECTORY
                ? mode.permissions() == 0 || mode.othersMayExecute()
                : mode.othersMayRead();
        if (open) {
            return Stream.empty();
        }
        String name = entry.name().text();
        String what = (entry.type() == FileType.DIRECTORY ? "folder '" : "entry '") + SafeText.of(name) + "' has mode "
                + mode + ", so the user that Lambda runs functions as cannot read it; ";
        return Stream.of(
                fatal.containsKey(entry.index())
                        ? error(name, what + fatal.get(entry.index()), FIX)
                        : warning(name, what + "what needs it fails with Permission denied", FIX));
    }
}
