package io.github.lambdabootstrap.template;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The settings of serverless-go-plugin, which compiles the Go source that a handler names. It needs two switches for an
 * OS-only runtime: the runtime in its list, and the executable's name.
 */
final class ServerlessGoPlugin {

    private static final String PLUGIN = "serverless-go-plugin";
    private static final String RUNTIMES = "supportedRuntimes";
    private static final String AS_BOOTSTRAP = "buildProvidedRuntimeAsBootstrap";

    private final Mapping root;
    private final MigrationSettings settings;

    ServerlessGoPlugin(Mapping root, MigrationSettings settings) {
        this.root = root;
        this.settings = settings;
    }

    boolean isUsed() {
        return root.find("plugins").stream()
                .flatMap(slot -> Tree.scalars(slot.value()).stream())
                .anyMatch(text -> text.value().equals(PLUGIN));
    }

    /** The texts among its settings that change; none when the plugin is not used. */
    TemplateFunctions.ToolSettings settings() {
        if (!isUsed()) {
            return TemplateFunctions.ToolSettings.NONE;
        }
        Stream<Scalar> runtimes = supports(settings.target().id())
                ? Stream.empty()
                : runtimes().filter(settings::isOld).limit(1);
        Stream<Scalar> switches = asBootstrap()
                .filter(slot -> slot.value() instanceof Scalar)
                .map(slot -> (Scalar) slot.value())
                .filter(text -> text.value().equals("false"))
                .stream();
        return new TemplateFunctions.ToolSettings(
                runtimes.filter(text -> text.place().isPresent()).toList(),
                switches.filter(text -> text.place().isPresent()).toList());
    }

    /** What is missing, and not there to be changed. */
    List<Remark> notes() {
        boolean complete = runtimes().findAny().isPresent() && asBootstrap().isPresent();
        if (!isUsed() || complete) {
            return List.of();
        }
        return List.of(Remark.note(
                root.find("plugins").orElseThrow().place(),
                PLUGIN + " builds for " + settings.target() + " only when two settings of custom.go say so",
                "set custom.go." + RUNTIMES + ": [" + settings.target() + "] and custom.go." + AS_BOOTSTRAP
                        + ": true"));
    }

    private boolean supports(String runtime) {
        return runtimes().anyMatch(text -> text.value().equals(runtime));
    }

    private Stream<Scalar> runtimes() {
        return root.find("custom", "go", RUNTIMES).stream().flatMap(slot -> Tree.scalars(slot.value()).stream());
    }

    private Optional<Slot> asBootstrap() {
        return root.find("custom", "go", AS_BOOTSTRAP);
    }
}
