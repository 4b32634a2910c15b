package io.github.lambdabootstrap.elf;

import io.github.lambdabootstrap.model.ByteSource;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the Go linker noted in a program about its making.
 *
 * @param goVersion the compiler, for example {@code go1.26.8}; may carry a suffix
 * @param path import path of the main package; empty when unknown, as in programs that Bazel built
 * @param modules the main module, at most one
 * @param dependencies the modules that went in, in their order
 * @param settings the build settings such as {@code GOOS}, {@code CGO_ENABLED} or {@code -tags}, in their order
 */
public record GoBuildInfo(
        String goVersion,
        String path,
        List<GoModule> modules,
        List<GoModule> dependencies,
        Map<String, String> settings) {

    public GoBuildInfo {
        modules = List.copyOf(modules);
        dependencies = List.copyOf(dependencies);
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /**
     * The build info of a program, found with what a pass over it saw; empty when it has none or none that can be read.
     *
     * @throws IOException when the source cannot be read
     */
    public static Optional<GoBuildInfo> read(ElfFile file, ByteSource source, ContentFacts facts) throws IOException {
        return new GoBuildInfoReader(file, source).read(facts.buildInfoOffsets());
    }

    /** The same with a pass of its own over the whole source. */
    public static Optional<GoBuildInfo> read(ElfFile file, ByteSource source) throws IOException {
        return read(file, source, ContentScan.of(source));
    }

    /** The main module. */
    public Optional<GoModule> module() {
        return modules.stream().findFirst();
    }

    /** The module that is required under this path, if it went in. */
    public Optional<GoModule> dependency(String modulePath) {
        return dependencies.stream()
                .filter(module -> module.path().equals(modulePath))
                .findFirst();
    }

    /** A build setting. */
    public Optional<String> setting(String key) {
        return Optional.ofNullable(settings.get(key));
    }
}
