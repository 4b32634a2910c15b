package io.github.lambdabootstrap.truth;

import static io.github.lambdabootstrap.truth.CraftedZip.directory;
import static io.github.lambdabootstrap.truth.CraftedZip.executable;
import static io.github.lambdabootstrap.truth.CraftedZip.file;
import static io.github.lambdabootstrap.truth.CraftedZip.link;
import static io.github.lambdabootstrap.truth.CraftedZip.zip;
import static io.github.lambdabootstrap.truth.Outcome.EXEC_FAILED;
import static io.github.lambdabootstrap.truth.Outcome.NOT_FOUND;
import static io.github.lambdabootstrap.truth.Programs.staticClient;
import static io.github.lambdabootstrap.truth.TruthCase.fails;
import static io.github.lambdabootstrap.truth.TruthCase.starts;

import io.github.lambdabootstrap.truth.CraftedZip.Entry;
import java.util.ArrayList;
import java.util.List;

/** Where Lambda finds a bootstrap, and where it does not. */
final class LookupCases {

    private static final String PRESENT = "bootstrap-present";

    private LookupCases() {}

    static List<TruthCase> all() {
        return List.of(
                starts("bootstrap at the root", () -> zip(executable("bootstrap", staticClient()))),
                fails("the name of go1.x kept", NOT_FOUND, PRESENT, () -> zip(executable("main", staticClient()))),
                fails("in a folder", NOT_FOUND, PRESENT, () -> zip(executable("dist/bootstrap", staticClient()))),
                fails(
                        "the folder of a GitHub zip",
                        NOT_FOUND,
                        PRESENT,
                        () -> zip(
                                directory("orders-1.0/"),
                                file("orders-1.0/README.md", "# orders"),
                                executable("orders-1.0/bootstrap", staticClient()))),
                fails("Bootstrap in capitals", NOT_FOUND, PRESENT, () -> zip(executable("Bootstrap", staticClient()))),
                fails("bootstrap.exe", NOT_FOUND, PRESENT, () -> zip(executable("bootstrap.exe", staticClient()))),
                fails("bootstrap.sh", NOT_FOUND, PRESENT, () -> zip(executable("bootstrap.sh", "#!/bin/sh\n"))),
                fails(
                        "a directory bootstrap",
                        NOT_FOUND,
                        PRESENT,
                        () -> zip(directory("bootstrap/"), file("orders.json", "{}"))),
                fails(
                        "a directory bootstrap without an entry of its own",
                        NOT_FOUND,
                        PRESENT,
                        () -> zip(executable("bootstrap/main", staticClient()))),
                fails(
                        "framework-dependent publish of .NET",
                        NOT_FOUND,
                        PRESENT,
                        () -> zip(file("orders.dll", "MZ"), file("orders.deps.json", "{}"))),
                fails(
                        "backslashes in names",
                        NOT_FOUND,
                        PRESENT,
                        () -> zip(executable(".\\bootstrap", staticClient()))),
                fails("a dangling link", NOT_FOUND, PRESENT, () -> zip(link("bootstrap", "main"))),
                fails("a link to itself", NOT_FOUND, PRESENT, () -> zip(link("bootstrap", "bootstrap"))),
                fails(
                        "links in a circle",
                        NOT_FOUND,
                        PRESENT,
                        () -> zip(link("bootstrap", "main"), link("main", "bootstrap"))),
                fails("a link without a target", Outcome.REFUSED, PRESENT, () -> zip(link("bootstrap", ""))),
                fails(
                        "a link to a folder with a slash",
                        NOT_FOUND,
                        PRESENT,
                        () -> zip(link("bootstrap", "bin/"), executable("bin/main", staticClient()))),
                fails(
                        "a link to a file with a slash",
                        NOT_FOUND,
                        PRESENT,
                        () -> zip(link("bootstrap", "main/"), executable("main", staticClient()))),
                fails(
                        "a link with a line end",
                        NOT_FOUND,
                        PRESENT,
                        () -> zip(link("bootstrap", "main\n"), executable("main", staticClient()))),
                fails("41 links", NOT_FOUND, PRESENT, () -> zip(links(41))),
                starts("40 links", () -> zip(links(40))),
                fails(
                        "a folder of an executable's name",
                        NOT_FOUND,
                        PRESENT,
                        () -> zip(executable("bootstrap/bootstrap", staticClient()))),
                starts(
                        "a link by a name that is not ASCII",
                        () -> zip(
                                link("bootstrap", "été"),
                                executable("été", staticClient()).flags(0x800))),
                starts(
                        "a link out of the root and back",
                        () -> zip(link("bootstrap", "../task/main"), executable("main", staticClient()))),
                starts("a link to a program of the system", () -> zip(link("bootstrap", "/bin/true"), file("a", "1")))
                        .warns(PRESENT)
                        .judged(Outcome.EXIT, "Lambda's world is not this machine's"),
                fails(
                        "a link to a directory",
                        NOT_FOUND,
                        PRESENT,
                        () -> zip(link("bootstrap", "bin"), executable("bin/main", staticClient()))),
                fails(
                        "a link through a file",
                        NOT_FOUND,
                        PRESENT,
                        () -> zip(link("bootstrap", "main/orders"), executable("main", staticClient()))),
                fails(
                        "a link whose case is wrong",
                        NOT_FOUND,
                        PRESENT,
                        () -> zip(link("bootstrap", "Main"), executable("main", staticClient()))),
                starts("a link", () -> zip(link("bootstrap", "main"), executable("main", staticClient()))),
                starts(
                        "a link into a folder",
                        () -> zip(link("bootstrap", "./bin/main"), executable("bin/main", staticClient()))),
                starts(
                        "a chain of links",
                        () -> zip(
                                link("bootstrap", "a"),
                                link("a", "b"),
                                link("b", "c"),
                                executable("c", staticClient()))),
                starts(
                        "an absolute link below the task root",
                        () -> zip(link("bootstrap", "/var/task/main"), executable("main", staticClient()))),
                starts(
                        "a link through a linked folder",
                        () -> zip(
                                link("bootstrap", "bin/main"),
                                link("bin", "build"),
                                executable("build/main", staticClient()))),
                starts(
                        "a link that leaves a folder and comes back",
                        () -> zip(
                                link("bootstrap", "bin/../lib/main"),
                                directory("bin/"),
                                executable("lib/main", staticClient()))),
                fails(
                        "a link to a file that is not executable",
                        EXEC_FAILED,
                        "bootstrap-executable",
                        () -> zip(link("bootstrap", "main"), file("main", staticClient()))),
                starts("a link into a layer", () -> zip(link("bootstrap", "/opt/bin/main")))
                        .layer(() -> zip(executable("bin/main", staticClient()))),
                starts("a bootstrap in the layer only", () -> zip(file("index.js", "1")))
                        .layer(() -> zip(executable("bootstrap", staticClient()))),
                starts("a directory before the bootstrap of a layer", () -> zip(file("bootstrap/a", "1")))
                        .layer(() -> zip(executable("bootstrap", staticClient()))),
                starts("a dangling link before the bootstrap of a layer", () -> zip(link("bootstrap", "main")))
                        .layer(() -> zip(executable("bootstrap", staticClient()))),
                fails(
                                "a bad bootstrap before the good one of a layer",
                                EXEC_FAILED,
                                "bootstrap-executable",
                                () -> zip(file("bootstrap", staticClient())))
                        .layer(() -> zip(executable("bootstrap", staticClient()))));
    }

    /** So many links in a row, the first of them bootstrap. */
    private static List<Entry> links(int count) {
        List<Entry> entries = new ArrayList<>(List.of(executable("main" + count, staticClient())));
        for (int i = 0; i < count; i++) {
            entries.add(link(i == 0 ? "bootstrap" : "main" + i, "main" + (i + 1)));
        }
        return entries;
    }
}
