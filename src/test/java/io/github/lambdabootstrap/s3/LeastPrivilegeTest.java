package io.github.lambdabootstrap.s3;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.github.lambdabootstrap.s3.UploadOutcome.Unchanged;
import io.github.lambdabootstrap.s3.UploadOutcome.Uploaded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The policies that the documents say are enough, on a service that holds each request against them. */
@Tag("truth")
class LeastPrivilegeTest {

    private static final String BUCKET = "shop-artifacts";
    private static final int REQUESTS_OF_THE_ADMINISTRATOR = 4;

    @TempDir
    Path folder;

    private static String policy(String page) throws IOException {
        Matcher block = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(Path.of(page)));
        assertThat(block.find()).isTrue();
        return block.group(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/upload.md"})
    void the_policy_is_enough_and_not_too_much(String page) throws IOException {
        Path policy = Files.writeString(folder.resolve("policy.json"), policy(page));
        try (ServerProgram server = ServerProgram.strictMoto(folder, REQUESTS_OF_THE_ADMINISTRATOR)) {
            AwsCli aws = new AwsCli(server.endpoint(), folder);
            aws.s3api("create-bucket", "--bucket", BUCKET);
            aws.json("iam", "create-user", "--user-name", "ci");
            aws.json(
                    "iam",
                    "put-user-policy",
                    "--user-name",
                    "ci",
                    "--policy-name",
                    "upload",
                    "--policy-document",
                    "file://" + policy);
            JsonObject key =
                    aws.json("iam", "create-access-key", "--user-name", "ci").getAsJsonObject("AccessKey");
            S3Target target = UploadKit.target(server.endpoint(), BUCKET);
            ProvenArchives archives = new ProvenArchives(folder);
            Upload orders = archives.upload("orders", 20 * 1024);
            try (UploadKit ci = new UploadKit(
                    key.get("AccessKeyId").getAsString(),
                    key.get("SecretAccessKey").getAsString())) {
                assertThat(ci.upload(target, orders).outcomes()).hasOnlyElementsOfType(Uploaded.class);
                assertThat(ci.upload(target, orders).outcomes()).hasOnlyElementsOfType(Unchanged.class);
                assertThat(UploadKit.text(
                                ci.upload(target, archives.upload("elsewhere", orders.archive(), "{name}.zip"))))
                        .startsWith(
                                "1 problem in 'shop':\n  S3 denies s3:PutObject in bucket 'shop-artifacts' (elsewhere");
            }
        }
    }
}
