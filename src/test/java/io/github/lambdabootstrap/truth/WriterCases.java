package io.github.lambdabootstrap.truth;

import static io.github.lambdabootstrap.truth.Outcome.EXEC_FAILED;
import static io.github.lambdabootstrap.truth.Outcome.NOT_FOUND;
import static io.github.lambdabootstrap.truth.Outcome.REFUSED;
import static io.github.lambdabootstrap.truth.ToolCases.made;
import static io.github.lambdabootstrap.truth.TruthCase.fails;
import static io.github.lambdabootstrap.truth.TruthCase.starts;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The zip writers of languages, and unusual ways to call the well-known tools. */
final class WriterCases {

    private static final String EXECUTABLE = "bootstrap-executable";

    private WriterCases() {}

    static List<TruthCase> all() {
        return Stream.of(node(), java(), go(), python(), streams(), systems())
                .flatMap(List::stream)
                .toList();
    }

    private static Supplier<byte[]> node(String statements) {
        return made("node -e 'const fs = require(\"fs\"), out = process.argv[1];\n" + statements + "' $OUT");
    }

    private static List<TruthCase> node() {
        String yazl = """
                const zip = new (require("yazl").ZipFile)();
                zip.outputStream.pipe(fs.createWriteStream(out));
                """;
        String jszip = "const zip = new (require(\"jszip\"))();\n";
        String adm = "const zip = new (require(\"adm-zip\"))();\n";
        return List.of(
                starts("yazl with a file", node(yazl + "zip.addFile(\"main\", \"bootstrap\"); zip.end();")),
                fails(
                        "yazl with a buffer",
                        EXEC_FAILED,
                        EXECUTABLE,
                        node(yazl + "zip.addBuffer(fs.readFileSync(\"main\"), \"bootstrap\"); zip.end();")),
                starts(
                        "yazl with a buffer and a mode",
                        node(
                                yazl
                                        + "zip.addBuffer(fs.readFileSync(\"main\"), \"bootstrap\", {mode: 0o100755}); zip.end();")),
                starts(
                        "yazl with ZIP64",
                        node(yazl + "zip.addFile(\"main\", \"bootstrap\", {forceZip64Format: true});"
                                + " zip.end({forceZip64Format: true});")),
                fails(
                        "JSZip",
                        EXEC_FAILED,
                        EXECUTABLE,
                        node(jszip + "zip.file(\"bootstrap\", fs.readFileSync(\"main\"));"
                                + " zip.generateNodeStream().pipe(fs.createWriteStream(out));")),
                starts(
                        "JSZip for Unix",
                        node(jszip
                                + "zip.file(\"bootstrap\", fs.readFileSync(\"main\"), {unixPermissions: \"755\"});"
                                + " zip.generateNodeStream({platform: \"UNIX\", compression: \"DEFLATE\"})"
                                + ".pipe(fs.createWriteStream(out));")),
                fails(
                        "fflate",
                        EXEC_FAILED,
                        EXECUTABLE,
                        node("fs.writeFileSync(out, require(\"fflate\")"
                                + ".zipSync({bootstrap: fs.readFileSync(\"main\")}));")),
                starts(
                        "fflate with attributes",
                        node("fs.writeFileSync(out, require(\"fflate\").zipSync({bootstrap:"
                                + " [fs.readFileSync(\"main\"), {os: 3, attrs: 0o100755 << 16}]}));")),
                starts(
                        "adm-zip with a mode",
                        node(adm + "zip.addFile(\"bootstrap\", fs.readFileSync(\"main\"), \"\", 0o755);"
                                + " zip.writeZip(out);")),
                fails(
                        "adm-zip with a buffer",
                        EXEC_FAILED,
                        EXECUTABLE,
                        node(adm + "zip.addFile(\"bootstrap\", fs.readFileSync(\"main\")); zip.writeZip(out);")));
    }

    private static byte[] byStream() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            zip.putNextEntry(new ZipEntry("bootstrap"));
            zip.write(Programs.staticClient());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] byFileSystem(boolean posix) {
        Path file = Programs.directory("writer").resolve("zipfs-" + posix + ".zip");
        try {
            Files.deleteIfExists(file);
            Map<String, Object> settings =
                    posix ? Map.of("create", true, "enablePosixFileAttributes", true) : Map.of("create", true);
            try (FileSystem zip = FileSystems.newFileSystem(URI.create("jar:" + file.toUri()), settings)) {
                Path bootstrap = Files.write(zip.getPath("bootstrap"), Programs.staticClient());
                if (posix) {
                    Files.setAttribute(
                            bootstrap,
                            "zip:permissions",
                            java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Programs.read(file);
    }

    private static List<TruthCase> java() {
        return List.of(
                fails("Java's ZipOutputStream", EXEC_FAILED, EXECUTABLE, WriterCases::byStream),
                fails("Java's zip file system", EXEC_FAILED, EXECUTABLE, () -> byFileSystem(false)),
                starts("Java's zip file system with permissions", () -> byFileSystem(true)));
    }

    private static Supplier<byte[]> goWriter(String statements) {
        return made("mkdir ../go; cd ../go; cat > main.go <<'END'\npackage main\n\n"
                + "import (\n\t\"archive/zip\"\n\t\"bytes\"\n\t\"os\"\n)\n\n"
                + "func check(err error) {\n\tif err != nil {\n\t\tpanic(err)\n\t}\n}\n\nfunc main() {\n"
                + "\tvar out bytes.Buffer\n\tzw := zip.NewWriter(&out)\n"
                + "\tprogram, err := os.ReadFile(\"../function/main\")\n\tcheck(err)\n"
                + statements
                + "\n\tcheck(zw.Close())\n\tcheck(os.WriteFile(os.Args[1], out.Bytes(), 0o644))\n}\nEND\n"
                + "go mod init writer > /dev/null 2>&1; go run . $OUT");
    }

    private static List<TruthCase> go() {
        return List.of(
                fails(
                        "Go's zip.Writer",
                        EXEC_FAILED,
                        EXECUTABLE,
                        goWriter("\tw, err := zw.Create(\"bootstrap\")\n\tcheck(err)\n\t_, err = w.Write(program)\n"
                                + "\tcheck(err)")),
                starts("Go's zip.Writer with a file's header", goWriter("""
                                \tinfo, err := os.Stat("../function/main")
                                \tcheck(err)
                                \thead, err := zip.FileInfoHeader(info)
                                \tcheck(err)
                                \thead.Name, head.Method = "bootstrap", zip.Deflate
                                \tw, err := zw.CreateHeader(head)
                                \tcheck(err)
                                \t_, err = w.Write(program)
                                \tcheck(err)""")));
    }

    private static List<TruthCase> python() {
        return List.of(
                starts(
                        "Python's zipfile to a pipe",
                        made("python3 -c 'import sys, zipfile\nwith zipfile.ZipFile(sys.stdout.buffer, \"w\","
                                + " zipfile.ZIP_DEFLATED) as z:\n  z.write(\"bootstrap\")' | cat > $OUT")),
                starts(
                        "Python's zipfile, added to",
                        made("python3 -m zipfile -c $OUT data; python3 -c 'import sys, zipfile\n"
                                + "with zipfile.ZipFile(sys.argv[1], \"a\") as z:\n  z.write(\"bootstrap\")' $OUT")),
                starts(
                        "Python's zipapp, a zip behind an interpreter line",
                        made("printf '#!/usr/bin/env python3\\n' > $OUT; python3 -c 'import sys, zipfile\n"
                                + "with zipfile.ZipFile(sys.argv[1], \"a\") as z:\n  z.write(\"bootstrap\")' $OUT")));
    }

    private static List<TruthCase> streams() {
        return List.of(
                starts("libarchive to a pipe", made("bsdtar --format zip -cf - bootstrap data | cat > $OUT")),
                starts(
                        "libarchive to a pipe, with ZIP64",
                        made("bsdtar --format zip --options zip:zip64 -cf - bootstrap data | cat > $OUT")),
                starts("7z from a pipe", made("7z a -tzip -sibootstrap $OUT < main")),
                starts("Info-ZIP to a pipe with ZIP64", made("zip -q -fz- - bootstrap | cat > $OUT")),
                starts("Info-ZIP, grown", made("zip -q $OUT main data; cp $OUT a; zip -q -g $OUT bootstrap")),
                starts("Info-ZIP, with an entry deleted", made("zip -q $OUT bootstrap main; zip -q -d $OUT main")),
                starts(
                        "Info-ZIP behind a program that unpacks it",
                        made("zip -q x.zip bootstrap; cat main x.zip > $OUT; zip -q -A $OUT")),
                fails(
                                "Info-ZIP, the last of many pieces",
                                REFUSED,
                                "archive-readable",
                                made("zip -q -0 -s 64k x.zip bootstrap; mv x.zip $OUT"))
                        .alsoFails("entry-integrity"),
                starts("Info-ZIP from an empty list of folders", made("zip -q -D -r $OUT .")));
    }

    private static List<TruthCase> systems() {
        return List.of(
                starts(
                        "git archive, compressed most, with a comment",
                        made("rm -rf .git; git init -q; git add .; git -c user.name=a -c user.email=a commit -qm a;"
                                + " git archive --format zip -9 -o $OUT HEAD bootstrap data")),
                fails(
                        "git archive of a file that is not executable",
                        EXEC_FAILED,
                        EXECUTABLE,
                        made("chmod 644 bootstrap; rm -rf .git; git init -q; git add .;"
                                + " git -c user.name=a -c user.email=a commit -qm a; git archive -o $OUT HEAD")),
                starts(
                                "libarchive from the folder itself, which is its owner's only",
                                made("chmod 700 .; bsdtar -a -cf $OUT ."))
                        .warns("entry-names")
                        .warns("entry-readable"),
                fails(
                        "Info-ZIP of a folder by its whole path",
                        NOT_FOUND,
                        "bootstrap-present",
                        made("zip -q -r $OUT \"$PWD\"")));
    }
}
