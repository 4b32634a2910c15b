package io.github.lambdabootstrap.elf;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Makes Go build info as Go's linker writes it.
 *
 * @param goVersion the compiler
 * @param lines of the module info
 */
public record GoBuildInfoFixture(String goVersion, List<String> lines) {

    private static final byte[] START = HexFormat.of().parseHex("3077af0c9274080241e1c107e6d618e6");
    private static final byte[] END = HexFormat.of().parseHex("f932433186182072008242104116d8f2");

    public GoBuildInfoFixture {
        lines = List.copyOf(lines);
    }

    public static GoBuildInfoFixture go(String goVersion) {
        return new GoBuildInfoFixture(goVersion, List.of());
    }

    /** A function of the Go client in this version, built the usual way. */
    public static GoBuildInfoFixture function(String clientVersion) {
        return go("go1.26.8")
                .path("example.com/orders")
                .module("example.com/orders", "(devel)")
                .dependency("github.com/aws/aws-lambda-go", clientVersion)
                .setting("CGO_ENABLED", "0")
                .setting("GOARCH", "amd64")
                .setting("GOOS", "linux");
    }

    public GoBuildInfoFixture path(String importPath) {
        return line("path\t" + importPath);
    }

    public GoBuildInfoFixture module(String path, String version) {
        return line("mod\t" + path + "\t" + version + "\t");
    }

    public GoBuildInfoFixture dependency(String path, String version) {
        return line("dep\t" + path + "\t" + version + "\th1:c3VtIG9mIHRoaXM=");
    }

    /** Replaces the module named last. */
    public GoBuildInfoFixture replacedBy(String path, String version) {
        return line("=>\t" + path + "\t" + version + "\t");
    }

    public GoBuildInfoFixture setting(String key, String value) {
        return line("build\t" + key + "=" + value);
    }

    public GoBuildInfoFixture line(String line) {
        List<String> more = new ArrayList<>(lines);
        more.add(line);
        return new GoBuildInfoFixture(goVersion, more);
    }

    /** The module info in its frame; nothing without lines, as Bazel leaves it. */
    byte[] modinfo() {
        if (lines.isEmpty()) {
            return new byte[0];
        }
        byte[] text = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] framed = new byte[START.length + text.length + END.length];
        System.arraycopy(START, 0, framed, 0, START.length);
        System.arraycopy(text, 0, framed, START.length, text.length);
        System.arraycopy(END, 0, framed, START.length + text.length, END.length);
        return framed;
    }
}
