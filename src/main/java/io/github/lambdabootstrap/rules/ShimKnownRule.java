package io.github.lambdabootstrap.rules;

import io.github.lambdabootstrap.problem.SafeText;
import java.util.List;

/** Says which shim a bootstrap is, and by what it starts the executables of the archive. */
public final class ShimKnownRule implements Rule {

    @Override
    public String id() {
        return "shim-known";
    }

    @Override
    public List<Finding> check(ArchiveUnderTest archive) {
        return archive.dispatch().map(dispatch -> finding(archive.entrypoint().orElseThrow(), dispatch)).stream()
                .toList();
    }

    private Finding finding(Program bootstrap, Dispatch dispatch) {
        return info(
                bootstrap.entry().name().text(),
                bootstrap.shown() + " is the " + SafeText.of(dispatch.shim().description()) + ", which starts what "
                        + (dispatch.isByName() ? "the routes of bootstrap.map name" : "the Handler names"),
                dispatch.targets().isEmpty()
                        ? "list the Handlers (lambda.handlers) to have each proven"
                        : "nothing to do");
    }
}
