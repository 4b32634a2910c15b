package io.github.lambdabootstrap.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdabootstrap.archive.ZipFixture;
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
    void a_wrong_number_of_entries_is_a_warning_since_most_readers_count_themselves() {
        assertThat(found(bootstrap(function()).declaredEntries(2)))
                .containsExactly("warning the end record promises 2 entries, the central directory has 1; some readers"
                        + " refuse such a zip | fix: write or download it again");
    }

    @Test
    void the_last_file_of_a_split_zip_is_an_error_unless_all_is_in_it() throws IOException {
        assertThat(found(Files.write(folder.resolve("whole.zip"), onDisk(1, bootstrap(function())))))
                .containsExactly("warning it says to be file 2 of a split zip, although all entries are in it; some"
                        + " readers refuse such a zip | fix: write or download it again");
        assertThat(found(Files.write(
                        folder.resolve("part.zip"),
                        onDisk(2, bootstrap(function()).offset(9)))))
                .containsExactly("error it says to be file 3 of a split zip, and entries are not in it; Lambda says:"
                        + " Could not unzip uploaded file. Please check your file, then try to upload again."
                        + " | fix: write the zip into one file");
    }

    private static byte[] onDisk(int disk, ZipFixture zip) {
        byte[] bytes = zip.bytes();
        bytes[bytes.length - 18] = (byte) disk;
        return bytes;
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
