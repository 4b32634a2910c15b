package io.github.lambdabootstrap.truth;

import static io.github.lambdabootstrap.truth.CraftedZip.directory;
import static io.github.lambdabootstrap.truth.CraftedZip.executable;
import static io.github.lambdabootstrap.truth.CraftedZip.file;
import static io.github.lambdabootstrap.truth.CraftedZip.link;
import static io.github.lambdabootstrap.truth.CraftedZip.zip;
import static io.github.lambdabootstrap.truth.Outcome.EXEC_FAILED;
import static io.github.lambdabootstrap.truth.Outcome.EXIT;
import static io.github.lambdabootstrap.truth.Programs.staticClient;
import static io.github.lambdabootstrap.truth.TruthCase.fails;
import static io.github.lambdabootstrap.truth.TruthCase.starts;

import io.github.lambdabootstrap.truth.CraftedZip.Entry;
import java.util.List;

/** Which permissions let Lambda's user start a file and read its neighbours. */
final class ModeCases {

    private static final String EXECUTABLE = "bootstrap-executable";
    private static final String READABLE = "entry-readable";

    private ModeCases() {}

    private static Entry bootstrap() {
        return executable("bootstrap", staticClient());
    }

    static List<TruthCase> all() {
        return List.of(
                fails(
                        "mode 0644",
                        EXEC_FAILED,
                        EXECUTABLE,
                        () -> zip(bootstrap().mode(0644))),
                fails(
                        "mode 0700",
                        EXEC_FAILED,
                        EXECUTABLE,
                        () -> zip(bootstrap().mode(0700))),
                fails(
                        "mode 0750",
                        EXEC_FAILED,
                        EXECUTABLE,
                        () -> zip(bootstrap().mode(0750))),
                fails(
                        "mode 0754",
                        EXEC_FAILED,
                        EXECUTABLE,
                        () -> zip(bootstrap().mode(0754))),
                fails("mode 0", EXEC_FAILED, EXECUTABLE, () -> zip(bootstrap().mode(0))),
                fails(
                        "mode 0 without a type",
                        EXEC_FAILED,
                        EXECUTABLE,
                        () -> zip(bootstrap().rawMode(0))),
                starts("mode 0777 without a type", () -> zip(bootstrap().rawMode(0777))),
                starts("mode 0555", () -> zip(bootstrap().mode(0555))),
                starts("mode 0711", () -> zip(bootstrap().mode(0711))).warns(READABLE),
                starts("mode 0001", () -> zip(bootstrap().mode(0001))).warns(READABLE),
                starts("mode 0111", () -> zip(bootstrap().mode(0111))).warns(READABLE),
                starts("mode 0511", () -> zip(bootstrap().mode(0511))).warns(READABLE),
                starts("mode 0655", () -> zip(bootstrap().mode(0655))),
                starts("mode 7777", () -> zip(bootstrap().mode(07777))),
                fails(
                        "mode 0666",
                        EXEC_FAILED,
                        EXECUTABLE,
                        () -> zip(bootstrap().mode(0666))),
                fails(
                        "mode 0770",
                        EXEC_FAILED,
                        EXECUTABLE,
                        () -> zip(bootstrap().mode(0770))),
                fails(
                        "mode 4644",
                        EXEC_FAILED,
                        EXECUTABLE,
                        () -> zip(bootstrap().mode(04644))),
                starts(
                        "a bootstrap with the type of a pipe",
                        () -> zip(bootstrap().rawMode(0x1000 | 0755))),
                fails(
                        "a bootstrap with a slash behind its name",
                        Outcome.NOT_FOUND,
                        "bootstrap-present",
                        () -> zip(bootstrap().named("bootstrap/"), file("a.json", "{}"))),
                starts(
                        "a folder without a mode",
                        () -> zip(bootstrap(), directory("data/").rawMode(0), file("data/a", "1"))),
                starts(
                                "a folder without a mode on the way",
                                () -> zip(
                                        link("bootstrap", "bin/main"),
                                        directory("bin/").rawMode(0),
                                        executable("bin/main", staticClient())))
                        .judged(EXEC_FAILED, "many unpackers give a folder without a mode the usual one"),
                starts(
                                "a folder for its owner only",
                                () -> zip(bootstrap(), directory("data/").mode(0700), file("data/a", "1")))
                        .warns(READABLE),
                starts("mode 0005", () -> zip(bootstrap().mode(0005))),
                starts("mode 4755", () -> zip(bootstrap().mode(04755))),
                starts("mode 2755", () -> zip(bootstrap().mode(02755))),
                starts("mode 1755", () -> zip(bootstrap().mode(01755))),
                fails(
                        "written without modes",
                        EXEC_FAILED,
                        EXECUTABLE,
                        () -> zip(bootstrap().modeless())),
                fails(
                        "host 0 with Unix bits",
                        EXEC_FAILED,
                        EXECUTABLE,
                        () -> zip(bootstrap().host(0))),
                fails(
                        "host 10, Windows NTFS",
                        EXEC_FAILED,
                        EXECUTABLE,
                        () -> zip(bootstrap().host(10))),
                starts("host 19, Darwin", () -> zip(bootstrap().host(19))).warns(EXECUTABLE),
                fails(
                        "a folder on the way without x",
                        EXEC_FAILED,
                        EXECUTABLE,
                        () -> zip(
                                link("bootstrap", "bin/main"),
                                directory("bin/").mode(0744),
                                executable("bin/main", staticClient()))),
                fails(
                        "a folder on the way for its owner only",
                        EXEC_FAILED,
                        EXECUTABLE,
                        () -> zip(
                                link("bootstrap", "bin/main"),
                                directory("bin/").mode(0700),
                                executable("bin/main", staticClient()))),
                starts(
                        "a folder on the way that cannot be listed",
                        () -> zip(
                                link("bootstrap", "bin/main"),
                                directory("bin/").mode(0711),
                                executable("bin/main", staticClient()))),
                starts(
                        "folders with their own entries",
                        () -> zip(directory("data/"), file("data/x.json", "{}"), bootstrap())),
                starts("folders without entries", () -> zip(file("data/deep/x.json", "{}"), bootstrap())),
                starts(
                        "data files without modes",
                        () -> zip(bootstrap(), file("a.json", "{}").modeless())),
                starts(
                                "a data file for its owner only",
                                () -> zip(bootstrap(), file("a.json", "{}").mode(0600)))
                        .warns(READABLE),
                starts(
                                "a data file for owner and group",
                                () -> zip(bootstrap(), file("a.json", "{}").mode(0640)))
                        .warns(READABLE),
                starts(
                                "a data file with mode 0",
                                () -> zip(bootstrap(), file("a.json", "{}").mode(0)))
                        .warns(READABLE),
                starts(
                        "a data file for all to write",
                        () -> zip(bootstrap(), file("a.json", "{}").mode(0666))),
                starts(
                        "a link with the mode of AWS's tool",
                        () -> zip(
                                file("bootstrap", "main").rawMode(CraftedZip.LINK | 0755),
                                executable("main", staticClient()).rawMode(0777))),
                fails(
                        "a script that cannot be read",
                        EXIT,
                        "entry-readable",
                        () -> zip(
                                executable("bootstrap", "#!/bin/sh\nexec ./main\n")
                                        .mode(0711),
                                executable("main", staticClient()))),
                starts(
                        "a script with mode 0755",
                        () -> zip(
                                executable("bootstrap", "#!/bin/sh\nexec ./main\n"),
                                executable("main", staticClient()))));
    }
}
