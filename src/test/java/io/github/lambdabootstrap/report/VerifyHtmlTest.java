package io.github.lambdabootstrap.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdabootstrap.gate.GateReport;
import io.github.lambdabootstrap.model.Sha256;
import io.github.lambdabootstrap.rules.Finding;
import io.github.lambdabootstrap.rules.Severity;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerifyHtmlTest {

    private static final Pattern POLICY = Pattern.compile("default-src 'none'; style-src 'sha256-([^']+)';");
    private static final Pattern STYLE = Pattern.compile("(?s)<style>(.*)</style>");

    @Test
    void a_row_tells_all_that_counts() {
        assertThat(rows(ReportFixture.go("orders").with(ReportFixture.NOT_EXECUTABLE)))
                .containsExactly("""
                        <tr role=row class=failed>
                        <th role=rowheader scope=row>orders <span class="of path">target/lambda/orders.zip</span></th>
                        <td role=cell data-label=Verdict><span class=verdict>failed</span></td>
                        <td role=cell data-label=Runtime>provided.al2023<br>x86_64</td>
                        <td role=cell data-label=Language>Go 1.26.8, aws-lambda-go 1.55.1</td>
                        <td role=cell data-label=glibc><span class=none>–</span></td>
                        <td role=cell data-label=Zipped><span class=size>2.0 KiB</span> <span class=of>of 50 MiB</span><svg class=fine viewBox="0 0 100 4" preserveAspectRatio=none aria-hidden=true><rect width=100 height=4></rect><rect width=0.0 height=4></rect></svg></td>
                        <td role=cell data-label=Unzipped><span class=size>5.1 MiB</span> <span class=of>of 250 MiB</span><svg class=fine viewBox="0 0 100 4" preserveAspectRatio=none aria-hidden=true><rect width=100 height=4></rect><rect width=2.1 height=4></rect></svg></td>
                        <td role=cell class=facts><details><summary>Facts<span class=of> of orders</span></summary>
                        <dl>
                        <dt>Archive</dt><dd>target/lambda/orders.zip</dd>
                        <dt>SHA-256</dt><dd>e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855</dd>
                        <dt>CodeSha256</dt><dd>47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=</dd>
                        <dt>Starts</dt><dd>bootstrap</dd>
                        <dt>Mode</dt><dd>0755</dd>
                        <dt>Format</dt><dd>elf</dd>
                        <dt>Machine</dt><dd>x86_64</dd>
                        <dt>Linkage</dt><dd>static</dd>
                        <dt>Main package</dt><dd>example.com/orders</dd>
                        <dt>Build settings</dt><dd>CGO_ENABLED=0</dd>
                        <dt>Modules</dt><dd>github.com/aws/aws-lambda-go v1.55.1</dd>
                        </dl></details></td>
                        <td role=cell class=more><ul class=findings>
                        <li class=error><p class=about><span class=tag>error</span> <a href="https://github.com/lambdabootstrap/lambda-bootstrap-maven-plugin/blob/main/docs/rules.md#bootstrap-executable" rel=noreferrer>bootstrap-executable</a> <code>bootstrap</code></p>
                        <p>entry &#39;bootstrap&#39; has mode 0644.</p>
                        <p class=fix><b>Fix:</b> use 0755.</p></li>
                        </ul></td>
                        </tr>
                        """);
    }

    @Test
    void the_facts_of_a_bundle_are_what_its_shim_starts() {
        assertThat(rows(ReportFixture.go(ReportFixture.BUNDLE)))
                .singleElement()
                .asString()
                .contains("""
                        <dt>Shim</dt><dd>lambda-bootstrap shim 2 native x86_64</dd>
                        <dt>Routes</dt><dd>*-orders → bin/orders → bin/o</dd><dd>* → bin/ordrs</dd>
                        <dt>Executables</dt><dd>bootstrap, Go, x86_64</dd><dd>… and 3 more</dd>
                        """);
    }

    @Test
    void what_is_accepted_is_shown_with_its_reason() {
        Finding accepted = ReportFixture.NO_CLIENT.withSeverity(Severity.INFO);
        assertThat(rows(ReportFixture.go("orders").accepting(accepted, "a layer has it.")))
                .singleElement()
                .asString()
                .contains("<span class=tag>suppressed info</span>")
                .contains("<p>it has no client.</p>")
                .contains("<b>Accepted:</b> a layer has it.</p>")
                .doesNotContain("call lambda.Start");
    }

    @Test
    void what_failed_comes_first_then_what_has_findings() {
        String page = page(
                ReportFixture.go("good"),
                ReportFixture.go("later").later(),
                ReportFixture.go("warned").with(ReportFixture.NO_CLIENT),
                ReportFixture.go("bad").with(ReportFixture.NOT_EXECUTABLE));
        assertThat(found("<tr role=row class=(\\w+)>\\s*<th[^>]*>(\\w+)", page))
                .extracting(match -> match.group(2) + " " + match.group(1))
                .containsExactly("bad failed", "warned passed", "good passed", "later placeholder");
    }

    @ParameterizedTest
    @CsvSource({"1, fine, 0.0", "131072000, fine, 50.0", "255000000, near, 97.3", "300000000, over, 100.0"})
    void a_bar_shows_how_much_of_the_limit_is_used(long unzipped, String weight, String width) {
        String row = rows(ReportFixture.go("orders").unzipped(unzipped)).get(0);
        assertThat(found("<svg class=.*?</svg>", row).get(1).group())
                .contains("<svg class=" + weight + " ", "<rect width=" + width + " height=4></rect></svg>");
    }

    @Test
    void the_summary_says_how_it_went() {
        assertThat(headline(page())).isEqualTo("All 0 archives passed");
        assertThat(headline(page(ReportFixture.go("a")))).isEqualTo("The archive passed");
        assertThat(headline(page(ReportFixture.go("a"), ReportFixture.go("b")))).isEqualTo("All 2 archives passed");
        assertThat(headline(page(ReportFixture.go("a"), ReportFixture.go("b").with(ReportFixture.NOT_EXECUTABLE))))
                .isEqualTo("1 of 2 archives failed");
        assertThat(headline(ReportFixture.page(3))).isEqualTo("2 of 10 archives failed");
    }

    @Test
    void the_policy_allows_the_pages_own_style_and_nothing_else() {
        String page = ReportFixture.page(1);
        String style = found(STYLE.pattern(), page).get(0).group(1);
        assertThat(found(POLICY.pattern(), page).get(0).group(1))
                .isEqualTo(Sha256.of(style.getBytes(StandardCharsets.UTF_8)).base64());
        assertThat(page.replace(style, ""))
                .doesNotContainPattern("<(script|img|iframe|link|object|embed|form)\\b")
                .doesNotContainPattern("\\s(style|on\\w+|src)=");
        assertThat(style).doesNotContain("url(", "@import", "<");
    }

    @Test
    void the_same_report_is_the_same_page() {
        GateReport quick = ReportFixture.report(ReportFixture.go("orders"));
        GateReport slow = new GateReport(quick.verdicts(), quick.problems(), Duration.ofDays(1));
        assertThat(VerifyHtml.text(slow, ReportFixture.SUBJECT))
                .isEqualTo(VerifyHtml.text(quick, ReportFixture.SUBJECT));
    }

    /** Each colour on each ground it is used on, by the formula of WCAG 2: 4.5 is what its level AA asks for. */
    @ParameterizedTest
    @CsvSource({
        "text, page",
        "text, card",
        "soft, page",
        "soft, card",
        "soft, quiet-back",
        "link, card",
        "link, page",
        "good, good-back",
        "bad, bad-back",
        "warn, warn-back",
        "good, page",
        "bad, page",
    })
    void text_can_be_read_on_its_ground(String text, String ground) {
        String style = found(STYLE.pattern(), ReportFixture.page(0)).get(0).group(1);
        for (int theme = 0; theme < 2; theme++) {
            double light = luminance(colour(style, text, theme));
            double dark = luminance(colour(style, ground, theme));
            double contrast = (Math.max(light, dark) + 0.05) / (Math.min(light, dark) + 0.05);
            assertThat(contrast).as("theme " + theme).isGreaterThanOrEqualTo(4.5);
        }
    }

    private static String colour(String style, String name, int theme) {
        return found("--" + name + ": #([0-9a-f]{6})", style).get(theme).group(1);
    }

    private static double luminance(String rgb) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double part = Integer.parseInt(rgb.substring(2 * i, 2 * i + 2), 16) / 255.0;
            sum += weights[i] * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
        }
        return sum;
    }

    private static String headline(String page) {
        return found("aria-hidden=\"true\">.</span> ([^<]+)</p>", page).get(0).group(1);
    }

    private static List<String> rows(ReportFixture... archives) {
        return found("(?s)<tr role=row class.*?</tr>\n", page(archives)).stream()
                .map(MatchResult::group)
                .toList();
    }

    private static String page(ReportFixture... archives) {
        return VerifyHtml.text(ReportFixture.report(archives), ReportFixture.SUBJECT);
    }

    private static List<MatchResult> found(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().toList();
    }
}
