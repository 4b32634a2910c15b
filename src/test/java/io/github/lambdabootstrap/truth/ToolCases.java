package io.github.lambdabootstrap.truth;

import static io.github.lambdabootstrap.truth.Outcome.EXEC_FAILED;
import static io.github.lambdabootstrap.truth.Outcome.NOT_FOUND;
import static io.github.lambdabootstrap.truth.Outcome.REFUSED;
import static io.github.lambdabootstrap.truth.TruthCase.fails;
import static io.github.lambdabootstrap.truth.TruthCase.starts;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What the zip writers of this world make of a function, used well and used as people use them by mistake. */
final class ToolCases {

    private static final String PRESENT = "bootstrap-present";
    private static final String EXECUTABLE = "bootstrap-executable";
    private static final String READABLE = "archive-readable";
    private static final String METHOD = "entry-method";
    private static final String UNKNOWN = "what Lambda makes of it is not known";

    private static final String WRITESTR = """
            python3 -c 'import sys, zipfile
            with zipfile.ZipFile(sys.argv[1], "w") as z:
              z.writestr("bootstrap", open("main", "rb").read())' $OUT
            """;

    private static final String FORCED_ZIP64 = """
            python3 -c 'import sys, zipfile
            with zipfile.ZipFile(sys.argv[1], "w") as z:
              info = zipfile.ZipInfo.from_file("bootstrap")
              with z.open(info, "w", force_zip64=True) as entry:
                entry.write(open("bootstrap", "rb").read())' $OUT
            """;

    private static final String LZMA = """
            python3 -c 'import sys, zipfile
            with zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_LZMA) as z:
              z.write("bootstrap")' $OUT
            """;

    /** The function that {@code sam package} zips a folder with. */
    private static final String SAM = """
            $TOOLS/sam/bin/python -c 'import shutil, sys
            from samcli.lib.package.utils import make_zip_with_lambda_permissions, zip_folder
            with zip_folder(".", make_zip_with_lambda_permissions) as (made, _):
              shutil.copy(made, sys.argv[1])' $OUT
            """;

    private ToolCases() {}

    static List<TruthCase> all() {
        return Stream.of(infoZip(), python(), buildLambdaZip(), sevenZip(), libarchive(), archiver(), others())
                .flatMap(List::stream)
                .toList();
    }

    /**
     * The zip that a shell script writes to {@code $OUT}. It starts in a folder with {@code bootstrap} and {@code main},
     * both the same executable, and {@code data/orders.json}; {@code $TOOLS} is where {@code setup} put the tools.
     */
    static Supplier<byte[]> made(String script) {
        return () -> {
            Path folder = Tool.WORKSHOP.resolve("writer/" + Integer.toHexString(script.hashCode()) + "/function");
            Path out = folder.resolveSibling("out.zip");
            Tool.run(
                    Programs.directory("writer"),
                    "rm",
                    "-rf",
                    folder.getParent().toString());
            Programs.write(folder.resolve("data/orders.json"), "{}".getBytes(StandardCharsets.UTF_8));
            for (String name : List.of("bootstrap", "main")) {
                Programs.write(folder.resolve(name), Programs.staticClient());
                folder.resolve(name).toFile().setExecutable(true, false);
            }
            Map<String, String> environment = Map.of(
                    "OUT",
                    out.toString(),
                    "TOOLS",
                    Tool.WORKSHOP.resolve("tools").toString(),
                    "NODE_PATH",
                    Tool.WORKSHOP.resolve("tools/node_modules").toString());
            Tool.run(folder, environment, List.of("sh", "-euc", "umask 022\n" + script));
            return Programs.read(out);
        };
    }

    private static List<TruthCase> infoZip() {
        return List.of(
                starts("Info-ZIP", made("zip -q $OUT bootstrap data/orders.json")),
                starts("Info-ZIP, recursively", made("zip -q -r -9 $OUT .")),
                starts("Info-ZIP with a link", made("ln -sf main bootstrap; zip -q -y $OUT bootstrap main")),
                starts("Info-ZIP with ZIP64", made("zip -q -fz $OUT bootstrap")),
                starts("Info-ZIP, stored", made("zip -q -0 $OUT bootstrap data/orders.json")),
                starts(
                        "Info-ZIP, updated and with a comment",
                        made("zip -q $OUT main; zip -q -u $OUT bootstrap; echo orders | zip -q -z $OUT")),
                starts("Info-ZIP to a pipe", made("zip -q - bootstrap | cat > $OUT")),
                fails("Info-ZIP from outside", NOT_FOUND, PRESENT, made("cd ..; zip -q -r $OUT function")),
                fails(
                        "Info-ZIP without chmod",
                        EXEC_FAILED,
                        EXECUTABLE,
                        made("chmod 644 bootstrap; zip -q $OUT bootstrap")),
                fails(
                        "Info-ZIP with a strict umask",
                        EXEC_FAILED,
                        EXECUTABLE,
                        made("chmod 700 bootstrap; zip -q $OUT bootstrap")),
                fails("Info-ZIP with a password", REFUSED, "entry-encrypted", made("zip -q -P secret $OUT bootstrap")),
                starts("Info-ZIP with bzip2", made("zip -q -Z bzip2 $OUT bootstrap"))
                        .warns(METHOD));
    }

    private static List<TruthCase> python() {
        return List.of(
                starts("Python's zipfile", made("python3 -m zipfile -c $OUT bootstrap data")),
                starts(
                        "Python's shutil",
                        made("python3 -c 'import shutil; shutil.make_archive(\"../out\", \"zip\", \".\")'")),
                fails("Python's writestr", EXEC_FAILED, EXECUTABLE, made(WRITESTR)),
                starts("Python's zipfile with ZIP64", made(FORCED_ZIP64)),
                starts("Python's zipfile with LZMA", made(LZMA)).warns(METHOD),
                starts("SAM", made(SAM)),
                fails("SAM without chmod", EXEC_FAILED, EXECUTABLE, made("chmod 644 bootstrap\n" + SAM)));
    }

    private static List<TruthCase> buildLambdaZip() {
        return List.of(
                starts("build-lambda-zip", made("$TOOLS/build-lambda-zip -o $OUT bootstrap")),
                starts("build-lambda-zip with a link", made("$TOOLS/build-lambda-zip -o $OUT main data/orders.json")),
                fails(
                                "build-lambda-zip with two bootstraps",
                                EXEC_FAILED,
                                "bootstrap-unique",
                                made("$TOOLS/build-lambda-zip -o $OUT main bootstrap"))
                        .alsoFails("entry-names")
                        .alsoFails(EXECUTABLE));
    }

    private static List<TruthCase> sevenZip() {
        return List.of(
                starts("7z", made("7z a -tzip $OUT bootstrap data")),
                fails("7z in its own format", REFUSED, READABLE, made("7z a -t7z $OUT bootstrap")),
                fails("7z with a password", REFUSED, "entry-encrypted", made("7z a -tzip -psecret $OUT bootstrap")),
                starts("7z, stored", made("7z a -tzip -mx=0 $OUT bootstrap data")),
                starts("7z with bzip2", made("7z a -tzip -mm=BZip2 $OUT bootstrap"))
                        .warns(METHOD),
                starts("7z with LZMA", made("7z a -tzip -mm=LZMA $OUT bootstrap"))
                        .warns(METHOD),
                starts("7z with Deflate64", made("7z a -tzip -mm=Deflate64 $OUT bootstrap"))
                        .warns(METHOD)
                        .judged(REFUSED, UNKNOWN));
    }

    private static List<TruthCase> libarchive() {
        return List.of(
                starts("libarchive", made("bsdtar -a -cf $OUT bootstrap data")),
                starts("libarchive from the folder itself", made("bsdtar -a -cf $OUT ."))
                        .warns("entry-names"),
                starts(
                        "libarchive, stored",
                        made("bsdtar --format zip --options zip:compression=store -cf $OUT bootstrap")),
                starts("libarchive with a link", made("ln -sf main bootstrap; bsdtar -a -cf $OUT bootstrap main")),
                fails(
                        "libarchive without chmod",
                        EXEC_FAILED,
                        EXECUTABLE,
                        made("chmod 644 bootstrap; bsdtar -a -cf $OUT bootstrap")),
                fails("libarchive in its own format", REFUSED, READABLE, made("bsdtar -cf $OUT bootstrap")),
                fails("tar, compressed", REFUSED, READABLE, made("tar -czf $OUT bootstrap")));
    }

    private static String node(String statements) {
        return "node -e 'const archive = require(\"archiver\")(\"zip\");\n"
                + "archive.pipe(require(\"fs\").createWriteStream(process.argv[1]));\n"
                + statements
                + "\narchive.finalize();' $OUT";
    }

    private static List<TruthCase> archiver() {
        return List.of(
                starts("archiver with a file", made(node("archive.file(\"main\", {name: \"bootstrap\"});"))),
                starts("archiver with a folder", made(node("archive.directory(\".\", false);"))),
                starts(
                        "archiver with a mode",
                        made(
                                node(
                                        "archive.append(require(\"fs\").readFileSync(\"main\"), {name: \"bootstrap\", mode: 0o755});"))),
                fails(
                        "archiver with a buffer",
                        EXEC_FAILED,
                        EXECUTABLE,
                        made(node("archive.append(require(\"fs\").readFileSync(\"main\"), {name: \"bootstrap\"});"))),
                fails(
                        "archiver with a folder's name",
                        NOT_FOUND,
                        PRESENT,
                        made(node("archive.directory(\".\", \"function\");"))));
    }

    private static List<TruthCase> others() {
        return List.of(
                fails("jar", EXEC_FAILED, EXECUTABLE, made("jar --create --no-manifest --file $OUT bootstrap")),
                fails("jar with a manifest", EXEC_FAILED, EXECUTABLE, made("jar --create --file $OUT bootstrap")),
                starts(
                        "jar, and the bootstrap by Info-ZIP",
                        made("jar --create --no-manifest --file $OUT data; zip -q $OUT bootstrap")),
                starts(
                        "git archive",
                        made("rm -rf .git; git init -q; git add .; git -c user.name=a -c user.email=a commit -qm a;"
                                + " git archive -o $OUT HEAD")),
                fails(
                        "git archive with a prefix",
                        NOT_FOUND,
                        PRESENT,
                        made("rm -rf .git; git init -q; git add .; git -c user.name=a -c user.email=a commit -qm a;"
                                + " git archive --prefix=function/ -o $OUT HEAD")));
    }
}
