package io.github.lambdabootstrap.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdabootstrap.model.Architecture;
import io.github.lambdabootstrap.model.ByteSize;
import io.github.lambdabootstrap.model.FunctionName;
import io.github.lambdabootstrap.model.PackagedArchive;
import io.github.lambdabootstrap.model.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaleArchivesTest {

    @TempDir
    Path folder;

    private PackagingFixture in;

    @BeforeEach
    void a_project() throws IOException {
        in = new PackagingFixture(folder);
    }

    @Test
    void what_the_plugin_wrote_is_deleted_and_said() throws IOException {
        Path old = in.file("target/lambda/old.zip", "ours");

        delete(archive(old, Sha256.of(old)));

        assertThat(old).doesNotExist();
        assertThat(in.lines.all())
                .containsExactly("INFO Deleted target/lambda/old.zip: no function is packaged to it any more");
    }

    @Test
    void what_something_else_has_changed_since_is_left_alone_and_said() throws IOException {
        Path old = in.file("target/lambda/old.zip", "theirs");

        delete(archive(old, Sha256.of(new byte[0])));

        assertThat(old).hasContent("theirs");
        assertThat(in.lines.all())
                .containsExactly("INFO Left target/lambda/old.zip alone: no function is packaged to it any more, but"
                        + " something else has changed it");
    }

    @Test
    void an_inventory_cannot_point_the_plugin_at_a_file_elsewhere_or_behind_a_link() throws IOException {
        Path precious = in.file("precious.zip", "keep");
        Path deeper = in.file("target/lambda/bin/tool", "keep");
        Path link = Files.createSymbolicLink(in.output.resolve("link.zip"), precious);

        delete(archive(precious, Sha256.of(precious)));
        delete(archive(deeper, Sha256.of(deeper)));
        delete(archive(link, Sha256.of(precious)));

        assertThat(precious).exists();
        assertThat(deeper).exists();
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(in.lines.all()).isEmpty();
    }

    @Test
    void what_is_gone_already_is_no_news() {
        delete(archive(in.output.resolve("gone.zip"), Sha256.of(new byte[0])));

        assertThat(in.lines.all()).isEmpty();
    }

    private void delete(PackagedArchive archive) {
        new StaleArchives(in.output, in.log()).delete(List.of(archive));
    }

    private static PackagedArchive archive(Path file, Sha256 sha256) {
        return new PackagedArchive(
                "old",
                List.of(new FunctionName("old")),
                file,
                sha256,
                new ByteSize(1),
                new ByteSize(1),
                PackagingFixture.AL2023,
                Architecture.X86_64,
                List.of(),
                List.of(),
                false);
    }
}
