package io.github.lambdabootstrap.rules;

import io.github.lambdabootstrap.elf.ElfFile;
import io.github.lambdabootstrap.elf.ElfHeader;
import java.util.List;
import java.util.stream.Stream;

/**
 * Asks the rules of programs about executables that a Handler could name, when nobody has said which Handlers there
 * are. Listed ones are programs and have findings of those rules themselves.
 */
public final class BundleExecutablesRule implements Rule {

    private final List<Rule> rules;

    /** @param rules those that look at each program by itself */
    BundleExecutablesRule(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    @Override
    public String id() {
        return "bundle-executables";
    }

    @Override
    public List<Finding> check(ArchiveUnderTest archive) {
        return archive.dispatch().stream()
                .flatMap(dispatch -> dispatch.candidates().stream())
                .filter(BundleExecutablesRule::isProgram)
                .flatMap(candidate -> findings(archive.startingOnly(candidate), candidate))
                .toList();
    }

    /** What is linked to be a part of a program lies beside programs for reasons of its own. */
    private static boolean isProgram(Program candidate) {
        return candidate.elf().stream().noneMatch(elf -> elf.header().eType() == ElfHeader.ET_REL || isLibrary(elf));
    }

    private static boolean isLibrary(ElfFile elf) {
        return elf.header().eType() == ElfHeader.ET_DYN
                && elf.header().eEntry() == 0
                && elf.interpreter().isEmpty();
    }

    private Stream<Finding> findings(ArchiveUnderTest archive, Program candidate) {
        return rules.stream()
                .flatMap(rule -> rule.check(archive).stream())
                .filter(finding -> finding.severity().isAtLeast(Severity.WARNING))
                .map(finding -> warning(
                        finding.entry(),
                        finding.message() + " (" + finding.rule() + "); it matters if a Handler names "
                                + candidate.shown(),
                        finding.fix() + "; or list the Handlers (lambda.handlers)"));
    }
}
