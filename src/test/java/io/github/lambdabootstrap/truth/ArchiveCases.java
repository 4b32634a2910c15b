package io.github.lambdabootstrap.truth;

import static io.github.lambdabootstrap.truth.CraftedZip.directory;
import static io.github.lambdabootstrap.truth.CraftedZip.executable;
import static io.github.lambdabootstrap.truth.CraftedZip.file;
import static io.github.lambdabootstrap.truth.CraftedZip.link;
import static io.github.lambdabootstrap.truth.CraftedZip.zip;
import static io.github.lambdabootstrap.truth.Outcome.ASKED;
import static io.github.lambdabootstrap.truth.Outcome.REFUSED;
import static io.github.lambdabootstrap.truth.Programs.staticClient;
import static io.github.lambdabootstrap.truth.TruthCase.fails;
import static io.github.lambdabootstrap.truth.TruthCase.starts;

import io.github.lambdabootstrap.truth.CraftedZip.Entry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** The container: what the service takes for a zip, what it can unzip, and names that mean trouble. */
final class ArchiveCases {

    private static final String READABLE = "archive-readable";
    private static final String INTEGRITY = "entry-integrity";
    private static final String NAMES = "entry-names";
    private static final String UNIQUE = "bootstrap-unique";
    private static final int LIMIT = 262_144_000;

    private ArchiveCases() {}

    static List<TruthCase> all() {
        return Stream.of(containers(), contents(), sizes(), names())
                .flatMap(List::stream)
                .toList();
    }

    private static Entry bootstrap() {
        return executable("bootstrap", staticClient());
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Stream.of(parts).forEach(out::writeBytes);
        return out.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] commented() {
        byte[] zip = zip(bootstrap());
        return joined(Patch.at(zip, zip.length - 2, 5, 0), ascii("hello"));
    }

    private static List<TruthCase> containers() {
        return List.of(
                fails("no bytes at all", REFUSED, READABLE, () -> new byte[0]),
                fails("a tar.gz", REFUSED, READABLE, () -> gzip(staticClient())),
                fails("a bare executable", REFUSED, READABLE, Programs::staticClient),
                fails("an error page", REFUSED, READABLE, () -> ascii("<html><body>404</body></html>")),
                fails("half a zip", REFUSED, READABLE, () -> Patch.headPerMille(zip(bootstrap()), 500)),
                fails(
                        "a zip without its last byte",
                        REFUSED,
                        READABLE,
                        () -> Patch.headPerMille(zip(bootstrap()), 999)),
                fails("a zip without entries", REFUSED, "archive-not-empty", () -> zip())
                        .alsoFails("bootstrap-present"),
                fails("a zip with folders only", REFUSED, "archive-not-empty", () -> zip(directory("bin/")))
                        .alsoFails("bootstrap-present"),
                starts("a zip with a comment", ArchiveCases::commented),
                starts("a zip behind a prefix", () -> joined(ascii("#!/bin/sh\nexec unzip $0\n"), zip(bootstrap()))),
                starts("a data descriptor", () -> zip(bootstrap().flags(8))),
                starts(
                        "a data descriptor and UTF-8 names",
                        () -> zip(bootstrap().flags(8 | 0x800))),
                starts("not compressed", () -> zip(bootstrap().method(0))),
                starts("a zip of a newer version", () -> Patch.version45(zip(bootstrap()))));
    }

    private static List<TruthCase> contents() {
        return List.of(
                fails(
                        "CRC 0 in the central directory",
                        REFUSED,
                        INTEGRITY,
                        () -> zip(bootstrap().claimedCrc(0))),
                fails(
                        "CRC 0 of a data file",
                        REFUSED,
                        INTEGRITY,
                        () -> zip(bootstrap(), file("a.json", "{}").claimedCrc(0))),
                fails(
                        "a size that is too large",
                        REFUSED,
                        INTEGRITY,
                        () -> zip(bootstrap().method(0).claimedSize(1 << 24))),
                fails(
                        "a size of 4 GiB",
                        REFUSED,
                        "archive-size",
                        () -> zip(bootstrap(), file("a", "1").claimedSize(0xFFFF_FFFEL))),
                fails(
                        "a bomb",
                        REFUSED,
                        INTEGRITY,
                        () -> zip(bootstrap(), file("a", new byte[64 << 20]).claimedSize(10))),
                fails(
                                "a size that is too small",
                                REFUSED,
                                INTEGRITY,
                                () -> zip(bootstrap().claimedSize(100)))
                        .alsoFails("elf-loadable"),
                fails(
                        "bytes changed",
                        REFUSED,
                        INTEGRITY,
                        () -> Patch.at(zip(bootstrap().method(0)), 5000, 1, 2, 3, 4, 5)),
                fails(
                        "compressed bytes changed",
                        REFUSED,
                        INTEGRITY,
                        () -> Patch.at(zip(bootstrap()), 5000, 1, 2, 3, 4, 5)),
                starts("another name in the local header", () -> zip(bootstrap().localName("main")))
                        .warns(INTEGRITY)
                        .judged(REFUSED, "Python's zipfile refuses it; Go, Java, unzip and 7z do not"),
                fails(
                        "encrypted",
                        REFUSED,
                        "entry-encrypted",
                        () -> zip(bootstrap().flags(1))),
                fails(
                        "an encrypted data file",
                        REFUSED,
                        "entry-encrypted",
                        () -> zip(bootstrap(), file("a.json", "{}").flags(1))),
                starts("an empty data file", () -> zip(bootstrap(), file("empty", ""))));
    }

    /** The program and zeros, some bytes in all. */
    private static byte[] large(int size) {
        List<Entry> entries = new ArrayList<>(List.of(bootstrap()));
        int part = 10_000_000;
        int rest = size - staticClient().length;
        Entry zeros = file("zeros", new byte[part]);
        for (int i = 0; i < rest / part; i++) {
            entries.add(zeros.named("zeros" + i));
        }
        entries.add(file("rest", new byte[rest % part]));
        return zip(entries);
    }

    private static List<TruthCase> sizes() {
        return List.of(
                fails("as large as the limit", REFUSED, "archive-size", () -> large(LIMIT)),
                starts("a byte below the limit", () -> large(LIMIT - 1)).warns("archive-size"),
                fails("too large with a layer", REFUSED, "archive-size", () -> large(LIMIT - 1))
                        .layer(() -> zip(file("one", "1"))));
    }

    private static List<TruthCase> names() {
        byte[] twelve = new byte[12];
        Arrays.fill(twelve, (byte) 'x');
        return List.of(
                starts("a data file twice, equal", () -> zip(bootstrap(), file("a", twelve), file("a", twelve))),
                starts("a data file twice, different", () -> zip(bootstrap(), file("a", "1"), file("a", "2")))
                        .warns(NAMES),
                starts("bootstrap twice, equal", () -> zip(bootstrap(), bootstrap())),
                fails(
                                "bootstrap twice, different",
                                REFUSED,
                                UNIQUE,
                                () -> zip(executable("bootstrap", "#!/bin/sh\n"), bootstrap()))
                        .alsoFails(NAMES)
                        .judged(ASKED, "unpackers keep the first one or the last one"),
                fails("bootstrap as file and folder", REFUSED, NAMES, () -> zip(bootstrap(), file("bootstrap/a", "1")))
                        .judged(
                                ASKED,
                                "unzip, Python, libarchive and 7z all end in an error, though not before bootstrap"),
                starts("a data file that is a folder, too", () -> zip(bootstrap(), file("a", "1"), file("a/b", "2")))
                        .warns(NAMES),
                starts("names that differ by case", () -> zip(bootstrap(), file("A", "1"), file("a", "2")))
                        .warns(NAMES),
                starts("an absolute name", () -> zip(bootstrap(), file("/a", "1")))
                        .warns(NAMES),
                starts("a name that leaves the root", () -> zip(bootstrap(), file("../a", "1")))
                        .warns(NAMES),
                starts("a name with NUL", () -> zip(bootstrap(), file("a\0b", "1")))
                        .warns(NAMES),
                starts("backslashes in the name of a data file", () -> zip(bootstrap(), file("data\\a.json", "1")))
                        .warns(NAMES),
                starts(
                        "a name in another script",
                        () -> zip(bootstrap(), file("données/été.json", "1").flags(0x800))),
                starts(
                        "an emoji",
                        () -> zip(bootstrap(), file("\uD83D\uDE80", "1").flags(0x800))),
                starts("a dot before bootstrap", () -> zip(executable("./bootstrap", staticClient())))
                        .warns(NAMES),
                starts("a link out of the root", () -> zip(bootstrap(), link("tmp", "/tmp"))),
                starts("a link to nothing", () -> zip(bootstrap(), link("current", "release-1"))),
                starts(
                        "extensions that nobody starts",
                        () -> zip(bootstrap(), executable("extensions/a", "#!/bin/sh\n"))));
    }
}
