package io.github.lambdabootstrap.elf;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Feeds the readers with bytes that no test thought of. The profile truth runs the seeds alone; the fuzzer itself runs
 * with {@code JAZZER_FUZZ=1 mvn -P truth test -Djacoco.skip -Dtest=ElfFuzzTest#elf_files}, one method at a time.
 */
@Tag("fuzz")
class ElfFuzzTest {

    static Stream<byte[]> elfFiles() {
        return HostileElfTest.files();
    }

    static Stream<byte[]> moduleTexts() {
        return Stream.of(
                GoBuildInfoFixture.function("v1.55.1")
                        .replacedBy("example.com/fork", "v1.17.0")
                        .modinfo(),
                GoBuildInfoFixture.go("")
                        .setting("-ldflags", "\"-X a=\\\"b\\\" \\x41\\u00e4\\U0001f600\"")
                        .setting("`k`", "`v`")
                        .modinfo());
    }

    @MethodSource("elfFiles")
    @FuzzTest(maxDuration = "10m")
    void elf_files(byte[] bytes) throws IOException {
        BytesSource source = new BytesSource(bytes);
        var file = ElfReader.read(source);
        if (file.isPresent()) {
            file.get().linkage();
            file.get().foreignSystem();
            file.get().truncatedSegments();
            GoBuildInfo.read(file.get(), source);
        }
    }

    @MethodSource("moduleTexts")
    @FuzzTest(maxDuration = "10m")
    void module_texts(byte[] bytes) {
        new GoModInfoParser("go1.26.8").parse(bytes);
    }
}
