package io.github.lambdabootstrap.bundle;

import io.github.lambdabootstrap.archive.EntryPath;
import io.github.lambdabootstrap.archive.FunctionTarget;
import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.Problems;
import io.github.lambdabootstrap.problem.SafeText;
import io.github.lambdabootstrap.shim.DispatchMap;
import io.github.lambdabootstrap.shim.HandlerTarget;
import io.github.lambdabootstrap.shim.Shim;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Places the executables of a bundle, and finds those that have no place. */
final class BundleLayout {

    /** What the shim itself needs, and what it is. */
    static final Map<EntryPath, String> OF_THE_SHIM =
            Map.of(Shim.ENTRY, "the shim", DispatchMap.ENTRY, "the shim's map");

    /** API_CreateFunction: at most 128 characters of the pattern {@code [^\s]+}. */
    private static final int LONGEST_HANDLER = 128;

    // unpackers do not agree about backslashes and control characters in an entry's name
    private static final Pattern NO_HANDLER = Pattern.compile("[\\s\\\\\\p{Cntrl}]");
    private static final String FIX = "give it another place in <handlers>, or change <directory> or <entry>";

    private final BundleTarget bundle;
    private final Problems problems;
    private final Map<EntryPath, FunctionTarget> placed = new TreeMap<>(Comparator.comparing(EntryPath::text));

    private BundleLayout(BundleTarget bundle, Problems problems) {
        this.bundle = bundle;
        this.problems = problems;
    }

    /** Which function's executable is where, sorted by path. */
    static Map<EntryPath, FunctionTarget> of(BundleTarget bundle, Problems problems) {
        BundleLayout layout = new BundleLayout(bundle, problems);
        bundle.functions().forEach(layout::place);
        layout.placed.forEach(layout::reportFolder);
        return Collections.unmodifiableMap(layout.placed);
    }

    private void place(FunctionTarget function) {
        Placement placement = bundle.spec().placement();
        List<String> places = placement.of(function);
        if (places.isEmpty()) {
            problems.add(Problem.input(
                            "function '" + function.name() + "' has no Go package, and so no {path} for '"
                                    + SafeText.of(placement.pattern()) + "'",
                            "use {name}, or give it a place in <handlers>")
                    .at(bundle.spec().where() + placement.element()));
        }
        for (String place : places) {
            Optional<Problem> refusal = refusal(place, would(function, place));
            refusal.ifPresentOrElse(problem -> problems.add(problem.at(where(function))), () -> put(function, place));
        }
    }

    private static Optional<Problem> refusal(String place, String would) {
        if (NO_HANDLER.matcher(place).find()) {
            return Optional.of(Problem.input(would + ", which has white space, a backslash or a control character", FIX)
                    .because("Lambda takes no Handler with white space, and unpackers differ about the rest"));
        }
        Optional<HandlerTarget.Refusal> cause = cause(place);
        if (cause.isPresent()) {
            return Optional.of(
                    Problem.input(would + ": " + cause.get().text(), "give a relative path such as bin/orders"));
        }
        EntryPath path = path(place);
        if (OF_THE_SHIM.containsKey(path)) {
            return Optional.of(Problem.input(would + ", where " + OF_THE_SHIM.get(path) + " is", FIX));
        }
        if (place.length() > LONGEST_HANDLER) {
            return Optional.of(Problem.input(would + ", which has " + place.length() + " characters", FIX)
                    .because("a Handler has " + LONGEST_HANDLER + " at most"));
        }
        return Optional.empty();
    }

    private static Optional<HandlerTarget.Refusal> cause(String place) {
        if (Shim.resolve(place) instanceof HandlerTarget.Refused no) {
            return Optional.of(no.refusal());
        }
        return path(place).isRoot() ? Optional.of(HandlerTarget.Refusal.DIRECTORY) : Optional.empty();
    }

    /** The entry that the shim starts for a handler; the root when it refuses. */
    private static EntryPath path(String place) {
        return Shim.resolve(place) instanceof HandlerTarget.File file ? EntryPath.of(file.path()) : EntryPath.ROOT;
    }

    private void put(FunctionTarget function, String place) {
        FunctionTarget other = placed.putIfAbsent(path(place), function);
        if (other != null) {
            problems.add(Problem.input(
                            would(function, place) + ", where the executable of function '" + other.name() + "' is",
                            "tell them apart with {name} or {path}, or with places in <handlers>")
                    .at(where(function)));
        }
    }

    private void reportFolder(EntryPath path, FunctionTarget function) {
        Optional<EntryPath> folder = path.parent();
        while (folder.isPresent()) {
            EntryPath place = folder.get();
            Optional<String> file = Optional.ofNullable(placed.get(place))
                    .map(other -> "the executable of function '" + other.name() + "'")
                    .or(() -> Optional.ofNullable(OF_THE_SHIM.get(place)));
            file.ifPresent(what -> problems.add(Problem.input(
                            would(function, path.text()) + ", where '" + SafeText.of(place.text()) + "' is " + what,
                            FIX)
                    .at(where(function))));
            folder = place.parent();
        }
    }

    private String would(FunctionTarget function, String place) {
        return "function '" + function.name() + "' would be '" + SafeText.of(place) + "' in bundle '"
                + bundle.spec().name() + "'";
    }

    private String where(FunctionTarget function) {
        Placement placement = bundle.spec().placement();
        return bundle.spec().where() + (placement.isExact(function) ? "<handlers>" : placement.element());
    }
}
