package io.github.lambdabootstrap.rules;

import io.github.lambdabootstrap.archive.Lookup;
import io.github.lambdabootstrap.problem.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The program that a script starts is in the archive; as a program it then has to satisfy every other rule. */
public final class ScriptTargetRule implements Rule {

    @Override
    public String id() {
        return "script-target";
    }

    @Override
    public List<Finding> check(ArchiveUnderTest archive) {
        List<Finding> findings = new ArrayList<>();
        for (Program program : archive.programs()) {
            Optional<ScriptTarget> target = program.script().flatMap(ScriptTarget::of);
            target.map(t -> archive.archive().lookup(t.path()))
                    .filter(lookup -> !(lookup instanceof Lookup.Resolved)) // a program of its own
                    .flatMap(TaskPath::fault)
                    .map(fault -> finding(program, target.orElseThrow(), fault))
                    .ifPresent(findings::add);
        }
        return findings;
    }

    private Finding finding(Program program, ScriptTarget target, TaskPath.Fault fault) {
        return error(
                program.entry().name().text(),
                "the script " + program.shown() + " starts '" + SafeText.of(target.path()) + "', which " + fault.what()
                        + "; Lambda says: " + LambdaSays.exitStatus(fault.denied() ? 126 : 127),
                target.path().endsWith("\r")
                        ? "save the script with Unix line ends (LF)"
                        : "put the program into the zip under that name, or correct the script");
    }
}
