package io.github.lambdabootstrap.shim;

import io.github.lambdabootstrap.model.Sha256;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The list of all shims that this plugin has shipped, by digest: archives outlive releases. */
final class PublishedShims {

    private static final String RESOURCE = "published-shims.txt";
    private static final Map<Sha256, String> NAMES = load();

    private PublishedShims() {}

    static Optional<String> find(Sha256 digest) {
        return Optional.ofNullable(NAMES.get(digest));
    }

    private static Map<Sha256, String> load() {
        Map<Sha256, String> names = new LinkedHashMap<>();
        try (InputStream in = PublishedShims.class.getResourceAsStream(RESOURCE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                String[] digestAndName = line.split("  ", 2);
                names.put(new Sha256(digestAndName[0]), digestAndName[1]);
            });
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE + " from the plugin's jar", e);
        }
        return Collections.unmodifiableMap(names);
    }
}
