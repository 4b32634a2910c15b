package io.github.lambdabootstrap.bundle;

import static io.github.lambdabootstrap.bundle.BundleFixture.content;
import static io.github.lambdabootstrap.bundle.BundleFixture.paths;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdabootstrap.archive.ArchivePlan;
import io.github.lambdabootstrap.archive.FunctionTarget;
import io.github.lambdabootstrap.archive.PackagingFixture;
import io.github.lambdabootstrap.archive.PlannedEntry;
import io.github.lambdabootstrap.model.Architecture;
import io.github.lambdabootstrap.model.FunctionName;
import io.github.lambdabootstrap.shim.Shim;
import io.github.lambdabootstrap.shim.ShimForm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModulePlannerTest {

    @TempDir
    Path folder;

    private BundleFixture bundle;

    @BeforeEach
    void three_functions() throws IOException {
        bundle = new BundleFixture(folder).functions("audit", "orders", "signin");
    }

    @Test
    void a_bundle_is_the_shim_and_every_executable_under_its_name() throws IOException {
        List<ArchivePlan> plans = bundle.plans();

        assertThat(plans).hasSize(1);
        ArchivePlan plan = plans.get(0);
        assertThat(plan.name()).isEqualTo("deploy");
        assertThat(plan.file()).isEqualTo(bundle.in.output.resolve("deploy.zip"));
        assertThat(plan.functions()).extracting(FunctionName::value).containsExactly("audit", "orders", "signin");
        assertThat(plan.handlers()).containsExactly("audit", "orders", "signin");
        assertThat(paths(plan)).containsExactly("audit", "bootstrap", "orders", "signin");
        assertThat(plan.entries()).allMatch(PlannedEntry::executable);
        assertThat(content(plan, "bootstrap")).isEqualTo(new Shim(ShimForm.NATIVE, Architecture.X86_64).bytes());
        assertThat(content(plan, "signin")).asString().isEqualTo("signin");
    }

    @Test
    void a_folder_or_a_pattern_places_executables_and_handlers_win_over_it() {
        ArchivePlan plan = bundle.at("bin/{path}/{name}")
                .handler("bin/api/app/auth/signin", "signin")
                .handler("./login", "signin")
                .plan();

        assertThat(paths(plan))
                .containsExactly(
                        "bin/api/app/auth/signin",
                        "bin/cmd/audit/audit",
                        "bin/cmd/orders/orders",
                        "bootstrap",
                        "login");
        assertThat(plan.handlers())
                .containsExactly("bin/api/app/auth/signin", "bin/cmd/audit/audit", "bin/cmd/orders/orders", "login");
    }

    @Test
    void a_program_at_the_root_of_its_module_has_its_name_for_a_path() throws IOException {
        bundle.functions.add(bundle.function("shop", PackagingFixture.AL2023, Architecture.X86_64, Optional.of("")));

        assertThat(paths(bundle.at("bin/{path}").plan()))
                .containsExactly("bin/cmd/audit", "bin/cmd/orders", "bin/cmd/signin", "bin/shop", "bootstrap");
    }

    @Test
    void names_patterns_and_handlers_choose_functions_and_the_others_stay_alone() {
        List<ArchivePlan> plans = bundle.of("a*").handler("in", "signin").plans();

        assertThat(plans).extracting(ArchivePlan::name).containsExactly("orders", "deploy");
        assertThat(paths(plans.get(0))).containsExactly("bootstrap");
        assertThat(plans.get(0).handlers()).isEmpty();
        assertThat(paths(plans.get(1))).containsExactly("audit", "bootstrap", "in");
    }

    @Test
    void functions_of_a_standalone_bundle_have_archives_of_their_own_too() {
        assertThat(bundle.standalone().of("orders", "signin").plans())
                .extracting(ArchivePlan::name)
                .containsExactly("audit", "orders", "signin", "deploy");
    }

    @Test
    void a_function_may_be_in_several_bundles() {
        BundleSpec first = bundle.named("one").of("audit", "orders").spec();
        BundleSpec second = bundle.named("two").of("orders", "signin").spec();

        assertThat(bundle.plans(first, second)).extracting(ArchivePlan::name).containsExactly("one", "two");
    }

    @Test
    void routes_dispatch_by_function_name_and_go_into_a_map() throws IOException {
        ArchivePlan plan = bundle.script()
                .at("bin/{name}")
                .route("*-orders", "orders")
                .route("*", "signin")
                .plan();

        assertThat(plan.handlers()).isEmpty();
        assertThat(content(plan, "bootstrap.map")).asString().isEqualTo("""
                        lambda-bootstrap-map 1
                        route *-orders bin/orders
                        route * bin/signin
                        """);
        assertThat(content(plan, "bootstrap")).isEqualTo(new Shim(ShimForm.SH, Architecture.X86_64).bytes());
    }

    @Test
    void a_wrapper_is_honoured_by_a_map_without_routes() throws IOException {
        ArchivePlan plan = bundle.execWrapper().plan();

        assertThat(content(plan, "bootstrap.map")).asString().isEqualTo("""
                        lambda-bootstrap-map 1
                        wrapper
                        """);
        assertThat(plan.handlers()).containsExactly("audit", "orders", "signin");
    }

    @Test
    void functions_for_two_architectures_make_a_bundle_for_each() throws IOException {
        for (FunctionTarget target : List.copyOf(bundle.functions)) {
            bundle.functions.add(
                    bundle.function(target.name().value(), target.runtime(), Architecture.ARM64, target.packagePath()));
        }

        List<ArchivePlan> plans = bundle.plans();

        assertThat(plans).extracting(ArchivePlan::name).containsExactly("deploy-x86_64", "deploy-arm64");
        assertThat(content(plans.get(1), "bootstrap")).isEqualTo(new Shim(ShimForm.NATIVE, Architecture.ARM64).bytes());
    }

    @Test
    void the_nearest_include_wins_and_says_so() throws IOException {
        bundle.in.file("all.json", "all");
        bundle.in.file("own.json", "own");
        bundle.everywhere.add(bundle.in.include("all.json", "config.json"));
        bundle.everywhere.add(bundle.in.include("all.json", "all.json"));

        ArchivePlan plan =
                bundle.includes(bundle.in.include("own.json", "config.json")).plan();

        assertThat(content(plan, "config.json")).asString().isEqualTo("own");
        assertThat(content(plan, "all.json")).asString().isEqualTo("all");
        assertThat(bundle.in.lines.all())
                .containsExactly("INFO Bundle deploy has its own 'config.json' in place of that of all functions");
    }

    @Test
    void functions_bring_their_own_includes_into_the_bundle() throws IOException {
        bundle.in.file("a.json", "a");
        bundle.in.file("b.json", "b");
        bundle.functions.clear();
        Path program = bundle.in.file("program", "program");
        bundle.functions.add(bundle.in.target("one", program, bundle.in.include("a.json", "config.json")));
        bundle.functions.add(bundle.in.target("two", program, bundle.in.include("a.json", "config.json")));

        assertThat(paths(bundle.plan())).containsExactly("bootstrap", "config.json", "one", "two");

        bundle.functions.set(1, bundle.in.target("two", program, bundle.in.include("b.json", "config.json")));
        assertThat(bundle.problems())
                .containsExactly("two includes are 'config.json' in the archive: 'PROJECT/a.json' and 'PROJECT/b.json'"
                        + " (pom.xml <includes>) -> give one of them another <target>, or remove it");
    }

    @Test
    void a_module_that_may_be_without_functions_has_no_bundles() {
        bundle.functions.clear();

        assertThat(bundle.of("*-lambda").plans()).isEmpty();
        assertThat(bundle.in.messages()).isEmpty();
    }

    @Test
    void the_pattern_of_names_is_for_bundles_too() throws IOException {
        List<ArchivePlan> plans = new ModulePlanner(bundle.in.planner("{name}_{os}_{goarch}"))
                .plan(bundle.functions, List.of(bundle.spec()), List.of(), bundle.in.problems);

        assertThat(plans).extracting(ArchivePlan::name).containsExactly("deploy_linux_amd64");
    }
}
