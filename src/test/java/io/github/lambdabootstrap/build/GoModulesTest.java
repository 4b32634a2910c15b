package io.github.lambdabootstrap.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoModulesTest {

    @TempDir
    private Path folder;

    @Test
    void the_root_and_nested_modules_are_found_in_order() {
        GoProject project =
                new GoProject(folder).module("", "shop").module("tools/x", "x").module("api", "main");
        assertThat(find(project))
                .containsExactly(
                        new GoModule(project.root, "shop", true),
                        new GoModule(project.root.resolve("api"), "main", true),
                        new GoModule(project.root.resolve("tools/x"), "x", true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"vendor", "testdata", "node_modules", "cdk.out", ".hidden", "_old", "target", "a/vendor/b"})
    void what_is_nobodys_own_code_is_left_out(String place) {
        GoProject project = new GoProject(folder).module("", "shop").module(place, "x");
        assertThat(find(project)).extracting(GoModule::path).containsExactly("shop");
        assertThat(area(project).covers(project.root.resolve(place))).isFalse();
    }

    @Test
    void a_folder_of_another_maven_module_is_left_out() {
        GoProject project =
                new GoProject(folder).module("a", "a").module("b/c", "c").file("b/pom.xml", "<project/>");
        assertThat(find(project)).extracting(GoModule::path).containsExactly("a");
    }

    @Test
    void the_folder_itself_may_have_a_pom() {
        GoProject project = new GoProject(folder).module("", "shop").file("pom.xml", "<project/>");
        assertThat(find(project)).hasSize(1);
        assertThat(area(project).covers(project.root)).isTrue();
    }

    @Test
    void a_symbolic_link_is_not_followed() throws IOException {
        GoProject project = new GoProject(folder).module("", "shop");
        GoProject elsewhere = new GoProject(folder.resolve("elsewhere")).module("", "elsewhere");
        Files.createSymbolicLink(project.root.resolve("link"), elsewhere.root);
        assertThat(find(project)).extracting(GoModule::path).containsExactly("shop");
    }

    @Test
    void a_workspace_names_modules_and_the_others_are_called_without_it() {
        GoProject project = new GoProject(folder)
                .module("a", "a")
                .module("b", "b")
                .module("_c", "c")
                .module("d", "d")
                .file("go.work", "go 1.21\n\nuse (\n\t./a // first\n\t\"./b\"\n)\nuse ./_c\nreplace x => ./d\n");
        assertThat(find(project))
                .containsExactly(
                        new GoModule(project.root.resolve("_c"), "c", true),
                        new GoModule(project.root.resolve("a"), "a", true),
                        new GoModule(project.root.resolve("b"), "b", true),
                        new GoModule(project.root.resolve("d"), "d", false));
    }

    @Test
    void a_workspace_may_name_what_is_outside_or_in_another_maven_module() {
        GoProject project = new GoProject(folder)
                .module("a", "a")
                .module("b", "b")
                .file("b/pom.xml", "<project/>")
                .file("go.work", "go 1.21\nuse ./a\nuse ./b\nuse ../stub\n");
        assertThat(find(project)).extracting(GoModule::path).containsExactly("a");
    }

    @Test
    void a_maven_module_inside_of_a_go_module_is_looked_at() {
        GoProject project = new GoProject(folder).module("", "shop").function("services/orders");
        Path inner = project.root.resolve("services");
        assertThat(new GoModules(inner, Set.of()).find()).containsExactly(new GoModule(inner, "shop", true));
    }

    @Test
    void without_go_there_is_nothing() throws IOException {
        assertThat(new GoModules(Files.createDirectory(folder.resolve("empty")), Set.of()).find())
                .isEmpty();
    }

    private static GoModules area(GoProject project) {
        return new GoModules(project.root, Set.of(project.root.resolve("target")));
    }

    private static List<GoModule> find(GoProject project) {
        return area(project).find();
    }
}
