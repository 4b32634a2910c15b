package io.github.lambdabootstrap.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdabootstrap.model.Sha256;
import io.github.lambdabootstrap.problem.ProblemText;
import io.github.lambdabootstrap.problem.Problems;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyPatternTest {

    private static final Sha256 SHA256 = Sha256.of("orders".getBytes(StandardCharsets.UTF_8));
    private static final Optional<String> VERSION = Optional.of("1.2-SNAPSHOT");

    private static ObjectKey key(String pattern, String prefix) {
        Problems problems = new Problems();
        Optional<ObjectKey> key = new KeyPattern(pattern, prefix, VERSION).keyOf("orders", SHA256, problems);
        problems.throwIfAny();
        return key.orElseThrow();
    }

    @Test
    void the_usual_key_holds_the_digest_and_no_other_content_may_have_it() {
        ObjectKey key = key(KeyPattern.BY_CONTENT, "lambda");
        assertThat(key.value()).isEqualTo("lambda/orders/" + SHA256.hex() + ".zip");
        assertThat(key.namedByContent()).isTrue();
        assertThat(key("{name}.zip", "").namedByContent()).isFalse();
        assertThat(key).hasToString(key.value());
    }

    @ParameterizedTest
    @CsvSource({
        "{prefix}/{name}.zip, lambda, lambda/orders.zip",
        "{prefix}/{name}.zip, /lambda/shop//, lambda/shop/orders.zip",
        "{prefix}/{name}.zip, '', orders.zip",
        "{prefix}/{name}.zip, /, orders.zip",
        "x/{prefix}/{name}.zip, '', x/orders.zip",
        "{name}-{version}.zip, ignored, orders-1.2-SNAPSHOT.zip",
        "{name}/{name}.zip, '', orders/orders.zip"
    })
    void a_key_is_the_pattern_with_its_values(String pattern, String prefix, String expected) {
        assertThat(key(pattern, prefix).value()).isEqualTo(expected);
    }

    private static String faults(String pattern, Optional<String> version) {
        Problems problems = new Problems();
        new KeyPattern(pattern, "", version).check(problems);
        return String.join("\n", ProblemText.lines("'shop'", problems.list()));
    }

    @Test
    void a_pattern_with_all_placeholders_has_no_fault() {
        Problems problems = new Problems();
        new KeyPattern("{prefix}/{name}/{version}/{sha256}.zip", "", VERSION).check(problems);
        new KeyPattern("{sha256}.zip", "", Optional.empty()).check(problems);
        new KeyPattern("{name}.zip", "", Optional.empty()).check(problems);
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void every_fault_of_a_pattern_is_told() {
        assertThat(faults("{prefix}/{version}/{hash}{a}.zip", Optional.empty())).isEqualTo("""
                3 problems in 'shop':
                  the key pattern '{prefix}/{version}/{hash}{a}.zip' has unknown placeholders: a, hash (<s3><key> or lambda.s3.key)
                    fix: use {prefix}, {name}, {sha256} and {version}      docs/upload.md#keys
                  the key pattern '{prefix}/{version}/{hash}{a}.zip' gives every archive the same key (<s3><key> or lambda.s3.key)
                    fix: put {name} or {sha256} into it      docs/upload.md#keys
                  {version} in the key pattern has no value without a project (<s3><key> or lambda.s3.key)
                    fix: leave it out      docs/upload.md#keys""");
    }

    @ParameterizedTest
    @CsvSource({
        "'', it is empty",
        "/a.zip, it has an empty part between slashes",
        "a/, it has an empty part between slashes",
        "a//b.zip, it has an empty part between slashes",
        "a/../b.zip, 'it has a part ''.'' or ''..'', which is resolved away on its path'",
        "./a.zip, 'it has a part ''.'' or ''..'', which is resolved away on its path'",
        "a/.., 'it has a part ''.'' or ''..'', which is resolved away on its path'",
        "größe.zip, 'it has other characters than letters, digits and ! _ . * '' ( ) / = + @ : , -'",
        "a b.zip, 'it has other characters than letters, digits and ! _ . * '' ( ) / = + @ : , -'",
        "a\\b.zip, 'it has other characters than letters, digits and ! _ . * '' ( ) / = + @ : , -'"
    })
    void what_cannot_be_a_key_is_told_with_the_reason(String key, String reason) {
        assertThat(ObjectKey.fault(key)).contains(reason);
        assertThatThrownBy(() -> new ObjectKey(key, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(reason);
    }

    @Test
    void a_key_has_at_most_1024_bytes() {
        assertThat(ObjectKey.fault("a".repeat(1024))).isEmpty();
        assertThat(ObjectKey.fault("a".repeat(1025))).contains("it has 1025 bytes, S3 takes 1024");
        assertThat(ObjectKey.fault("ä".repeat(513))).contains("it has 1026 bytes, S3 takes 1024");
    }

    @Test
    void all_allowed_characters_are_a_key() {
        assertThat(ObjectKey.fault("aZ09!_.*'()=+@:,-/...x/..y")).isEmpty();
    }

    @Test
    void an_archive_without_a_possible_key_is_told_and_has_none() {
        Problems problems = new Problems();
        assertThat(new KeyPattern("{name}.zip", "", VERSION).keyOf("größe", SHA256, problems))
                .isEmpty();
        assertThat(String.join("\n", ProblemText.lines("'shop'", problems.list())))
                .isEqualTo("""
                1 problem in 'shop':
                  'größe.zip' cannot be the key of größe: it has other characters than letters, digits and ! _ . * ' ( ) / = + @ : , - (<s3><key> or lambda.s3.key)
                    fix: change the prefix, the key pattern or the archive's name      docs/upload.md#keys""");
    }
}
