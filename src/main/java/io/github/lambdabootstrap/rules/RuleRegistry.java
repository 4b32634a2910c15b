package io.github.lambdabootstrap.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Every rule, in the order in which findings are told: the archive first, then what starts in it, then the runtime;
 * and those of templates.
 *
 * @param rules of archives, in that order, with unique ids
 * @param templateRules of templates, in the order in which their findings are told
 */
public record RuleRegistry(List<Rule> rules, List<TemplateRule> templateRules) {

    public RuleRegistry {
        rules = List.copyOf(rules);
        templateRules = List.copyOf(templateRules);
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
        return new RuleRegistry(rules, ofTemplates(today, off));
    }

    private static List<TemplateRule> ofTemplates(LocalDate today, Set<String> off) {
        return Stream.of(
                        new TemplatePackageTypeRule(),
                        new TemplateInlineCodeRule(),
                        new TemplateRuntimeRule(today),
                        new TemplateCodeRule(),
                        new TemplateArchitectureRule(),
                        new TemplateHandlerRule(),
                        new TemplateEnvironmentRule())
                .filter(rule -> !off.contains(rule.id()))
                .toList();
    }

    private static List<Rule> without(Set<String> off, Rule... rules) {
        return Stream.of(rules).filter(rule -> !off.contains(rule.id())).toList();
    }

    /** The rule of archives with this id. */
    public Optional<Rule> find(String id) {
        return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    /** All ids, for messages that list the choices. */
    public List<String> ids() {
        return Stream.concat(
                        rules.stream().map(Rule::id), templateRules.stream().map(TemplateRule::id))
                .toList();
    }
}
