package io.github.lambdabootstrap.template;

import io.github.lambdabootstrap.model.Architecture;
import io.github.lambdabootstrap.model.DeployedCode;
import io.github.lambdabootstrap.model.TemplateFunction;
import io.github.lambdabootstrap.model.TemplateText;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Chooses the archive that a function of a template is to run: what the configuration says, else the archive whose path
 * it names, else the one that is called as the folder of its code, as its logical id, or as the function.
 *
 * @param codes all archives
 * @param said the name of an archive by the logical id of a function
 */
record CodeChoice(List<DeployedCode> codes, Map<String, String> said) {

    CodeChoice {
        codes = List.copyOf(codes);
        said = Map.copyOf(said);
    }

    /**
     * What was chosen.
     *
     * @param code empty when there is none
     * @param explicit whether the configuration says so
     * @param why there is none
     */
    record Choice(Optional<DeployedCode> code, boolean explicit, String why) {

        static Choice none(String why) {
            return new Choice(Optional.empty(), false, why);
        }
    }

    /**
     * The archive of a function.
     *
     * @param named what the function is called, apart from its logical id
     */
    Choice of(TemplateFunction function, Optional<String> named) {
        if (function.code().inline().isPresent()) {
            return Choice.none("its code is in the template");
        }
        String wanted = said.get(function.id());
        if (wanted != null) {
            return one(function, code -> code.names().contains(wanted), true);
        }
        if (function.code().packageType().canBe("Image"::equals)) {
            return Choice.none("it is a container image");
        }
        Optional<String> foreign = foreignRuntime(function);
        if (foreign.isPresent()) {
            return Choice.none("its Runtime " + foreign.get() + " starts no bootstrap");
        }
        Optional<TemplateText> place = function.code().place().only();
        Optional<Path> path = place.flatMap(text -> path(function, text));
        Choice byPath =
                one(function, code -> path.filter(code.archive()::equals).isPresent(), false);
        if (byPath.code().isPresent()) {
            return byPath;
        }
        if (place.filter(text -> text.value().endsWith(".zip")).isPresent()) {
            return Choice.none("it runs a zip of its own");
        }
        // the template's own folder says nothing of its functions
        Optional<String> folder = path.filter(
                        found -> !found.equals(function.code().folder()))
                .flatMap(found -> Optional.ofNullable(found.getFileName()))
                .map(Path::toString);
        Choice byFolder = one(function, code -> isCalled(code, folder), false);
        return byFolder.code().isPresent()
                ? byFolder
                : one(function, code -> isCalled(code, Optional.of(function.id())) || isCalled(code, named), false);
    }

    private Choice one(TemplateFunction function, Predicate<DeployedCode> wanted, boolean explicit) {
        List<DeployedCode> found = codes.stream().filter(wanted).toList();
        List<DeployedCode> fitting = found.size() < 2
                ? found
                : found.stream()
                        .filter(code -> code.architecture().equals(architecture(function)))
                        .toList();
        if (fitting.size() == 1) {
            return new Choice(Optional.of(fitting.get(0)), explicit, "");
        }
        return Choice.none(found.isEmpty() ? "no archive has its name" : "several archives have its name");
    }

    private static Optional<Architecture> architecture(TemplateFunction function) {
        return function.architectures().isEmpty()
                ? Optional.of(Architecture.X86_64)
                : function.architectures().get(0).only().flatMap(text -> Architecture.parse(text.value()));
    }

    private static Optional<String> foreignRuntime(TemplateFunction function) {
        return function.runtime().isSurely(id -> !id.startsWith("provided"))
                ? Optional.of(function.runtime().texts().get(0).value())
                : Optional.empty();
    }

    private static Optional<Path> path(TemplateFunction function, TemplateText place) {
        try {
            return Optional.of(function.code().folder().resolve(place.value()).normalize());
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static boolean isCalled(DeployedCode code, Optional<String> name) {
        return name.map(CodeChoice::word).stream()
                .anyMatch(word -> !word.isEmpty()
                        && code.names().stream().map(CodeChoice::word).anyMatch(word::equals));
    }

    /** {@code OrdersFunction}, {@code orders} and {@code Orders} are one name. */
    private static String word(String name) {
        String letters = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return letters.length() > "function".length() ? letters.replaceFirst("function$", "") : letters;
    }
}
