package io.github.lambdabootstrap.s3;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.github.lambdabootstrap.s3.UploadOutcome.Unchanged;
import io.github.lambdabootstrap.s3.UploadOutcome.Uploaded;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Uploads to moto, which keeps what is said of encryption and storage classes. */
@Tag("truth")
class MotoTest {

    private static final String BUCKET = "described";

    private static ServerProgram server;

    @TempDir
    private static Path serverFolder;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws IOException {
        server = ServerProgram.moto(serverFolder);
        new AwsCli(server.endpoint(), serverFolder).s3api("create-bucket", "--bucket", BUCKET);
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({
        "AES256, , STANDARD_IA",
        "aws:kms, arn:aws:kms:us-east-1:111122223333:key/4f1c, INTELLIGENT_TIERING",
        "aws:kms:dsse, , GLACIER_IR",
    })
    void encryption_and_storage_class_are_those_of_the_configuration(
            String encryption, String kmsKey, String storageClass) throws IOException {
        ObjectSettings settings = new ObjectSettings(
                Optional.empty(),
                Optional.of(encryption),
                Optional.ofNullable(kmsKey),
                Optional.of(storageClass),
                Map.of("team", "shop"),
                Map.of("build", "4711"));
        S3Target target =
                new S3Target(BUCKET, UploadKit.target(server.endpoint(), BUCKET).connection(), settings);
        Upload orders = new ProvenArchives(folder).upload("orders-" + storageClass, 20 * 1024);
        try (UploadKit kit = new UploadKit(ServerProgram.ACCOUNT, ServerProgram.SECRET)) {
            assertThat(kit.upload(target, orders).outcomes()).hasOnlyElementsOfType(Uploaded.class);
            assertThat(kit.upload(target, orders).outcomes()).hasOnlyElementsOfType(Unchanged.class);
        }
        JsonObject head = new AwsCli(server.endpoint(), folder)
                .s3api("head-object", "--bucket", BUCKET, "--key", orders.key().value());
        assertThat(text(head, "ServerSideEncryption")).isEqualTo(encryption);
        assertThat(text(head, "SSEKMSKeyId")).isEqualTo(kmsKey);
        assertThat(text(head, "StorageClass")).isEqualTo(storageClass);
        assertThat(text(head.getAsJsonObject("Metadata"), "build")).isEqualTo("4711");
    }

    private static String text(JsonObject object, String key) {
        return object.has(key) ? object.get(key).getAsString() : null;
    }
}
