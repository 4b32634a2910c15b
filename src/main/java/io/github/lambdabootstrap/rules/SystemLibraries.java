package io.github.lambdabootstrap.rules;

import io.github.lambdabootstrap.model.Glob;
import io.github.lambdabootstrap.model.LambdaRuntime;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The shared libraries that a runtime is known to have and known to lack, from the data file
 * {@code libraries.properties} beside this class.
 *
 * @param present names or patterns
 * @param absent names or patterns
 */
public record SystemLibraries(List<Glob> present, List<Glob> absent) {

    public SystemLibraries {
        present = List.copyOf(present);
        absent = List.copyOf(absent);
    }

    /** What is known of this runtime. */
    public static SystemLibraries of(LambdaRuntime runtime) {
        Properties data = new Properties();
        try (InputStream in = SystemLibraries.class.getResourceAsStream("libraries.properties")) {
            data.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SystemLibraries(globs(data, runtime, "present"), globs(data, runtime, "absent"));
    }

    public boolean surelyHave(String name) {
        return present.stream().anyMatch(glob -> glob.matches(name));
    }

    public boolean surelyLack(String name) {
        return absent.stream().anyMatch(glob -> glob.matches(name));
    }

    private static List<Glob> globs(Properties data, LambdaRuntime runtime, String list) {
        return Stream.of(list, runtime.id() + "." + list)
                .flatMap(key -> Arrays.stream(data.getProperty(key, "").split(",", -1)))
                .map(String::trim)
                .filter(name -> !name.isEmpty())
                .map(Glob::new)
                .toList();
    }
}
