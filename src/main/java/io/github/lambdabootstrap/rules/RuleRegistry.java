package io.github.lambdabootstrap.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

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
        return new RuleRegistry(List.of(
                new ArchiveReadableRule(),
                new ArchiveNotEmptyRule(),
                new EntryIntegrityRule(),
                new EntryEncryptedRule(),
                new EntryMethodRule(),
                new EntryNamesRule(),
                new EntryReadableRule(),
                new ArchiveSizeRule(),
                new BootstrapPresentRule(),
                new BootstrapUniqueRule(),
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
                new RuntimeClientRule(),
                new GoTargetRule(),
                new RuntimeSupportedRule(today)));
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
