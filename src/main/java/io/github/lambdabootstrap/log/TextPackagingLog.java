package io.github.lambdabootstrap.log;

import io.github.lambdabootstrap.model.FunctionName;
import io.github.lambdabootstrap.model.PackagedArchive;
import io.github.lambdabootstrap.problem.SafeText;
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
    public void packaged(PackagedArchive archive) {
        int functions = archive.functions().size();
        sink.info("Packaged %s -> %s (%s%s, %s, sha256 %s)"
                .formatted(
                        archive.name(),
                        shown(archive.file()),
                        functions == 1 ? "" : functions + " functions, ",
                        archive.size(),
                        archive.architecture(),
                        archive.sha256().abbreviated()));
    }

    @Override
    public void upToDate(String name, Path file) {
        sink.info("Up to date: %s -> %s".formatted(name, shown(file)));
    }

    @Override
    public void ownIncludeWins(FunctionName function, String entry) {
        sink.info("Function %s has its own '%s' in place of that of all functions"
                .formatted(function, SafeText.of(entry)));
    }

    @Override
    public void bundleIncludeWins(FunctionName bundle, String entry) {
        sink.info("Bundle %s has its own '%s' in place of that of all functions".formatted(bundle, SafeText.of(entry)));
    }

    @Override
    public void packagedAll(int packaged, int upToDate) {
        sink.info("%d %s packaged, %d up to date"
                .formatted(packaged, packaged == 1 ? "function" : "functions", upToDate));
    }

    @Override
    public void nothingToPackage(String property) {
        sink.info("No function to package, which " + property + " allows");
    }

    @Override
    public void deleted(Path file) {
        sink.info("Deleted %s: no function is packaged to it any more".formatted(shown(file)));
    }

    @Override
    public void leftAlone(Path file) {
        sink.info("Left %s alone: no function is packaged to it any more, but something else has changed it"
                .formatted(shown(file)));
    }

    private String shown(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        return absolute.startsWith(base) ? base.relativize(absolute).toString() : absolute.toString();
    }
}
