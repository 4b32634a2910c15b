package io.github.lambdabootstrap.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdabootstrap.archive.ArchivePlan;
import io.github.lambdabootstrap.model.Architecture;
import io.github.lambdabootstrap.model.FunctionName;
import io.github.lambdabootstrap.model.RuntimeCatalog;
import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.Problems;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.MavenProjectHelper;
import org.junit.jupiter.api.Test;

class AttachedArchivesTest {

    private final MavenProject project = new MavenProject();
    private final Problems problems = new Problems();

    @Test
    void each_archive_is_attached_under_its_name_once() {
        List<ArchivePlan> plans = List.of(plan("/out/one.zip"), plan("/out/two.zip"));

        archives("default").attach(plans);
        archives("default").attach(plans);

        assertThat(project.getAttachedArtifacts())
                .extracting(artifact -> artifact.getType() + " " + artifact.getClassifier() + " " + artifact.getFile())
                .containsExactly("zip one /out/one.zip", "zip two /out/two.zip");
    }

    @Test
    void a_classifier_that_another_artifact_has_is_a_problem() {
        attach("zip", "One", new File("/assembly/dist.zip"));
        attach("jar", "two", new File("/elsewhere/two.jar"));

        archives("default").reportTakenClassifiers(List.of(plan("/out/one.zip"), plan("/out/two.zip")), problems);

        assertThat(problems.list())
                .containsExactly(Problem.input(
                                "two attached artifacts have the type zip and the classifier 'One'",
                                "change <archiveName>, or set lambda.attach=false")
                        .at("pom.xml <execution>default")
                        .because("Maven would install and deploy only one of them"));
    }

    @Test
    void the_same_archives_attached_before_are_no_problem() {
        List<ArchivePlan> plans = List.of(plan("/out/one.zip"));
        archives("default").attach(plans);

        archives("default").reportTakenClassifiers(plans, problems);

        assertThat(problems.list()).isEmpty();
    }

    @Test
    void a_file_that_another_execution_made_is_a_problem_and_ones_own_is_not() {
        archives("first").claim(List.of(plan("/out/one.zip")));
        archives("second").claim(List.of(plan("/out/two.zip")));

        archives("second").reportFilesOfOthers(List.of(plan("/out/ONE.zip"), plan("/out/two.zip")), problems);

        assertThat(problems.list())
                .containsExactly(Problem.input(
                                "two executions make the archive 'ONE': 'first' and 'second'",
                                "give one of them other functions, another <archiveName>, or another"
                                        + " <outputDirectory>")
                        .at("pom.xml <execution>second"));
    }

    private AttachedArchives archives(String execution) {
        return new AttachedArchives(project, new Attaching(), execution);
    }

    private static ArchivePlan plan(String file) {
        Path path = Path.of(file);
        return new ArchivePlan(
                path.getFileName().toString().replace(".zip", ""),
                path,
                List.of(new FunctionName("x")),
                RuntimeCatalog.builtIn().find("provided.al2023").orElseThrow(),
                Architecture.X86_64,
                List.of(),
                List.of());
    }

    @SuppressWarnings("deprecation") // meant for MavenProjectHelper alone, which this test stands in for
    private void attach(String type, String classifier, File file) {
        Artifact artifact =
                new DefaultArtifact("g", "a", "1", null, type, classifier, new DefaultArtifactHandler(type));
        artifact.setFile(file);
        project.addAttachedArtifact(artifact);
    }

    /** Attaches as Maven's own does, without its container. */
    private final class Attaching implements MavenProjectHelper {

        @Override
        public void attachArtifact(MavenProject to, String type, String classifier, File file) {
            attach(type, classifier, file);
        }

        @Override
        public void attachArtifact(MavenProject to, File file, String classifier) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void attachArtifact(MavenProject to, String type, File file) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void addResource(MavenProject to, String directory, List<String> includes, List<String> excludes) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void addTestResource(MavenProject to, String directory, List<String> includes, List<String> excludes) {
            throw new UnsupportedOperationException();
        }
    }
}
