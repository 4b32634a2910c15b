package io.github.lambdabootstrap.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdabootstrap.gate.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class ArchiveReadableRuleTest extends RuleTestCase {

    ArchiveReadableRuleTest() {
        super("archive-readable");
    }

    @Test
    void a_zip_is_readable() {
        assertThat(found(bootstrap(function()))).isEmpty();
    }

    @Test
    void a_tar_gz_is_named() throws IOException {
        assertThat(found(Files.write(folder.resolve("orders.zip"), new byte[] {0x1f, (byte) 0x8b, 8, 0})))
                .containsExactly("error it is gzip data; Lambda says: Could not unzip uploaded file. Please check your"
                        + " file, then try to upload again."
                        + " | fix: zip its content: let lambda-bootstrap:package write the archive");
    }

    @Test
    void a_bare_executable_is_named() throws IOException {
        assertThat(found(Files.write(folder.resolve("orders.zip"), function().bytes())))
                .containsExactly("error it is a bare ELF executable; Lambda says: Could not unzip uploaded file. Please"
                        + " check your file, then try to upload again."
                        + " | fix: zip its content: let lambda-bootstrap:package write the archive");
    }

    @Test
    void a_truncated_zip_is_named() throws IOException {
        byte[] half = bootstrap(function()).truncated(100);
        assertThat(found(Files.write(folder.resolve("orders.zip"), half)))
                .singleElement()
                .asString()
                .startsWith("error it is a zip whose end is missing")
                .endsWith(" | fix: write or download it again");
    }

    @Test
    void a_missing_file_names_the_goal_that_makes_it() {
        Verdict verdict = judged(folder.resolve("none.zip"));
        assertThat(verdict.sha256()).isEmpty();
        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.findings())
                .extracting(RuleTestCase::text)
                .containsExactly("error it is a path where nothing is"
                        + " | fix: make it with lambda-bootstrap:package, or correct the path");
    }

    @Test
    void a_directory_is_no_zip() throws IOException {
        assertThat(found(Files.createDirectory(folder.resolve("orders.zip"))))
                .containsExactly("error it is a directory | fix: name a zip file");
    }

    @Test
    void an_empty_file_is_no_zip() throws IOException {
        assertThat(found(Files.createFile(folder.resolve("orders.zip"))))
                .containsExactly("error it is an empty file; Lambda says: Could not unzip uploaded file. Please check"
                        + " your file, then try to upload again."
                        + " | fix: zip its content: let lambda-bootstrap:package write the archive");
    }

    @Test
    void a_layer_that_is_none_is_named() {
        beside(folder.resolve("none.zip").toString());
        assertThat(found(bootstrap(function())))
                .containsExactly("error its layer 'none.zip' is a path where nothing is"
                        + " | fix: name the zip or the ARN of a layer (lambda.layers)");
    }
}
