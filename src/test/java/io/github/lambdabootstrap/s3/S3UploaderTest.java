package io.github.lambdabootstrap.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdabootstrap.gate.VerifiedArchive;
import io.github.lambdabootstrap.problem.ProblemException;
import io.github.lambdabootstrap.s3.UploadOutcome.Unchanged;
import io.github.lambdabootstrap.s3.UploadOutcome.Uploaded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class S3UploaderTest extends UploadTestCase {

    @Test
    void an_archive_is_stored_byte_for_byte_with_its_digest() throws IOException {
        Upload orders = archives.upload("orders", 300 * KIB);
        UploadReport report = kit.upload(target, orders);
        assertThat(report.outcomes()).containsExactly(new Uploaded(orders, Optional.empty()));
        assertThat(report.region()).isEqualTo("us-east-1");
        assertThat(S3Server.read(bucket, orders.key().value()))
                .isEqualTo(Files.readAllBytes(orders.archive().path()));
        assertThat(orders.key().value())
                .isEqualTo("lambda/orders/" + orders.archive().sha256() + ".zip");
        assertThat(proxy.seen()).extracting(FaultProxy.Request::method).containsExactly("HEAD", "PUT");
        FaultProxy.Request put = proxy.seen("PUT").get(0);
        assertThat(put.headers().getFirst("x-amz-checksum-sha256"))
                .isEqualTo(orders.archive().sha256().base64());
        assertThat(put.headers().getFirst("If-None-Match")).isEqualTo("*");
        assertThat(put.headers().getFirst("Expect")).isEqualTo("100-continue");
        assertThat(put.headers().getFirst("Content-Type")).isEqualTo("application/zip");
        assertThat(kit.lines())
                .containsExactly(
                        "INFO Uploaded orders -> s3://" + bucket + "/" + orders.key() + " (300.4 KiB)",
                        "INFO 1 archive uploaded, 0 unchanged (300.4 KiB sent) in 0.0 s");
    }

    @ParameterizedTest
    @CsvSource({"aws:kms", "aws:kms:dsse"})
    void the_key_and_the_kind_of_encryption_are_said_with_each_upload(String encryption) throws IOException {
        String key = "arn:aws:kms:us-east-1:111122223333:key/4f1c";
        ObjectSettings settings = new ObjectSettings(
                Optional.empty(), Optional.of(encryption), Optional.of(key), Optional.empty(), Map.of(), Map.of());
        proxy.doing((request, backend) -> Optional.of(
                request.is("PUT") ? FaultProxy.Answer.of(200) : backend.ask(request))); // it has no such key
        kit.upload(new S3Target(bucket, target.connection(), settings), archives.uploads(2, KIB));
        assertThat(proxy.seen("PUT")).hasSize(2).allSatisfy(put -> {
            assertThat(put.headers().getFirst("x-amz-server-side-encryption")).isEqualTo(encryption);
            assertThat(put.headers().getFirst("x-amz-server-side-encryption-aws-kms-key-id"))
                    .isEqualTo(key);
        });
        assertThat(proxy.seen("HEAD"))
                .allSatisfy(head -> assertThat(head.headers().keySet()).noneMatch(name -> name.contains("encryption")));
    }

    @Test
    void what_is_there_is_never_sent_again() throws IOException {
        List<Upload> uploads = archives.uploads(12, KIB);
        kit.upload(target, uploads);
        proxy.forget();
        UploadReport report = kit.upload(target, uploads);
        assertThat(report.outcomes()).hasSize(12).allMatch(Unchanged.class::isInstance);
        assertThat(proxy.seen())
                .hasSize(12)
                .allMatch(request -> request.is("HEAD") && request.body().isEmpty());
        assertThat(kit.lines())
                .contains("INFO Unchanged f3 -> s3://" + bucket + "/"
                        + uploads.get(3).key())
                .endsWith("INFO 0 archives uploaded, 12 unchanged (0 B sent) in 0.0 s");
    }

    @Test
    void an_object_without_a_stored_digest_is_read_before_it_counts_as_equal() throws IOException {
        Upload orders = archives.upload("orders", 10 * KIB);
        S3Server.store(
                bucket,
                orders.key().value(),
                Files.readAllBytes(orders.archive().path()));
        assertThat(kit.upload(target, orders).outcomes()).hasOnlyElementsOfType(Unchanged.class);
        assertThat(proxy.seen()).extracting(FaultProxy.Request::method).containsExactly("HEAD", "GET");
    }

    @Test
    void an_object_with_the_key_of_the_archive_and_other_bytes_fails() throws IOException {
        Upload orders = archives.upload("orders", 10 * KIB);
        byte[] other = Files.readAllBytes(orders.archive().path());
        other[other.length / 2] ^= 1;
        S3Server.store(bucket, orders.key().value(), other);
        String location = "s3://" + bucket + "/" + orders.key();
        assertThat(UploadKit.text(kit.upload(target, orders))).isEqualTo("""
                        1 problem in 'shop':
                          %s holds other bytes than its name says (orders); whoever deploys this key would deploy what nobody has verified
                            fix: find out who wrote it, and delete it; the archive then takes its place      docs/upload.md#what-can-go-wrong""".formatted(location));
        assertThat(S3Server.read(bucket, orders.key().value())).isEqualTo(other);
    }

    @Test
    void a_key_without_digest_is_overwritten_only_by_other_bytes_and_its_version_is_told() throws IOException {
        bucket = S3Server.versionedBucket();
        target = UploadKit.target(proxy.endpoint(), bucket);
        Upload first = archives.upload("orders", archives.archive("orders", KIB), "{prefix}/{name}-{version}.zip");
        assertThat(first.key().value()).isEqualTo("lambda/orders-1.0.zip");
        String version = version(kit.upload(target, first));
        UploadReport again = kit.upload(target, first);
        assertThat(again.outcomes()).hasOnlyElementsOfType(Unchanged.class);
        assertThat(version(again)).isEqualTo(version);

        Upload second = archives.upload("orders", archives.archive("orders", 2 * KIB), "{prefix}/{name}-{version}.zip");
        try (UploadKit nextBuild = new UploadKit()) {
            UploadReport report = nextBuild.upload(target, second);
            assertThat(report.outcomes()).hasOnlyElementsOfType(Uploaded.class);
            assertThat(version(report)).isNotEqualTo(version);
        }
        assertThat(proxy.seen("PUT")).noneMatch(put -> put.headers().containsKey("If-None-Match"));
    }

    private static String version(UploadReport report) {
        return report.stored().get(0).versionId().orElseThrow();
    }

    @Test
    void two_archives_of_a_build_with_one_key_and_different_bytes_are_refused_before_any_request() throws IOException {
        Upload one = archives.upload("orders", archives.archive("a", KIB), "{name}.zip");
        Upload other = archives.upload("orders", archives.archive("b", KIB), "{name}.zip");
        kit.upload(target, one);
        proxy.forget();
        assertThatThrownBy(() -> kit.upload(target, other))
                .isInstanceOf(ProblemException.class)
                .hasMessage("two archives of this build with different content have one key, s3://" + bucket
                        + "/orders.zip");
        assertThat(proxy.seen()).isEmpty();
    }

    @Test
    void equal_archives_with_one_key_are_sent_once() throws IOException {
        VerifiedArchive archive = archives.archive("same", KIB);
        Upload one = archives.upload("one", archive, "{sha256}.zip");
        Upload two = archives.upload("two", archive, "{sha256}.zip");
        UploadReport report = kit.upload(target, one, two);
        assertThat(report.stored()).extracting(UploadOutcome::upload).containsExactly(one, two);
        assertThat(proxy.seen("PUT")).hasSize(1);
        String location = "s3://" + bucket + "/" + one.key();
        assertThat(kit.lines())
                .containsExactly(
                        "INFO Uploaded one -> " + location + " (1.3 KiB)",
                        "INFO Uploaded two -> " + location + " (1.3 KiB)",
                        "INFO 2 archives uploaded, 0 unchanged (1.3 KiB sent) in 0.0 s");
    }

    @Test
    void equal_archives_under_keys_of_their_own_are_two_objects() throws IOException {
        VerifiedArchive archive = archives.archive("same", KIB);
        Upload one = archives.upload("one", archive, KeyPattern.BY_CONTENT);
        Upload two = archives.upload("two", archive, KeyPattern.BY_CONTENT);
        assertThat(kit.upload(target, one, two).stored()).hasSize(2);
        assertThat(proxy.seen("PUT")).hasSize(2);
        assertThat(S3Server.has(bucket, one.key().value())).isTrue();
        assertThat(S3Server.has(bucket, two.key().value())).isTrue();
    }

    @Test
    void names_that_differ_only_in_case_are_two_objects() throws IOException {
        Upload lower = archives.upload("orders", archives.archive("a", KIB), "{name}.zip");
        Upload upper = archives.upload("Orders", archives.archive("b", KIB), "{name}.zip");
        assertThat(kit.upload(target, lower, upper).stored()).hasSize(2);
        assertThat(S3Server.read(bucket, "orders.zip"))
                .isEqualTo(Files.readAllBytes(lower.archive().path()));
        assertThat(S3Server.read(bucket, "Orders.zip"))
                .isEqualTo(Files.readAllBytes(upper.archive().path()));
    }

    @Test
    void one_key_in_buckets_of_two_services_is_no_conflict() throws IOException {
        Upload one = archives.upload("orders", archives.archive("a", KIB), "{name}.zip");
        Upload other = archives.upload("orders", archives.archive("b", KIB), "{name}.zip");
        kit.upload(target, one);
        try (FaultProxy elsewhere = new FaultProxy(S3Server.endpoint())) {
            S3Target second = UploadKit.target(elsewhere.endpoint(), bucket);
            assertThat(kit.upload(second, other).stored()).hasSize(1);
        }
    }

    @Test
    void what_would_be_uploaded_is_told_without_a_request_and_a_conflict_of_keys_too() throws IOException {
        Upload one = archives.upload("orders", archives.archive("a", KIB), "{name}.zip");
        Upload other = archives.upload("orders", archives.archive("b", KIB), "{name}.zip");
        kit.tell(target, one);
        assertThat(kit.lines())
                .containsExactly(
                        "INFO Would upload orders -> s3://" + bucket + "/orders.zip (1.3 KiB)",
                        "INFO 1 archive would be uploaded unless already there (1.3 KiB); nothing was asked of S3:"
                                + " lambda.upload.dryRun is set");
        assertThatThrownBy(() -> kit.tell(target, other)).hasMessageContaining("have one key");
        assertThat(proxy.seen()).isEmpty();
    }

    @Test
    void what_is_said_of_each_object_goes_with_it() throws IOException {
        ObjectSettings settings = new ObjectSettings(
                Optional.of("111122223333"),
                Optional.of("AES256"),
                Optional.empty(),
                Optional.of("STANDARD_IA"),
                Map.of("team", "shop & co"),
                Map.of("commit", "1f2e3d"));
        kit.upload(new S3Target(bucket, target.connection(), settings), archives.upload("orders", KIB));
        FaultProxy.Request put = proxy.seen("PUT").get(0);
        assertThat(put.headers().getFirst("x-amz-expected-bucket-owner")).isEqualTo("111122223333");
        assertThat(put.headers().getFirst("x-amz-server-side-encryption")).isEqualTo("AES256");
        assertThat(put.headers().getFirst("x-amz-storage-class")).isEqualTo("STANDARD_IA");
        assertThat(put.headers().getFirst("x-amz-tagging")).isEqualTo("team=shop%20%26%20co");
        assertThat(put.headers().getFirst("x-amz-meta-commit")).isEqualTo("1f2e3d");
        assertThat(put.headers()).doesNotContainKey("x-amz-acl");
        assertThat(proxy.seen("HEAD").get(0).headers().getFirst("x-amz-expected-bucket-owner"))
                .isEqualTo("111122223333");
    }

    @Test
    void a_file_that_changes_after_it_was_verified_is_never_sent() throws IOException {
        Upload orders = archives.upload("orders", 300 * KIB);
        Path file = orders.archive().path();
        byte[] changed = Files.readAllBytes(file);
        changed[changed.length - 1] ^= 1;
        Files.write(file, changed);
        assertThat(UploadKit.text(kit.upload(target, orders))).isEqualTo("""
                        1 problem in 'shop':
                          the file is no longer the one that was verified: something has changed it during the build (orders; %s); other bytes than the proven ones are never sent
                            fix: let nothing write to it after package, and run the build again      docs/upload.md#the-bytes""".formatted(file));
        assertThat(S3Server.has(bucket, orders.key().value())).isFalse();

        Files.write(file, new byte[1]);
        assertThat(UploadKit.text(kit.upload(target, orders))).contains("no longer the one that was verified");
        Files.delete(file);
        assertThat(UploadKit.text(kit.upload(target, orders))).contains("the archive can no longer be read");
        assertThat(S3Server.has(bucket, orders.key().value())).isFalse();
    }

    @Test
    void only_the_first_upload_and_large_ones_wait_for_a_go_ahead() throws IOException {
        kit.upload(target, archives.upload("first", 10 * KIB));
        kit.upload(target, archives.upload("of-another-run", 10 * KIB));
        assertThat(asked()).containsExactly(true, true);

        proxy.forget();
        try (UploadKit oneByOne = new UploadKit(1)) {
            Upload large = archives.upload("large", 9 * KIB * KIB);
            oneByOne.upload(target, List.of(archives.upload("second", KIB), archives.upload("third", KIB), large));
        }
        assertThat(asked()).containsExactly(true, false, true);
    }

    private List<Boolean> asked() {
        return proxy.seen("PUT").stream()
                .map(request -> request.headers().containsKey("Expect"))
                .toList();
    }
}
