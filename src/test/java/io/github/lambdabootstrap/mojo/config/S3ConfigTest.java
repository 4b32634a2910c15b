package io.github.lambdabootstrap.mojo.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdabootstrap.problem.ProblemText;
import io.github.lambdabootstrap.problem.Problems;
import io.github.lambdabootstrap.s3.KeyPattern;
import io.github.lambdabootstrap.s3.ObjectSettings;
import io.github.lambdabootstrap.s3.S3Connection;
import java.lang.reflect.Field;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class S3ConfigTest {

    private static final Optional<String> VERSION = Optional.of("1.0");

    private final Map<String, String> commandLine = new HashMap<>();
    private final Map<String, String> pomProperties = new HashMap<>();
    private final Problems problems = new Problems();
    private final S3Config config = new S3Config();

    /** As Maven fills an element. */
    private void pom(String element, Object value) {
        try {
            Field field = S3Config.class.getDeclaredField(element);
            field.setAccessible(true);
            field.set(config, value);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("S3Config has no such element", e);
        }
    }

    private Optional<S3Config.Spec> spec() {
        return config.toSpec(new PropertySource(commandLine::get, pomProperties::get), VERSION, problems);
    }

    private String faults() {
        spec();
        return String.join("\n", ProblemText.lines("'shop'", problems.list()));
    }

    @Test
    void a_bucket_is_enough() {
        pom("bucket", "shop-artifacts");
        S3Config.Spec spec = spec().orElseThrow();
        assertThat(problems.list()).isEmpty();
        assertThat(spec.target().bucket()).isEqualTo("shop-artifacts");
        assertThat(spec.target().connection())
                .isEqualTo(new S3Connection(
                        Optional.empty(), Optional.empty(), Optional.empty(), false, Duration.ofMinutes(15)));
        assertThat(spec.target().settings()).isEqualTo(ObjectSettings.NONE);
        assertThat(spec.keys()).isEqualTo(new KeyPattern("{prefix}/{name}/{sha256}.zip", "", VERSION));
    }

    @Test
    void every_element_has_its_effect() {
        pom("bucket", " shop-artifacts ");
        pom("prefix", "/lambda/");
        pom("key", "{prefix}/{name}.zip");
        pom("region", "eu-central-1");
        pom("profile", "ci");
        pom("endpoint", "https://s3.example.com:8443");
        pom("pathStyle", true);
        pom("expectedBucketOwner", "111122223333");
        pom("kmsKeyId", "alias/shop");
        pom("storageClass", "STANDARD_IA");
        pom("tags", Map.of("team", "shop"));
        pom("metadata", Map.of("commit", "1f2e3d"));
        pom("timeout", "60");
        every_setting_is_there();
    }

    @Test
    void every_element_has_a_property() {
        for (Map<String, String> properties : List.of(pomProperties, commandLine)) {
            properties.clear();
            properties.put("lambda.s3.bucket", "shop-artifacts");
            properties.put("lambda.s3.prefix", "lambda");
            properties.put("lambda.s3.key", "{prefix}/{name}.zip");
            properties.put("lambda.s3.region", "eu-central-1");
            properties.put("lambda.s3.profile", "ci");
            properties.put("lambda.s3.endpoint", "https://s3.example.com:8443");
            properties.put("lambda.s3.pathStyle", "true");
            properties.put("lambda.s3.expectedBucketOwner", "111122223333");
            properties.put("lambda.s3.kmsKeyId", "alias/shop");
            properties.put("lambda.s3.storageClass", "STANDARD_IA");
            properties.put("lambda.s3.tags", "team=shop");
            properties.put("lambda.s3.metadata", "commit=1f2e3d");
            properties.put("lambda.s3.timeout", "60");
            every_setting_is_there();
            properties.clear();
        }
    }

    private void every_setting_is_there() {
        S3Config.Spec spec = spec().orElseThrow();
        assertThat(problems.list()).isEmpty();
        assertThat(spec.target().bucket()).isEqualTo("shop-artifacts");
        assertThat(spec.keys()).isEqualTo(new KeyPattern("{prefix}/{name}.zip", "lambda", VERSION));
        assertThat(spec.target().connection())
                .isEqualTo(new S3Connection(
                        Optional.of("eu-central-1"),
                        Optional.of("ci"),
                        Optional.of(URI.create("https://s3.example.com:8443")),
                        true,
                        Duration.ofMinutes(1)));
        assertThat(spec.target().settings())
                .isEqualTo(new ObjectSettings(
                        Optional.of("111122223333"),
                        Optional.of("aws:kms"),
                        Optional.of("alias/shop"),
                        Optional.of("STANDARD_IA"),
                        Map.of("team", "shop"),
                        Map.of("commit", "1f2e3d")));
    }

    @Test
    void the_command_line_wins_over_the_element_and_the_element_over_the_property_of_the_pom() {
        pom("bucket", "of-the-element");
        pomProperties.put("lambda.s3.bucket", "of-the-pom");
        assertThat(spec().orElseThrow().target().bucket()).isEqualTo("of-the-element");
        commandLine.put("lambda.s3.bucket", "of-the-command-line");
        assertThat(spec().orElseThrow().target().bucket()).isEqualTo("of-the-command-line");
    }

    @Test
    void an_empty_property_of_the_command_line_empties_the_element() {
        pom("bucket", "shop-artifacts");
        pom("prefix", "lambda");
        commandLine.put("lambda.s3.prefix", "");
        assertThat(spec().orElseThrow().keys().prefix()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'element', ' '", "command, ''", "pom, ''", "nowhere, ''"})
    void no_bucket_is_a_problem_wherever_it_is_empty(String place, String value) {
        switch (place) {
            case "element" -> pom("bucket", value);
            case "command" -> {
                pom("bucket", "shop-artifacts");
                commandLine.put("lambda.s3.bucket", value);
            }
            case "pom" -> pomProperties.put("lambda.s3.bucket", value);
            default -> {}
        }
        assertThat(faults()).isEqualTo("""
                1 problem in 'shop':
                  no bucket is named, so nothing could be uploaded (<s3><bucket> or lambda.s3.bucket)
                    fix: name it; lambda.upload.skip=true is the way to bind this goal and not to upload      docs/upload.md#configuration""");
    }

    @Test
    void expressions_without_a_value_are_told_and_nothing_beside_them() {
        pom("bucket", "${artifacts.bucket}");
        pom("prefix", "lambda/${stage}");
        pom("tags", Map.of("stage", "${stage}"));
        assertThat(spec()).isEmpty();
        assertThat(problems.list())
                .extracting(problem -> problem.what() + " at " + problem.where())
                .containsExactlyInAnyOrder(
                        "'${artifacts.bucket}' has no value at <s3><bucket> or lambda.s3.bucket",
                        "'lambda/${stage}' has no value at <s3><prefix> or lambda.s3.prefix",
                        "'${stage}' has no value at <s3><tags> or lambda.s3.tags");
    }

    @Test
    void all_faults_are_told_at_once_with_a_missing_bucket_among_them() {
        pom("endpoint", "s3.example.com");
        pom("expectedBucketOwner", "me");
        pom("storageClass", "GLACIER");
        pom("sse", "kms");
        pom("timeout", "0");
        commandLine.put("lambda.s3.pathStyle", "yes");
        commandLine.put("lambda.s3.tags", "team,=x,a=b");
        assertThat(faults()).isEqualTo("""
                9 problems in 'shop':
                  's3.example.com' is no endpoint (<s3><endpoint> or lambda.s3.endpoint)
                    fix: give a URL: https://host:port, without a query      docs/upload.md#configuration
                  'yes' is no pathStyle (<s3><pathStyle> or lambda.s3.pathStyle)
                    fix: choose one of true, false      docs/upload.md#configuration
                  '0' is no timeout (<s3><timeout> or lambda.s3.timeout)
                    fix: give a number of seconds      docs/upload.md#configuration
                  'me' is no expectedBucketOwner (<s3><expectedBucketOwner> or lambda.s3.expectedBucketOwner)
                    fix: give an account id: 12 digits      docs/upload.md#configuration
                  'kms' is no sse (<s3><sse> or lambda.s3.sse)
                    fix: choose one of AES256, aws:kms, aws:kms:dsse      docs/upload.md#configuration
                  'GLACIER' is no storageClass (<s3><storageClass> or lambda.s3.storageClass)
                    fix: choose one of STANDARD, STANDARD_IA, INTELLIGENT_TIERING, ONEZONE_IA, GLACIER_IR, REDUCED_REDUNDANCY      docs/upload.md#configuration
                  'team' is no tags (<s3><tags> or lambda.s3.tags)
                    fix: write name=value, separated by commas      docs/upload.md#configuration
                  '=x' is no tags (<s3><tags> or lambda.s3.tags)
                    fix: write name=value, separated by commas      docs/upload.md#configuration
                  no bucket is named, so nothing could be uploaded (<s3><bucket> or lambda.s3.bucket)
                    fix: name it; lambda.upload.skip=true is the way to bind this goal and not to upload      docs/upload.md#configuration""");
    }

    @Test
    void an_encryption_without_keys_takes_none() {
        pom("bucket", "shop-artifacts");
        pom("kmsKeyId", "alias/shop");
        pom("sse", "AES256");
        assertThat(faults()).startsWith("""
                1 problem in 'shop':
                  'AES256' is no sse with a kmsKeyId (<s3><sse> or lambda.s3.sse)""");
    }

    @Test
    void a_kind_of_encryption_that_takes_a_key_keeps_it() {
        pom("bucket", "shop-artifacts");
        pom("kmsKeyId", "alias/shop");
        pom("sse", "aws:kms:dsse");
        ObjectSettings settings = spec().orElseThrow().target().settings();
        assertThat(problems.list()).isEmpty();
        assertThat(settings.encryption()).contains("aws:kms:dsse");
        assertThat(settings.kmsKeyId()).contains("alias/shop");
    }

    @Test
    void what_is_wrong_with_the_key_pattern_and_the_url_is_told_too() {
        pom("bucket", "shop-artifacts");
        pom("key", "{prefix}/all.zip");
        pom("endpoint", "https://s3 example");
        assertThat(faults()).startsWith("""
                2 problems in 'shop':
                  the key pattern '{prefix}/all.zip' gives every archive the same key""").contains("'https://s3 example' is no endpoint");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://me:s3cr3t@s3.example.com", "https://s3cr3t@s3.example.com:443", "me:s3cr3t@host"})
    void an_endpoint_with_a_user_is_refused_and_not_shown(String endpoint) {
        pom("bucket", "shop-artifacts");
        pom("endpoint", endpoint);
        assertThat(faults()).isEqualTo("""
                1 problem in 'shop':
                  the endpoint names a user, and credentials are no part of it (<s3><endpoint> or lambda.s3.endpoint)
                    fix: leave out what stands before the @, and put credentials where the AWS SDK looks      docs/upload.md#credentials""");
    }

    @ParameterizedTest
    @CsvSource({"ab", "a_b!", "shop.", "'shop artifacts'", "arn:aws:s3:::shop", "s3://shop", "shop/lambda"})
    void what_lambda_takes_for_no_bucket_is_told(String bucket) {
        pom("bucket", bucket);
        assertThat(faults()).isEqualTo("""
                1 problem in 'shop':
                  '%s' is no bucket (<s3><bucket> or lambda.s3.bucket)
                    fix: name a bucket as Lambda takes it, without s3:// or a prefix, and no ARN: 3 to 63 of letters, digits, . - _      docs/upload.md#configuration""".formatted(bucket));
    }

    @ParameterizedTest
    @CsvSource({"https://s3.example.com/?x=1", "ftp://s3.example.com", "localhost:4566"})
    void an_endpoint_is_an_address_alone(String endpoint) {
        pom("bucket", "shop-artifacts");
        pom("endpoint", endpoint);
        assertThat(faults()).startsWith("1 problem in 'shop':\n  '" + endpoint + "' is no endpoint (");
    }

    @ParameterizedTest
    @CsvSource({"EU_CENTRAL_1", "Frankfurt", "eu central-1", "eu-central-1.amazonaws.com"})
    void what_cannot_be_a_region_is_told(String region) {
        pom("bucket", "shop-artifacts");
        pom("region", region);
        assertThat(faults()).isEqualTo("""
                1 problem in 'shop':
                  '%s' is no region (<s3><region> or lambda.s3.region)
                    fix: write it as AWS does: eu-central-1      docs/upload.md#configuration""".formatted(region));
    }

    @Test
    void a_kms_key_beside_an_encryption_without_one_is_told() {
        pom("bucket", "shop-artifacts");
        pom("kmsKeyId", "alias/shop");
        pom("sse", "AES256");
        assertThat(faults()).isEqualTo("""
                1 problem in 'shop':
                  'AES256' is no sse with a kmsKeyId (<s3><sse> or lambda.s3.sse)
                    fix: choose one of aws:kms, aws:kms:dsse, or leave it out      docs/upload.md#configuration""");
    }
}
