package io.github.lambdabootstrap.rules;

import io.github.lambdabootstrap.archive.EntryPath;
import io.github.lambdabootstrap.archive.LambdaArchive;
import java.util.List;

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

    public boolean surelyHave(EntryPath path) {
        return archives.stream().anyMatch(layer -> !layer.entriesAt(path).isEmpty());
    }

    /** Whether there are layers, and none of them has this path. */
    public boolean surelyLack(EntryPath path) {
        return !archives.isEmpty() && !mayHave(path);
    }

    /** Bytes of content of the known layers. */
    public long unzippedSize() {
        return archives.stream().mapToLong(LambdaArchive::unzippedSize).sum();
    }
}
