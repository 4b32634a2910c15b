package io.github.lambdabootstrap.report;

import io.github.lambdabootstrap.gate.GateReport;
import io.github.lambdabootstrap.model.AtomicFile;
import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The files of a gate's report, in one folder.
 *
 * @param directory absolute
 */
public record VerifyReports(Path directory) {

    /** For programs. */
    public static final String JSON = "verify.json";

    /** For code scanning. */
    public static final String SARIF = "verify.sarif";

    /** For people. */
    public static final String HTML = "verify.html";

    /** All of them. */
    public static final List<String> NAMES = List.of(JSON, SARIF, HTML);

    /**
     * Replaces each file at once or not at all; those with nothing new keep their time.
     *
     * @throws ProblemException when one cannot be written
     */
    public void write(GateReport report, ReportSubject subject) {
        write(JSON, VerifyJson.text(report));
        write(SARIF, VerifySarif.text(report, subject));
        write(HTML, VerifyHtml.text(report, subject));
    }

    private void write(String name, String text) {
        Path file = directory.resolve(name);
        try {
            new AtomicFile(file).writeIfChanged(text);
        } catch (IOException e) {
            throw new ProblemException(Problem.unwritable("the report", file, e), e);
        }
    }
}
