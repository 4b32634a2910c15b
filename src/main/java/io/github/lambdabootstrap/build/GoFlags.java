package io.github.lambdabootstrap.build;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The flags of {@code go build} as they are given to it. A flag on the command line replaces the same flag of
 * {@code GOFLAGS} without a word, so the tags and linker flags there are merged in.
 *
 * @param tags all build tags, each once
 * @param ldflags all linker flags; may be empty
 * @param arguments what comes last, as the user wrote it
 */
public record GoFlags(List<String> tags, String ldflags, List<String> arguments) {

    private static final String NORPC = "lambda.norpc";
    private static final String STRIP = "-s -w";

    // one entry: quoted as a whole, or anything without a blank
    private static final Pattern ENTRY = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");

    // `-ldflags=pattern=flags` sets the flags of the packages that match
    private static final Pattern PER_PACKAGE = Pattern.compile("([^-'\"\\s=][^\\s=]*=)(.*)", Pattern.DOTALL);

    // flags such as -overlay, -modfile, -toolexec and -pgo name files anywhere; -a asks for all the work again
    private static final Pattern CONTAINED = Pattern.compile(
            "--?(trimpath|buildvcs=false|v|modcacherw|mod=\\w+|(tags|ldflags|gcflags|asmflags)=.*|p=\\d+)",
            Pattern.DOTALL);

    public GoFlags {
        tags = List.copyOf(tags);
        arguments = List.copyOf(arguments);
    }

    /**
     * What the settings and the user's own {@code GOFLAGS} say together.
     *
     * @param goflags the value of {@code go env GOFLAGS}
     */
    public static GoFlags of(GoSettings.Flags flags, String goflags) {
        List<String> entries = entries(goflags);
        Set<String> tags = new LinkedHashSet<>();
        if (flags.norpc()) {
            tags.add(NORPC);
        }
        values(entries, "tags").flatMap(GoFlags::words).forEach(tags::add);
        flags.tags().stream().flatMap(GoFlags::words).forEach(tags::add);
        List<String> ldflags = new ArrayList<>(values(entries, "ldflags").toList());
        ldflags.add(flags.ldflags());
        return new GoFlags(List.copyOf(tags), linkerFlags(flags.strip() ? STRIP : "", ldflags), flags.arguments());
    }

    /** The arguments of {@code go build}, packages apart. */
    public List<String> forBuild() {
        List<String> words = new ArrayList<>(List.of("-trimpath", "-buildvcs=false"));
        words.addAll(tagsArgument());
        if (!ldflags.isEmpty()) {
            words.add("-ldflags=" + ldflags);
        }
        words.addAll(arguments);
        return List.copyOf(words);
    }

    /** The arguments of a command that loads the same packages as {@code go build} and links nothing. */
    public List<String> forList() {
        return Stream.concat(tagsArgument().stream(), arguments.stream()).toList();
    }

    /** Whether flags take in nothing from outside the sources, and ask for no work that must be done each time. */
    static boolean readOnlySources(String goflags, List<String> arguments) {
        return Stream.concat(entries(goflags).stream(), arguments.stream())
                .allMatch(flag -> CONTAINED.matcher(flag).matches());
    }

    /** {@code -tags}, when there are any. */
    public List<String> tagsArgument() {
        return tags.isEmpty() ? List.of() : List.of("-tags=" + String.join(",", tags));
    }

    private static String linkerFlags(String own, List<String> others) {
        String pattern = "";
        List<String> flags = new ArrayList<>(List.of(own));
        for (String text : others) {
            Matcher perPackage = PER_PACKAGE.matcher(text.strip());
            boolean matches = perPackage.matches();
            pattern = matches ? perPackage.group(1) : pattern;
            flags.add((matches ? perPackage.group(2) : text).strip());
        }
        return pattern
                + String.join(
                        " ", flags.stream().filter(text -> !text.isEmpty()).toList());
    }

    private static List<String> entries(String goflags) {
        return ENTRY.matcher(goflags)
                .results()
                .map(entry -> Stream.of(1, 2, 3)
                        .map(entry::group)
                        .filter(text -> text != null)
                        .findFirst()
                        .orElse(""))
                .toList();
    }

    private static Stream<String> values(List<String> entries, String flag) {
        Pattern form = Pattern.compile("--?" + flag + "=(.*)", Pattern.DOTALL);
        return entries.stream().map(form::matcher).filter(Matcher::matches).map(match -> match.group(1));
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(text.split("[,\\s]+", -1)).filter(word -> !word.isEmpty());
    }
}
