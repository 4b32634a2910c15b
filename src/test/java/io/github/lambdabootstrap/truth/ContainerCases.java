package io.github.lambdabootstrap.truth;

import static io.github.lambdabootstrap.truth.Outcome.NOT_FOUND;
import static io.github.lambdabootstrap.truth.Outcome.REFUSED;
import static io.github.lambdabootstrap.truth.Programs.staticClient;
import static io.github.lambdabootstrap.truth.TruthCase.fails;
import static io.github.lambdabootstrap.truth.TruthCase.starts;

import io.github.lambdabootstrap.archive.ZipFixture;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Unusual but lawful records of a zip, and unlawful ones. */
final class ContainerCases {

    private static final String INTEGRITY = "entry-integrity";
    private static final String READABLE = "archive-readable";
    private static final String NAMES = "entry-names";
    private static final String UNKNOWN = "what Lambda makes of it is not known";

    private ContainerCases() {}

    static List<TruthCase> all() {
        return Stream.of(lawful(), unlawful(), names()).flatMap(List::stream).toList();
    }

    private static ZipFixture bootstrap() {
        return ZipFixture.zip().file("bootstrap", staticClient()).mode(0755);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static List<TruthCase> lawful() {
        return List.of(
                starts(
                        "a data descriptor without signature",
                        () -> bootstrap().descriptorWithoutSignature().bytes()),
                starts(
                        "ZIP64 that is not needed, in the entry",
                        () -> bootstrap().zip64Entry().bytes()),
                starts(
                        "ZIP64 that is not needed, in the end record",
                        () -> bootstrap().zip64().bytes()),
                starts(
                        "ZIP64 that is not needed, in both",
                        () -> bootstrap().zip64Entry().zip64().bytes()),
                starts(
                        "ZIP64 and a data descriptor",
                        () -> bootstrap().zip64Entry().descriptor().bytes()),
                starts(
                        "a prefix that the offsets count",
                        () -> bootstrap().countedPrefix(ascii("#!/bin/sh\n")).bytes()),
                starts(
                        "a zip behind another zip",
                        () -> bootstrap()
                                .prefix(ZipFixture.zip()
                                        .file("bootstrap", "old")
                                        .bytes())
                                .bytes()),
                starts(
                                "a comment that looks like an end record",
                                () -> bootstrap()
                                        .comment("PK\5\6" + "a".repeat(30))
                                        .bytes())
                        .judged(REFUSED, "Python's zipfile takes the comment for the end record"),
                starts(
                        "a comment of the greatest length",
                        () -> bootstrap().comment("a".repeat(65535)).bytes()),
                starts(
                        "a stored entry with a data descriptor",
                        () -> ZipFixture.zip()
                                .file("bootstrap", "")
                                .mode(0755)
                                .stored(staticClient())
                                .descriptor()
                                .bytes()),
                starts(
                        "a stored link",
                        () -> ZipFixture.zip()
                                .symlink("bootstrap", "main")
                                .stored("main")
                                .file("main", staticClient())
                                .mode(0755)
                                .bytes()),
                starts(
                        "the directory before its files and after them",
                        () -> bootstrap().file("data/a", "a").directory("data/").bytes()));
    }

    private static List<TruthCase> unlawful() {
        return List.of(
                starts(
                                "more entries promised than there are",
                                () -> bootstrap().declaredEntries(2).bytes())
                        .warns(READABLE),
                starts(
                                "fewer entries promised than there are",
                                () -> bootstrap()
                                        .file("a", "1")
                                        .declaredEntries(1)
                                        .bytes())
                        .warns(READABLE),
                fails("a central directory that breaks off", REFUSED, READABLE, () -> {
                    byte[] zip = bootstrap().file("a", "1").bytes();
                    return Patch.at(zip, zip.length - 22 - 47, 0);
                }),
                fails("a zip without its first bytes", REFUSED, READABLE, () -> {
                    byte[] zip = bootstrap().bytes();
                    return Arrays.copyOfRange(zip, 10, zip.length);
                }),
                starts("one disk of two, with all that is in it", () -> {
                            byte[] zip = bootstrap().bytes();
                            zip[zip.length - 18] = 1;
                            return zip;
                        })
                        .warns(READABLE),
                starts(
                                "another method in the local header",
                                () -> bootstrap()
                                        .local(header -> header.method = 0)
                                        .bytes())
                        .warns(INTEGRITY),
                starts(
                                "encrypted by the local header alone",
                                () -> bootstrap()
                                        .local(header -> header.flags = 1)
                                        .bytes())
                        .warns(INTEGRITY),
                fails(
                        "an entry that begins elsewhere",
                        REFUSED,
                        INTEGRITY,
                        () -> bootstrap().offset(7).bytes()),
                fails(
                        "two names for the same bytes",
                        REFUSED,
                        INTEGRITY,
                        () -> bootstrap().again("main").bytes()),
                starts(
                        "bytes behind the end record",
                        () -> bootstrap().trailer(ascii("\n")).bytes()));
    }

    private static List<TruthCase> names() {
        return List.of(
                starts(
                                "a name in the code page of DOS",
                                () -> bootstrap()
                                        .file("a", "1")
                                        .rawName(new byte[] {'c', 'a', 'f', (byte) 0x82})
                                        .bytes())
                        .warns(NAMES),
                starts(
                        "UTF-8 without its flag",
                        () -> bootstrap()
                                .file("a", "1")
                                .rawName("caf\u00e9".getBytes(StandardCharsets.UTF_8))
                                .bytes()),
                starts(
                                "an absolute bootstrap",
                                () -> ZipFixture.zip()
                                        .file("/bootstrap", staticClient())
                                        .mode(0755)
                                        .bytes())
                        .warns(NAMES),
                starts(
                                "a bootstrap by a detour",
                                () -> ZipFixture.zip()
                                        .file("bin/../bootstrap", staticClient())
                                        .mode(0755)
                                        .bytes())
                        .warns(NAMES),
                starts(
                                "a bootstrap behind two slashes",
                                () -> ZipFixture.zip()
                                        .file("bootstrap", staticClient())
                                        .mode(0755)
                                        .file("data//a", "1")
                                        .bytes())
                        .warns(NAMES),
                fails(
                        "a bootstrap with blanks",
                        NOT_FOUND,
                        "bootstrap-present",
                        () -> ZipFixture.zip()
                                .file("bootstrap ", staticClient())
                                .mode(0755)
                                .bytes()),
                fails(
                        "a bootstrap with a line end",
                        NOT_FOUND,
                        "bootstrap-present",
                        () -> ZipFixture.zip()
                                .file("bootstrap\n", staticClient())
                                .mode(0755)
                                .bytes()),
                starts(
                                "a bootstrap with NUL",
                                () -> ZipFixture.zip()
                                        .file("bootstrap\0.txt", staticClient())
                                        .mode(0755)
                                        .bytes())
                        .warns(NAMES)
                        .judged(NOT_FOUND, UNKNOWN),
                starts(
                        "a name of 255 bytes",
                        () -> bootstrap().file("a".repeat(255), "1").bytes()),
                starts(
                                "a name of 256 bytes",
                                () -> bootstrap().file("a".repeat(256), "1").bytes())
                        .warns(NAMES)
                        .judged(REFUSED, UNKNOWN),
                starts(
                        "a deep folder",
                        () -> bootstrap().file("deep/".repeat(500) + "a", "1").bytes()));
    }
}
