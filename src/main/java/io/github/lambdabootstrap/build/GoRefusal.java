package io.github.lambdabootstrap.build;

import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.ProblemException;
import io.github.lambdabootstrap.problem.SafeText;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What {@code go} said when it would not do something, and what can be done about it.
 *
 * @param text Go's own words
 * @param kind whose turn it is
 * @param fix what to do
 */
public record GoRefusal(String text, Problem.Kind kind, String fix) {

    private record Remedy(Pattern symptom, Problem.Kind kind, String fix) {

        static Remedy source(String symptom, String fix) {
            return new Remedy(Pattern.compile(symptom), Problem.Kind.INPUT, fix);
        }

        static Remedy surroundings(String symptom, String fix) {
            return new Remedy(Pattern.compile(symptom), Problem.Kind.ENVIRONMENT, fix);
        }
    }

    // the first that matches; {command} is the call that failed
    private static final List<Remedy> REMEDIES = List.of(
            Remedy.surroundings(
                    "requires go >= |toolchain not available|download go1|cannot find \"go1|invalid toolchain|requires go1",
                    "install that Go version, or let Go fetch it: leave GOTOOLCHAIN alone and build once with network"
                            + " (without mvn -o)"),
            Remedy.surroundings(
                    "GOPROXY=off",
                    "build once with network (without mvn -o and GOPROXY=off), or run go mod download before"),
            Remedy.source(
                    "missing go.sum entry|updates to go.mod needed|updates to go.sum needed|no required module provides",
                    "run go mod tidy in the module and commit go.mod and go.sum"),
            Remedy.source("inconsistent vendoring", "run go mod vendor in the module and commit vendor/"),
            Remedy.source(
                    "build constraints exclude all Go files",
                    "give the tags that its files want in <go><tags>, or <cgo>true</cgo> when they import \"C\""),
            Remedy.surroundings(
                    "C compiler .* not found|exec: \"(gcc|clang|cc)\"",
                    "install a C compiler for the target and name it in <go><environment><CC>, or remove <cgo>"),
            Remedy.surroundings(
                    "dial tcp|no such host|i/o timeout|connection refused|TLS handshake|50\\d |server misbehaving",
                    "check the network and GOPROXY, or vendor the dependencies (go mod vendor)"),
            Remedy.source(
                    "unknown revision|404 Not Found|410 Gone|invalid version|checksum mismatch",
                    "correct the version in go.mod, or GOPROXY and GOPRIVATE when the module is not public"));

    /** The refusal of a command that failed with this text. */
    public static GoRefusal of(String text, Command command) {
        return REMEDIES.stream()
                .filter(remedy -> remedy.symptom().matcher(text).find())
                .findFirst()
                .map(remedy -> new GoRefusal(text, remedy.kind(), remedy.fix()))
                .orElseGet(() -> new GoRefusal(
                        text, Problem.Kind.INPUT, "correct the Go source; by hand: " + command.forShell()));
    }

    /** Whether the surroundings, not the source, made Go refuse. */
    public boolean isEnvironment() {
        return kind == Problem.Kind.ENVIRONMENT;
    }

    /** The refusal as a problem. */
    public Problem problem() {
        String words = text.isEmpty() ? "go failed and said nothing" : "go: " + text.replaceFirst("^go: ", "");
        return new Problem(kind, SafeText.of(words), "", "", fix, "reference/build.md#what-is-run");
    }

    /** The refusal as an end of the run. */
    public ProblemException exception() {
        return ProblemException.of(problem());
    }
}
