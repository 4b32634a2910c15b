package io.github.lambdabootstrap.build;

import io.github.lambdabootstrap.log.BuildLog;
import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.Problems;
import io.github.lambdabootstrap.problem.SafeText;
import java.io.BufferedReader;
import java.io.File;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs the tests of Go modules on the machine of the build, with the tags that the functions are compiled with. */
public final class GoTests {

    // prints the folder of each package that has tests, and nothing else
    private static final String WITH_TESTS = "{{if or .TestGoFiles .XTestGoFiles}}{{.Dir}}{{end}}";

    private static final String FAILURE = "--- FAIL: ";

    private final GoCommands go;
    private final List<String> arguments;
    private final BuildLog log;

    /** @param arguments further arguments of {@code go test} */
    public GoTests(GoCommands go, List<String> arguments, BuildLog log) {
        this.go = go;
        this.arguments = List.copyOf(arguments);
        this.log = log;
    }

    /** One call for each module that has tests, in their order; how many there were. */
    public int run(List<GoModule> modules, GoModules area, Problems problems) {
        int tested = 0;
        for (GoModule module : modules) {
            List<String> packages = packagesWithTests(module, area);
            if (!packages.isEmpty()) {
                log.testing(module.directory());
                test(module, packages).ifPresent(problems::add);
                tested++;
            }
        }
        return tested;
    }

    private List<String> packagesWithTests(GoModule module, GoModules area) {
        List<String> arguments = new ArrayList<>(List.of("list", "-e", "-f", WITH_TESTS));
        arguments.addAll(go.flags().forList());
        arguments.add("./...");
        Command command = go.forHost(module, arguments);
        StringBuilder folders = new StringBuilder();
        ErrorText errors = new ErrorText();
        int exit = go.runner()
                .run(
                        command,
                        output -> folders.append(new String(output.readAllBytes(), StandardCharsets.UTF_8)),
                        errors);
        if (exit != 0) {
            log.moduleSkipped(module.directory(), errors.first());
            return List.of();
        }
        return folders.toString()
                .lines()
                .map(Path::of)
                .filter(folder -> folder.equals(module.directory()) || area.covers(folder))
                .map(folder ->
                        "./" + module.directory().relativize(folder).toString().replace(File.separatorChar, '/'))
                .toList();
    }

    private Optional<Problem> test(GoModule module, List<String> packages) {
        List<String> words = new ArrayList<>(List.of("test"));
        words.addAll(go.flags().forList());
        words.addAll(arguments);
        words.addAll(packages);
        Command command = go.forHost(module, words);
        ErrorText errors = new ErrorText();
        List<String> failed = new ArrayList<>();
        int exit = go.runner().run(command, output -> tell(output, failed), line -> {
            errors.accept(line);
            log.toolPrinted(line);
        });
        return exit == 0
                ? Optional.empty()
                : Optional.of(problem(failed.isEmpty() ? errors.first() : failed.get(0), command));
    }

    private void tell(InputStream output, List<String> failed) {
        new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8))
                .lines()
                .forEach(line -> {
                    if (line.stripLeading().startsWith(FAILURE)) {
                        failed.add(line.strip());
                    }
                    log.toolPrinted(line);
                });
    }

    private static Problem problem(String first, Command command) {
        return Problem.input(
                        "Go tests failed" + (first.isEmpty() ? "" : ": " + SafeText.of(first)),
                        "see the output above; by hand: " + command.forShell())
                .at(SafeText.of(command.directory().toString()))
                .docs("reference/test.md");
    }
}
