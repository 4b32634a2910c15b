package io.github.lambdabootstrap.rules;

import io.github.lambdabootstrap.model.LambdaRuntime;
import io.github.lambdabootstrap.model.Lifecycle;
import io.github.lambdabootstrap.model.RuntimeCatalog;
import io.github.lambdabootstrap.problem.SafeText;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** AWS still carries the runtime. It speaks of the runtime, so all archives of a runtime get the same finding. */
public final class RuntimeSupportedRule implements Rule {

    /** Also known to reports, which tell such findings once. */
    public static final String ID = "runtime-supported";

    private final LocalDate today;

    /** @param today the day to judge by: the runtimes' dates are data */
    public RuntimeSupportedRule(LocalDate today) {
        this.today = today;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Finding> check(ArchiveUnderTest archive) {
        LambdaRuntime runtime = archive.expectation().runtime();
        return faults(runtime).map(faults -> warning("", faults, fix(runtime))).stream()
                .toList();
    }

    /** What AWS no longer does for the runtime, and who says so; empty when it does everything. */
    Optional<String> faults(LambdaRuntime runtime) {
        String faults = Stream.of(ended(runtime), blocked(runtime))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("; "));
        return faults.isEmpty() ? Optional.empty() : Optional.of(faults + source(runtime));
    }

    private Optional<String> ended(LambdaRuntime runtime) {
        return runtime.lifecycle()
                .deprecated()
                .filter(day -> runtime.lifecycle().endedBy(today))
                .map(day -> "AWS ended its support of " + shown(runtime) + " on " + day);
    }

    private Optional<String> blocked(LambdaRuntime runtime) {
        Lifecycle lifecycle = runtime.lifecycle();
        if (lifecycle.updateBlockedOn(today)) {
            return lifecycle.updateBlocked().map(day -> blocked("updated", runtime, day));
        }
        return lifecycle
                .createBlocked()
                .filter(day -> lifecycle.createBlockedOn(today))
                .map(day -> blocked("created", runtime, day));
    }

    private String blocked(String what, LambdaRuntime runtime, LocalDate day) {
        String on = runtime.lifecycle().endedBy(today) ? "it" : shown(runtime);
        return "since " + day + " functions can no longer be " + what + " on " + on;
    }

    private static String shown(LambdaRuntime runtime) {
        return runtime.id() + " (" + runtime.operatingSystem() + ")";
    }

    private static String source(LambdaRuntime runtime) {
        Lifecycle lifecycle = runtime.lifecycle();
        return " (by " + SafeText.of(lifecycle.source()) + ", " + lifecycle.sourceDate() + ")";
    }

    private static String fix(LambdaRuntime runtime) {
        return runtime.id().equals(RuntimeCatalog.DEFAULT_ID)
                ? "look for its successor in AWS's list of runtimes, and for a version of this plugin that knows it"
                : "set the runtime to " + RuntimeCatalog.DEFAULT_ID
                        + " (lambda.runtime) and deploy the function with it";
    }
}
