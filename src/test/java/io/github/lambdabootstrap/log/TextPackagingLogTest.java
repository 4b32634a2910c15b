package io.github.lambdabootstrap.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdabootstrap.model.Architecture;
import io.github.lambdabootstrap.model.ByteSize;
import io.github.lambdabootstrap.model.FunctionName;
import io.github.lambdabootstrap.model.PackagedArchive;
import io.github.lambdabootstrap.model.RuntimeCatalog;
import io.github.lambdabootstrap.model.Sha256;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextPackagingLogTest {

    private final RecordedLines lines = new RecordedLines();
    private final Path base = Path.of("shop").toAbsolutePath();
    private final PackagingLog log = new TextPackagingLog(lines, base);

    @Test
    void every_event_is_one_line() {
        Path zip = base.resolve("target/lambda/orders.zip");
        log.skipped("package", "lambda.skip");
        log.packaged(archive(zip, "orders"));
        log.packaged(archive(zip, "orders", "audit"));
        log.upToDate("orders", zip);
        log.packagedAll(1, 3);
        log.packagedAll(2, 0);
        log.nothingToPackage("lambda.failIfNoFunctions=false");
        log.deleted(zip);
        log.leftAlone(zip);

        assertThat(lines.all())
                .containsExactly(
                        "INFO Skipping package: lambda.skip is set",
                        "INFO Packaged orders -> target/lambda/orders.zip (3.0 MiB, arm64, sha256 e3b0c442)",
                        "INFO Packaged orders -> target/lambda/orders.zip (2 functions, 3.0 MiB, arm64, sha256 e3b0c442)",
                        "INFO Up to date: orders -> target/lambda/orders.zip",
                        "INFO 1 function packaged, 3 up to date",
                        "INFO 2 functions packaged, 0 up to date",
                        "INFO No function to package, which lambda.failIfNoFunctions=false allows",
                        "INFO Deleted target/lambda/orders.zip: no function is packaged to it any more",
                        "INFO Left target/lambda/orders.zip alone: no function is packaged to it any more, but something"
                                + " else has changed it");
    }

    @Test
    void a_file_elsewhere_is_shown_whole_and_the_name_of_an_entry_safely() {
        Path zip = Path.of("elsewhere/orders.zip").toAbsolutePath();
        log.upToDate("orders", zip);
        log.ownIncludeWins(new FunctionName("orders"), "a\nb");
        log.bundleIncludeWins(new FunctionName("all"), "a\nb");

        assertThat(lines.all())
                .containsExactly(
                        "INFO Up to date: orders -> " + zip,
                        "INFO Function orders has its own 'a\\nb' in place of that of all functions",
                        "INFO Bundle all has its own 'a\\nb' in place of that of all functions");
    }

    private static PackagedArchive archive(Path zip, String... functions) {
        return new PackagedArchive(
                "orders",
                Stream.of(functions).map(FunctionName::new).toList(),
                zip,
                Sha256.of(new byte[0]),
                new ByteSize(3 << 20),
                new ByteSize(0),
                RuntimeCatalog.builtIn().find("provided.al2023").orElseThrow(),
                Architecture.ARM64,
                List.of(),
                List.of(),
                false);
    }
}
