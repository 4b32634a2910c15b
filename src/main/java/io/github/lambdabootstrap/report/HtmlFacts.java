package io.github.lambdabootstrap.report;

import io.github.lambdabootstrap.gate.EntrypointFacts;
import io.github.lambdabootstrap.gate.GoFacts;
import io.github.lambdabootstrap.gate.Verdict;
import io.github.lambdabootstrap.model.Sha256;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is known of an archive and its program, as terms and descriptions. */
record HtmlFacts(Verdict verdict, ReportSubject subject) {

    /** The pairs, as HTML; what is unknown is left out. */
    String text() {
        return fact("Archive", Optional.of(subject.shown(verdict.request().path())))
                + fact("SHA-256", verdict.sha256().map(Sha256::hex))
                + fact("CodeSha256", verdict.sha256().map(Sha256::base64))
                + verdict.entrypoint().map(HtmlFacts::program).orElse("");
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
