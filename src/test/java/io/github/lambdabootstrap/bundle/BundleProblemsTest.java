package io.github.lambdabootstrap.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdabootstrap.archive.PackagingFixture;
import io.github.lambdabootstrap.model.Architecture;
import io.github.lambdabootstrap.model.ByteSize;
import io.github.lambdabootstrap.model.RuntimeCatalog;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BundleProblemsTest {

    private static final String ANOTHER_PLACE =
            " -> give it another place in <handlers>, or change <directory> or <entry>";

    @TempDir
    Path folder;

    private BundleFixture bundle;

    @BeforeEach
    void three_functions() throws IOException {
        bundle = new BundleFixture(folder).functions("audit", "orders", "signin");
    }

    @Test
    void functions_that_are_not_there_list_near_names() {
        assertThat(bundle.of("ordres", "*-lambda", "audit")
                        .handler("in", "sign")
                        .route("x", "audi")
                        .problems())
                .containsExactly(
                        "no function is called 'ordres'; the nearest names are orders, audit, signin (pom.xml"
                                + " <bundles><bundle>deploy<functions>) -> give names of this module's functions, or"
                                + " patterns such as *-lambda",
                        "no function is called '*-lambda'; the nearest names are audit, orders, signin (pom.xml"
                                + " <bundles><bundle>deploy<functions>) -> give names of this module's functions, or"
                                + " patterns such as *-lambda",
                        "the handler 'in' is of function 'sign', which is not there; the nearest names are signin,"
                                + " audit, orders (pom.xml <bundles><bundle>deploy<handlers>) -> name a function of"
                                + " this module");
    }

    @Test
    void a_route_leads_to_a_function_of_the_bundle() {
        assertThat(bundle.of("audit").route("*", "orders").problems())
                .containsExactly("the route '*' leads to function 'orders', which is not in bundle 'deploy'; the"
                        + " nearest names are audit (pom.xml <bundles><bundle>deploy<routes>) -> name a function of"
                        + " the bundle, or add it to <functions>");
    }

    @Test
    void a_route_that_no_function_reaches_is_said() {
        assertThat(bundle.route("*", "orders").route("audit", "audit").problems())
                .containsExactly("the route 'audit' is never reached: '*' stands before it and matches first (pom.xml"
                        + " <bundles><bundle>deploy<routes>) -> put it before '*', or delete it");
    }

    @Test
    void routes_that_the_shim_cannot_read_are_said() {
        for (int i = 0; i < 1200; i++) {
            bundle.route("%064d".formatted(i), "orders");
        }

        assertThat(bundle.problems())
                .containsExactly("the routes need 91.4 KiB in bootstrap.map, and the shim reads 64.0 KiB (pom.xml"
                        + " <bundles><bundle>deploy<routes>) -> cover several functions with one pattern, or split the"
                        + " bundle");
    }

    @Test
    void different_runtimes_and_architectures_name_their_functions() throws IOException {
        bundle.functions.set(
                0,
                bundle.function(
                        "audit",
                        RuntimeCatalog.builtIn().find("provided.al2").orElseThrow(),
                        Architecture.X86_64,
                        Optional.empty()));
        bundle.functions.add(bundle.function("orders", PackagingFixture.AL2023, Architecture.ARM64, Optional.empty()));

        assertThat(bundle.problems())
                .containsExactly(
                        "the functions of bundle 'deploy' run on different runtimes: provided.al2 (audit),"
                                + " provided.al2023 (orders, signin) (pom.xml <bundles><bundle>deploy<functions>); one"
                                + " archive is deployed with one Runtime -> give them one <runtime>, or a bundle for"
                                + " each",
                        "the functions of bundle 'deploy' are built for different architectures: x86_64 (audit,"
                                + " signin), x86_64 and arm64 (orders) (pom.xml <bundles><bundle>deploy<functions>);"
                                + " one archive runs on one architecture -> give them the same <architecture>, or a"
                                + " bundle for each");
    }

    @ParameterizedTest
    @CsvSource({
        "/bin/orders, it is an absolute path",
        "../orders, it leads out of /var/task",
        "bin/../.., it leads out of /var/task",
        "./, it is a directory",
    })
    void a_place_outside_of_the_archive_is_none(String place, String cause) {
        assertThat(bundle.of("orders").handler(place, "orders").problems())
                .containsExactly("function 'orders' would be '" + place + "' in bundle 'deploy': " + cause
                        + " (pom.xml <bundles><bundle>deploy<handlers>) -> give a relative path such as bin/orders");
    }

    @ParameterizedTest
    @CsvSource({
        "bootstrap, the shim",
        "./bootstrap, the shim",
        "bin/../bootstrap, the shim",
        "bootstrap.map, the shim's map",
    })
    void the_places_of_the_shim_are_taken(String place, String occupant) {
        assertThat(bundle.of("orders").at(place).problems())
                .containsExactly("function 'orders' would be '" + place + "' in bundle 'deploy', where " + occupant
                        + " is (pom.xml <bundles><bundle>deploy<entry>)" + ANOTHER_PLACE);
    }

    @Test
    void two_executables_need_two_places() {
        assertThat(bundle.of("orders").at("bin/x").handler("bin/./x", "audit").problems())
                .containsExactly("function 'orders' would be 'bin/x' in bundle 'deploy', where the executable of"
                        + " function 'audit' is (pom.xml <bundles><bundle>deploy<entry>) -> tell them apart with"
                        + " {name} or {path}, or with places in <handlers>");
    }

    @Test
    void an_executable_is_no_folder_of_another() {
        assertThat(bundle.handler("bin", "audit")
                        .handler("bin/deep/orders", "orders")
                        .handler("bootstrap/x", "signin")
                        .problems())
                .containsExactly(
                        "function 'orders' would be 'bin/deep/orders' in bundle 'deploy', where 'bin' is the"
                                + " executable of function 'audit' (pom.xml <bundles><bundle>deploy<handlers>)"
                                + ANOTHER_PLACE,
                        "function 'signin' would be 'bootstrap/x' in bundle 'deploy', where 'bootstrap' is the shim"
                                + " (pom.xml <bundles><bundle>deploy<handlers>)" + ANOTHER_PLACE);
    }

    @Test
    void a_handler_has_128_characters_at_most() {
        String longest = "bin/" + "x".repeat(124);

        assertThat(bundle.of("orders").handler(longest, "orders").problems()).isEmpty();
        assertThat(bundle.handler(longest + "y", "orders").problems())
                .containsExactly("function 'orders' would be '" + longest + "y' in bundle 'deploy', which has 129"
                        + " characters (pom.xml <bundles><bundle>deploy<handlers>); a Handler has 128 at most"
                        + ANOTHER_PLACE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bin/my orders", "bin\\orders", "bin/orders\u0001", "bin/\torders"})
    void characters_that_no_handler_has_are_refused(String place) {
        assertThat(bundle.of("orders").handler(place, "orders").problems())
                .singleElement()
                .asString()
                .endsWith(" in bundle 'deploy', which has white space, a backslash or a control character (pom.xml"
                        + " <bundles><bundle>deploy<handlers>); Lambda takes no Handler with white space, and unpackers"
                        + " differ about the rest" + ANOTHER_PLACE);
    }

    @Test
    void a_path_needs_a_package() throws IOException {
        bundle.functions.add(bundle.function("thumbs", PackagingFixture.AL2023, Architecture.X86_64, Optional.empty()));

        assertThat(bundle.at("bin/{path}").problems())
                .containsExactly("function 'thumbs' has no Go package, and so no {path} for 'bin/{path}' (pom.xml"
                        + " <bundles><bundle>deploy<entry>) -> use {name}, or give it a place in <handlers>");
    }

    @Test
    void an_included_file_takes_no_place_of_the_bundle() throws IOException {
        bundle.in.file("config.json", "{}");

        assertThat(bundle.at("bin/{name}")
                        .includes(
                                bundle.in.include("config.json", "bootstrap"),
                                bundle.in.include("config.json", "bootstrap.map"),
                                bundle.in.include("config.json", "bin/orders"),
                                bundle.in.include("config.json", "bin/audit/config.json"),
                                bundle.in.include("config.json", "bin"))
                        .problems())
                .containsExactly(
                        "the include 'PROJECT/config.json' would be 'bootstrap' in the archive, where the shim is"
                                + " (pom.xml <includes>); Lambda starts /var/task/bootstrap -> give it another"
                                + " <target>",
                        "the include 'PROJECT/config.json' would be 'bootstrap.map' in the archive, where the shim's"
                                + " map is (pom.xml <includes>) -> give it another <target>",
                        "the include 'PROJECT/config.json' would be 'bin/orders' in the archive, where the executable"
                                + " of function 'orders' is (pom.xml <includes>) -> give it another <target>",
                        "the include 'PROJECT/config.json' would be 'bin/audit/config.json' in the archive, where the"
                                + " executable of function 'audit' is (pom.xml <includes>) -> give it another <target>",
                        "the include 'PROJECT/config.json' would be 'bin' in the archive, which is the folder of"
                                + " 'bin/audit' (pom.xml <includes>) -> give it another <target>");
    }

    @Test
    void a_bundle_is_not_called_as_an_archive_of_a_function() {
        assertThat(bundle.named("Audit").of("orders").problems())
                .containsExactly("two archives are called 'Audit', that of 'audit' for x86_64 and that of bundle"
                        + " 'Audit' for x86_64 (pom.xml <archiveName>, lambda.archiveName) -> tell them apart with"
                        + " placeholders such as {name} and {architecture}, or give the bundle another <name>; upper"
                        + " and lower case count as equal");
    }

    @Test
    void a_missing_executable_is_said_once() throws IOException {
        Files.delete(bundle.in.project.resolve("programs/orders"));

        assertThat(bundle.standalone().problems())
                .containsExactly("function 'orders' has no executable: 'PROJECT/programs/orders' does not exist"
                        + " (function 'orders') -> build it before the package phase, or correct its <executable>");
    }

    @Test
    void all_mistakes_of_all_bundles_are_said_in_one_run() {
        BundleSpec first = bundle.named("one").at("bootstrap").of("audit").spec();
        BundleSpec second = bundle.named("two").of("x").spec();

        bundle.plans(first, second);

        assertThat(bundle.in.messages()).hasSize(2);
    }

    @Test
    void too_much_for_one_archive_comes_with_a_split() throws IOException {
        sized("audit", 100_000_000);
        sized("orders", 140_000_000);
        sized("signin", 110_000_000);
        bundle.functions("small");

        assertThat(bundle.problems())
                .containsExactly("bundle 'deploy' has " + (350_000_000 + "small".length() + shim())
                        + " bytes unzipped; its largest functions are orders " + mib(140) + ", signin " + mib(110)
                        + ", audit " + mib(100) + ", small 5 B (pom.xml <bundles><bundle>deploy); Lambda takes less"
                        + " than 262144000 bytes, layers counted in -> split it: 'deploy-1' with orders, signin,"
                        + " small; 'deploy-2' with audit");
    }

    @Test
    void a_bundle_just_below_the_limit_is_one_archive() throws IOException {
        bundle.of("orders");
        sized("orders", 262_144_000 - shim() - 1);
        assertThat(bundle.problems()).isEmpty();

        sized("orders", 262_144_000 - shim());
        assertThat(bundle.problems())
                .containsExactly("bundle 'deploy' has 262144000 bytes unzipped; its largest functions are orders"
                        + " 250.0 MiB (pom.xml <bundles><bundle>deploy); Lambda takes less than 262144000 bytes, layers"
                        + " counted in -> make orders smaller, or leave out included files: it has no room in any"
                        + " archive");
    }

    /** A file that is as large as it says and takes no space on disk. */
    private void sized(String function, long bytes) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(
                bundle.in.project.resolve("programs/" + function).toFile(), "rw")) {
            file.setLength(bytes);
        }
    }

    private static int shim() throws IOException {
        return new io.github.lambdabootstrap.shim.Shim(
                        io.github.lambdabootstrap.shim.ShimForm.NATIVE, Architecture.X86_64)
                .bytes()
                .length;
    }

    private static String mib(int megabytes) {
        return new ByteSize(megabytes * 1_000_000L).toString();
    }
}
