package io.github.lambdabootstrap.template;

import io.github.lambdabootstrap.model.AtomicFile;
import io.github.lambdabootstrap.model.RuntimeCatalog;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;

/** Many templates in a folder, and a process of its own that never stops to write them. */
final class FiftyTemplates {

    private FiftyTemplates() {}

    private static String name(int number) {
        return "template-%02d.yaml".formatted(number);
    }

    static String before(int number) {
        return text(number, "go1.x", "f" + number);
    }

    static String after(int number) {
        return text(number, "provided.al2023", "bootstrap");
    }

    private static String text(int number, String runtime, String handler) {
        return ("Resources:\n  F:\n    Type: AWS::Lambda::Function\n    Properties:\n      Runtime: %s\n"
                        + "      Handler: %s\n      Code: {S3Bucket: b, S3Key: k%d}\n%s")
                .formatted(runtime, handler, number, "# words to be written\n".repeat(500));
    }

    /** The files, sorted by name. */
    static List<Path> create(Path folder, int count) throws IOException {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            files.add(Files.writeString(folder.resolve(name(i)), before(i)));
        }
        return files;
    }

    static MigrationReport plan(Path folder) {
        RuntimeCatalog catalog = RuntimeCatalog.builtIn();
        MigrationSettings settings = MigrationSettings.towards(
                catalog.find(RuntimeCatalog.DEFAULT_ID).orElseThrow(), catalog);
        return new Migration(settings).plan(TemplateSelection.of(List.of("."), folder));
    }

    static Process rewriteForever(Path folder) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath(),
                        FiftyTemplates.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Where this test, the plugin and its YAML library are: the class path of a test can be a launcher's. */
    private static String classPath() {
        return Stream.of(FiftyTemplates.class, Migration.class, Load.class)
                .map(type -> Path.of(URI.create(type.getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toString()))
                        .toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Migrates the folder and puts the old texts back, until it is killed. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        while (true) {
            List<FileOutcome> changed = plan(folder).changed();
            System.out.print('w');
            System.out.flush();
            TemplateStore.write(changed);
            for (int i = 0; i < 50; i++) {
                new AtomicFile(folder.resolve(name(i))).writeIfChanged(before(i));
            }
        }
    }
}
