package io.github.lambdabootstrap.build;

import io.github.lambdabootstrap.model.Architecture;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * One call of {@code go build}: packages of one module, for one architecture, whose executables can lie in one folder.
 * Go writes executables with equal names over each other without a word, so such packages get different calls.
 *
 * @param packages sorted by import path; their executable names differ, also ignoring case
 * @param turn 0 for the first call of a module and architecture
 */
record BuildCall(GoModule module, Architecture architecture, int turn, List<MainPackage> packages) {

    BuildCall {
        packages = List.copyOf(packages);
    }

    private record Key(GoModule module, Architecture architecture, int turn) {}

    private record NameKey(GoModule module, Architecture architecture, String name) {}

    /** As few calls as the names allow, in the order of the functions. */
    static List<BuildCall> plan(List<GoFunction> functions) {
        Map<Key, TreeSet<MainPackage>> calls = new LinkedHashMap<>();
        sameName(functions).forEach((name, packages) -> {
            int turn = 0;
            for (MainPackage main : packages) {
                calls.computeIfAbsent(new Key(name.module(), name.architecture(), turn++), call -> sorted())
                        .add(main);
            }
        });
        return calls.entrySet().stream()
                .map(call -> new BuildCall(
                        call.getKey().module(),
                        call.getKey().architecture(),
                        call.getKey().turn(),
                        List.copyOf(call.getValue())))
                .toList();
    }

    private static Map<NameKey, TreeSet<MainPackage>> sameName(List<GoFunction> functions) {
        Map<NameKey, TreeSet<MainPackage>> byName = new LinkedHashMap<>();
        for (GoFunction function : functions) {
            MainPackage main = function.main();
            String name = main.executableName().toLowerCase(Locale.ROOT);
            for (Architecture architecture : function.architectures()) {
                byName.computeIfAbsent(new NameKey(main.module(), architecture, name), key -> sorted())
                        .add(main);
            }
        }
        return byName;
    }

    private static TreeSet<MainPackage> sorted() {
        return new TreeSet<>(Comparator.comparing(MainPackage::importPath));
    }

    boolean makes(MainPackage main, Architecture wanted) {
        return architecture == wanted && packages.contains(main);
    }

    /**
     * Where Go writes: a folder that no other call of this Maven module writes to, the same in each build.
     *
     * @param outputs the folder of all Go output
     * @param base the Maven module's folder
     */
    Path folder(Path outputs, Path base) {
        String place = base.relativize(module.directory()).toString().replace(File.separatorChar, '/');
        // a module's folder as one name; `~` alone cannot come out of any other path
        String key = place.isEmpty() ? "~" : place.replace("~", "~~").replace("/", "~");
        return outputs.resolve(architecture.goarch()).resolve(key).resolve(Integer.toString(turn));
    }

    /** What Go is asked to do. */
    Command command(GoCommands go, Path folder) {
        List<String> arguments = new ArrayList<>(List.of("build"));
        arguments.addAll(go.flags().forBuild());
        arguments.add("-o");
        arguments.add(folder + File.separator);
        packages.forEach(main -> arguments.add(pattern(main)));
        return go.forTarget(module, architecture, arguments);
    }

    // a folder is never mistaken for a package of the standard library, as `main/x` of a module called main could be
    private String pattern(MainPackage main) {
        boolean own =
                main.modulePath().equals(module.path()) && main.directory().startsWith(module.directory());
        if (!own) {
            return main.importPath();
        }
        String relative =
                module.directory().relativize(main.directory()).toString().replace(File.separatorChar, '/');
        return relative.isEmpty() ? "." : "./" + relative;
    }
}
