package io.github.lambdabootstrap.template;

import java.util.Optional;
import java.util.Set;

/** What the name of an environment variable means to Lambda. */
final class EnvironmentNotes {

    private static final String WRAPPER = "AWS_LAMBDA_EXEC_WRAPPER";

    /** Lambda sets these itself and refuses them: cfn-lint's environment_variable_keys.json. */
    private static final Set<String> RESERVED = Set.of(
            "_HANDLER",
            "_X_AMZN_TRACE_ID",
            "AWS_ACCESS_KEY",
            "AWS_ACCESS_KEY_ID",
            "AWS_DEFAULT_REGION",
            "AWS_EXECUTION_ENV",
            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
            "AWS_LAMBDA_FUNCTION_NAME",
            "AWS_LAMBDA_FUNCTION_VERSION",
            "AWS_LAMBDA_INITIALIZATION_TYPE",
            "AWS_LAMBDA_LOG_GROUP_NAME",
            "AWS_LAMBDA_LOG_STREAM_NAME",
            "AWS_LAMBDA_RUNTIME_API",
            "AWS_REGION",
            "AWS_SECRET_ACCESS_KEY",
            "AWS_SESSION_TOKEN",
            "LAMBDA_RUNTIME_DIR",
            "LAMBDA_TASK_ROOT");

    private EnvironmentNotes() {}

    /** The note on this variable of a function, where there is something to say. */
    static Optional<Remark> of(String function, Slot variable) {
        return of(function, variable.name(), variable.place());
    }

    static Optional<Remark> of(String function, String name, SourceRange place) {
        if (name.equals(WRAPPER)) {
            return Optional.of(Remark.note(
                    place,
                    "'" + function + "' sets " + WRAPPER + ", which the OS-only runtimes ignore",
                    "start the wrapper from bootstrap, or remove the variable"));
        }
        return RESERVED.contains(name)
                ? Optional.of(Remark.note(
                        place,
                        "'" + function + "' sets " + name + ", which Lambda reserves: the deployment is refused",
                        "give the variable another name"))
                : Optional.empty();
    }
}
