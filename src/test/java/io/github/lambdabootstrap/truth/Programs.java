package io.github.lambdabootstrap.truth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Builds functions with the compilers of this machine, each once. */
final class Programs {

    /** A version whose Runtime API client works. */
    static final String AWS_LAMBDA_GO = "v1.55.1";

    private static final List<String> GCC = List.of("gcc", "-D_GNU_SOURCE", "-O1", "-o");

    /** What has been built in this run or before; of those who ask for the same at once, all but one wait. */
    private static final Map<Path, Path> BUILT = new ConcurrentHashMap<>();

    private Programs() {}

    /** The function in C, linked without anything that it would need. */
    static byte[] staticClient() {
        return client("-static");
    }

    /** The function in C. */
    static byte[] client(String... flags) {
        return built("client", List.of(flags), out -> compile(out, "client.c", flags));
    }

    private static void compile(Path out, String source, String... flags) {
        List<String> command = new ArrayList<>(GCC);
        command.add(out.toString());
        command.add(Tool.SOURCES.resolve(source).toString());
        Collections.addAll(command, flags);
        Tool.run(out.getParent(), command.toArray(String[]::new));
    }

    /** The function in C on musl, as Alpine builds it. */
    static byte[] muslClient(String... flags) {
        List<String> all = new ArrayList<>(List.of("-specs=" + Tool.WORKSHOP.resolve("tools/musl/gcc.specs")));
        Collections.addAll(all, flags);
        return client(all.toArray(String[]::new));
    }

    /** The function in Rust. */
    static byte[] rustClient(String... flags) {
        return built("rust", List.of(flags), out -> {
            List<String> command = new ArrayList<>(List.of("rustc", "--edition=2021", "-O", "-o", out.toString()));
            Collections.addAll(command, flags);
            command.add(Tool.SOURCES.resolve("client.rs").toString());
            Tool.run(out.getParent(), command.toArray(String[]::new));
        });
    }

    /** A program packed by UPX. */
    static byte[] packed(byte[] program, String... options) {
        List<String> command =
                new ArrayList<>(List.of(Tool.WORKSHOP.resolve("tools/upx").toString(), "-q", "-q"));
        Collections.addAll(command, options);
        command.add("$");
        return changed(program, command.toArray(String[]::new));
    }

    /** A shared library with one symbol, {@code answer}. */
    static byte[] library(String soname, String... flags) {
        return read(libraryFile(soname, flags));
    }

    private static Path libraryFile(String soname, String... flags) {
        List<String> all = new ArrayList<>(List.of("-shared", "-fPIC", "-Wl,-soname," + soname));
        Collections.addAll(all, flags);
        return file("library", all, out -> compile(out, "library.c", all.toArray(String[]::new)));
    }

    /** Linker arguments that make what is linked need the library of that name at start. */
    static String[] needing(String soname, String... flags) {
        List<String> all = new ArrayList<>(
                List.of("-Wl,--no-as-needed", libraryFile(soname).toString()));
        Collections.addAll(all, flags);
        return all.toArray(String[]::new);
    }

    /** The function in Go on the given version of aws-lambda-go; arguments with {@code =} in capitals are environment. */
    static byte[] handler(String version, String... settings) {
        return go(new GoProgram("handler.go", List.of("github.com/aws/aws-lambda-go@" + version), List.of()), settings);
    }

    /** A program in Go that needs no package; built for any system in no time. */
    static byte[] tiny(String... settings) {
        return go(new GoProgram("tiny.go", List.of(), List.of()), settings);
    }

    static byte[] goClient(String... settings) {
        return go(new GoProgram("client.go", List.of(), List.of()), settings);
    }

    /**
     * A program in Go.
     *
     * @param source its only file, below {@code src/test/truth}, or its text
     * @param modules what to get, as {@code path@version}
     * @param edits arguments for {@code go mod edit}
     */
    record GoProgram(String source, List<String> modules, List<String> edits) {}

    static byte[] go(GoProgram program, String... settings) {
        List<String> key = new ArrayList<>(List.of(settings));
        key.add(program.toString());
        return built("go", key, out -> {
            Path module = directory("go/" + out.getFileName());
            write(module.resolve("go.mod"), "module example.com/orders\n\ngo 1.16\n".getBytes(StandardCharsets.UTF_8));
            write(module.resolve("main.go"), text(program.source).getBytes(StandardCharsets.UTF_8));
            Map<String, String> environment = environment(settings);
            program.modules.forEach(m -> Tool.run(module, environment, List.of("go", "get", m)));
            program.edits.forEach(e -> Tool.run(module, environment, List.of("go", "mod", "edit", e)));
            if (!program.edits.isEmpty()) {
                Tool.run(module, environment, List.of("go", "mod", "tidy"));
            }
            List<String> build = new ArrayList<>(List.of("go", "build", "-o", out.toString()));
            Arrays.stream(settings).filter(s -> s.startsWith("-")).forEach(build::add);
            build.add(".");
            Tool.run(module, environment, build);
        });
    }

    /** The file of that name, or the text itself. */
    static String text(String source) {
        return source.endsWith(".go") ? new String(read(Tool.SOURCES.resolve(source)), StandardCharsets.UTF_8) : source;
    }

    private static Map<String, String> environment(String... settings) {
        Map<String, String> environment = new java.util.TreeMap<>(Map.of("CGO_ENABLED", "0"));
        Arrays.stream(settings)
                .filter(s -> !s.startsWith("-"))
                .forEach(s -> environment.put(s.substring(0, s.indexOf('=')), s.substring(s.indexOf('=') + 1)));
        return environment;
    }

    /** Does something to a program with a tool that changes files in place; {@code $} stands for the file. */
    static byte[] changed(byte[] program, String... command) {
        try {
            Path file = Files.createTempFile(directory("programs"), "changed", "");
            write(file, program);
            file.toFile().setExecutable(true);
            Tool.run(
                    Tool.WORKSHOP,
                    Arrays.stream(command)
                            .map(s -> s.equals("$") ? file.toString() : s)
                            .toArray(String[]::new));
            byte[] changed = read(file);
            Files.delete(file);
            return changed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a file at a path. */
    interface Maker {
        void make(Path out);
    }

    private static byte[] built(String kind, List<String> arguments, Maker maker) {
        return read(file(kind, arguments, maker));
    }

    private static Path file(String kind, List<String> arguments, Maker maker) {
        Path wanted = directory("programs").resolve(kind + "-" + key(kind, arguments));
        return BUILT.computeIfAbsent(wanted, file -> {
            if (!Files.exists(file)) {
                make(file, maker);
            }
            return file;
        });
    }

    /** In a folder of its own first: half a program must never be taken for a whole one. */
    private static void make(Path file, Maker maker) {
        try {
            Path folder = Files.createTempDirectory(directory("programs"), "making");
            Path made = folder.resolve(file.getFileName());
            maker.make(made);
            Files.move(made, file, StandardCopyOption.ATOMIC_MOVE);
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String key(String kind, List<String> arguments) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((kind + arguments).getBytes(StandardCharsets.UTF_8));
            for (String source : List.of("client.c", "library.c", "client.go", "client.rs", "handler.go", "tiny.go")) {
                digest.update(read(Tool.SOURCES.resolve(source)));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    static Path directory(String name) {
        try {
            return Files.createDirectories(Tool.WORKSHOP.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(Path file, byte[] content) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
