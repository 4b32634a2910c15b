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
import java.util.List;
import java.util.stream.Stream;

/** What nobody writes on purpose: links, modes and folders at odds with each other. */
final class OddCases {

    private static final String EXECUTABLE = "bootstrap-executable";
    private static final String PRESENT = "bootstrap-present";
    private static final String READABLE = "entry-readable";

    private OddCases() {}

    static List<TruthCase> all() {
        return Stream.of(links(), modes(), folders()).flatMap(List::stream).toList();
    }

    private static Entry main() {
        return executable("main", staticClient());
    }

    private static Entry bootstrap() {
        return executable("bootstrap", staticClient());
    }

    private static TruthCase linkTo(String target) {
        return starts("a link to " + target, () -> zip(link("bootstrap", target), main()));
    }

    private static TruthCase lostLinkTo(String target) {
        return fails("a link to " + target, NOT_FOUND, PRESENT, () -> zip(link("bootstrap", target), main()));
    }

    private static List<TruthCase> links() {
        return List.of(
                linkTo("/var/task/./main"),
                linkTo("//var//task//main"),
                linkTo("/var/../var/task/main"),
                linkTo("../../var/task/main"),
                linkTo("../../../../../var/task/main"),
                linkTo("/../var/task/main"),
                linkTo("./././main"),
                lostLinkTo("main/."),
                lostLinkTo("."),
                lostLinkTo("/var/task"),
                lostLinkTo("/var/task/"),
                lostLinkTo("none/../main"),
                lostLinkTo("main/../main"),
                lostLinkTo(" main"),
                lostLinkTo("C:\\main"),
                lostLinkTo("bin\\main"),
                starts(
                        "a link through an absolute link to a folder",
                        () -> zip(link("bootstrap", "bin/main"), link("bin", "/var/task"), main())),
                starts(
                        "a link below a linked folder",
                        () -> zip(
                                link("bootstrap", "a/b/main"),
                                link("a/b", "../c"),
                                executable("c/main", staticClient()))),
                fails(
                                "a link of a Windows checkout, a text",
                                EXEC_FAILED,
                                EXECUTABLE,
                                () -> zip(file("bootstrap", "main"), main()))
                        .alsoFails("bootstrap-format"),
                fails(
                                "a link that was written for MS-DOS",
                                EXEC_FAILED,
                                EXECUTABLE,
                                () -> zip(link("bootstrap", "main").host(0), main()))
                        .alsoFails("bootstrap-format"),
                starts(
                        "a link by a data descriptor",
                        () -> zip(link("bootstrap", "main").flags(8), main())),
                starts("an absolute link into a layer, and back", () -> zip(link("bootstrap", "/opt/start"), main()))
                        .layer(() -> zip(link("start", "/var/task/main"))));
    }

    private static TruthCase mode(int mode) {
        return starts(
                String.format("a bootstrap with mode %04o", mode),
                () -> zip(bootstrap().mode(mode)));
    }

    private static TruthCase closedMode(int mode) {
        return fails(
                String.format("a bootstrap with mode %04o", mode),
                EXEC_FAILED,
                EXECUTABLE,
                () -> zip(bootstrap().mode(mode)));
    }

    private static List<TruthCase> modes() {
        return List.of(
                mode(06755),
                mode(01777),
                mode(0505),
                mode(0075 | 0005),
                closedMode(0500),
                closedMode(0110),
                closedMode(0776),
                closedMode(06750),
                closedMode(01776),
                starts(
                        "the same bootstrap twice, with other bits of its group",
                        () -> zip(bootstrap(), bootstrap().mode(0775))),
                starts(
                        "a bootstrap with the type of a device",
                        () -> zip(bootstrap().rawMode(0x2000 | 0755))),
                starts(
                        "a bootstrap with the type of a socket",
                        () -> zip(bootstrap().rawMode(0xC000 | 0755))));
    }

    private static Entry inFolder() {
        return executable("bin/main", staticClient());
    }

    private static List<TruthCase> folders() {
        return List.of(
                starts(
                                "a folder twice, closed first",
                                () -> zip(
                                        link("bootstrap", "bin/main"),
                                        directory("bin/").mode(0700),
                                        inFolder(),
                                        directory("bin/")))
                        .warns(READABLE),
                fails(
                                "a folder twice, closed last",
                                EXEC_FAILED,
                                EXECUTABLE,
                                () -> zip(
                                        link("bootstrap", "bin/main"),
                                        directory("bin/"),
                                        inFolder(),
                                        directory("bin/").mode(0700)))
                        .warns(READABLE),
                fails(
                        "a folder above the folder, for its owner only",
                        EXEC_FAILED,
                        EXECUTABLE,
                        () -> zip(
                                link("bootstrap", "a/b/main"),
                                directory("a/").mode(0700),
                                directory("a/b/"),
                                executable("a/b/main", staticClient()))),
                starts(
                        "a folder that is passed by ..",
                        () -> zip(
                                link("bootstrap", "tmp/../main"),
                                directory("tmp/").mode(01777),
                                main())),
                fails(
                        "a closed folder that is passed by ..",
                        EXEC_FAILED,
                        EXECUTABLE,
                        () -> zip(
                                link("bootstrap", "tmp/../main"),
                                directory("tmp/").mode(0700),
                                main())),
                starts(
                                "a folder that only its group may pass, elsewhere",
                                () -> zip(bootstrap(), directory("data/").mode(0770), file("data/a", "1")))
                        .warns(READABLE),
                starts(
                        "a folder without a slash",
                        () -> zip(bootstrap(), directory("data/").named("data"))),
                starts(
                        "a folder of MS-DOS on the way",
                        () -> zip(
                                link("bootstrap", "bin/main"), directory("bin/").modeless(), inFolder())),
                starts("the root itself, open", () -> zip(directory("./"), bootstrap()))
                        .warns("entry-names"));
    }
}
