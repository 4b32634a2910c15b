package io.github.lambdabootstrap.mojo.config;

import io.github.lambdabootstrap.model.LambdaRuntime;
import io.github.lambdabootstrap.model.Lifecycle;
import io.github.lambdabootstrap.model.RuntimeCatalog;
import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.ProblemException;
import io.github.lambdabootstrap.problem.Problems;
import io.github.lambdabootstrap.problem.SafeText;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code lambda.runtimeDates}: a file of the form of the plugin's own data whose dates count instead of these. A runtime
 * that it names has the dates of the file alone.
 *
 * @param file absolute
 */
public record RuntimeDatesConfig(Path file) {

    private static final Pattern DATE = Pattern.compile("(.+)\\.(deprecated|createBlocked|updateBlocked)");
    private static final String SOURCE = "source";
    private static final String SOURCE_DATE = "sourceDate";

    /**
     * The catalog with the dates of the file.
     *
     * @throws ProblemException with all that is wrong with the file
     */
    public RuntimeCatalog applied(RuntimeCatalog catalog) {
        Properties data = read();
        Problems problems = new Problems();
        data.stringPropertyNames().stream().sorted().forEach(key -> requireKnown(key, catalog, problems));
        if (Texts.isBlank(data.getProperty(SOURCE))) {
            problems.add(fault(SOURCE, "the dates have no source", "say where the dates are from"));
        }
        LocalDate read = date(data, SOURCE_DATE, problems).orElseGet(() -> {
            if (Texts.isBlank(data.getProperty(SOURCE_DATE))) {
                problems.add(fault(SOURCE_DATE, "the source has no date", "say the day on which the source had them"));
            }
            return LocalDate.MIN;
        });
        RuntimeCatalog dated = new RuntimeCatalog(catalog.runtimes().stream()
                .map(runtime -> names(data, runtime) ? runtime.with(lifecycle(data, runtime, read, problems)) : runtime)
                .toList());
        problems.throwIfAny();
        return dated;
    }

    private Properties read() {
        Properties data = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            data.load(in);
        } catch (NoSuchFileException e) {
            throw unreadable("does not exist", e);
        } catch (CharacterCodingException e) {
            throw unreadable("is not UTF-8", e);
        } catch (IOException | IllegalArgumentException e) {
            // IllegalArgumentException: an escape of the format that is none
            throw unreadable("cannot be read: " + SafeText.of(String.valueOf(e.getMessage())), e);
        }
        return data;
    }

    private ProblemException unreadable(String what, Exception cause) {
        Problem problem = Problem.input(
                        "the file of runtime dates " + what, "name a readable .properties file in UTF-8")
                .at(where(""))
                .docs("rules.md#runtime-supported");
        return new ProblemException(problem, cause);
    }

    private void requireKnown(String key, RuntimeCatalog catalog, Problems problems) {
        if (key.equals(SOURCE) || key.equals(SOURCE_DATE)) {
            return;
        }
        Matcher date = DATE.matcher(key);
        if (!date.matches()) {
            problems.add(fault(
                    key,
                    "there is no such key",
                    "write source, sourceDate, or a runtime with .deprecated, .createBlocked or .updateBlocked behind"
                            + " it"));
        } else if (catalog.find(date.group(1)).isEmpty()) {
            problems.add(fault(
                    key,
                    "unknown runtime '" + SafeText.of(date.group(1)) + "'; a date alone does not make a runtime known",
                    "choose one of " + String.join(", ", catalog.ids())));
        }
    }

    private static boolean names(Properties data, LambdaRuntime runtime) {
        return data.stringPropertyNames().stream()
                .map(DATE::matcher)
                .anyMatch(key -> key.matches() && key.group(1).equals(runtime.id()));
    }

    private Lifecycle lifecycle(Properties data, LambdaRuntime runtime, LocalDate read, Problems problems) {
        return new Lifecycle(
                date(data, runtime.id() + ".deprecated", problems),
                date(data, runtime.id() + ".createBlocked", problems),
                date(data, runtime.id() + ".updateBlocked", problems),
                data.getProperty(SOURCE, "").trim(),
                read);
    }

    /** The date behind a key; empty when there is none, or a problem was added. */
    private Optional<LocalDate> date(Properties data, String key, Problems problems) {
        String text = data.getProperty(key, "").trim();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            problems.add(fault(
                    key,
                    "'" + SafeText.of(text) + "' is no date",
                    "write it as 2027-03-03, or leave it empty where AWS names no day"));
            return Optional.empty();
        }
    }

    private Problem fault(String key, String what, String fix) {
        return Problem.input(what, fix).at(where(", key " + SafeText.of(key))).docs("rules.md#runtime-supported");
    }

    private String where(String key) {
        return "lambda.runtimeDates: " + SafeText.of(file.toString()) + key;
    }
}
