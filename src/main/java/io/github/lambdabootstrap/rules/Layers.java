package io.github.lambdabootstrap.rules;

import io.github.lambdabootstrap.archive.EntryPath;
import io.github.lambdabootstrap.archive.LambdaArchive;
import io.github.lambdabootstrap.archive.Lookup;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What lies below {@code /opt} beside a function.
 *
 * @param archives the layers whose content is known, in their order
 * @param someUnknown whether there are others
 */
public record Layers(List<LambdaArchive> archives, boolean someUnknown) {

    /** A function that has no layers. */
    public static final Layers NONE = new Layers(List.of(), false);

    public Layers {
        archives = List.copyOf(archives);
    }

    /** Whether a layer has this path, or nobody can tell that none has. */
    public boolean mayHave(EntryPath path) {
        return someUnknown || surelyHave(path);
    }

    /** Whether a known layer has a file at this path, or a link that leads to something. */
    public boolean surelyHave(EntryPath path) {
        return lookups(path).anyMatch(this::leadsSomewhere);
    }

    private Stream<Lookup> lookups(EntryPath path) {
        return archives.stream().map(layer -> layer.lookupInLayer(path.text()));
    }

    /** A link may lead into the function's archive, or into another layer, as far as this one has the way. */
    private boolean leadsSomewhere(Lookup lookup) {
        return lookup instanceof Lookup.Resolved
                || lookup instanceof Lookup.LeavesArchive
                || (lookup instanceof Lookup.Absent absent
                        && !absent.way().links().isEmpty()
                        && lookups(absent.path()).anyMatch(other -> !(other instanceof Lookup.Absent)));
    }

    /** The layer whose entry is at this path, when its content is known: a later one overwrites those before it. */
    public Optional<LambdaArchive> lastWith(EntryPath path) {
        return archives.stream()
                .filter(layer -> !layer.entriesAt(path).isEmpty())
                .reduce((one, later) -> later);
    }

    /** Whether there are layers, and none of them has this path. */
    public boolean surelyLack(EntryPath path) {
        return !archives.isEmpty() && !mayHave(path);
    }

    /** Bytes of content of the known layers. */
    public long unzippedSize() {
        return archives.stream().mapToLong(LambdaArchive::unzippedSize).reduce(0, LambdaArchive::sum);
    }
}
