package io.github.lambdabootstrap.rules;

import io.github.lambdabootstrap.archive.ArchiveEntry;
import io.github.lambdabootstrap.archive.Lookup;
import io.github.lambdabootstrap.model.LambdaRuntime;
import io.github.lambdabootstrap.problem.SafeText;
import io.github.lambdabootstrap.shim.DispatchMap;
import io.github.lambdabootstrap.shim.HandlerTarget;
import io.github.lambdabootstrap.shim.HandlerTarget.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a shim is asked for, by Handlers or by routes, is a file of the archive; as a program it has other rules. */
public final class HandlerResolvesRule implements Rule {

    /** API_CreateFunction: Handler has at most 128 characters, none of them white space. */
    private static final String HANDLER = "\\S{0,128}";

    @Override
    public String id() {
        return "handler-resolves";
    }

    @Override
    public List<Finding> check(ArchiveUnderTest archive) {
        return archive.dispatch()
                .map(dispatch -> Stream.concat(map(dispatch).stream(), targets(archive, dispatch)))
                .orElseGet(() -> unknown(archive).stream())
                .toList();
    }

    /** Whoever lists handlers means them to be dispatched on. */
    private Optional<Finding> unknown(ArchiveUnderTest archive) {
        int handlers = archive.expectation().handlers().size();
        return archive.entrypoint()
                .filter(bootstrap -> handlers > 0)
                .map(bootstrap -> info(
                        bootstrap.entry().name().text(),
                        bootstrap.shown() + " is no shim that is known, so nobody can tell what it makes of "
                                + (handlers == 1 ? "the Handler" : "the " + handlers + " Handlers") + " listed",
                        "let lambda-bootstrap:package write a bundle, whose shim is known"));
    }

    private Optional<Finding> map(Dispatch dispatch) {
        return dispatch.mapFault()
                .map(fault -> error(
                        DispatchMap.ENTRY.text(),
                        "the shim cannot use '" + DispatchMap.ENTRY + "': " + fault + "; Lambda says: "
                                + LambdaSays.exitStatus(127),
                        "package the bundle again, or remove the file to dispatch by Handler"));
    }

    private Stream<Finding> targets(ArchiveUnderTest archive, Dispatch dispatch) {
        NearNames names = NearNames.of(archive);
        return dispatch.targets().stream()
                .flatMap(target ->
                        cause(archive, dispatch, target).map(cause -> finding(names, target, cause)).stream());
    }

    /** Why the shim cannot start what it is asked for, in its own words; empty when it can, or nobody knows. */
    static Optional<String> cause(ArchiveUnderTest archive, Dispatch dispatch, Dispatch.Target target) {
        if (target.match().isEmpty() && !target.asked().matches(HANDLER)) {
            return Optional.of(
                    "a Handler has at most 128 characters, none of them a blank; Lambda refuses the function");
        }
        return target.place() instanceof HandlerTarget.Refused refused
                ? Optional.of(text(refused.refusal()))
                : target.lookup().flatMap(lookup -> cause(archive, dispatch, lookup));
    }

    private static Optional<String> cause(ArchiveUnderTest archive, Dispatch dispatch, Lookup lookup) {
        if (lookup instanceof Lookup.LeavesArchive outside) {
            return Optional.of("it leads to '" + SafeText.of(outside.path()) + "', outside of the archive");
        }
        if (lookup instanceof Lookup.Layer layer) {
            return archive.layers().surelyLack(layer.path())
                    ? Optional.of(
                            "it leads to '/opt/" + SafeText.of(layer.path().text()) + "', which no layer has")
                    : Optional.empty();
        }
        if (lookup instanceof Lookup.Resolved place) {
            return isBootstrap(archive, place.entry()) ? Optional.of(itself(dispatch)) : Optional.empty();
        }
        if (lookup instanceof Lookup.UnreadableLink link && !link.entry().isReadable()) {
            return Optional.empty(); // entry-encrypted and entry-method speak of it
        }
        return Optional.of(text(lookup instanceof Lookup.Directory ? Refusal.DIRECTORY : Refusal.ABSENT));
    }

    private static boolean isBootstrap(ArchiveUnderTest archive, ArchiveEntry entry) {
        return archive.bootstrap() instanceof Lookup.Resolved bootstrap
                && bootstrap.entry().equals(entry);
    }

    /** A hand-written form does not notice. */
    private static String itself(Dispatch dispatch) {
        return dispatch.shim().readsMap()
                ? text(Refusal.ITSELF)
                : Refusal.ITSELF.text() + "; Lambda says: Task timed out";
    }

    private static String text(Refusal refusal) {
        return refusal.text() + "; Lambda says: " + LambdaSays.exitStatus(refusal.exitCode());
    }

    private Finding finding(NearNames names, Dispatch.Target target, String cause) {
        String entry = target.place() instanceof HandlerTarget.File file ? file.path() : LambdaRuntime.ENTRYPOINT;
        String near = names.to(target.asked());
        String what = target.match().isPresent() ? "set the route to" : "set Handler to";
        return error(
                entry,
                target.shown() + " cannot be started: " + cause,
                near.isEmpty()
                        ? "put the executable into the archive"
                        : what + " an executable of the archive: " + near);
    }
}
