package io.github.lambdabootstrap.rules;

import io.github.lambdabootstrap.elf.ContentFacts;
import io.github.lambdabootstrap.elf.FileFormat;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Something in the archive asks Lambda for work. */
public final class RuntimeClientRule implements Rule {

    /** What an executable may start or load, and leave the asking to. */
    private static final Set<FileFormat> CODE = EnumSet.of(
            FileFormat.ELF, FileFormat.SCRIPT, FileFormat.PE, FileFormat.WASM, FileFormat.JAVA_CLASS, FileFormat.ZIP);

    @Override
    public String id() {
        return "runtime-client";
    }

    @Override
    public List<Finding> check(ArchiveUnderTest archive) {
        boolean alone = !archive.others().hasAny(CODE);
        Stream<Program> silent = started(archive)
                .filter(program -> alone && program.elf().isPresent())
                .filter(program ->
                        program.scan().filter(RuntimeClientRule::isSilent).isPresent())
                .filter(program -> GoRuntimeClientRule.tooOld(program).isEmpty());
        return silent.map(program -> warning(
                        program.entry().name().text(),
                        program.shown() + " does not hold the text '" + ContentFacts.RUNTIME_API_PATH
                                + "', so nothing in it seems to ask Lambda for work; it then says: Task timed out, or"
                                + " Runtime exited without providing a reason",
                        "call lambda.Start of aws-lambda-go, or the Runtime API client of your language; when the"
                                + " archive holds the wrong program, correct the build"))
                .toList();
    }

    /** What has to ask by itself: not what shell scripts start, which may have asked, and not a shim. */
    private static Stream<Program> started(ArchiveUnderTest archive) {
        return archive.dispatch().isEmpty()
                ? archive.entrypoint().stream()
                : archive.programs().stream().skip(1);
    }

    private static boolean isSilent(ContentFacts scan) {
        return !scan.namesRuntimeApi() && !scan.packed();
    }
}
