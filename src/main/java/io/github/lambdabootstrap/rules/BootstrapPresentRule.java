package io.github.lambdabootstrap.rules;

import io.github.lambdabootstrap.archive.ArchiveEntry;
import io.github.lambdabootstrap.archive.EntryPath;
import io.github.lambdabootstrap.archive.FileType;
import io.github.lambdabootstrap.archive.Lookup;
import io.github.lambdabootstrap.elf.FileFormat;
import io.github.lambdabootstrap.model.LambdaRuntime;
import io.github.lambdabootstrap.problem.SafeText;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** A file called {@code bootstrap}, or a symbolic link that leads to one, is at the root. */
public final class BootstrapPresentRule implements Rule {

    private static final String RENAME = "name the executable bootstrap and put it at the root of the zip";

    @Override
    public String id() {
        return "bootstrap-present";
    }

    @Override
    public List<Finding> check(ArchiveUnderTest archive) {
        EntryPath inLayer = EntryPath.of(LambdaRuntime.ENTRYPOINT);
        if (archive.expectation().placeholder() || archive.layers().surelyHave(inLayer)) {
            return List.of();
        }
        List<Finding> findings = missing(archive);
        return archive.layers().mayHave(inLayer)
                ? findings.stream().map(f -> f.withSeverity(Severity.INFO)).toList()
                : findings;
    }

    private List<Finding> missing(ArchiveUnderTest archive) {
        Lookup bootstrap = archive.bootstrap();
        if (bootstrap instanceof Lookup.Resolved) {
            return List.of();
        }
        if (bootstrap instanceof Lookup.Directory) {
            return missing("'bootstrap' is a directory", RENAME);
        }
        if (bootstrap.way().links().isEmpty() && !(bootstrap instanceof Lookup.UnreadableLink)) {
            return absent(archive);
        }
        return link(archive, bootstrap);
    }

    private List<Finding> link(ArchiveUnderTest archive, Lookup bootstrap) {
        String fix = "let the link lead to a file of the archive, by a relative path";
        if (bootstrap instanceof Lookup.LeavesArchive outside) {
            return List.of(warning(
                    LambdaRuntime.ENTRYPOINT,
                    "'bootstrap' is a symbolic link to '" + SafeText.of(outside.path())
                            + "', outside of the archive; nobody can tell whether Lambda has it",
                    fix));
        }
        if (bootstrap instanceof Lookup.UnreadableLink unreadable
                && !unreadable.entry().isReadable()) {
            return List.of(); // entry-encrypted and entry-method speak of it
        }
        if (bootstrap instanceof Lookup.Layer layer && !archive.layers().surelyLack(layer.path())) {
            return List.of(); // whoever links to a layer means to have one
        }
        return missing("'bootstrap' is a symbolic link that " + end(bootstrap), fix);
    }

    private static String end(Lookup bootstrap) {
        if (bootstrap instanceof Lookup.Absent absent) {
            return "needs '" + SafeText.of(absent.path().text()) + "', which is not in the archive";
        }
        if (bootstrap instanceof Lookup.Layer layer) {
            return "leads to '/opt/" + SafeText.of(layer.path().text()) + "', which no layer has";
        }
        return bootstrap instanceof Lookup.Loop ? "leads in a circle" : "leads nowhere";
    }

    private List<Finding> absent(ArchiveUnderTest archive) {
        Optional<ArchiveEntry> otherCase = file(archive, e -> isRoot(e) && key(e).equals(LambdaRuntime.ENTRYPOINT));
        if (otherCase.isPresent()) {
            return missing(
                    "no entry is called 'bootstrap', but '" + shown(otherCase.get()) + "' is there; the case counts",
                    "rename it to bootstrap");
        }
        Optional<ArchiveEntry> withSuffix =
                file(archive, e -> isRoot(e) && key(e).startsWith(LambdaRuntime.ENTRYPOINT + "."));
        if (withSuffix.isPresent()) {
            return missing(
                    "no entry is called 'bootstrap', but '" + shown(withSuffix.get()) + "' is there",
                    "build it for Linux and name it bootstrap, without a suffix");
        }
        Optional<ArchiveEntry> nested = file(archive, e -> isNested(e, LambdaRuntime.ENTRYPOINT));
        if (nested.isPresent()) {
            return missing(
                    "no 'bootstrap' is at the root, but '" + shown(nested.get()) + "' is below it",
                    "zip the content of the folder, not the folder");
        }
        return other(archive);
    }

    private List<Finding> other(ArchiveUnderTest archive) {
        List<ArchiveEntry> executables = archive.others()
                .entries(EnumSet.of(FileFormat.ELF, FileFormat.SCRIPT))
                .filter(BootstrapPresentRule::isRoot)
                .limit(2)
                .toList();
        if (executables.size() == 1) {
            return missing(
                    "no entry is called 'bootstrap'; the one executable at the root is '" + shown(executables.get(0))
                            + "'",
                    "rename it to bootstrap; the Handler does not name the executable on these runtimes");
        }
        return missing("no entry is called 'bootstrap'", RENAME);
    }

    private List<Finding> missing(String what, String fix) {
        return List.of(error("", what + "; Lambda says: " + LambdaSays.NO_BOOTSTRAP, fix));
    }

    private static Optional<ArchiveEntry> file(ArchiveUnderTest archive, Predicate<ArchiveEntry> wanted) {
        return archive.archive().entries().stream()
                .filter(entry -> entry.type() != FileType.DIRECTORY)
                .filter(wanted)
                .findFirst();
    }

    private static boolean isRoot(ArchiveEntry entry) {
        return entry.path().text().indexOf('/') < 0;
    }

    /** Lambda takes a backslash for a character of the name, so what a Windows tool nested lies flat at the root. */
    private static boolean isNested(ArchiveEntry entry, String name) {
        return ("/" + entry.path().text().replace('\\', '/')).endsWith("/" + name);
    }

    private static String key(ArchiveEntry entry) {
        return entry.path().text().toLowerCase(Locale.ROOT);
    }

    private static String shown(ArchiveEntry entry) {
        return SafeText.of(entry.path().text());
    }
}
