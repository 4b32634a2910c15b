package io.github.lambdabootstrap.mojo;

import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;

/** The command that started this build, to be shown with one property more. */
record CommandLine(MavenSession session) {

    private static final Pattern WORD = Pattern.compile("[\\w./,:=@%+-]+");

    /** The call with this property, which a shell takes as it is. */
    String with(String property) {
        List<String> goals = session.getRequest().getGoals();
        Stream<String> given = new TreeMap<>(session.getUserProperties())
                .entrySet().stream()
                        .filter(entry -> String.valueOf(entry.getKey()).startsWith("lambda."))
                        .map(entry -> "-D" + entry.getKey() + "=" + entry.getValue());
        return Stream.of(Stream.of("mvn"), goals.stream(), given, Stream.of("-D" + property))
                .flatMap(words -> words)
                .map(CommandLine::quoted)
                .collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        return WORD.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
