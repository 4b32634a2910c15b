package io.github.lambdabootstrap.archive;

import io.github.lambdabootstrap.model.LambdaRuntime;
import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.SafeText;
import java.util.Map;
import java.util.Optional;

/**
 * The places in an archive that are not for included files.
 *
 * @param occupants who is there, as in {@code the function's executable}
 * @param fix what the user of a taken place can do
 */
public record ReservedPlaces(Map<EntryPath, String> occupants, String fix) {

    private static final EntryPath BOOTSTRAP = EntryPath.of(LambdaRuntime.ENTRYPOINT);

    public ReservedPlaces {
        occupants = Map.copyOf(occupants);
    }

    boolean contains(EntryPath path) {
        return occupants.containsKey(path);
    }

    /** The first place that a file at this path would have to be the folder of. */
    Optional<EntryPath> below(EntryPath path) {
        return occupants.keySet().stream()
                .filter(place -> place.text().startsWith(path.text() + "/"))
                .min((one, other) -> one.text().compareTo(other.text()));
    }

    Problem clash(IncludedFile file, EntryPath taken) {
        Problem problem = Problem.input(IncludedFiles.described(file) + ", where " + occupants.get(taken) + " is", fix)
                .at(file.spec().where());
        return taken.equals(BOOTSTRAP) ? problem.because("Lambda starts /var/task/bootstrap") : problem;
    }

    Problem folderClash(IncludedFile file, EntryPath below) {
        return Problem.input(
                        IncludedFiles.described(file) + ", which is the folder of '" + SafeText.of(below.text()) + "'",
                        fix)
                .at(file.spec().where());
    }
}
