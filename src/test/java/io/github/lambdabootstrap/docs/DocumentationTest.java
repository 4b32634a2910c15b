package io.github.lambdabootstrap.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdabootstrap.docs.PluginReference.Goal;
import io.github.lambdabootstrap.docs.PluginReference.Parameter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Documents and code agree. {@code mvn test -Dtest=DocumentationTest -Dlambda.docs.update} writes the generated parts
 * of the reference anew.
 */
class DocumentationTest {

    private static final Path DOCS = Path.of("docs");
    private static final Path README = Path.of("README.md");
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*]\\(([^)\\s]+)\\)");
    private static final Pattern ANCHOR_IN_CODE =
            Pattern.compile("\"(?:docs/)?([a-z0-9-]+(?:/[a-z0-9-]+)*\\.md(?:#[a-z0-9-]+)?)\"");

    private static PluginReference reference;

    @BeforeAll
    static void read_the_descriptor() throws IOException {
        reference = PluginReference.read();
    }

    @Test
    void the_page_of_each_goal_has_its_parameters() throws IOException {
        for (Goal goal : goals()) {
            Path page = DOCS.resolve("reference").resolve(goal.name() + ".md");
            assertThat(page).as("every goal has a page").exists();
            String updated = ReferencePage.update(Files.readString(page), goal);
            if (System.getProperty("lambda.docs.update") != null) {
                Files.writeString(page, updated);
            }
            assertThat(page)
                    .as("run mvn test -Dtest=DocumentationTest -Dlambda.docs.update")
                    .hasContent(updated);
        }
    }

    @Test
    void every_parameter_is_described_and_has_a_property_of_ours() throws IOException {
        List<String> faults = new ArrayList<>();
        for (Goal goal : goals()) {
            for (Parameter p : goal.parameters()) {
                boolean nested = p.type().contains("Config") || p.type().startsWith("java.util.Map");
                boolean settable = nested || !p.property().isEmpty();
                if (p.description().isEmpty() || p.since().isEmpty() || !settable) {
                    faults.add(goal.name() + ": " + p.name());
                }
                PluginReference.beanFields(p.type()).stream()
                        .filter(field -> field.description().isEmpty())
                        .forEach(field -> faults.add(goal.name() + ": " + p.name() + "." + field.name()));
            }
        }
        assertThat(faults)
                .as("parameters without description, since or property")
                .isEmpty();
    }

    @Test
    void every_goal_can_be_skipped_by_its_own_property() {
        for (Goal goal : goals()) {
            assertThat(goal.parameters())
                    .extracting(Parameter::property)
                    .as(goal.name())
                    .contains("lambda.skip", "lambda." + goal.name() + ".skip");
        }
    }

    @Test
    void every_property_that_the_documents_name_exists() throws IOException {
        Set<String> known = new TreeSet<>();
        for (Goal goal : goals()) {
            for (Parameter parameter : goal.parameters()) {
                known.add(parameter.property());
                // a bean's element names its own property in its description
                PluginReference.beanFields(parameter.type())
                        .forEach(field -> Pattern.compile("lambda\\.[a-z0-9.]+\\w")
                                .matcher(field.description())
                                .results()
                                .forEach(property -> known.add(property.group())));
            }
        }
        Pattern used = Pattern.compile("-D(lambda\\.[A-Za-z0-9.]+[A-Za-z0-9])");
        for (Path page : pages()) {
            Matcher property = used.matcher(Files.readString(page));
            while (property.find()) {
                assertThat(known).as(page + " names -D" + property.group(1)).contains(property.group(1));
            }
        }
    }

    @Test
    void the_readme_shows_every_goal_and_the_version_of_this_build() throws IOException {
        String readme = Files.readString(README);
        String version = version();
        for (Goal goal : goals()) {
            assertThat(readme).contains("lambda-bootstrap:" + goal.name());
        }
        assertThat(readme).contains("<version>" + version + "</version>");
        assertThat(Files.readString(Path.of("src/it/quickstart/pom.xml")))
                .contains("<version>" + version + "</version>");
    }

    @Test
    void every_link_in_the_documents_leads_somewhere() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path page : pages()) {
            Matcher link = LINK.matcher(withoutCode(Files.readString(page)));
            while (link.find()) {
                if (!link.group(1).contains("://") && !resolves(page, link.group(1))) {
                    broken.add(page + " -> " + link.group(1));
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void every_page_that_a_message_names_exists() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path source : files(Path.of("src/main/java"), ".java")) {
            Matcher anchor = ANCHOR_IN_CODE.matcher(Files.readString(source));
            while (anchor.find()) {
                if (!resolves(DOCS.resolve("x"), anchor.group(1))) {
                    broken.add(source + " -> " + anchor.group(1));
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void the_readme_shows_upload_in_ten_lines_with_the_policy() throws IOException {
        String readme = Files.readString(README);
        String upload = readme.substring(readme.indexOf("**Upload to S3.**"), readme.indexOf("**Skip.**"));
        List<String> lines = Pattern.compile("```(?:xml|json)\\n(.*?)```", Pattern.DOTALL)
                .matcher(upload)
                .results()
                .flatMap(block -> block.group(1).lines())
                .toList();
        assertThat(lines).hasSizeLessThanOrEqualTo(10);
        assertThat(String.join("\n", lines))
                .contains("<goal>upload</goal>", "<bucket>", "\"Action\": [\"s3:PutObject\", \"s3:GetObject\"]");
    }

    @Test
    void the_page_about_deploying_shows_the_examples_that_the_tools_have_read() throws IOException {
        String page = Files.readString(DOCS.resolve("deploy.md"));
        List<Path> examples = files(Path.of("src/test/resources/deploy"), "");
        assertThat(examples).hasSize(5);
        for (Path example : examples) {
            assertThat(page).contains("\n" + Files.readString(example) + "```\n");
        }
    }

    @Test
    void every_integration_test_is_run_and_listed() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        String table = Files.readString(Path.of("src/it/README.md"));
        try (Stream<Path> tests = Files.list(Path.of("src/it"))) {
            assertThat(tests.filter(Files::isDirectory)).isNotEmpty().allSatisfy(test -> {
                String name = test.getFileName().toString();
                assertThat(table).contains("| `" + name + "` |");
                if (!Files.exists(test.resolve("pom.xml"))) {
                    assertThat(pom).contains("<pomInclude>" + name + "</pomInclude>");
                }
            });
        }
    }

    @Test
    void the_changelog_has_a_section_for_this_version() throws IOException {
        assertThat(Files.readString(DOCS.resolve("changelog.md")))
                .contains("## " + version().replace("-SNAPSHOT", ""));
    }

    private static List<Goal> goals() {
        return reference.goals().values().stream()
                .filter(goal -> !goal.name().equals("help"))
                .toList();
    }

    private static boolean resolves(Path page, String link) throws IOException {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
        if (!Files.exists(target)) {
            return false;
        }
        return parts.length == 1 || anchors(Files.readString(target)).contains(parts[1]);
    }

    /** The anchors that the usual Markdown renderers give to headings. */
    private static Set<String> anchors(String page) {
        return withoutCode(page)
                .lines()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("#+\\s*", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    private static String withoutCode(String page) {
        return Pattern.compile("^```.*?^```", Pattern.DOTALL | Pattern.MULTILINE)
                .matcher(page)
                .replaceAll("");
    }

    private static String version() throws IOException {
        Matcher version = Pattern.compile("<version>([^<]+)</version>").matcher(Files.readString(Path.of("pom.xml")));
        assertThat(version.find()).isTrue();
        return version.group(1);
    }

    private static List<Path> pages() throws IOException {
        return Stream.concat(Stream.of(README), files(DOCS, ".md").stream()).toList();
    }

    private static List<Path> files(Path folder, String suffix) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> f.toString().endsWith(suffix) && Files.isRegularFile(f))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
