package io.github.lambdabootstrap.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdabootstrap.archive.ZipFixture;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateCodeRuleTest extends TemplateRuleTestCase {

    TemplateCodeRuleTest() {
        super("template-code");
    }

    @BeforeEach
    void package_archives() {
        archive("orders", bootstrap(function()));
        archive("users", bootstrap(function()));
    }

    private static String[] code(String place) {
        return new String[] {"Runtime: provided.al2023", "Handler: bootstrap", "CodeUri: " + place};
    }

    @ParameterizedTest
    @ValueSource(strings = {"target/lambda/orders.zip", "./target/lambda/../lambda/orders.zip"})
    void an_archive_that_passed_is_fine(String place) {
        assertThat(foundInFunction(code(place))).isEmpty();
    }

    @Test
    void one_that_did_not_is_an_error() {
        archive("broken", ZipFixture.zip().file("main", function().bytes()));
        assertThat(foundInFunction(code("target/lambda/broken.zip")))
                .containsExactly("error [Orders] line 8: 'Orders' runs target/lambda/broken.zip, which did not pass"
                        + " | fix: correct what is found in the archive");
    }

    @Test
    void a_mistyped_name_is_an_error_where_the_archives_are() {
        assertThat(foundInFunction(code("target/lambda/ordrs.zip")))
                .containsExactly("error [Orders] line 8: 'Orders' runs target/lambda/ordrs.zip, and no archive of this"
                        + " name is packaged | fix: name one that is: the nearest is orders.zip");
    }

    @Test
    void what_may_be_made_later_is_nothing_to_tell() throws IOException {
        assertThat(foundInFunction(code("build/later.zip"))).isEmpty();
        assertThat(foundInFunction(code("target/lambda/"))).isEmpty();
        assertThat(foundInFunction(code("cmd/orders"))).isEmpty();
        assertThat(foundInFunction(code("target/lambda/ordrs"))).isEmpty();
        assertThat(foundInFunction(code("s3://artifacts/ordrs.zip"))).isEmpty();
        Files.writeString(folder.resolve("target/lambda/of-another-tool.zip"), "");
        assertThat(foundInFunction(code("target/lambda/of-another-tool.zip"))).isEmpty();
        onlyNamed();
        assertThat(foundInFunction(code("target/lambda/ordrs.zip"))).isEmpty();
    }

    @Test
    void the_zips_of_other_languages_are_not_ours() {
        assertThat(foundInFunction("Runtime: python3.12", "Handler: app.main", "CodeUri: target/lambda/app.zip"))
                .isEmpty();
    }

    @Test
    void the_nearest_name_is_told_and_of_two_the_first() {
        archive("user", bootstrap(function()));
        archive("uxers", bootstrap(function()));
        assertThat(foundInFunction(code("target/lambda/uzers.zip")))
                .containsExactly("error [Orders] line 8: 'Orders' runs target/lambda/uzers.zip, and no archive of this"
                        + " name is packaged | fix: name one that is: the nearest is users.zip");
    }
}
