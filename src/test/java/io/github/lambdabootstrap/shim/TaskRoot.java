package io.github.lambdabootstrap.shim;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** An unpacked multi-binary archive, made by code; its executables are copies of {@code cat}. */
record TaskRoot(Path folder) {

    private static final Path CAT = Path.of("/bin/cat");

    /** Fills a folder, which any user may then enter. */
    static TaskRoot in(Path folder, byte[] shim) throws IOException {
        TaskRoot root = new TaskRoot(Files.createDirectories(folder));
        root.write("bootstrap", shim, "rwxr-xr-x");
        for (String executable : new String[] {
            "handle_it", "bin/handle_it", "bin/api/app/auth/signin", "bin/a$(id)*'\"&;b", "-n", "private/handle_it"
        }) {
            root.write(executable, Files.readAllBytes(CAT), "rwxr-xr-x");
        }
        root.write("data.json", new byte[] {'{', '}'}, "rw-r--r--");
        root.link("link", "bin/handle_it");
        root.link("folder-link", "bin");
        root.link("out-link", "../outside");
        root.link("dangling", "nowhere");
        root.link("loop", "loop");
        root.link("bootstrap-link", "bootstrap");
        Files.createLink(folder.resolve("bootstrap-twin"), folder.resolve("bootstrap"));
        for (String open : new String[] {"", "bin", "bin/api", "bin/api/app", "bin/api/app/auth"}) {
            root.mode(open, "rwxr-xr-x");
        }
        root.mode("private", "rwx------");
        return root;
    }

    void write(String name, byte[] content, String mode) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.write(folder.resolve(name), content);
        mode(name, mode);
    }

    private void link(String name, String target) throws IOException {
        Files.createSymbolicLink(folder.resolve(name), Path.of(target));
    }

    private void mode(String name, String mode) throws IOException {
        Files.setPosixFilePermissions(folder.resolve(name), PosixFilePermissions.fromString(mode));
    }
}
