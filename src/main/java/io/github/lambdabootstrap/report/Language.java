package io.github.lambdabootstrap.report;

import io.github.lambdabootstrap.gate.EntrypointFacts;
import io.github.lambdabootstrap.gate.GoFacts;
import io.github.lambdabootstrap.problem.SafeText;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an archive's program was written in, with the versions that people ask for. */
final class Language {

    private static final String GO_CLIENT = "github.com/aws/aws-lambda-go";

    private Language() {}

    /** {@code Go 1.26.8, aws-lambda-go 1.55.1}, {@code script (/bin/sh)}, {@code Rust}; {@code native} when unknown. */
    static String of(EntrypointFacts facts) {
        if (facts.go().isPresent()) {
            return SafeText.of(go(facts.go().get()));
        }
        if (facts.format().equals("script")) {
            return facts.interpreter()
                    .map(path -> "script (" + SafeText.of(path) + ")")
                    .orElse("script");
        }
        return facts.language().orElse(facts.machine().isPresent() ? "native" : facts.format());
    }

    private static String go(GoFacts go) {
        Optional<String> version = go.version().map(text -> "Go " + text.replaceFirst("^go", ""));
        Optional<String> client = Optional.ofNullable(go.dependencies().get(GO_CLIENT))
                .map(text -> "aws-lambda-go " + text.replaceFirst("^v", ""));
        return Stream.of(Optional.of(version.orElse("Go")), client)
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }
}
