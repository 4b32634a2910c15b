package io.github.lambdabootstrap.log;

import io.github.lambdabootstrap.model.Architecture;
import io.github.lambdabootstrap.model.ByteSize;
import io.github.lambdabootstrap.model.Sha256;
import java.nio.file.Path;

/** The wording of every event, one line each. Paths below the base folder are shown relative to it. */
public final class TextPackagingLog implements PackagingLog {

    private final LineSink sink;
    private final Path base;

    /** A log whose readers think from the base folder, usually the module's. */
    public TextPackagingLog(LineSink sink, Path base) {
        this.sink = sink;
        this.base = base.toAbsolutePath().normalize();
    }

    @Override
    public void skipped(String goal, String property) {
        sink.info("Skipping " + goal + ": " + property + " is set");
    }

    @Override
    public void packaged(String name, Path file, ByteSize size, Architecture architecture, Sha256 sha256) {
        sink.info("Packaged %s -> %s (%s, %s, sha256 %s)"
                .formatted(name, shown(file), size, architecture, sha256.abbreviated()));
    }

    @Override
    public void upToDate(String name, Path file) {
        sink.info("Up to date: %s -> %s".formatted(name, shown(file)));
    }

    private String shown(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        return absolute.startsWith(base) ? base.relativize(absolute).toString() : absolute.toString();
    }
}
