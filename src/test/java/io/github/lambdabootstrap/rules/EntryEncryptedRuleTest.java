package io.github.lambdabootstrap.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EntryEncryptedRuleTest extends RuleTestCase {

    EntryEncryptedRuleTest() {
        super("entry-encrypted");
    }

    @Test
    void plain_entries_are_fine() {
        assertThat(found(bootstrap(function()))).isEmpty();
    }

    @Test
    void an_encrypted_entry_is_an_error() {
        assertThat(found(bootstrap(function()).file("secret.json", "{}").encrypted()))
                .containsExactly("error [secret.json] entry 'secret.json' is encrypted, and Lambda cannot ask for a"
                        + " password | fix: zip without a password; keep secrets in AWS Secrets Manager or encrypted"
                        + " variables");
    }
}
