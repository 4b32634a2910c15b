package io.github.lambdabootstrap.build;

import io.github.lambdabootstrap.build.FunctionDiscovery.Discovery;
import io.github.lambdabootstrap.build.FunctionDiscovery.Rejected;
import io.github.lambdabootstrap.build.FunctionPlan.BrokenModule;
import io.github.lambdabootstrap.model.Architecture;
import io.github.lambdabootstrap.model.FunctionName;
import io.github.lambdabootstrap.model.FunctionSource;
import io.github.lambdabootstrap.model.FunctionSpec;
import io.github.lambdabootstrap.model.Workers;
import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.Problems;
import io.github.lambdabootstrap.problem.SafeText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the Go functions of a Maven module: those that its pom names and those that its Go modules hold. */
public final class FunctionFinder {

    private final GoList list;
    private final Workers workers;

    /** A finder that asks Go for several modules at once. */
    public FunctionFinder(GoList list, Workers workers) {
        this.list = list;
        this.workers = workers;
    }

    /**
     * What to look for.
     *
     * @param modules where
     * @param area which folders count in them
     * @param discovery how functions are told from other programs and named
     * @param specs the functions of the pom, those with an executable of their own included
     * @param discovers whether found functions count beside those of the pom
     * @param target what found functions run on
     */
    public record Request(
            List<GoModule> modules,
            GoModules area,
            FunctionDiscovery discovery,
            List<FunctionSpec> specs,
            boolean discovers,
            Target target) {

        public Request {
            modules = List.copyOf(modules);
            specs = List.copyOf(specs);
        }

        /** Whether any function can be a Go program. */
        public boolean wantsGo() {
            return discovers
                    || specs.stream().anyMatch(spec -> !(spec.source() instanceof FunctionSource.ExecutableFile));
        }

        private boolean needsDiscovery() {
            return discovers || specs.stream().anyMatch(spec -> spec.source() instanceof FunctionSource.Discovered);
        }

        private Architecture architecture() {
            return target.architectures().get(0);
        }
    }

    /** The plan; what is wrong with a wanted function is added to the problems. */
    public FunctionPlan find(Request request, Problems problems) {
        List<GoList.Listing> listings = request.needsDiscovery()
                ? workers.map(request.modules(), module -> list.list(module, request.architecture(), List.of("./...")))
                : List.of();
        List<BrokenModule> broken = broken(listings, problems);
        Discovery found = request.discovery()
                .judge(listings.stream()
                        .map(listing -> covered(listing, request.area()))
                        .toList());
        NamedPackages packages = new NamedPackages(
                        request.specs(), request.discovery().settings().directory(), request.modules())
                .listWith(list, request.architecture());
        List<GoFunction> functions =
                functions(request, new FunctionSelection(request.discovery(), found, packages), problems);
        functions.forEach(function -> error(function).ifPresent(problems::add));
        return new FunctionPlan(functions, unused(found.others(), functions), broken);
    }

    private static List<GoFunction> functions(Request request, FunctionSelection selection, Problems problems) {
        List<GoFunction> named = selection.named(request.specs(), problems);
        List<GoFunction> functions = new ArrayList<>(named);
        if (request.discovers()) {
            List<FunctionName> taken =
                    request.specs().stream().map(FunctionSpec::name).toList();
            functions.addAll(selection.added(named, taken, request.target(), problems));
        }
        return functions;
    }

    // a pattern also matches what lies in node_modules, in build output and in other Maven modules
    private static GoList.Listing covered(GoList.Listing listing, GoModules modules) {
        return new GoList.Listing(
                listing.module(),
                listing.mains().stream()
                        .filter(main ->
                                main.directory().startsWith(listing.module().directory()))
                        .filter(main -> modules.covers(main.directory())
                                || main.directory().equals(listing.module().directory()))
                        .toList(),
                listing.others(),
                listing.refusals());
    }

    private static List<BrokenModule> broken(List<GoList.Listing> listings, Problems problems) {
        List<BrokenModule> broken = new ArrayList<>();
        for (GoList.Listing listing : listings) {
            Path directory = listing.module().directory();
            for (GoRefusal refusal : listing.refusals()) {
                broken.add(new BrokenModule(directory, refusal.text()));
                if (refusal.isEnvironment()) {
                    // with another Go or a network it might hold functions: going on would lose them in silence
                    problems.add(refusal.problem().at(SafeText.of(directory.toString())));
                }
            }
        }
        return broken;
    }

    private static List<Rejected> unused(List<Rejected> others, List<GoFunction> functions) {
        return others.stream()
                .filter(other -> functions.stream()
                        .noneMatch(function ->
                                function.main().directory().equals(other.main().directory())))
                .toList();
    }

    private static Optional<Problem> error(GoFunction function) {
        return function.main()
                .error()
                .map(text -> Problem.input(
                                "the Go package of function '" + function.name() + "' does not load: "
                                        + SafeText.of(text),
                                "correct it; by hand: go build "
                                        + SafeText.of(function.main().importPath()))
                        .at(SafeText.of(function.main().directory().toString()))
                        .docs("reference/build.md#what-is-run"));
    }
}
