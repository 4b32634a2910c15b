package io.github.lambdabootstrap.build;

import io.github.lambdabootstrap.model.FunctionName;
import io.github.lambdabootstrap.model.Glob;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/**
 * Tells the functions among {@code main} packages from all other programs. A function imports a Runtime API client by
 * itself; only where no program of a module does, those that reach one through other packages count.
 *
 * @param settings what the user takes in and leaves out
 * @param base absolute; names come from the folders between it and a package
 * @param naming how they become names
 */
public record FunctionDiscovery(GoSettings settings, Path base, FunctionNaming naming) {

    /**
     * What was found.
     *
     * @param functions sorted by folder
     * @param others every other {@code main}, sorted by folder
     */
    public record Discovery(List<Found> functions, List<Rejected> others) {

        public Discovery {
            functions = List.copyOf(functions);
            others = List.copyOf(others);
        }
    }

    /**
     * A function.
     *
     * @param reason why it is one
     */
    public record Found(MainPackage main, FunctionName name, String reason) {}

    /**
     * A program that is no function.
     *
     * @param name what it would be called
     * @param reason why it is none
     * @param known whether that is certain; it is not when a package that could lead to a client does not load
     */
    public record Rejected(MainPackage main, FunctionName name, String reason, boolean known) {}

    private record Judged(MainPackage main, boolean function, String reason, boolean known) {

        Judged(MainPackage main, boolean function, String reason) {
            this(main, function, reason, true);
        }
    }

    /** Judges what Go listed. */
    public Discovery judge(List<GoList.Listing> listings) {
        List<MainPackage> mains = listings.stream()
                .flatMap(listing -> listing.mains().stream())
                .sorted(Comparator.comparing(MainPackage::directory))
                .toList();
        Set<GoModule> direct = mains.stream()
                .filter(main -> main.compiles() && main.client() == MainPackage.Client.DIRECT)
                .map(MainPackage::module)
                .collect(Collectors.toSet());
        List<Judged> byImport = mains.stream()
                .map(main -> byImport(main, direct.contains(main.module())))
                .toList();
        List<FunctionName> names = names(mains, List.of());
        List<Judged> judged = IntStream.range(0, mains.size())
                .mapToObj(i -> byWish(byImport.get(i), names.get(i)))
                .toList();
        return discovery(judged);
    }

    /** Names for programs, with a folder more wherever names would be equal. */
    public List<FunctionName> names(List<MainPackage> mains, List<FunctionName> taken) {
        return naming.names(mains.stream().map(this::folders).toList(), taken);
    }

    private Discovery discovery(List<Judged> judged) {
        List<Judged> functions = judged.stream().filter(Judged::function).toList();
        List<FunctionName> names = names(functions.stream().map(Judged::main).toList(), List.of());
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            found.add(new Found(
                    functions.get(i).main(), names.get(i), functions.get(i).reason()));
        }
        return new Discovery(
                found,
                judged.stream()
                        .filter(other -> !other.function())
                        .map(other ->
                                new Rejected(other.main(), simpleName(other.main()), other.reason(), other.known()))
                        .toList());
    }

    private Judged byImport(MainPackage main, boolean moduleImportsDirectly) {
        if (!main.compiles()) {
            return new Judged(main, false, "has tests and nothing to compile");
        }
        return switch (main.client()) {
            case DIRECT -> new Judged(main, true, "imports a Runtime API client");
            case TRANSITIVE ->
                moduleImportsDirectly
                        ? new Judged(
                                main,
                                false,
                                "reaches a Runtime API client only through other packages, unlike others here")
                        : new Judged(main, true, "reaches a Runtime API client through other packages");
            case NONE -> new Judged(main, false, "imports no Runtime API client");
            case UNKNOWN ->
                moduleImportsDirectly
                        ? new Judged(main, false, "imports no Runtime API client by itself")
                        : new Judged(
                                main, false, "cannot be judged: " + main.error().orElse("it does not load"), false);
        };
    }

    private Judged byWish(Judged judged, FunctionName name) {
        MainPackage main = judged.main();
        if (matches(settings.excludes(), main, name)) {
            return new Judged(main, false, "excluded by <go><excludes>");
        }
        if (settings.includes().isEmpty() || !main.compiles()) {
            return judged;
        }
        return matches(settings.includes(), main, name)
                ? new Judged(main, true, "named in <go><includes>")
                : new Judged(main, false, "not among <go><includes>");
    }

    private boolean matches(List<Glob> globs, MainPackage main, FunctionName name) {
        String simpleName = simpleName(main).value();
        return globs.stream()
                .anyMatch(glob ->
                        glob.matches(name.value()) || glob.matches(simpleName) || glob.matches(main.importPath()));
    }

    private FunctionName simpleName(MainPackage main) {
        return naming.name(folders(main));
    }

    private List<String> folders(MainPackage main) {
        if (!main.directory().startsWith(base) || main.directory().equals(base)) {
            return List.of();
        }
        return StreamSupport.stream(base.relativize(main.directory()).spliterator(), false)
                .map(Path::toString)
                .toList();
    }
}
