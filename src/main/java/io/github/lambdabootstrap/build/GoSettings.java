package io.github.lambdabootstrap.build;

import io.github.lambdabootstrap.model.Glob;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the user says about Go.
 *
 * @param executable the {@code go} command, a path or a name on {@code PATH}; empty to look for it
 * @param directory absolute; Go modules are looked for here and below
 * @param includes {@code main} packages that are functions whatever they import
 * @param excludes {@code main} packages that are no functions
 * @param clients import paths of the packages that make a program a function
 * @param flags how {@code go build} is called
 */
public record GoSettings(
        Optional<String> executable,
        Path directory,
        List<Glob> includes,
        List<Glob> excludes,
        List<String> clients,
        Flags flags) {

    /** The Runtime API client that AWS publishes for Go. */
    public static final String AWS_CLIENT = "github.com/aws/aws-lambda-go/lambda";

    public GoSettings {
        includes = List.copyOf(includes);
        excludes = List.copyOf(excludes);
        clients = List.copyOf(clients);
    }

    /**
     * Flags and environment of {@code go build}.
     *
     * @param tags build tags, {@code lambda.norpc} apart
     * @param norpc whether the tag {@code lambda.norpc} is set
     * @param ldflags linker flags in one text as {@code go} takes it, {@code -s -w} apart; may be empty
     * @param strip whether {@code -s -w} is set
     * @param cgo whether C code may be linked
     * @param arguments further arguments; they come last, so they win
     * @param environment further environment variables
     */
    public record Flags(
            List<String> tags,
            boolean norpc,
            String ldflags,
            boolean strip,
            boolean cgo,
            List<String> arguments,
            Map<String, String> environment) {

        public Flags {
            tags = List.copyOf(tags);
            arguments = List.copyOf(arguments);
            environment = Map.copyOf(environment);
        }
    }
}
