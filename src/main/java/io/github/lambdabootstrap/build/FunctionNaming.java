package io.github.lambdabootstrap.build;

import io.github.lambdabootstrap.model.FunctionName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Names functions after their folders: the last folder that says something, and one more for each clash.
 *
 * @param root the name of a function that no folder describes: the Maven module's artifactId
 */
public record FunctionNaming(String root) {

    /** Folders that say what is in them and not what it is for. */
    private static final Set<String> GENERIC = Set.of(
            "main",
            "lambda",
            "lambdas",
            "cmd",
            "handler",
            "handlers",
            "function",
            "functions",
            "bootstrap",
            "src",
            "pkg");

    private static final String JOINT = "-";

    /**
     * A name for each list of folders.
     *
     * @param folders for each function the names of the folders that lead to it, outermost first; none for the root
     * @param taken names that are given already
     * @return the names in the order of the functions; where no folders tell two functions apart, both have the same
     */
    public List<FunctionName> names(List<List<String>> folders, Collection<FunctionName> taken) {
        List<List<String>> ladders = folders.stream().map(this::ladder).toList();
        int[] steps = new int[ladders.size()];
        Set<String> reserved = taken.stream().map(FunctionName::key).collect(Collectors.toSet());
        while (climb(ladders, steps, reserved)) {
            // each round takes one more folder wherever names are still equal
        }
        return IntStream.range(0, steps.length)
                .mapToObj(i -> new FunctionName(ladders.get(i).get(steps[i])))
                .toList();
    }

    /** The name that a function has when it is alone. */
    public FunctionName name(List<String> folders) {
        return new FunctionName(ladder(folders).get(0));
    }

    private static boolean climb(List<List<String>> ladders, int[] steps, Set<String> reserved) {
        Map<String, List<Integer>> byName = new LinkedHashMap<>();
        for (int i = 0; i < steps.length; i++) {
            String key = ladders.get(i).get(steps[i]).toLowerCase(Locale.ROOT);
            byName.computeIfAbsent(key, name -> new ArrayList<>()).add(i);
        }
        boolean climbed = false;
        for (Map.Entry<String, List<Integer>> same : byName.entrySet()) {
            if (same.getValue().size() > 1 || reserved.contains(same.getKey())) {
                climbed |= climb(same.getValue(), ladders, steps);
            }
        }
        return climbed;
    }

    // the last step, the root's name in front, is for those that no folder could tell apart
    private static boolean climb(List<Integer> same, List<List<String>> ladders, int[] steps) {
        List<Integer> able =
                same.stream().filter(i -> steps[i] < ladders.get(i).size() - 2).toList();
        List<Integer> last =
                same.stream().filter(i -> steps[i] == ladders.get(i).size() - 2).toList();
        List<Integer> chosen = able.isEmpty() ? last : able;
        chosen.forEach(i -> steps[i]++);
        return !chosen.isEmpty();
    }

    /** The names that folders can give, shortest first, each once; the longest has the root's name in front. */
    private List<String> ladder(List<String> folders) {
        List<String> all = folders.stream()
                .map(FunctionNaming::clean)
                .filter(name -> !name.isEmpty())
                .toList();
        List<String> telling = all.stream()
                .filter(name -> !GENERIC.contains(name.toLowerCase(Locale.ROOT)))
                .toList();
        List<String> ladder = new ArrayList<>();
        for (int i = telling.size() - 1; i >= 0; i--) {
            ladder.add(String.join(JOINT, telling.subList(i, telling.size())));
        }
        if (telling.isEmpty()) {
            ladder.add(ofRoot());
        }
        if (!all.isEmpty()) {
            ladder.add(String.join(JOINT, all));
            ladder.add(ofRoot() + JOINT + String.join(JOINT, all));
        }
        ladder.replaceAll(name -> name.substring(0, Math.min(name.length(), FunctionName.MAX_LENGTH)));
        return List.copyOf(new LinkedHashSet<>(ladder));
    }

    private String ofRoot() {
        String name = clean(root);
        return name.isEmpty() ? "function" : name;
    }

    private static String clean(String folder) {
        return folder.replaceAll("[^A-Za-z0-9._-]", JOINT).replaceFirst("^[^A-Za-z0-9]+", "");
    }
}
