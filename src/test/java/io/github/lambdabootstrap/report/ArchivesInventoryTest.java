package io.github.lambdabootstrap.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdabootstrap.model.Architecture;
import io.github.lambdabootstrap.model.ByteSize;
import io.github.lambdabootstrap.model.FunctionName;
import io.github.lambdabootstrap.model.PackagedArchive;
import io.github.lambdabootstrap.model.RuntimeCatalog;
import io.github.lambdabootstrap.model.Sha256;
import io.github.lambdabootstrap.problem.ProblemException;
import io.github.lambdabootstrap.report.ArchivesInventory.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchivesInventoryTest {

    private static final RuntimeCatalog CATALOG = RuntimeCatalog.builtIn();

    @TempDir
    Path folder;

    @Test
    void what_package_wrote_is_what_later_goals_read() {
        inventory().write(List.of(entry("orders"), entry("audit")));

        assertThat(inventory().read())
                .containsExactly(entry("audit").archive(), entry("orders").archive());
        assertThat(inventory().earlier()).containsExactly(entry("audit"), entry("orders"));
    }

    @Test
    void the_document_has_this_form() throws IOException {
        inventory().write(List.of(entry("orders")));

        assertThat(Files.readString(folder.resolve("archives.json"))).isEqualTo("""
                        {
                          "schemaVersion": 1,
                          "archives": [
                            {
                              "name": "orders",
                              "functions": [
                                "orders"
                              ],
                              "file": "orders.zip",
                              "sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                              "sizeBytes": 7,
                              "unzippedBytes": 9,
                              "runtime": "provided.al2023",
                              "architecture": "arm64",
                              "handlers": [],
                              "layers": [
                                "arn:aws:lambda:eu-west-1:1:layer:x:1"
                              ],
                              "placeholder": true,
                              "fingerprint": "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                              "execution": "default-package"
                            }
                          ]
                        }
                        """);
    }

    @Test
    void nothing_packaged_is_an_inventory_too() {
        inventory().write(List.of());

        assertThat(inventory().read()).isEmpty();
    }

    @Test
    void a_missing_inventory_names_the_goal_to_run() {
        assertThatThrownBy(() -> inventory().read())
                .isInstanceOf(ProblemException.class)
                .hasMessage("lambda-bootstrap:package has not run: its inventory does not exist");
    }

    @Test
    void an_inventory_of_another_schema_is_refused_by_later_goals_and_forgotten_by_package() throws IOException {
        Files.writeString(folder.resolve("archives.json"), "{\"schemaVersion\":99,\"archives\":[]}");

        assertThatThrownBy(() -> inventory().read())
                .isInstanceOf(ProblemException.class)
                .hasMessage("the inventory cannot be read: its schemaVersion is 99, this version of the plugin reads"
                        + " 1");
        assertThat(inventory().earlier()).isEmpty();
    }

    @Test
    void an_inventory_from_before_placeholders_has_none() throws IOException {
        inventory().write(List.of(entry("orders")));
        Path file = folder.resolve("archives.json");
        Files.writeString(file, Files.readString(file).replace("      \"placeholder\": true,\n", ""));

        assertThat(inventory().read())
                .singleElement()
                .satisfies(archive -> assertThat(archive.placeholder()).isFalse());
    }

    private ArchivesInventory inventory() {
        return new ArchivesInventory(folder, CATALOG);
    }

    private Entry entry(String name) {
        PackagedArchive archive = new PackagedArchive(
                name,
                List.of(new FunctionName(name)),
                folder.resolve(name + ".zip"),
                Sha256.of(new byte[0]),
                new ByteSize(7),
                new ByteSize(9),
                CATALOG.find("provided.al2023").orElseThrow(),
                Architecture.ARM64,
                List.of(),
                List.of("arn:aws:lambda:eu-west-1:1:layer:x:1"),
                true);
        return new Entry(archive, Sha256.of(new byte[1]), "default-package");
    }
}
