package io.github.lambdabootstrap.truth;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Starts an archive as Lambda would, with {@code judge.py} or with AWS's own emulator, and says how it did. */
final class Judge {

    private final List<String> options;

    private Judge(List<String> options) {
        this.options = options;
    }

    /** Looks bootstrap up and starts it by itself. */
    static Judge independent() {
        return new Judge(List.of());
    }

    /** Leaves both to the Runtime Interface Emulator of AWS, which {@code src/test/truth/setup} brings. */
    static Judge emulator() {
        Path emulator = Tool.WORKSHOP.resolve("tools/aws-lambda-rie");
        if (!Files.isExecutable(emulator)) {
            throw new AssertionError("missing " + emulator + ": run src/test/truth/setup");
        }
        return new Judge(List.of("--emulator", emulator.toString()));
    }

    /** The same judge, who gives a program a minute to ask for work. */
    Judge patient() {
        return new Judge(
                Stream.concat(options.stream(), Stream.of("--limit", "60")).toList());
    }

    Judgement judge(Path archive, TruthCase row, List<Path> layers) {
        List<String> command = new ArrayList<>(
                List.of("python3", Tool.SOURCES.resolve("judge.py").toString(), "--runtime", row.runtime()));
        command.add("--handler=" + row.handler());
        command.addAll(options);
        layers.forEach(layer -> command.addAll(List.of("--layer", layer.toString())));
        command.add(archive.toString());
        String answer = Tool.run(Tool.WORKSHOP, command.toArray(String[]::new));
        JsonObject fields = JsonParser.parseString(answer).getAsJsonObject();
        return new Judgement(
                Outcome.of(fields.get("outcome").getAsString()),
                fields.get("message").getAsString());
    }
}
