package io.github.lambdabootstrap.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdabootstrap.model.FunctionName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextBuildLogTest {

    private final List<String> lines = new ArrayList<>();
    private final Path base = Path.of("/shop").toAbsolutePath();
    private final BuildLog log = new TextBuildLog(
            new LineSink() {
                @Override
                public void debug(String line) {
                    lines.add("debug " + line);
                }

                @Override
                public void info(String line) {
                    lines.add("info " + line);
                }

                @Override
                public void warn(String line) {
                    lines.add("warn " + line);
                }

                @Override
                public void error(String line) {
                    lines.add("error " + line);
                }
            },
            base);

    @Test
    void every_event_is_one_line() {
        FunctionName orders = new FunctionName("orders");
        log.toolFound("go1.26.8", Path.of("/go/bin/go"), "PATH");
        log.toolPrinted("  a.go:1:1: bad");
        log.moduleSkipped(base.resolve("old"), "go: no\nmodule");
        log.functionFound(orders, base.resolve("cmd/orders"), "imports a client");
        log.notAFunction(base, "imports none", "to build it: name it");
        log.notAFunction(base.resolve("e2e"), "has tests", "");
        log.undecided(base.resolve("cmd/x"), "cannot be judged: x\ny");
        log.nothingToDo("test", "there are no Go tests");
        log.compiling(1, 2);
        log.wouldRun("go build");
        log.compiled(3, 1);
        log.noRuntimeClient(orders, base.resolve("bin/orders"));
        log.testing(base);
        assertThat(lines)
                .containsExactly(
                        "info Go 1.26.8: /go/bin/go (PATH)",
                        "info   a.go:1:1: bad",
                        "warn Skipping the Go module in old, which does not load: go: no\\nmodule",
                        "info Function orders: cmd/orders (imports a client)",
                        "info No function: . (imports none); to build it: name it",
                        "info No function: e2e (has tests)",
                        "warn Perhaps a function: cmd/x (cannot be judged: x\\ny); it is left out",
                        "info Nothing to test: there are no Go tests",
                        "info Compiling 1 executable with 2 calls of go build",
                        "info Would run: go build",
                        "info 1 executable compiled, 2 up to date",
                        "warn Function orders links no Runtime API client: the text /runtime/invocation/ is not in"
                                + " bin/orders, so on Lambda it would start and never ask for work",
                        "info Running the Go tests of .");
    }
}
