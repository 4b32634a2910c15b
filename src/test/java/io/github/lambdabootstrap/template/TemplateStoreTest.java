package io.github.lambdabootstrap.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Templates on disk: each old or new, whatever happens. */
class TemplateStoreTest {

    @TempDir
    Path folder;

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void permissions_stay() throws IOException {
        Path file = FiftyTemplates.create(folder, 1).get(0);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        TemplateStore.write(FiftyTemplates.plan(folder).changed());

        assertThat(Files.readString(file)).isEqualTo(FiftyTemplates.after(0));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
    }

    @Test
    void a_file_that_changed_meanwhile_stays_and_what_was_written_is_named() throws IOException {
        List<Path> files = FiftyTemplates.create(folder, 3);
        List<FileOutcome> planned = FiftyTemplates.plan(folder).changed();
        Files.writeString(files.get(1), "edited: now\n");

        Problem problem = catchThrowableOfType(ProblemException.class, () -> TemplateStore.write(planned))
                .problems()
                .get(0);

        assertThat(problem.what())
                .isEqualTo("a template cannot be written; written: template-00.yaml;"
                        + " not written: template-01.yaml, template-02.yaml");
        assertThat(problem.why()).isEqualTo("it was changed while it was read");
        assertThat(problem.where()).isEqualTo(files.get(1).toString());
        assertThat(problem.fix())
                .isEqualTo("make its folder writable, and run migrate again: what is written stays as it is");
        assertThat(Files.readString(files.get(0))).isEqualTo(FiftyTemplates.after(0));
        assertThat(Files.readString(files.get(1))).isEqualTo("edited: now\n");
        assertThat(Files.readString(files.get(2))).isEqualTo(FiftyTemplates.before(2));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS) // there a process is not killed but asked
    void a_run_that_is_killed_leaves_each_file_old_or_new() throws Exception {
        List<Path> files = FiftyTemplates.create(folder, 50);
        Random random = new Random(50);
        for (int round = 0; round < 5; round++) {
            Process process = FiftyTemplates.rewriteForever(folder);
            assertThat(process.getInputStream().read())
                    .as("the first character that it prints")
                    .isEqualTo('w');
            assertThat(process.waitFor(random.nextInt(300), TimeUnit.MILLISECONDS))
                    .isFalse();
            process.destroyForcibly().waitFor();

            for (int i : IntStream.range(0, 50).toArray()) {
                assertThat(Files.readString(files.get(i))).isIn(FiftyTemplates.before(i), FiftyTemplates.after(i));
            }
            assertThat(TemplateSelection.of(List.of("."), folder).files()).isEqualTo(files);
            assertThat(TemplateSelection.of(List.of("**/*"), folder).files()).isEqualTo(files);
        }
    }
}
