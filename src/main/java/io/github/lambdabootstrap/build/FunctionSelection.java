package io.github.lambdabootstrap.build;

import io.github.lambdabootstrap.build.FunctionDiscovery.Discovery;
import io.github.lambdabootstrap.build.FunctionDiscovery.Found;
import io.github.lambdabootstrap.build.FunctionDiscovery.Rejected;
import io.github.lambdabootstrap.model.FunctionName;
import io.github.lambdabootstrap.model.FunctionSource;
import io.github.lambdabootstrap.model.FunctionSpec;
import io.github.lambdabootstrap.model.NameDistance;
import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.Problems;
import io.github.lambdabootstrap.problem.SafeText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Brings together the functions that the pom names and those that were found.
 *
 * @param discovery names what was found
 * @param found what was found
 * @param packages the packages that the pom names
 */
record FunctionSelection(FunctionDiscovery discovery, Discovery found, NamedPackages packages) {

    private static final String NAMED = "named in the pom";
    private static final int NEAR = 3;

    /** The functions of the pom that are Go programs, in its order; a problem for each that is none. */
    List<GoFunction> named(List<FunctionSpec> specs, Problems problems) {
        List<GoFunction> functions = new ArrayList<>();
        for (FunctionSpec spec : specs) {
            Optional<MainPackage> main = Optional.empty();
            if (spec.source() instanceof FunctionSource.GoPackage named) {
                main = packages.find(named.path(), spec.where(), problems);
            } else if (spec.source() instanceof FunctionSource.Discovered) {
                main = byName(spec, problems);
            }
            main.map(program -> new GoFunction(spec.name(), program, spec.runtime(), spec.architectures(), NAMED))
                    .ifPresent(functions::add);
        }
        return functions;
    }

    /** The found functions that the pom does not name, under names that the pom leaves free. */
    List<GoFunction> added(List<GoFunction> named, List<FunctionName> taken, Target target, Problems problems) {
        Set<String> packagesNamed =
                named.stream().map(function -> function.main().importPath()).collect(Collectors.toSet());
        List<Found> others = found.functions().stream()
                .filter(function -> !packagesNamed.contains(function.main().importPath()))
                .toList();
        List<FunctionName> names =
                discovery.names(others.stream().map(Found::main).toList(), taken);
        List<GoFunction> functions = new ArrayList<>();
        Set<String> used = new HashSet<>(taken.stream().map(FunctionName::key).toList());
        for (int i = 0; i < names.size(); i++) {
            Found other = others.get(i);
            if (!used.add(names.get(i).key())) {
                problems.add(unnameable(other, names.get(i)));
            }
            functions.add(new GoFunction(
                    names.get(i), other.main(), target.runtime(), target.architectures(), other.reason()));
        }
        return functions;
    }

    // the pom may name a program that discovery leaves out: naming it is a way to force it
    private Optional<MainPackage> byName(FunctionSpec spec, Problems problems) {
        Optional<MainPackage> function = found.functions().stream()
                .filter(candidate -> candidate.name().equals(spec.name()))
                .map(Found::main)
                .findFirst();
        if (function.isPresent()) {
            return function;
        }
        List<MainPackage> programs = found.others().stream()
                .filter(candidate ->
                        candidate.name().equals(spec.name()) && candidate.main().compiles())
                .map(Rejected::main)
                .toList();
        if (programs.size() != 1) {
            problems.add(unknown(spec, programs));
            return Optional.empty();
        }
        return Optional.of(programs.get(0));
    }

    private Problem unknown(FunctionSpec spec, List<MainPackage> several) {
        String what = several.isEmpty()
                ? "no function '" + spec.name() + "' was found; "
                        + nearest(spec.name().value())
                : "'" + spec.name() + "' is the name of " + several.size() + " programs: "
                        + several.stream()
                                .map(MainPackage::importPath)
                                .map(SafeText::of)
                                .collect(Collectors.joining(", "));
        return Problem.input(what, "name a found function, or give its <goPackage> or <executable>")
                .at(spec.where())
                .docs("reference/build.md#which-programs-are-functions");
    }

    private String nearest(String wanted) {
        List<String> names = Stream.concat(
                        found.functions().stream().map(Found::name),
                        found.others().stream().map(Rejected::name))
                .map(FunctionName::value)
                .toList();
        return names.isEmpty()
                ? "there is no main package at all"
                : "the nearest names are " + String.join(", ", NameDistance.nearest(wanted, names, NEAR));
    }

    private static Problem unnameable(Found function, FunctionName name) {
        return Problem.input(
                        "two functions would be called '" + name + "', one of them "
                                + SafeText.of(function.main().importPath()),
                        "name them in the pom: <function><name>...</name><goPackage>"
                                + SafeText.of(function.main().importPath()) + "</goPackage></function>")
                .at(SafeText.of(function.main().directory().toString()))
                .docs("reference/build.md#how-a-function-is-called");
    }
}
