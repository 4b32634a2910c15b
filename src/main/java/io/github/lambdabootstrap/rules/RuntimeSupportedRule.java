package io.github.lambdabootstrap.rules;

import io.github.lambdabootstrap.model.LambdaRuntime;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

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
        if (!runtime.endedBy(today)) {
            return List.of();
        }
        return List.of(warning(
                "",
                "AWS ended its support of " + runtime.id() + " (" + runtime.operatingSystem() + ") on "
                        + runtime.deprecated().orElseThrow() + blocked(runtime),
                "set the runtime to provided.al2023 (lambda.runtime) and deploy the function with it"));
    }

    private String blocked(LambdaRuntime runtime) {
        return date(runtime.updateBlocked(), "functions can no longer be updated")
                .or(() -> date(runtime.createBlocked(), "functions can no longer be created"))
                .orElse("");
    }

    private Optional<String> date(Optional<LocalDate> from, String what) {
        return from.filter(day -> !today.isBefore(day)).map(day -> "; since " + day + " " + what + " on it");
    }
}
