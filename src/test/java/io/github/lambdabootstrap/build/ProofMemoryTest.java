package io.github.lambdabootstrap.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdabootstrap.model.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProofMemoryTest {

    private static final Sha256 DIGEST = Sha256.of(new byte[] {1});

    @TempDir
    private Path folder;

    private Path executable;
    private Path file;

    @BeforeEach
    void remember_an_executable() throws IOException {
        executable = Files.writeString(folder.resolve("orders"), "program");
        file = folder.resolve("proven.json");
        ProofMemory memory = new ProofMemory(file);
        memory.remember(stamp(), "shop/orders", DIGEST);
        memory.save();
    }

    @Test
    void the_same_file_is_known() throws IOException {
        assertThat(new ProofMemory(file).recall(stamp(), "shop/orders")).contains(DIGEST);
    }

    @Test
    void another_package_is_not() throws IOException {
        assertThat(new ProofMemory(file).recall(stamp(), "shop/audit")).isEmpty();
    }

    @Test
    void another_time_is_not() throws IOException {
        Files.setLastModifiedTime(executable, FileTime.fromMillis(0));
        assertThat(new ProofMemory(file).recall(stamp(), "shop/orders")).isEmpty();
    }

    @Test
    void another_size_is_not() throws IOException {
        FileTime time = Files.getLastModifiedTime(executable);
        Files.writeString(executable, "programme");
        Files.setLastModifiedTime(executable, time);
        assertThat(new ProofMemory(file).recall(stamp(), "shop/orders")).isEmpty();
    }

    @Test
    void a_damaged_memory_knows_nothing() throws IOException {
        Files.writeString(file, "{");
        assertThat(new ProofMemory(file).recall(stamp(), "shop/orders")).isEmpty();
    }

    @Test
    void what_is_gone_is_forgotten_and_the_rest_is_kept() throws IOException {
        new ProofMemory(file).save();
        assertThat(file).content().contains("orders");
        Files.delete(executable);
        new ProofMemory(file).save();
        assertThat(file).hasContent("{}");
    }

    private OutputStamp stamp() throws IOException {
        return OutputStamp.of(executable).orElseThrow();
    }
}
