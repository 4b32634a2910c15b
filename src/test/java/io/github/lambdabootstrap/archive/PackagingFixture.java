package io.github.lambdabootstrap.archive;

import io.github.lambdabootstrap.bundle.ModulePlanner;
import io.github.lambdabootstrap.log.RecordedLines;
import io.github.lambdabootstrap.log.TextPackagingLog;
import io.github.lambdabootstrap.model.Architecture;
import io.github.lambdabootstrap.model.FunctionName;
import io.github.lambdabootstrap.model.Glob;
import io.github.lambdabootstrap.model.IncludeSpec;
import io.github.lambdabootstrap.model.LambdaRuntime;
import io.github.lambdabootstrap.model.RuntimeCatalog;
import io.github.lambdabootstrap.model.Workers;
import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A project folder with what it takes to package from it. */
public final class PackagingFixture {

    public static final LambdaRuntime AL2023 =
            RuntimeCatalog.builtIn().find("provided.al2023").orElseThrow();
    static final byte[] ELF_START = {0x7F, 'E', 'L', 'F', 2, 1, 1, 0};

    public final Path project;
    public final Path output;
    public final RecordedLines lines = new RecordedLines();
    public final Problems problems = new Problems();

    public PackagingFixture(Path project) throws IOException {
        this.project = project.toRealPath();
        this.output = this.project.resolve("target/lambda");
    }

    public Path file(String name, String content) throws IOException {
        Path file = project.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    public Path file(String name, byte[] content) throws IOException {
        Path file = project.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, content);
    }

    public TextPackagingLog log() {
        return new TextPackagingLog(lines, project);
    }

    /** A function on x86_64 whose executable something else made. */
    public FunctionTarget target(String name, Path executable, IncludeSpec... includes) {
        return new FunctionTarget(
                new FunctionName(name),
                AL2023,
                Architecture.X86_64,
                true,
                executable,
                Optional.empty(),
                Optional.empty(),
                List.of(includes),
                "pom.xml <functions><function>" + name);
    }

    public IncludeSpec include(String file, String target) {
        return spec(file, false, target, List.of(), List.of());
    }

    public IncludeSpec folder(String folder, String target) {
        return spec(folder, true, target, List.of(), List.of());
    }

    public IncludeSpec folder(String folder, String target, List<String> includes, List<String> excludes) {
        return spec(folder, true, target, includes, excludes);
    }

    private IncludeSpec spec(
            String source, boolean directory, String target, List<String> includes, List<String> excludes) {
        return new IncludeSpec(
                project.resolve(source),
                directory,
                includes.stream().map(Glob::new).toList(),
                excludes.stream().map(Glob::new).toList(),
                target,
                Optional.empty(),
                "pom.xml <includes>");
    }

    public ArchivePlanner planner(String names) {
        return planner(names, false);
    }

    public ArchivePlanner planner(String names, boolean linksMayLeave) {
        return new ArchivePlanner(
                new ArchiveNames(names, "1.0"),
                output,
                new IncludeReader(List.of(project), output, linksMayLeave),
                log());
    }

    public List<ArchivePlan> plan(List<FunctionTarget> targets, IncludeSpec... everywhere) {
        return new ModulePlanner(planner("{name}")).plan(targets, List.of(), List.of(everywhere), problems);
    }

    /** The plan of one function that nothing is wrong with. */
    public ArchivePlan plan(FunctionTarget target, IncludeSpec... everywhere) {
        List<ArchivePlan> plans = plan(List.of(target), everywhere);
        problems.throwIfAny();
        return plans.get(0);
    }

    /** What was found wrong, as a user would read it, with the project's folder as {@code PROJECT}. */
    public List<String> messages() {
        return problems.list().stream().map(this::message).toList();
    }

    private String message(Problem problem) {
        String text = problem.what() + " (" + problem.where() + ")"
                + (problem.why().isEmpty() ? "" : "; " + problem.why()) + " -> " + problem.fix();
        return text.replace(project.toString(), "PROJECT");
    }

    /** Writes an archive alone. */
    static void write(ArchivePlan plan) {
        try (DeflatedContents contents = DeflatedContents.of(List.of(plan), sources(plan), new Workers(2))) {
            new ArchiveWriter().write(plan, contents);
        }
    }

    /** What is in the sources of archives. */
    static SourceFiles sources(ArchivePlan... plans) {
        SourceFiles sources = new SourceFiles();
        sources.read(
                Stream.of(plans)
                        .flatMap(plan -> plan.entries().stream())
                        .map(PlannedEntry::source)
                        .toList(),
                new Workers(2));
        return sources;
    }
}
