package io.github.lambdabootstrap.truth;

import static io.github.lambdabootstrap.truth.CraftedZip.directory;
import static io.github.lambdabootstrap.truth.CraftedZip.executable;
import static io.github.lambdabootstrap.truth.CraftedZip.file;
import static io.github.lambdabootstrap.truth.CraftedZip.link;
import static io.github.lambdabootstrap.truth.CraftedZip.zip;
import static io.github.lambdabootstrap.truth.Outcome.EXEC_FAILED;
import static io.github.lambdabootstrap.truth.Outcome.EXIT;
import static io.github.lambdabootstrap.truth.Outcome.LOADER;
import static io.github.lambdabootstrap.truth.Outcome.NOT_FOUND;
import static io.github.lambdabootstrap.truth.Outcome.REFUSED;
import static io.github.lambdabootstrap.truth.Programs.client;
import static io.github.lambdabootstrap.truth.Programs.library;
import static io.github.lambdabootstrap.truth.Programs.needing;
import static io.github.lambdabootstrap.truth.Programs.staticClient;
import static io.github.lambdabootstrap.truth.TruthCase.fails;
import static io.github.lambdabootstrap.truth.TruthCase.starts;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Layers beside the archive, and archives that are there to be replaced. */
final class LayerCases {

    private static final String OPENSSL = "libssl.so.1.1";

    private LayerCases() {}

    static List<TruthCase> all() {
        return Stream.of(layers(), bootstraps(), severalLayers(), placeholders())
                .flatMap(List::stream)
                .toList();
    }

    private static byte[] noBootstrap() {
        return zip(file("index.js", "1"));
    }

    private static List<TruthCase> layers() {
        return List.of(
                starts("a library in the second layer", () -> zip(executable("bootstrap", client(needing(OPENSSL)))))
                        .layer(() -> zip(file("bin/a", "1")))
                        .layer(() -> zip(file("lib/" + OPENSSL, library(OPENSSL)))),
                fails(
                                "a library in the root of a layer",
                                LOADER,
                                "libraries-resolve",
                                () -> zip(executable("bootstrap", client(needing(OPENSSL)))))
                        .layer(() -> zip(file(OPENSSL, library(OPENSSL)))),
                fails(
                                "a layer that is no zip",
                                REFUSED,
                                "archive-readable",
                                () -> zip(executable("bootstrap", staticClient())))
                        .layer(() -> "not found".getBytes(StandardCharsets.UTF_8)),
                starts("a target in a layer", () -> zip(executable("bootstrap", "#!/bin/sh\nexec /opt/bin/main\n")))
                        .layer(() -> zip(executable("bin/main", staticClient()))),
                starts("a layer of data", () -> zip(executable("bootstrap", staticClient())))
                        .layer(() -> zip(directory("data/"), file("data/a.json", "{}"))));
    }

    private static List<TruthCase> bootstraps() {
        return List.of(
                starts("a bootstrap in the second layer", LayerCases::noBootstrap)
                        .layer(() -> zip(file("bin/a", "1")))
                        .layer(() -> zip(executable("bootstrap", staticClient()))),
                starts(
                                "a script in a layer that starts the archive's program",
                                () -> zip(executable("main", staticClient())))
                        .layer(() -> zip(executable("bootstrap", "#!/bin/sh\nexec ./main\n"))),
                starts("a script in a layer that starts the layer's program", LayerCases::noBootstrap)
                        .layer(() -> zip(
                                executable("bootstrap", "#!/bin/sh\nexec \"$(dirname \"$0\")/bin/main\"\n"),
                                executable("bin/main", staticClient()))),
                starts("a link in a layer", LayerCases::noBootstrap)
                        .layer(() -> zip(link("bootstrap", "bin/main"), executable("bin/main", staticClient()))),
                starts("an absolute link in a layer", LayerCases::noBootstrap)
                        .layer(() -> zip(link("bootstrap", "/opt/bin/main"), executable("bin/main", staticClient()))),
                fails(
                                "a bootstrap in a layer that is not executable",
                                EXEC_FAILED,
                                "bootstrap-executable",
                                LayerCases::noBootstrap)
                        .layer(() -> zip(file("bootstrap", staticClient()))),
                fails(
                                "a bootstrap in a layer for another machine",
                                EXEC_FAILED,
                                "architecture-matches",
                                LayerCases::noBootstrap)
                        .layer(() -> zip(executable("bootstrap", Patch.machine(staticClient(), 183)))),
                fails("a bootstrap in a layer with CRLF", EXEC_FAILED, "script-interpreter", LayerCases::noBootstrap)
                        .layer(() -> zip(executable("bootstrap", "#!/bin/sh\r\n"))),
                fails("a bootstrap in a layer for macOS", EXEC_FAILED, "bootstrap-format", LayerCases::noBootstrap)
                        .layer(() -> zip(executable("bootstrap", Programs.tiny("GOOS=darwin", "GOARCH=arm64")))),
                fails("a bootstrap in a layer that needs glibc 2.36", LOADER, "glibc-version", LayerCases::noBootstrap)
                        .layer(() -> zip(executable("bootstrap", client("-DNEEDS=arc4random")))),
                fails("a directory in a layer", NOT_FOUND, "bootstrap-present", LayerCases::noBootstrap)
                        .layer(() -> zip(directory("bootstrap/"), file("a", "1"))),
                fails("a dangling link in a layer", NOT_FOUND, "bootstrap-present", LayerCases::noBootstrap)
                        .layer(() -> zip(link("bootstrap", "main"))),
                fails("a bootstrap in a folder of a layer", NOT_FOUND, "bootstrap-present", LayerCases::noBootstrap)
                        .layer(() -> zip(executable("bin/bootstrap", staticClient()))),
                starts("a script in a layer whose program is absent", LayerCases::noBootstrap)
                        .layer(() -> zip(executable("bootstrap", "#!/bin/sh\nexec ./main\n")))
                        .judged(EXIT, "the scripts of layers are not followed"));
    }

    private static List<TruthCase> severalLayers() {
        return List.of(
                starts("two bootstraps in layers, the last one good", LayerCases::noBootstrap)
                        .layer(() -> zip(file("bootstrap", "old")))
                        .layer(() -> zip(executable("bootstrap", staticClient()))),
                fails(
                                "two bootstraps in layers, the last one bad",
                                EXEC_FAILED,
                                "bootstrap-executable",
                                LayerCases::noBootstrap)
                        .layer(() -> zip(executable("bootstrap", staticClient())))
                        .layer(() -> zip(executable("bootstrap", staticClient()).mode(0644))),
                starts("a bootstrap that a layer links from the archive", () -> zip(executable("main", staticClient())))
                        .layer(() -> zip(link("bootstrap", "/var/task/main"))),
                starts("a layer's bootstrap by a link of another layer", LayerCases::noBootstrap)
                        .layer(() -> zip(executable("bin/main", staticClient())))
                        .layer(() -> zip(link("bootstrap", "bin/main"))),
                starts(
                                "a library that a later layer mends",
                                () -> zip(executable("bootstrap", client(needing("libssl.so.1.1")))))
                        .layer(() -> zip(file("lib/libssl.so.1.1", "old")))
                        .layer(() -> zip(file("lib/libssl.so.1.1", library("libssl.so.1.1")))),
                starts("a layer that is below another folder", () -> zip(executable("bootstrap", staticClient())))
                        .layer(() -> zip(file("layer/lib/a", "1"))));
    }

    private static List<TruthCase> placeholders() {
        String replaced = "it is replaced before anyone calls it";
        return List.of(
                starts(TruthCase.PLACEHOLDER, () -> zip(file("placeholder.txt", "later")))
                        .judged(NOT_FOUND, replaced),
                starts(TruthCase.PLACEHOLDER + " with a script", () -> zip(file("bootstrap", "#!/bin/sh\r\n")))
                        .judged(EXEC_FAILED, replaced),
                fails(TruthCase.PLACEHOLDER + " without entries", REFUSED, "archive-not-empty", () -> zip()),
                fails(TruthCase.PLACEHOLDER + " that is no zip", REFUSED, "archive-readable", () -> new byte[0]),
                fails(
                        "a placeholder that nobody declared",
                        NOT_FOUND,
                        "bootstrap-present",
                        () -> zip(file("placeholder.txt", "later"))));
    }
}
