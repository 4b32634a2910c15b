package io.github.lambdabootstrap.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Every rule, in the order in which findings are told: the archive first, then what starts in it, then the runtime.
 *
 * @param rules in that order, with unique ids
 */
public record RuleRegistry(List<Rule> rules) {

    public RuleRegistry {
        rules = List.copyOf(rules);
    }

    /** All rules, as they judge on a day. */
    public static RuleRegistry on(LocalDate today) {
        return on(today, Set.of());
    }

    /**
     * The rules that are not off, as they judge on a day.
     *
     * @param off ids
     */
    public static RuleRegistry on(LocalDate today, Set<String> off) {
        List<Rule> ofPrograms = without(
                off,
                new BootstrapExecutableRule(),
                new BootstrapFormatRule(),
                new ArchitectureMatchesRule(),
                new ElfLoadableRule(),
                new LoaderPresentRule(),
                new GlibcVersionRule(),
                new LibrariesResolveRule(),
                new ScriptInterpreterRule(),
                new ScriptTargetRule(),
                new GoRuntimeClientRule(),
                new GoTargetRule());
        List<Rule> rules = new ArrayList<>(without(
                off,
                new ArchiveReadableRule(),
                new ArchiveNotEmptyRule(),
                new EntryIntegrityRule(),
                new EntryEncryptedRule(),
                new EntryMethodRule(),
                new EntryNamesRule(),
                new EntryReadableRule(),
                new ArchiveSizeRule(),
                new BootstrapPresentRule(),
                new BootstrapUniqueRule()));
        rules.addAll(ofPrograms);
        rules.addAll(without(
                off,
                new RuntimeClientRule(),
                new ShimKnownRule(),
                new HandlerResolvesRule(),
                new BundleExecutablesRule(ofPrograms),
                new RuntimeSupportedRule(today)));
        return new RuleRegistry(rules);
    }

    private static List<Rule> without(Set<String> off, Rule... rules) {
        return Stream.of(rules).filter(rule -> !off.contains(rule.id())).toList();
    }

    /** The rule with this id. */
    public Optional<Rule> find(String id) {
        return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    /** All ids, for messages that list the choices. */
    public List<String> ids() {
        return rules.stream().map(Rule::id).toList();
    }
}
