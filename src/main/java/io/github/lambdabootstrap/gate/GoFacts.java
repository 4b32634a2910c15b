package io.github.lambdabootstrap.gate;

import io.github.lambdabootstrap.elf.GoBuildInfo;
import io.github.lambdabootstrap.elf.GoModule;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a Go executable says of itself. Texts are as found in the file.
 *
 * @param version for example {@code go1.26.8}
 * @param path import path of the main package
 * @param module path of the main module
 * @param settings by key, sorted
 * @param dependencies version by module path, after replacements, sorted
 */
public record GoFacts(
        Optional<String> version,
        Optional<String> path,
        Optional<String> module,
        Map<String, String> settings,
        Map<String, String> dependencies) {

    public GoFacts {
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
        dependencies = Collections.unmodifiableMap(new TreeMap<>(dependencies));
    }

    static GoFacts of(GoBuildInfo info) {
        Map<String, String> versions = new TreeMap<>();
        info.dependencies().forEach(module -> versions.put(module.path(), module.effectiveVersion()));
        return new GoFacts(
                Optional.of(info.goVersion()),
                Optional.of(info.path()).filter(path -> !path.isEmpty()),
                info.module().map(GoModule::path),
                info.settings(),
                versions);
    }
}
