package io.github.lambdabootstrap.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdabootstrap.archive.ZipFixture;
import org.junit.jupiter.api.Test;

class ArchiveSizeRuleTest extends RuleTestCase {

    ArchiveSizeRuleTest() {
        super("archive-size");
    }

    private static final String FIX = " | fix: leave out what the function does not need; strip the executable (-s -w)";

    @Test
    void a_small_archive_is_fine() {
        assertThat(found(bootstrap(function()).zeros("data", 1000))).isEmpty();
    }

    @Test
    void the_limit_is_an_error_and_a_byte_less_is_a_warning() {
        assertThat(found(claiming(262_144_000)))
                .containsExactly(
                        "error it has 262144000 bytes unzipped; Lambda says: Unzipped size must be smaller than"
                                + " 262144000 bytes" + FIX);
        assertThat(found(claiming(262_143_999)))
                .containsExactly("warning it has 262143999 bytes unzipped, close to Lambda's limit of 262144000" + FIX);
    }

    @Test
    void the_last_twentieth_before_the_limit_is_a_warning() {
        assertThat(found(claiming(249_036_799))).isEmpty();
        assertThat(found(claiming(249_036_800)))
                .containsExactly("warning it has 249036800 bytes unzipped, close to Lambda's limit of 262144000" + FIX);
    }

    @Test
    void known_layers_are_counted_in() {
        beside(claiming(100_000_000));
        beside(claiming(62_144_000));
        beside("arn:aws:lambda:eu-west-1:123456789012:layer:orders:1");
        assertThat(found(claiming(100_000_000)))
                .containsExactly("error it has 262144000 bytes unzipped, its layers counted in; Lambda says: Unzipped"
                        + " size must be smaller than 262144000 bytes" + FIX);
    }

    @Test
    void what_is_claimed_counts_so_that_a_bomb_is_not_inflated() {
        assertThat(found(claiming(4_000_000_000L)))
                .containsExactly("error it has 4000000000 bytes unzipped; Lambda says: Unzipped size must be smaller"
                        + " than 262144000 bytes" + FIX);
    }

    @Test
    void claims_whose_sum_no_number_holds_are_too_many() {
        beside(claiming(1000));
        ZipFixture zip = zip();
        for (int i = 0; i < 9; i++) {
            zip.file("data" + i, "x").zip64Entry().both(header -> header.uncompressedSize = 1L << 60);
        }
        assertThat(found(zip)).singleElement().asString().startsWith("error it has 9223372036854775807 bytes");
    }

    @Test
    void a_zip_beyond_the_direct_upload_is_a_warning() {
        int headers = zip().file("data", "").stored("").bytes().length;
        assertThat(found(zip().file("data", "").stored(new byte[52_428_799 - headers])))
                .isEmpty();
        assertThat(found(zip().file("data", "").stored(new byte[52_428_800 - headers])))
                .containsExactly("warning the zip has 50.0 MiB, too much for a direct upload (50 MB) | fix: upload it"
                        + " through S3, as sam package, aws cloudformation package and lambda-bootstrap:upload do");
    }

    /** A zip whose headers claim so many bytes: the limit is on what is claimed. */
    private static ZipFixture claiming(long size) {
        return zip().file("data", "x").both(header -> header.uncompressedSize = size);
    }
}
