package io.github.lambdabootstrap.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.gson.JsonObject;
import io.github.lambdabootstrap.gate.VerifiedArchive;
import io.github.lambdabootstrap.model.Workers;
import io.github.lambdabootstrap.s3.UploadOutcome.Failed;
import io.github.lambdabootstrap.s3.UploadOutcome.Unchanged;
import io.github.lambdabootstrap.s3.UploadOutcome.Uploaded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Uploads to versitygw, which checks signatures, checksums, conditions and owners as S3 does. */
@Tag("truth")
class RealServerTest {

    private static final int KIB = 1024;

    private static ServerProgram server;

    @TempDir
    private static Path serverFolder;

    @TempDir
    Path folder;

    private UploadKit kit;
    private S3Client admin;
    private FaultProxy proxy;
    private AwsCli aws;
    private ProvenArchives archives;
    private final String bucket = "b-" + UUID.randomUUID();
    private S3Target target;

    @BeforeAll
    static void start() throws IOException {
        server = ServerProgram.versitygw(serverFolder);
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @BeforeEach
    void set_up() throws IOException {
        kit = new UploadKit(ServerProgram.ACCOUNT, ServerProgram.SECRET);
        proxy = new FaultProxy(server.endpoint());
        target = UploadKit.target(proxy.endpoint(), bucket);
        admin = ClientBuilder.open(UploadKit.target(server.endpoint(), bucket).connection(), HttpProxies.NONE);
        admin.createBucket(request -> request.bucket(bucket));
        aws = new AwsCli(server.endpoint(), folder);
        archives = new ProvenArchives(folder);
    }

    @AfterEach
    void tear_down() {
        kit.close();
        proxy.close();
        admin.close();
    }

    @Test
    void others_read_the_same_bytes_and_the_same_checksum() throws IOException {
        Upload orders = archives.upload("orders", 3000 * KIB);
        assertThat(kit.upload(target, orders).outcomes()).hasOnlyElementsOfType(Uploaded.class);

        String key = orders.key().value();
        assertThat(aws.read(bucket, key))
                .isEqualTo(Files.readAllBytes(orders.archive().path()));
        JsonObject head = aws.s3api("head-object", "--checksum-mode", "ENABLED", "--bucket", bucket, "--key", key);
        assertThat(head.get("ChecksumSHA256").getAsString())
                .isEqualTo(orders.archive().sha256().base64());
        assertThat(head.get("ContentLength").getAsLong())
                .isEqualTo(orders.archive().size().bytes());
        assertThat(head.get("ContentType").getAsString()).isEqualTo("application/zip");
    }

    @Test
    void the_second_run_sends_no_body_and_the_third_only_what_has_changed() throws IOException {
        List<Upload> uploads = archives.uploads(5, 20 * KIB);
        assertThat(kit.upload(target, uploads).outcomes()).hasOnlyElementsOfType(Uploaded.class);
        assertThat(methods()).containsOnly("HEAD", "PUT").hasSize(10);

        proxy.forget();
        assertThat(kit.upload(target, uploads).outcomes()).hasOnlyElementsOfType(Unchanged.class);
        assertThat(methods()).containsOnly("HEAD").hasSize(5);
        assertThat(proxy.seen())
                .allSatisfy(request -> assertThat(request.body()).isEmpty());

        proxy.forget();
        Upload changed = archives.upload("f2", 21 * KIB);
        List<Upload> third = uploads.stream()
                .map(upload -> upload.name().equals("f2") ? changed : upload)
                .toList();
        assertThat(kit.upload(target, third).outcomes())
                .extracting(outcome -> outcome instanceof Uploaded)
                .containsExactly(false, false, true, false, false);
        assertThat(proxy.seen("PUT")).hasSize(1);
        assertThat(bytes(changed))
                .isEqualTo(Files.readAllBytes(changed.archive().path()));
    }

    private List<String> methods() {
        return proxy.seen().stream().map(FaultProxy.Request::method).toList();
    }

    private byte[] bytes(Upload upload) {
        return admin.getObjectAsBytes(
                        request -> request.bucket(bucket).key(upload.key().value()))
                .asByteArray();
    }

    @Test
    void credentials_that_are_wrong_are_told_as_such_and_nothing_is_stored() throws IOException {
        List<Upload> uploads = archives.uploads(4, 300 * KIB);
        try (UploadKit wrong = new UploadKit(ServerProgram.ACCOUNT, "not-the-secret")) {
            assertThat(UploadKit.text(wrong.upload(UploadKit.target(server.endpoint(), bucket), uploads)))
                    .startsWith("1 problem in 'shop':\n"
                            + "  S3 does not accept the credentials: SignatureDoesNotMatch (f0, f1, f2, f3");
        }
        try (UploadKit nobody = new UploadKit("AKIDNOBODY", ServerProgram.SECRET)) {
            assertThat(UploadKit.text(nobody.upload(target, uploads)))
                    .startsWith(
                            "1 problem in 'shop':\n  S3 refuses the request: 404 XAdminUserNotFound (f0, f1, f2, f3")
                    .contains("it says: No user exists with the provided access key ID."); // in the gateway's own words
        }
        new UploadKit(ServerProgram.ACCOUNT, ServerProgram.SECRET).close(); // those who may look
        assertThat(keys()).isEmpty();
    }

    private List<String> keys() {
        return admin.listObjectsV2(request -> request.bucket(bucket)).contents().stream()
                .map(object -> object.key())
                .toList();
    }

    @Test
    void a_bucket_of_another_owner_is_refused_and_that_of_the_right_one_is_not() throws IOException {
        Upload orders = archives.upload("orders", 300 * KIB);
        S3Target direct = UploadKit.target(server.endpoint(), bucket);
        // the gateway asks for the body, refuses and closes: its words may be lost with the connection
        assertThat(UploadKit.text(kit.upload(UploadKit.expecting(direct, "999999999999"), orders)))
                .startsWith("1 problem in 'shop':\n" + "  bucket '" + bucket
                        + "' does not belong to account 999999999999 (orders");
        assertThat(keys()).isEmpty();
        assertThat(kit.upload(UploadKit.expecting(direct, ServerProgram.ACCOUNT), orders)
                        .outcomes())
                .hasOnlyElementsOfType(Uploaded.class);
    }

    @Test
    void bytes_that_do_not_have_the_checksum_are_refused_and_the_refusal_is_understood() throws IOException {
        Upload orders = archives.upload("orders", 300 * KIB);
        S3Exception refusal = catchThrowableOfType(
                S3Exception.class,
                () -> admin.putObject(
                        request -> request.bucket(bucket)
                                .key("x")
                                .checksumSHA256(orders.archive().sha256().base64()),
                        RequestBody.fromString("other bytes")));
        assertThat(refusal.statusCode()).isEqualTo(400);
        assertThat(new UploadFailures(target, Optional.of("us-east-1"))
                        .of(refusal)
                        .problem()
                        .what())
                .startsWith("other bytes arrived than were sent, and S3 stored nothing: ");
        assertThat(keys()).isEmpty();
    }

    @Test
    void bytes_that_change_on_the_way_are_never_stored() throws IOException {
        Upload orders = archives.upload("orders", 300 * KIB);
        proxy.doing((request, backend) -> Optional.of(backend.ask(request.is("PUT") ? damaged(request) : request)));
        assertThat(kit.upload(target, orders).outcomes()).hasOnlyElementsOfType(Failed.class);
        assertThat(keys()).isEmpty();
    }

    private static FaultProxy.Request damaged(FaultProxy.Request request) {
        int middle = request.body().length() / 2;
        char other = (char) (request.body().charAt(middle) ^ 1);
        return new FaultProxy.Request(
                request.method(),
                request.target(),
                request.headers(),
                request.body().substring(0, middle) + other + request.body().substring(middle + 1));
    }

    @Test
    void whoever_comes_second_to_a_key_meets_412_and_compares() throws IOException {
        Upload orders = archives.upload("orders", 300 * KIB);
        List<Integer> statuses = new CopyOnWriteArrayList<>(); // 412 may be lost: the server shuts the connection on it
        proxy.doing((request, backend) -> {
            FaultProxy.Answer answer = backend.ask(request);
            statuses.add(answer.status());
            if (statuses.equals(List.of(404))) {
                kit.upload(UploadKit.target(server.endpoint(), bucket), orders);
            }
            return Optional.of(answer);
        });
        assertThat(kit.upload(target, orders).stored()).hasSize(1);
        assertThat(statuses).startsWith(404).endsWith(200);
        assertThat(proxy.seen("PUT")).isNotEmpty();
        assertThat(bytes(orders)).isEqualTo(Files.readAllBytes(orders.archive().path()));
    }

    @Test
    void builds_that_upload_the_same_archives_at_once_all_succeed_and_each_object_is_whole() throws IOException {
        List<Upload> uploads = archives.uploads(6, 200 * KIB);
        S3Target direct = UploadKit.target(server.endpoint(), bucket);
        List<UploadReport> reports = new Workers(8)
                .map(IntStream.range(0, 8).boxed().toList(), n -> {
                    try (UploadKit build = new UploadKit(ServerProgram.ACCOUNT, ServerProgram.SECRET)) {
                        return build.upload(direct, uploads);
                    }
                });
        assertThat(reports).allSatisfy(report -> assertThat(report.stored()).hasSize(6));
        assertThat(keys()).hasSize(6);
        for (Upload upload : uploads) {
            assertThat(bytes(upload))
                    .isEqualTo(Files.readAllBytes(upload.archive().path()));
        }
    }

    @Test
    void a_key_without_digest_gets_a_new_version_when_and_only_when_the_bytes_differ() throws IOException {
        admin.putBucketVersioning(request ->
                request.bucket(bucket).versioningConfiguration(configuration -> configuration.status("Enabled")));
        VerifiedArchive first = archives.archive("orders", 20 * KIB);
        String v1 = version(first);
        assertThat(version(first)).isEqualTo(v1);
        byte[] content = Files.readAllBytes(first.path());
        String v2 = version(archives.archive("orders", 30 * KIB));
        assertThat(v2).isNotEqualTo(v1);
        assertThat(admin.getObjectAsBytes(request ->
                                request.bucket(bucket).key("orders.zip").versionId(v1))
                        .asByteArray())
                .isEqualTo(content);
        assertThat(proxy.seen("PUT")).hasSize(2);
    }

    /** Of what one build stores; within one, two archives cannot have one key. */
    private String version(VerifiedArchive archive) {
        try (UploadKit build = new UploadKit(ServerProgram.ACCOUNT, ServerProgram.SECRET)) {
            return build.upload(target, archives.upload("orders", archive, "{name}.zip")).stored().stream()
                    .flatMap(stored -> stored.versionId().stream())
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void tags_and_metadata_go_with_the_object() throws IOException {
        Upload orders = archives.upload("orders", 20 * KIB);
        S3Target described = new S3Target(
                bucket,
                target.connection(),
                new ObjectSettings(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of("team", "a shop+=@:/_.-", "stage", "test"),
                        Map.of("build", "4711")));
        assertThat(kit.upload(described, orders).outcomes()).hasOnlyElementsOfType(Uploaded.class);
        String key = orders.key().value();
        JsonObject tagging = aws.s3api("get-object-tagging", "--bucket", bucket, "--key", key);
        Stream<String> tags = tagging.getAsJsonArray("TagSet").asList().stream()
                .map(tag -> tag.getAsJsonObject())
                .map(tag ->
                        tag.get("Key").getAsString() + "=" + tag.get("Value").getAsString());
        assertThat(tags).containsExactlyInAnyOrder("team=a shop+=@:/_.-", "stage=test");
        JsonObject head = aws.s3api("head-object", "--bucket", bucket, "--key", key);
        assertThat(head.getAsJsonObject("Metadata").get("build").getAsString()).isEqualTo("4711");
    }

    @Test
    void a_bucket_that_does_not_exist_is_told_as_such() throws IOException {
        S3Target nowhere = UploadKit.target(server.endpoint(), "no-such-bucket");
        assertThat(UploadKit.text(kit.upload(nowhere, archives.uploads(3, 300 * KIB))))
                .startsWith("1 problem in 'shop':\n  bucket 'no-such-bucket' does not exist (f0, f1, f2");
    }
}
