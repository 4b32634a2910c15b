package io.github.lambdabootstrap.gate;

import io.github.lambdabootstrap.archive.EntryPath;
import io.github.lambdabootstrap.archive.LambdaArchive;
import io.github.lambdabootstrap.archive.Lookup;
import io.github.lambdabootstrap.elf.ElfFile;
import io.github.lambdabootstrap.model.LambdaRuntime;
import io.github.lambdabootstrap.problem.SafeText;
import io.github.lambdabootstrap.rules.ArchiveUnderTest;
import io.github.lambdabootstrap.rules.Finding;
import io.github.lambdabootstrap.rules.Layers;
import io.github.lambdabootstrap.rules.Program;
import io.github.lambdabootstrap.rules.Rule;
import io.github.lambdabootstrap.rules.RuleRegistry;
import io.github.lambdabootstrap.rules.Script;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Judges the bootstrap of a layer, which Lambda starts where an archive has none. */
final class LayerBootstrap {

    /** Those that ask nothing of the files beside a program: a layer's program may name files of the archive. */
    private static final Set<String> RULES = Set.of(
            "bootstrap-executable",
            "bootstrap-format",
            "architecture-matches",
            "elf-loadable",
            "glibc-version",
            "go-target",
            "go-runtime-client");

    /** Those that do, and are asked of programs that name no file beside them. */
    private static final Set<String> RULES_OF_SYSTEM_PROGRAMS = Set.of("loader-present", "script-interpreter");

    private LayerBootstrap() {}

    /**
     * What is wrong with the layer's bootstrap; nothing when Lambda does not start it.
     *
     * @throws IOException when the layer cannot be read
     */
    static List<Finding> findings(ArchiveUnderTest archive, RuleRegistry registry) throws IOException {
        if (archive.expectation().placeholder() || archive.bootstrap() instanceof Lookup.Resolved) {
            return List.of();
        }
        Optional<LambdaArchive> layer = archive.layers().lastWith(EntryPath.of(LambdaRuntime.ENTRYPOINT));
        // a link may lead to a file of the archive, or of another layer
        if (layer.isEmpty() || !(layer.get().lookupInLayer(LambdaRuntime.ENTRYPOINT) instanceof Lookup.Resolved)) {
            return List.of();
        }
        ArchiveUnderTest unpacked = Examination.of(layer.get(), archive.expectation(), Layers.NONE);
        return unpacked.entrypoint().stream()
                .flatMap(program -> registry.rules().stream()
                        .filter(rule -> isAsked(rule, program))
                        .flatMap(rule -> rule.check(unpacked.startingOnly(program)).stream()))
                .map(finding -> ofLayer(layer.get(), finding))
                .toList();
    }

    private static boolean isAsked(Rule rule, Program program) {
        return RULES.contains(rule.id())
                || (RULES_OF_SYSTEM_PROGRAMS.contains(rule.id()) && !namesFileOfArchive(program));
    }

    private static boolean namesFileOfArchive(Program program) {
        return program.script().flatMap(Script::interpreterOfArchive).isPresent()
                || program.elf()
                        .flatMap(ElfFile::interpreter)
                        .filter(path -> !path.startsWith("/") || path.startsWith("/var/task/"))
                        .isPresent();
    }

    private static Finding ofLayer(LambdaArchive layer, Finding finding) {
        String message = "in layer '" + SafeText.of(layer.path().toString()) + "', "
                + finding.message().replace("/var/task/bootstrap", "/opt/bootstrap");
        return new Finding(finding.rule(), finding.severity(), finding.entry(), message, finding.fix());
    }
}
