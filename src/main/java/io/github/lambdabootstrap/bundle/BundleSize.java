package io.github.lambdabootstrap.bundle;

import io.github.lambdabootstrap.model.ByteSize;
import io.github.lambdabootstrap.model.FunctionName;
import io.github.lambdabootstrap.model.LambdaLimits;
import io.github.lambdabootstrap.problem.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How much a bundle takes unzipped.
 *
 * @param functions bytes of each function's executable, as often as it is in the bundle
 * @param others bytes of everything else: the shim, its map, included files
 */
record BundleSize(Map<FunctionName, Long> functions, long others) {

    private static final int LARGEST = 5;

    BundleSize {
        functions = Map.copyOf(functions);
    }

    /** What is wrong when it is more than Lambda takes, with a way to split it. */
    Optional<Problem> problem(BundleSpec spec) {
        long unzipped = functions.values().stream().mapToLong(Long::longValue).sum() + others;
        if (unzipped < LambdaLimits.UNZIPPED) {
            return Optional.empty();
        }
        String largest = largestFirst().stream()
                .limit(LARGEST)
                .map(name -> name + " " + new ByteSize(functions.get(name)))
                .collect(Collectors.joining(", "));
        return Optional.of(Problem.input(
                        "bundle '" + spec.name() + "' has " + unzipped + " bytes unzipped; its largest functions are "
                                + largest,
                        fix(spec))
                .at(spec.where())
                .because("Lambda takes less than " + LambdaLimits.UNZIPPED + " bytes, layers counted in")
                .docs("multi-binary.md#limits"));
    }

    private List<FunctionName> largestFirst() {
        return functions.keySet().stream()
                .sorted(Comparator.comparing((FunctionName name) -> functions.get(name))
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private String fix(BundleSpec spec) {
        Optional<FunctionName> tooLarge = largestFirst().stream()
                .filter(name -> functions.get(name) + others >= LambdaLimits.UNZIPPED)
                .findFirst();
        if (tooLarge.isPresent()) {
            return "make " + tooLarge.get() + " smaller, or leave out included files: it has no room in any archive";
        }
        List<Part> parts = split();
        return "split it: "
                + IntStream.range(0, parts.size())
                        .mapToObj(i -> "'" + spec.name() + "-" + (i + 1) + "' with " + parts.get(i))
                        .collect(Collectors.joining("; "));
    }

    /** First fit, the largest first: never more than 11/9 of the fewest parts that are possible, and one. */
    private List<Part> split() {
        List<Part> parts = new ArrayList<>();
        for (FunctionName function : largestFirst()) {
            long size = functions.get(function);
            Part part = parts.stream()
                    .filter(candidate -> candidate.size + size < LambdaLimits.UNZIPPED)
                    .findFirst()
                    .orElseGet(() -> {
                        Part next = new Part(others);
                        parts.add(next);
                        return next;
                    });
            part.add(function, size);
        }
        return parts;
    }

    /** One of the bundles that it could be. */
    private static final class Part {
        private final List<FunctionName> names = new ArrayList<>();
        private long size;

        private Part(long others) {
            size = others;
        }

        private void add(FunctionName function, long bytes) {
            names.add(function);
            size += bytes;
        }

        @Override
        public String toString() {
            return names.stream().sorted().map(FunctionName::value).collect(Collectors.joining(", "));
        }
    }
}
