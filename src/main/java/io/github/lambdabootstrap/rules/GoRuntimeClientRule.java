package io.github.lambdabootstrap.rules;

import io.github.lambdabootstrap.elf.GoModule;
import io.github.lambdabootstrap.model.DottedVersion;
import io.github.lambdabootstrap.problem.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Go function's aws-lambda-go is new enough to ask the Runtime API for work. */
public final class GoRuntimeClientRule implements Rule {

    private static final String MODULE = "github.com/aws/aws-lambda-go";

    /** aws-lambda-go commit 9d4fa97: before it there is only the RPC server of go1.x. */
    private static final DottedVersion FIRST = DottedVersion.of(1, 18, 0);

    private static final Pattern VERSION = Pattern.compile("v(\\d+\\.\\d+\\.\\d+)(?:-.*)?");

    @Override
    public String id() {
        return "go-runtime-client";
    }

    @Override
    public List<Finding> check(ArchiveUnderTest archive) {
        List<Finding> findings = new ArrayList<>();
        for (Program program : archive.programs()) {
            tooOld(program).map(module -> finding(program, module)).ifPresent(findings::add);
        }
        return findings;
    }

    /** The client when it is too old; the text in the program proves that there is another one. */
    static Optional<GoModule> tooOld(Program program) {
        boolean asksNobody = program.scan()
                .filter(scan -> !scan.namesRuntimeApi() && !scan.packed())
                .isPresent();
        // the asking may be left to the script that an interpreter reads
        return program.goBuildInfo()
                .filter(info -> asksNobody && program.starter() != Program.Starter.LINUX)
                .flatMap(info -> info.dependency(MODULE))
                .filter(module -> module.effectivePath().equals(MODULE)) // a fork counts its own versions
                .filter(module ->
                        version(module).filter(v -> v.compareTo(FIRST) < 0).isPresent());
    }

    private static Optional<DottedVersion> version(GoModule module) {
        Matcher version = VERSION.matcher(module.effectiveVersion());
        return version.matches() ? DottedVersion.parse(version.group(1)) : Optional.empty();
    }

    private Finding finding(Program program, GoModule module) {
        return error(
                program.entry().name().text(),
                program.shown() + " is built with aws-lambda-go " + SafeText.of(module.effectiveVersion())
                        + ", which has no Runtime API client (since v" + FIRST
                        + ") and waits for calls that never come; Lambda says: Task timed out",
                "go get " + MODULE + "@latest, and look for a replace in go.mod");
    }
}
