package io.github.lambdabootstrap.shim;

import io.github.lambdabootstrap.archive.EntryPath;
import io.github.lambdabootstrap.model.Architecture;
import io.github.lambdabootstrap.model.LambdaRuntime;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The shim that this release puts into an archive as {@code bootstrap}.
 *
 * @param architecture what the native form is built for; the script form is the same for all
 */
public record Shim(ShimForm form, Architecture architecture) {

    /** The entry that Lambda starts. */
    public static final EntryPath ENTRY = EntryPath.of(LambdaRuntime.ENTRYPOINT);

    /** The same bytes in every run; a new array each time. */
    public byte[] bytes() {
        try (InputStream in = Shim.class.getResourceAsStream(resource())) {
            if (in == null) {
                throw new IllegalStateException("the plugin's jar lacks " + resource());
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource() + " from the plugin's jar", e);
        }
    }

    /** The entry that it starts for a handler when handlers decide, or why it refuses. */
    public static HandlerTarget resolve(String handler) {
        return HandlerPath.resolve(handler);
    }

    private String resource() {
        return switch (form) {
            case NATIVE -> "bootstrap-" + architecture.id();
            case SH -> "bootstrap.sh";
        };
    }
}
