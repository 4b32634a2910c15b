package io.github.lambdabootstrap.report;

import io.github.lambdabootstrap.gate.DispatchFacts;
import io.github.lambdabootstrap.gate.EntrypointFacts;
import io.github.lambdabootstrap.gate.GoFacts;
import io.github.lambdabootstrap.gate.Verdict;
import io.github.lambdabootstrap.model.Sha256;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is known of an archive and its program, as terms and descriptions. */
record HtmlFacts(Verdict verdict, ReportSubject subject) {

    /** The pairs, as HTML; what is unknown is left out. */
    String text() {
        return fact("Archive", Optional.of(subject.shown(verdict.request().path())))
                + fact("SHA-256", verdict.sha256().map(Sha256::hex))
                + fact("CodeSha256", verdict.sha256().map(Sha256::base64))
                + verdict.entrypoint().map(HtmlFacts::program).orElse("")
                + verdict.dispatch().map(HtmlFacts::bundle).orElse("");
    }

    private static String bundle(DispatchFacts facts) {
        String more = facts.more() == 0 ? "" : "… and " + facts.more() + " more";
        return fact("Shim", Optional.of(facts.shim()))
                + facts(
                        facts.byFunctionName() ? "Routes" : "Handlers",
                        facts.targets().stream().map(HtmlFacts::target).toList())
                + facts(
                        "Executables",
                        Stream.concat(
                                        facts.executables().stream().map(HtmlFacts::executable),
                                        Stream.of(more).filter(text -> !text.isEmpty()))
                                .toList());
    }

    private static String target(DispatchFacts.Target target) {
        String name = target.match().map(functions -> functions + " → ").orElse("") + target.asked();
        Optional<String> entry = target.entry().filter(path -> !path.equals(target.asked()));
        return name + entry.map(path -> " → " + path).orElse("");
    }

    private static String executable(EntrypointFacts facts) {
        return Stream.of(Optional.of(facts.resolved()), facts.language(), facts.machine())
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }

    private static String program(EntrypointFacts facts) {
        String link = facts.resolved().equals(facts.path()) ? "" : " → " + facts.resolved();
        return fact("Starts", Optional.of(facts.path() + link))
                + fact("Mode", facts.mode())
                + fact("Format", Optional.of(facts.format()))
                + fact("Machine", facts.machine())
                + fact("Linkage", facts.linkage())
                + fact("Interpreter", facts.interpreter())
                + facts("Libraries", facts.needed())
                + facts.go().map(HtmlFacts::go).orElse("");
    }

    private static String go(GoFacts go) {
        return fact("Main package", go.path())
                + fact("Module", go.module())
                + facts("Build settings", lines(go.settings(), "="))
                + facts("Modules", lines(go.dependencies(), " "));
    }

    private static List<String> lines(Map<String, String> pairs, String between) {
        return pairs.entrySet().stream()
                .map(pair -> pair.getKey() + between + pair.getValue())
                .collect(Collectors.toList());
    }

    private static String fact(String term, Optional<String> text) {
        return facts(term, text.stream().toList());
    }

    private static String facts(String term, List<String> texts) {
        return texts.isEmpty()
                ? ""
                : "<dt>" + term + "</dt>" + HtmlText.each(texts, text -> "<dd>" + HtmlText.outside(text) + "</dd>")
                        + "\n";
    }
}
