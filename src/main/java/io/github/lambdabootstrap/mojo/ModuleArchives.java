package io.github.lambdabootstrap.mojo;

import io.github.lambdabootstrap.gate.ArchiveRequest;
import io.github.lambdabootstrap.model.PackagedArchive;
import io.github.lambdabootstrap.model.RuntimeCatalog;
import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.ProblemException;
import io.github.lambdabootstrap.problem.Problems;
import io.github.lambdabootstrap.report.ArchivesInventory;
import io.github.lambdabootstrap.rules.Expectation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.ConfigurationContainer;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** What the modules of a build have packaged, by their inventories. */
record ModuleArchives(MavenSession session, String pluginKey, RuntimeCatalog catalog) {

    private static final String GOAL = "package";
    private static final String OUTPUT = "outputDirectory";

    /** The archives of all modules; a module that packages nothing has none. */
    List<ArchiveRequest> ofAllModules() {
        Problems problems = new Problems();
        List<ArchiveRequest> requests = new ArrayList<>();
        List<MavenProject> modules = session.getProjects().stream()
                .filter(module -> module.getBasedir() != null) // Maven's stand-in where there is no pom
                .filter(module -> packages(module) || Files.exists(inventory(module)))
                .toList();
        for (MavenProject module : modules) {
            try {
                requests.addAll(of(outputDirectory(module), catalog));
            } catch (ProblemException e) {
                problems.addAll(e.problems());
            }
        }
        problems.throwIfAny();
        if (modules.isEmpty()) {
            throw ProblemException.of(Problem.input(
                            "there is nothing to verify: no module of this build packages functions",
                            "name zips with -Dlambda.archives, or bind lambda-bootstrap:package in a pom")
                    .docs("reference/verify.md"));
        }
        return requests;
    }

    /** The archives that the inventory in this folder lists. */
    static List<ArchiveRequest> of(Path outputDirectory, RuntimeCatalog catalog) {
        return new ArchivesInventory(outputDirectory, catalog)
                .read().stream().map(ModuleArchives::request).toList();
    }

    private static ArchiveRequest request(PackagedArchive archive) {
        return new ArchiveRequest(
                archive.name(),
                archive.file(),
                new Expectation(
                        archive.runtime(),
                        Optional.of(archive.architecture()),
                        archive.layers(),
                        archive.handlers(),
                        archive.placeholder()));
    }

    private boolean packages(MavenProject module) {
        return plugin(module).stream()
                .flatMap(plugin -> plugin.getExecutions().stream())
                .anyMatch(execution -> execution.getGoals().contains(GOAL));
    }

    private Path inventory(MavenProject module) {
        return outputDirectory(module).resolve(ArchivesInventory.FILE_NAME);
    }

    /** Where the module's own goals write: Maven resolves a goal's parameters for one module alone. */
    private Path outputDirectory(MavenProject module) {
        Optional<String> configured = plugin(module).stream()
                .flatMap(plugin -> Stream.concat(plugin.getExecutions().stream(), Stream.of(plugin)))
                .map(ConfigurationContainer::getConfiguration)
                .filter(Xpp3Dom.class::isInstance)
                .map(configuration -> ((Xpp3Dom) configuration).getChild(OUTPUT))
                .filter(child -> child != null && child.getValue() != null)
                .map(Xpp3Dom::getValue)
                .findFirst();
        return module.getBasedir()
                .toPath()
                .resolve(configured
                        .or(() ->
                                Optional.ofNullable(session.getUserProperties().getProperty("lambda." + OUTPUT)))
                        .orElse(module.getBuild().getDirectory() + "/lambda"))
                .normalize();
    }

    private Optional<Plugin> plugin(MavenProject module) {
        return Optional.ofNullable(module.getPlugin(pluginKey));
    }
}
