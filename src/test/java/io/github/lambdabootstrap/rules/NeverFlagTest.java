package io.github.lambdabootstrap.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.lambdabootstrap.archive.ZipFixture;
import io.github.lambdabootstrap.archive.ZipTool;
import io.github.lambdabootstrap.elf.ElfFixture;
import io.github.lambdabootstrap.elf.GoBuildInfoFixture;
import io.github.lambdabootstrap.gate.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Archives that start on Lambda and look odd: they pass without an error or a warning. */
class NeverFlagTest extends RuleTestCase {

    NeverFlagTest() {
        super("");
    }

    static Stream<Arguments> odd() {
        byte[] elf = function().bytes();
        byte[] upx = "UPX!".getBytes(StandardCharsets.US_ASCII);
        GoBuildInfoFixture go = GoBuildInfoFixture.function("v1.50.0");
        return Stream.of(
                arguments("packed by UPX", bootstrap(ElfFixture.x86_64().readOnlyData(upx))),
                arguments("stripped and without build info", bootstrap(function())),
                arguments("OSABI 3, as static glibc gives", bootstrap(function().osabi(3))),
                arguments("static-pie", bootstrap(function().staticPie())),
                arguments(
                        "position-independent Go: a loader and no libraries",
                        bootstrap(function().positionIndependent().interpreter(ElfFixture.GLIBC_LOADER_X86_64))),
                arguments(
                        "CGO_ENABLED=1 with a low glibc",
                        bootstrap(function()
                                .dynamicExecutable("2.17")
                                .goBuildInfo(GoBuildInfoFixture.go("go1.24.0").setting("CGO_ENABLED", "1")))),
                arguments("no lambda.norpc tag", bootstrap(function().goBuildInfo(go))),
                arguments("GOAMD64=v3", bootstrap(function().goBuildInfo(go.setting("GOAMD64", "v3")))),
                arguments(
                        "build info of Bazel, a version alone",
                        bootstrap(function().goBuildInfo(GoBuildInfoFixture.go("go1.24.0")))),
                arguments("build info of Go 1.17", bootstrap(function().goBuildInfoByPointers(go))),
                arguments(
                        "a Go client that was replaced by a folder",
                        bootstrap(function()
                                .goBuildInfo(go.dependency("github.com/aws/aws-lambda-go", "v1.13.0")
                                        .replacedBy("../x", "")))),
                arguments(
                        "a relative link", zip().symlink("bootstrap", "orders").file("orders", elf)),
                arguments(
                        "chained links",
                        zip().symlink("bootstrap", "a").symlink("a", "b/c").file("b/c", elf)),
                arguments(
                        "an absolute link",
                        zip().symlink("bootstrap", "/var/task/o").file("o", elf)),
                arguments("build-lambda-zip", ZipFixture.buildLambdaZip("orders", elf)),
                arguments(
                        "data files for MS-DOS",
                        bootstrap(function()).file("d", "x").host(0).externalAttributes(0)),
                arguments("no folder entries", bootstrap(function()).file("a/b/c", "x")),
                arguments(
                        "folder entries", bootstrap(function()).directory("a/").file("a/b", "x")),
                arguments("data descriptors", bootstrap(function()).descriptor()),
                arguments(
                        "data descriptors without signature",
                        bootstrap(function()).descriptorWithoutSignature()),
                arguments("Python's zipfile", ZipFixture.by(ZipTool.PYTHON).file("bootstrap", elf)),
                arguments("stored", zip().file("bootstrap", "").stored(elf)),
                arguments(
                        "ZIP64 records without need",
                        bootstrap(function()).zip64Entry().zip64()),
                arguments(
                        "a comment and a prefix",
                        bootstrap(function()).comment("hi").prefix(new byte[10])),
                arguments("mode 0777", bootstrap(function()).mode(0777)),
                arguments("set-id bits", bootstrap(function()).mode(06755)),
                arguments(
                        "a loader shipped in the archive",
                        bootstrap(function().dynamicExecutable("2.38").interpreter("/var/task/lib/ld.so"))
                                .file(
                                        "lib/ld.so",
                                        ElfFixture.x86_64()
                                                .sharedLibrary("ld.so")
                                                .withEntry()
                                                .bytes())),
                arguments(
                        "a script that starts a bundled loader",
                        bootstrap("#!/bin/bash\nset -euo pipefail\nexec $LAMBDA_TASK_ROOT/lib/ld.so --library-path"
                                        + " $LAMBDA_TASK_ROOT/lib $LAMBDA_TASK_ROOT/bin/orders ${_HANDLER}\n")
                                .file(
                                        "lib/ld.so",
                                        ElfFixture.x86_64()
                                                .sharedLibrary("ld.so")
                                                .withEntry()
                                                .bytes())
                                .file(
                                        "bin/orders",
                                        function().dynamicExecutable("2.38").bytes())),
                arguments(
                        "a dispatching script",
                        bootstrap("#!/bin/sh\nexec \"$LAMBDA_TASK_ROOT/$_HANDLER\"\n")
                                .file("orders", elf)),
                arguments("an interpreter of a layer", bootstrap("#!/opt/bin/php\n")),
                arguments(
                        "a library for another processor that nobody needs",
                        bootstrap(function())
                                .file(
                                        "natives/libx.so",
                                        ElfFixture.arm64()
                                                .sharedLibrary("libx.so")
                                                .bytes())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("odd")
    void what_starts_on_lambda_is_never_flagged(String what, ZipFixture zip) throws IOException {
        Verdict verdict = judged(zip.write(folder.resolve("odd.zip")));
        assertThat(verdict.findings())
                .as(what)
                .filteredOn(finding -> finding.severity().isAtLeast(Severity.WARNING))
                .extracting(RuleTestCase::text)
                .isEmpty();
        assertThat(verdict.verified()).isPresent();
    }

    static Stream<Arguments> bundles() {
        byte[] elf = function().bytes();
        byte[] tool = ElfFixture.arm64().staticExecutable().bytes();
        return Stream.of(
                arguments(
                        "Handlers of every spelling",
                        bundle().file("bin/a", elf).file("b", elf)),
                arguments(
                        "a link in the place of a handler",
                        bundle().symlink("bin/a", "../b").file("b", elf)),
                arguments(
                        "a handler that is a script",
                        bundle().file("bin/a", "#!/bin/sh\nexec ./b\n").file("b", elf)),
                arguments(
                        "a tool for another machine",
                        bundle().file("bin/a", elf).file("b", elf).file("bin/tool", tool)),
                arguments(
                        "text that a shell reads as a script",
                        bootstrap("#!/bin/bash\nexec \"$PWD/$_HANDLER\"\n")
                                .file("bin/a", "exec ./b\n")
                                .file("b", elf)),
                arguments(
                        "Handlers that no route asks for",
                        bundle().file("c", elf).file("bootstrap.map", "lambda-bootstrap-map 1\nroute * c\n")),
                arguments("Handlers that a function does not look at", bootstrap(function())),
                arguments(
                        "Handlers that an own dispatcher looks at",
                        bootstrap("#!/bin/bash\ncase $_HANDLER in\n*) exec ./c ;;\nesac\n")
                                .file("c", elf)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bundles")
    void handlers_that_start_are_never_flagged(String what, ZipFixture zip) throws IOException {
        handlers("bin/a", "./b", "bin/../b");
        what_starts_on_lambda_is_never_flagged(what, zip);
    }
}
