package io.github.lambdabootstrap.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ArchiveNotEmptyRuleTest extends RuleTestCase {

    ArchiveNotEmptyRuleTest() {
        super("archive-not-empty");
    }

    @Test
    void one_file_is_enough() {
        assertThat(found(zip().file("x", "x"))).isEmpty();
    }

    @Test
    void no_entry_or_folders_alone_are_nothing() {
        String finding = "error it is a zip without a file in it; Lambda says: Uploaded file must be a non-empty zip"
                + " | fix: look for the build step before it that failed to write the executable";
        assertThat(found(zip())).containsExactly(finding);
        assertThat(found(zip().directory("bin/"))).containsExactly(finding);
    }
}
