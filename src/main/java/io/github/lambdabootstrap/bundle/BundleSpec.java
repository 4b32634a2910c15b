package io.github.lambdabootstrap.bundle;

import io.github.lambdabootstrap.model.FunctionName;
import io.github.lambdabootstrap.model.Glob;
import io.github.lambdabootstrap.model.IncludeSpec;
import java.util.List;

/**
 * A bundle as the pom describes it.
 *
 * @param name unique in its module among bundles, ignoring case
 * @param functions which functions are in it, beside those that {@code placement} names; all when empty
 * @param placement where each executable goes
 * @param dispatch what chooses the executable to start
 * @param standalone whether its functions get archives of their own too
 * @param includes its own extra files; they win over those of its functions, and these over those of all functions
 * @param where the configuration's place, for messages: {@code pom.xml <bundles><bundle>deploy}
 */
public record BundleSpec(
        FunctionName name,
        List<Glob> functions,
        Placement placement,
        Dispatch dispatch,
        boolean standalone,
        List<IncludeSpec> includes,
        String where) {

    public BundleSpec {
        functions = List.copyOf(functions);
        includes = List.copyOf(includes);
    }
}
