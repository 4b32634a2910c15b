package io.github.lambdabootstrap.gate;

import io.github.lambdabootstrap.archive.Lookup;
import io.github.lambdabootstrap.rules.ArchiveUnderTest;
import io.github.lambdabootstrap.rules.Dispatch;
import io.github.lambdabootstrap.rules.Program;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a bundle's shim starts, as reports show it. Texts are as found in the archive.
 *
 * @param shim which shim the bootstrap is
 * @param byFunctionName whether routes decide, rather than handlers
 * @param targets what it is asked for; none when nobody has said
 * @param executables what these lead to, or else what a handler could name, each once; at most 1,000
 * @param more how many executables are not listed
 */
public record DispatchFacts(
        String shim, boolean byFunctionName, List<Target> targets, List<EntrypointFacts> executables, int more) {

    /** An archive can have as many as it has entries. */
    private static final int MOST = 1000;

    /**
     * What a shim is asked for.
     *
     * @param asked a handler, or the path in a route
     * @param match the function names of the route; empty for a handler
     * @param entry what it leads to; empty when that is no file of the archive
     */
    public record Target(String asked, Optional<String> match, Optional<String> entry) {

        private static Target of(Dispatch.Target target) {
            return new Target(target.asked(), target.match(), target.lookup().flatMap(Target::file));
        }

        private static Optional<String> file(Lookup lookup) {
            return lookup instanceof Lookup.Resolved place
                    ? Optional.of(place.entry().path().text())
                    : Optional.empty();
        }
    }

    public DispatchFacts {
        targets = List.copyOf(targets);
        executables = List.copyOf(executables);
    }

    /** Empty when the bootstrap is no shim that is known. */
    static Optional<DispatchFacts> of(ArchiveUnderTest archive) {
        return archive.dispatch().map(dispatch -> of(archive, dispatch));
    }

    private static DispatchFacts of(ArchiveUnderTest archive, Dispatch dispatch) {
        // the first is the bootstrap itself
        List<Program> programs = Stream.concat(archive.programs().stream().skip(1), dispatch.candidates().stream())
                .toList();
        return new DispatchFacts(
                dispatch.shim().description(),
                dispatch.isByName(),
                dispatch.targets().stream().map(Target::of).toList(),
                programs.stream().limit(MOST).map(EntrypointFacts::of).toList(),
                Math.max(0, programs.size() - MOST));
    }
}
