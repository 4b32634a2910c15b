package io.github.lambdabootstrap.bundle;

import io.github.lambdabootstrap.archive.ArchivePlan;
import io.github.lambdabootstrap.archive.FunctionTarget;
import io.github.lambdabootstrap.archive.PackagingFixture;
import io.github.lambdabootstrap.archive.PlannedEntry;
import io.github.lambdabootstrap.model.Architecture;
import io.github.lambdabootstrap.model.FunctionName;
import io.github.lambdabootstrap.model.Glob;
import io.github.lambdabootstrap.model.IncludeSpec;
import io.github.lambdabootstrap.model.LambdaRuntime;
import io.github.lambdabootstrap.shim.ShimForm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A project with functions, and a bundle of them that is changed piece by piece. */
final class BundleFixture {

    final PackagingFixture in;
    final List<FunctionTarget> functions = new ArrayList<>();
    final List<IncludeSpec> everywhere = new ArrayList<>();

    private String name = "deploy";
    private List<Glob> chosen = List.of();
    private Placement placement = new Placement(Placement.NAME, "<directory>", List.of());
    private Dispatch dispatch = new Dispatch(ShimForm.NATIVE, List.of(), false);
    private boolean standalone;
    private List<IncludeSpec> includes = List.of();

    BundleFixture(Path folder) throws IOException {
        this.in = new PackagingFixture(folder);
    }

    /** Adds functions on x86_64 whose packages lie below {@code cmd}. */
    BundleFixture functions(String... names) throws IOException {
        for (String each : names) {
            functions.add(function(each, PackagingFixture.AL2023, Architecture.X86_64, Optional.of("cmd/" + each)));
        }
        return this;
    }

    FunctionTarget function(
            String named, LambdaRuntime runtime, Architecture architecture, Optional<String> packagePath)
            throws IOException {
        return new FunctionTarget(
                new FunctionName(named),
                runtime,
                architecture,
                // the tests add arm64 to what is there for x86_64
                architecture == Architecture.X86_64,
                in.file("programs/" + named, named),
                Optional.empty(),
                packagePath,
                List.of(),
                "function '" + named + "'");
    }

    BundleFixture named(String other) {
        name = other;
        return this;
    }

    BundleFixture of(String... globs) {
        chosen = Stream.of(globs).map(Glob::new).toList();
        return this;
    }

    BundleFixture at(String pattern) {
        placement = new Placement(pattern, "<entry>", placement.handlers());
        return this;
    }

    /** Gives a function an exact place. */
    BundleFixture handler(String handler, String function) {
        List<Placement.Handler> handlers = new ArrayList<>(placement.handlers());
        handlers.add(new Placement.Handler(handler, function));
        placement = new Placement(placement.pattern(), placement.element(), handlers);
        return this;
    }

    BundleFixture route(String match, String function) {
        List<Dispatch.NamedRoute> routes = new ArrayList<>(dispatch.routes());
        routes.add(new Dispatch.NamedRoute(match, function));
        dispatch = new Dispatch(dispatch.form(), routes, dispatch.execWrapper());
        return this;
    }

    BundleFixture script() {
        dispatch = new Dispatch(ShimForm.SH, dispatch.routes(), dispatch.execWrapper());
        return this;
    }

    BundleFixture execWrapper() {
        dispatch = new Dispatch(dispatch.form(), dispatch.routes(), true);
        return this;
    }

    BundleFixture standalone() {
        standalone = true;
        return this;
    }

    BundleFixture includes(IncludeSpec... specs) {
        includes = List.of(specs);
        return this;
    }

    BundleSpec spec() {
        return new BundleSpec(
                new FunctionName(name),
                chosen,
                placement,
                dispatch,
                standalone,
                includes,
                "pom.xml <bundles><bundle>" + name);
    }

    List<ArchivePlan> plans(BundleSpec... bundles) {
        return new ModulePlanner(in.planner("{name}")).plan(functions, List.of(bundles), everywhere, in.problems);
    }

    /** All plans with this bundle alone. */
    List<ArchivePlan> plans() {
        return plans(spec());
    }

    /** The plan of this bundle, with which nothing is wrong. */
    ArchivePlan plan() {
        List<ArchivePlan> plans = plans();
        in.problems.throwIfAny();
        return plans.get(plans.size() - 1);
    }

    /** What is wrong with this bundle. */
    List<String> problems() {
        plans();
        return in.messages();
    }

    static List<String> paths(ArchivePlan plan) {
        return plan.entries().stream().map(entry -> entry.path().text()).toList();
    }

    static byte[] content(ArchivePlan plan, String path) throws IOException {
        PlannedEntry found = plan.entries().stream()
                .filter(entry -> entry.path().text().equals(path))
                .findFirst()
                .orElseThrow();
        try (var stream = found.source().open()) {
            return stream.readAllBytes();
        }
    }
}
