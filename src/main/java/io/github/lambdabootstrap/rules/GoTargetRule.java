package io.github.lambdabootstrap.rules;

import io.github.lambdabootstrap.elf.GoBuildInfo;
import io.github.lambdabootstrap.problem.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A Go program was built for Linux and for a processor that Lambda has: some say so in their build info alone. */
public final class GoTargetRule implements Rule {

    private static final String LINUX = "linux";

    @Override
    public String id() {
        return "go-target";
    }

    @Override
    public List<Finding> check(ArchiveUnderTest archive) {
        List<Finding> findings = new ArrayList<>();
        for (Program program : archive.programs()) {
            // other systems that the ELF headers tell have a rule of their own
            boolean foreign =
                    program.elf().filter(elf -> elf.foreignSystem().isPresent()).isPresent();
            if (!foreign) {
                program.goBuildInfo().flatMap(info -> finding(program, info)).ifPresent(findings::add);
            }
        }
        return findings;
    }

    private Optional<Finding> finding(Program program, GoBuildInfo info) {
        String entry = program.entry().name().text();
        Optional<String> system = info.setting("GOOS").filter(goos -> !goos.equals(LINUX));
        if (system.isPresent()) {
            return Optional.of(error(
                    entry,
                    program.shown() + " was built by Go for " + SafeText.of(system.get()) + "; Lambda says: "
                            + LambdaSays.signal("segmentation fault"),
                    "build it with GOOS=linux"));
        }
        return info.setting("GOAMD64")
                .filter("v4"::equals)
                .map(level -> warning(
                        entry,
                        program.shown() + " was built with GOAMD64=v4, and AWS promises no processor with AVX-512;"
                                + " without one it stops at its start",
                        "build it with GOAMD64=v3 or lower"));
    }
}
