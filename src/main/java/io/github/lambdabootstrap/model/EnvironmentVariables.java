package io.github.lambdabootstrap.model;

import java.util.Set;

/** The environment variables of a function that mean something to Lambda. */
public final class EnvironmentVariables {

    /** A program that managed runtimes start in front of themselves; the OS-only runtimes ignore it. */
    public static final String EXEC_WRAPPER = "AWS_LAMBDA_EXEC_WRAPPER";

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

    private EnvironmentVariables() {}

    /** Whether Lambda refuses a function that sets it. */
    public static boolean isReserved(String name) {
        return RESERVED.contains(name);
    }
}
