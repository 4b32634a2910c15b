package io.github.lambdabootstrap.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdabootstrap.report.HostileArchive;
import io.github.lambdabootstrap.report.ReportFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Opens {@code verify.html} in a browser. Its pictures stay in {@code target/truth/pages}, to be looked at. */
@Tag("truth")
class VerifyPageTest {

    private static final Path PAGES = Tool.WORKSHOP.resolve("pages");
    private static final String OVERFLOW =
            "document.documentElement.scrollWidth - document.documentElement.clientWidth";

    private static Browser browser;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Files.createDirectories(PAGES);
        browser = Browser.start();
    }

    @AfterAll
    static void stop() {
        browser.close();
    }

    @ParameterizedTest
    @CsvSource({"1280, light", "1280, dark", "768, light", "390, light", "390, dark"})
    void the_page_is_quiet_and_fits(int width, String colours) throws IOException {
        Path page = page("verify.html", ReportFixture.page(3));
        browser.open(page, width, colours);
        browser.picture(PAGES.resolve("verify-" + width + "-" + colours + ".png"));
        assertQuiet(page);
        assertThat(browser.evaluate("[...document.querySelectorAll('details')].forEach(one => one.open = true)"))
                .isEqualTo("undefined");
        browser.picture(PAGES.resolve("verify-" + width + "-" + colours + "-open.png"));
        assertThat(browser.evaluate(OVERFLOW)).isEqualTo("0");
    }

    @Test
    void it_follows_the_colours_of_the_reader() throws IOException {
        Path page = page("verify.html", ReportFixture.page(0));
        String back = "getComputedStyle(document.body).backgroundColor";
        browser.open(page, 1280, "light");
        assertThat(browser.evaluate(back)).isEqualTo("rgb(246, 247, 249)");
        browser.open(page, 1280, "dark");
        assertThat(browser.evaluate(back)).isEqualTo("rgb(18, 22, 27)");
    }

    @Test
    void a_thousand_archives_are_no_burden() throws IOException {
        Path page = page("verify-1000.html", ReportFixture.page(1000));
        browser.open(page, 1280, "light");
        assertQuiet(page);
        assertThat(browser.evaluate("document.querySelectorAll('tbody tr').length"))
                .isEqualTo("1007");
        assertThat(browser.work()).isBetween(0.01, 5.0);
    }

    @Test
    void nothing_that_an_archive_says_becomes_part_of_the_page() throws IOException {
        Path page = page("hostile.html", HostileArchive.page(PAGES));
        browser.open(page, 390, "light");
        assertQuiet(page);
        assertThat(browser.evaluate("typeof window.pwned")).isEqualTo("undefined");
        assertThat(browser.evaluate("document.querySelectorAll('script, img, iframe, object, embed').length"))
                .isEqualTo("0");
        assertThat(browser.evaluate("document.body.innerText.includes('<script>window.pwned=1</script>')"))
                .isEqualTo("true");
    }

    /** What the other tests would see if the escaping failed: the policy holds, and each trespass is heard of. */
    @Test
    void what_gets_in_all_the_same_is_stopped_by_the_policy_and_heard_of() throws IOException {
        String page = ReportFixture.page(0);
        String trespass = "<script>window.pwned=1</script><img src=\"other.png\" onerror=\"window.pwned=2\">"
                + "<p style=\"width:2000px\">x</p>";
        Path file = page("trespass.html", page.replace("<main>", "<main>" + trespass));
        browser.open(file, 390, "light");
        assertThat(browser.evaluate("typeof window.pwned")).isEqualTo("undefined");
        assertThat(browser.complaints().toString())
                .contains("script-src", "img-src", "style-src")
                .contains("default-src 'none'");
    }

    @Test
    void what_does_not_fit_is_seen() throws IOException {
        String wide = "<main><pre>" + "x".repeat(999) + "</pre>";
        browser.open(page("wide.html", ReportFixture.page(0).replace("<main>", wide)), 390, "light");
        assertThat(Integer.parseInt(browser.evaluate(OVERFLOW))).isPositive();
    }

    private static void assertQuiet(Path page) {
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.requests()).containsExactly(page.toUri().toString());
        assertThat(browser.evaluate(OVERFLOW)).isEqualTo("0");
    }

    private static Path page(String name, String content) throws IOException {
        return Files.writeString(PAGES.resolve(name), content);
    }
}
