package io.github.lambdabootstrap.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdabootstrap.gate.ArchiveRequest;
import io.github.lambdabootstrap.gate.Verdict;
import io.github.lambdabootstrap.model.Architecture;
import io.github.lambdabootstrap.model.Sha256;
import io.github.lambdabootstrap.problem.ProblemException;
import io.github.lambdabootstrap.problem.ProblemText;
import io.github.lambdabootstrap.problem.Problems;
import io.github.lambdabootstrap.rules.Expectation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeploymentFilesTest {

    private static final String EMPTY_SHA256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    @TempDir
    Path folder;

    /** One without versions that was there, and one with handlers of its own that was sent. */
    private static List<Deployment> deployments() {
        return List.of(
                deployment(ReportFixture.go("orders").verdict(), Optional.empty(), false),
                deployment(
                        with(ReportFixture.script("all-in_one").verdict(), Optional.empty(), List.of("bin/a", "bin/b")),
                        Optional.of("v.1"),
                        true));
    }

    private static Deployment deployment(Verdict verdict, Optional<String> versionId, boolean uploaded) {
        String name = verdict.request().name();
        return new Deployment(
                verdict,
                new Deployment.Location("artifacts", "lambda/" + name + "/1f.zip", versionId, "eu-central-1"),
                uploaded);
    }

    private static Verdict with(Verdict verdict, Optional<Architecture> architecture, List<String> handlers) {
        Expectation old = verdict.request().expectation();
        return with(
                verdict,
                verdict.request()
                        .with(new Expectation(old.runtime(), architecture, old.layers(), handlers, old.placeholder())),
                verdict.sha256());
    }

    private static Verdict with(Verdict verdict, ArchiveRequest request, Optional<Sha256> sha256) {
        return new Verdict(
                request,
                sha256,
                verdict.size(),
                verdict.unzippedSize(),
                verdict.entrypoint(),
                verdict.dispatch(),
                verdict.goVersion(),
                verdict.findings(),
                verdict.suppressed(),
                verdict.passed(),
                verdict.verified());
    }

    private String written(String name) throws IOException {
        new DeploymentFiles(folder, "0.1.0").write(deployments());
        return Files.readString(folder.resolve(name));
    }

    @Test
    void the_manifest_tells_all_that_is_known_of_each_archive() throws IOException {
        assertThat(written("deployment.json")).isEqualTo("""
                {
                  "schemaVersion": 1,
                  "pluginVersion": "0.1.0",
                  "archives": [
                    {
                      "name": "orders",
                      "runtime": "provided.al2023",
                      "architecture": "x86_64",
                      "handler": "bootstrap",
                      "handlers": [
                        "bootstrap"
                      ],
                      "placeholder": false,
                      "file": "/home/me/shop/target/lambda/orders.zip",
                      "bytes": 2048,
                      "sha256": "%1$s",
                      "codeSha256": "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
                      "bucket": "artifacts",
                      "key": "lambda/orders/1f.zip",
                      "versionId": null,
                      "region": "eu-central-1",
                      "status": "unchanged",
                      "goVersion": "go1.26.8"
                    },
                    {
                      "name": "all-in_one",
                      "runtime": "provided.al2023",
                      "architecture": null,
                      "handler": null,
                      "handlers": [
                        "bin/a",
                        "bin/b"
                      ],
                      "placeholder": false,
                      "file": "/home/me/shop/target/lambda/all-in_one.zip",
                      "bytes": 2048,
                      "sha256": "%1$s",
                      "codeSha256": "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
                      "bucket": "artifacts",
                      "key": "lambda/all-in_one/1f.zip",
                      "versionId": "v.1",
                      "region": "eu-central-1",
                      "status": "uploaded",
                      "goVersion": null
                    }
                  ]
                }
                """.formatted(EMPTY_SHA256));
    }

    @Test
    void where_either_architecture_is_fine_the_executable_tells_which_it_is() throws IOException {
        Verdict either = with(ReportFixture.go("orders").verdict(), Optional.empty(), List.of("bootstrap"));
        new DeploymentFiles(folder, "0.1.0").write(List.of(deployment(either, Optional.empty(), true)));
        assertThat(Files.readString(folder.resolve("deployment.json"))).contains("\"architecture\": \"x86_64\"");
        assertThat(Files.readString(folder.resolve("lambda_archives.auto.tfvars.json")))
                .contains("\"architecture\": \"x86_64\"");
    }

    @Test
    void the_parameters_have_a_version_only_where_there_is_one() throws IOException {
        assertThat(written("cloudformation-parameters.json")).isEqualTo("""
                [
                  {
                    "ParameterKey": "OrdersS3Bucket",
                    "ParameterValue": "artifacts"
                  },
                  {
                    "ParameterKey": "OrdersS3Key",
                    "ParameterValue": "lambda/orders/1f.zip"
                  },
                  {
                    "ParameterKey": "AllInOneS3Bucket",
                    "ParameterValue": "artifacts"
                  },
                  {
                    "ParameterKey": "AllInOneS3Key",
                    "ParameterValue": "lambda/all-in_one/1f.zip"
                  },
                  {
                    "ParameterKey": "AllInOneS3ObjectVersion",
                    "ParameterValue": "v.1"
                  }
                ]
                """);
    }

    @Test
    void the_fragment_is_a_mapping_whose_entries_are_the_code_of_functions() throws IOException {
        assertThat(written("cloudformation-fragment.json")).isEqualTo("""
                {
                  "LambdaArchives": {
                    "Orders": {
                      "S3Bucket": "artifacts",
                      "S3Key": "lambda/orders/1f.zip"
                    },
                    "AllInOne": {
                      "S3Bucket": "artifacts",
                      "S3Key": "lambda/all-in_one/1f.zip",
                      "S3ObjectVersion": "v.1"
                    }
                  }
                }
                """);
    }

    @Test
    void the_variable_has_the_same_attributes_for_each_archive() throws IOException {
        assertThat(written("lambda_archives.auto.tfvars.json")).isEqualTo("""
                {
                  "lambda_archives": {
                    "orders": {
                      "s3_bucket": "artifacts",
                      "s3_key": "lambda/orders/1f.zip",
                      "s3_object_version": null,
                      "source_code_hash": "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
                      "runtime": "provided.al2023",
                      "architecture": "x86_64",
                      "handler": "bootstrap"
                    },
                    "all-in_one": {
                      "s3_bucket": "artifacts",
                      "s3_key": "lambda/all-in_one/1f.zip",
                      "s3_object_version": "v.1",
                      "source_code_hash": "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
                      "runtime": "provided.al2023",
                      "architecture": null,
                      "handler": null
                    }
                  }
                }
                """);
    }

    @Test
    void the_properties_of_the_module_have_no_value_for_what_does_not_exist() {
        Map<String, String> properties = DeploymentProperties.of(deployments());
        assertThat(properties)
                .containsEntry("lambda.archive.orders.bucket", "artifacts")
                .containsEntry("lambda.archive.orders.key", "lambda/orders/1f.zip")
                .containsEntry("lambda.archive.orders.region", "eu-central-1")
                .containsEntry("lambda.archive.orders.sha256", EMPTY_SHA256)
                .containsEntry("lambda.archive.orders.codeSha256", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")
                .containsEntry("lambda.archive.orders.file", "/home/me/shop/target/lambda/orders.zip")
                .containsEntry("lambda.archive.orders.bytes", "2048")
                .containsEntry("lambda.archive.orders.runtime", "provided.al2023")
                .containsEntry("lambda.archive.orders.architecture", "x86_64")
                .containsEntry("lambda.archive.orders.handler", "bootstrap")
                .containsEntry("lambda.archive.orders.status", "unchanged")
                .containsEntry("lambda.archive.all-in_one.versionId", "v.1")
                .containsEntry("lambda.archive.all-in_one.status", "uploaded")
                .doesNotContainKeys(
                        "lambda.archive.orders.versionId",
                        "lambda.archive.all-in_one.architecture",
                        "lambda.archive.all-in_one.handler");
    }

    @Test
    void a_run_removes_all_of_them_and_nothing_else() throws IOException {
        DeploymentFiles files = new DeploymentFiles(folder, "0.1.0");
        files.write(deployments());
        Files.writeString(folder.resolve("verify.json"), "{}");
        files.delete();
        files.delete();
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(folder.resolve("verify.json"));
        }
    }

    @Test
    void what_cannot_be_removed_is_told() throws IOException {
        Path manifest = folder.resolve("deployment.json");
        Files.createDirectories(manifest.resolve("full"));
        assertThatThrownBy(() -> new DeploymentFiles(folder, "0.1.0").delete())
                .isInstanceOf(ProblemException.class)
                .hasMessage("the inventory of an earlier build cannot be removed")
                .satisfies(
                        e -> assertThat(((ProblemException) e).problems().get(0).where())
                                .isEqualTo(manifest.toString()));
        assertThatThrownBy(() -> new DeploymentFiles(folder, "0.1.0").write(deployments()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("the inventory cannot be written");
    }

    @ParameterizedTest
    @CsvSource({
        "orders, Orders",
        "order-items, OrderItems",
        "order_items.v2, OrderItemsV2",
        "getUser, GetUser",
        "API, API",
        "2fa, 2fa",
        "--a--b--, AB",
        "größe, GrE",
        "日本, ''"
    })
    void a_name_for_cloudformation_has_letters_and_digits_alone(String name, String expected) {
        assertThat(CloudFormationName.of(name)).isEqualTo(expected);
    }

    private static String faults(Verdict... verdicts) {
        Problems problems = new Problems();
        new DeploymentFiles(Path.of("/out"), "0.1.0").check(List.of(verdicts), problems);
        return String.join("\n", ProblemText.lines("'shop'", problems.list()));
    }

    @Test
    void names_that_become_one_are_told_together() {
        assertThat(faults(
                        ReportFixture.go("get-user").verdict(),
                        ReportFixture.go("orders").verdict(),
                        ReportFixture.go("getUser").verdict()))
                .isEqualTo("""
                        1 problem in 'shop':
                          'get-user' and 'getUser' would have one name in the files for CloudFormation: GetUser (/home/me/shop/target/lambda/get-user.zip, /home/me/shop/target/lambda/getUser.zip); whoever deploys one of them could get the code of the other
                            fix: rename one of them (<archiveName>), or upload them in runs with a lambda.reportDirectory each      docs/deploy.md#names""");
        assertThat(faults(
                        ReportFixture.go("get-user").verdict(),
                        ReportFixture.go("get-users").verdict()))
                .isEqualTo(faults());
    }

    @Test
    void one_name_for_different_content_is_a_collision_and_for_the_same_it_is_none() {
        Verdict orders = ReportFixture.go("orders").verdict();
        Verdict other =
                with(orders, orders.request(), Optional.of(Sha256.of("other".getBytes(StandardCharsets.UTF_8))));
        assertThat(faults(orders, orders)).isEqualTo(faults());
        assertThat(faults(orders, other)).isEqualTo("""
                        1 problem in 'shop':
                          2 archives are called 'orders', and the files for the tools would hold one of them (/home/me/shop/target/lambda/orders.zip, /home/me/shop/target/lambda/orders.zip); whoever deploys one of them could get the code of the other
                            fix: set another <archiveName> in one module, for example {name}-admin, or upload each module by itself: with the goal in its deploy phase, or with -pl; zips that lambda.archives names are renamed, or uploaded in runs with a lambda.reportDirectory each      docs/deploy.md#names""");
    }

    @Test
    void a_name_of_which_nothing_is_left_is_told() {
        assertThat(faults(ReportFixture.go("--").verdict())).isEqualTo("""
                        1 problem in 'shop':
                          '--' has no letter and no digit of which its name in the files for CloudFormation could be made (/home/me/shop/target/lambda/--.zip)
                            fix: rename the archive      docs/deploy.md#names""");
    }
}
