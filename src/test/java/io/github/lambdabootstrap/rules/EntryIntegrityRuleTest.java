package io.github.lambdabootstrap.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EntryIntegrityRuleTest extends RuleTestCase {

    EntryIntegrityRuleTest() {
        super("entry-integrity");
    }

    @Test
    void whole_entries_are_fine_with_and_without_descriptors() {
        assertThat(found(bootstrap(function()).descriptor().file("x", "x").descriptorWithoutSignature()))
                .isEmpty();
    }

    @Test
    void a_wrong_checksum_is_found_before_lambda_finds_it() {
        assertThat(found(bootstrap(function()).file("data", "text").both(header -> header.crc32 = 1)))
                .singleElement()
                .asString()
                .startsWith("error [data] entry 'data' does not have the CRC-32 of its header (")
                .endsWith(
                        "); Lambda takes the upload and says at each invocation: Lambda was not able to unzip the file"
                                + " | fix: write the zip again; when that does not help, write it with lambda-bootstrap:package");
    }

    @Test
    void what_readers_do_not_agree_about_is_a_warning() {
        assertThat(found(bootstrap(function()).local(header -> header.flags = 1)))
                .containsExactly(
                        "warning [bootstrap] entry 'bootstrap' is not the same in its two headers (only one of"
                                + " its two headers says that it is encrypted); some readers go by the one and some by the other"
                                + " | fix: write the zip again; when that does not help, write it with lambda-bootstrap:package");
    }

    @Test
    void damaged_data_of_the_bootstrap_is_found() {
        assertThat(found(bootstrap(function()).data(new byte[] {1, 2, 3})))
                .singleElement()
                .asString()
                .startsWith("error [bootstrap] entry 'bootstrap' cannot be inflated (");
    }

    @Test
    void what_is_not_read_because_lambda_takes_no_more_is_left_to_another_rule() {
        assertThat(found(zip().file("data", "x").both(header -> header.uncompressedSize = 4_000_000_000L)))
                .isEmpty();
    }
}
