package io.github.lambdabootstrap.gate;

import io.github.lambdabootstrap.archive.ArchiveFile;
import io.github.lambdabootstrap.archive.LambdaArchive;
import io.github.lambdabootstrap.archive.UnreadableArchive;
import io.github.lambdabootstrap.rules.Layers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The layers of one archive while it is judged: those that are zip files are open, those that are ARNs are unknown. */
final class LayerFiles implements AutoCloseable {

    private static final String ARN = "arn:";

    private final List<LambdaArchive> archives = new ArrayList<>();
    private final List<UnreadableArchive> unreadable = new ArrayList<>();
    private final boolean someUnknown;

    private LayerFiles(boolean someUnknown) {
        this.someUnknown = someUnknown;
    }

    /**
     * Opens what can be opened.
     *
     * @param layers paths of zip files, and ARNs
     */
    static LayerFiles open(List<String> layers) {
        LayerFiles files = new LayerFiles(layers.stream().anyMatch(layer -> layer.startsWith(ARN)));
        layers.stream().filter(layer -> !layer.startsWith(ARN)).map(Path::of).forEach(files::add);
        return files;
    }

    private void add(Path path) {
        ArchiveFile file = LambdaArchive.open(path);
        if (file instanceof LambdaArchive archive) {
            archives.add(archive);
        } else {
            unreadable.add((UnreadableArchive) file);
        }
    }

    Layers layers() {
        return new Layers(archives, someUnknown || !unreadable.isEmpty());
    }

    List<UnreadableArchive> unreadable() {
        return List.copyOf(unreadable);
    }

    @Override
    public void close() {
        archives.forEach(LambdaArchive::close);
    }
}
