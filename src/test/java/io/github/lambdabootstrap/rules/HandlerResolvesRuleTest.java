package io.github.lambdabootstrap.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdabootstrap.archive.ZipFixture;
import io.github.lambdabootstrap.model.Architecture;
import io.github.lambdabootstrap.shim.Shim;
import io.github.lambdabootstrap.shim.ShimForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HandlerResolvesRuleTest extends RuleTestCase {

    private static final String MISSING =
            "there is no such file in /var/task; Lambda says: Runtime exited with error:" + " exit status 127";
    private static final String FIX = " | fix: set Handler to an executable of the archive: 'bin/orders', 'users'";

    HandlerResolvesRuleTest() {
        super("handler-resolves");
    }

    private static ZipFixture two(ZipFixture archive) {
        return archive.file("bin/orders", function().bytes())
                .file("users", function().bytes())
                .file("bin/data.json", "{}")
                .symlink("bin/link", "../users");
    }

    private static ZipFixture mapped(String map) {
        return two(bundle()).file("bootstrap.map", map).mode(0644);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bin/orders",
                "users",
                "./users",
                "bin//orders",
                "bin/../users",
                "none/../users",
                "bin/link",
                "bin/orders/"
            })
    void a_handler_leads_where_the_shim_looks(String handler) {
        handlers(handler);
        for (ShimForm form : ShimForm.values()) {
            byte[] shim = new Shim(form, Architecture.X86_64).bytes();
            assertThat(found(two(zip().file("bootstrap", shim)))).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bin/ordrs|bin/ordrs|there is no such file in /var/task|127|'''bin/orders'', ''users'''",
                "users/x|users/x|there is no such file in /var/task|127|'''users'', ''bin/orders'''",
                "bin/dangling|bin/dangling|there is no such file in /var/task|127|'''bin/orders'', ''users'''",
                "bin/loop|bin/loop|there is no such file in /var/task|127|'''bin/orders'', ''users'''",
                "/var/task/users|bootstrap|it is an absolute path|127|'''users'', ''bin/orders'''",
                "bin/../../x|bootstrap|it leads out of /var/task|127|'''users'', ''bin/orders'''",
                "''|bootstrap|it is empty or not set|127|'''users'', ''bin/orders'''",
                "bin|bin|it is a directory|126|'''users'', ''bin/orders'''",
                "./bootstrap|bootstrap|it is this bootstrap, which would start itself forever|126|'''bin/orders'', ''users'''",
                "bin/again|bin/again|it is this bootstrap, which would start itself forever|126|'''bin/orders'', ''users'''",
            })
    void a_handler_that_the_shim_refuses_is_an_error(
            String handler, String entry, String cause, int status, String near) {
        handlers("users", handler);
        assertThat(found(two(bundle())
                        .symlink("bin/dangling", "nowhere")
                        .symlink("bin/loop", "loop")
                        .symlink("bin/again", "../bootstrap")))
                .containsExactly("error [" + entry + "] Handler '" + handler + "' cannot be started: " + cause
                        + "; Lambda says: Runtime exited with error: exit status " + status
                        + FIX.replace("'bin/orders', 'users'", near));
    }

    @Test
    void the_nearest_names_come_first() {
        handlers("bin/ordrs", "api/orders-next");
        ZipFixture bundle = bundle();
        for (String name : new String[] {"bin/audit", "bin/orders", "bin/orders-next", "bin/users"}) {
            bundle.file(name, function().bytes());
        }
        bundle.file("tool.sh", "#!/bin/sh\n");
        assertThat(found(bundle))
                .containsExactly(
                        "error [bin/ordrs] Handler 'bin/ordrs' cannot be started: " + MISSING
                                + " | fix: set Handler to an executable of the archive: 'bin/orders', 'bin/users',"
                                + " 'bin/audit' and 2 more",
                        "error [api/orders-next] Handler 'api/orders-next' cannot be started: " + MISSING
                                + " | fix: set Handler to an executable of the archive: 'bin/orders-next', 'bin/orders',"
                                + " 'bin/users' and 2 more");
    }

    @Test
    void an_archive_without_executables_lacks_them_all() {
        handlers("bin/orders");
        assertThat(found(bundle().file("bin/data.json", "{}")))
                .containsExactly("error [bin/orders] Handler 'bin/orders' cannot be started: " + MISSING
                        + " | fix: put the executable into the archive");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bin/a b", "bin/a\tb"})
    void a_handler_is_one_that_lambda_takes(String handler) {
        handlers(handler);
        assertThat(found(two(bundle()).file(handler, function().bytes())))
                .singleElement()
                .asString()
                .startsWith("error [" + handler + "] Handler '" + handler.replace("\t", "\\t")
                        + "' cannot be started: a Handler has at most"
                        + " 128 characters, none of them a blank; Lambda refuses the function | fix: ");
    }

    @Test
    void a_handler_has_at_most_128_characters() {
        String longest = "bin/" + "x".repeat(124);
        ZipFixture bundle = bundle().file(longest, function().bytes())
                .file(longest + "x", function().bytes());
        handlers(longest);
        assertThat(found(bundle)).isEmpty();
        handlers(longest + "x");
        assertThat(found(bundle))
                .singleElement()
                .asString()
                .contains(
                        "x' cannot be started: a Handler has at most 128 characters, none of them a blank; Lambda refuses the function");
    }

    @Test
    void a_link_that_leaves_the_archive_is_refused() {
        handlers("bin/tool");
        assertThat(found(two(bundle()).symlink("bin/tool", "../../../usr/bin/true")))
                .containsExactly(
                        "error [bin/tool] Handler 'bin/tool' cannot be started: it leads to '/usr/bin/true',"
                                + " outside of the archive | fix: set Handler to an executable of the archive: 'bin/orders', 'users'");
    }

    @Test
    void a_link_into_a_layer_is_judged_by_the_layer() throws Exception {
        handlers("bin/tool");
        ZipFixture bundle = two(bundle()).symlink("bin/tool", "/opt/bin/tool");
        assertThat(found(bundle)).isEmpty();
        beside(zip().file("bin/other", function().bytes()));
        assertThat(found(bundle))
                .containsExactly(
                        "error [bin/tool] Handler 'bin/tool' cannot be started: it leads to '/opt/bin/tool',"
                                + " which no layer has | fix: set Handler to an executable of the archive: 'bin/orders', 'users'");
        beside(zip().file("bin/tool", function().bytes()));
        assertThat(found(bundle)).isEmpty();
    }

    @Test
    void what_cannot_be_read_is_not_guessed() {
        handlers("bin/link");
        assertThat(found(bundle().symlink("bin/link", "x").encrypted())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"bin/orders, true", "/users, true", "bin/../users, true", "none/../users, false", "bin/ordrs, false"})
    void a_hand_written_form_leaves_the_path_to_the_kernel(String handler, boolean resolves) {
        handlers(handler);
        assertThat(found(two(bootstrap("#!/bin/sh\nexec \"$PWD/$_HANDLER\"\n"))))
                .hasSize(resolves ? 0 : 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bootstrap|bootstrap|it is this bootstrap, which would start itself forever; Lambda says: Task timed out",
                "../../bin/true|../../bin/true|it leads to '/bin/true', outside of the archive",
                "bin|bin|it is a directory; Lambda says: Runtime exited with error: exit status 126",
                "x|x|there is no such file in /var/task; Lambda says: Runtime exited with error: exit status 127",
            })
    void a_hand_written_form_fails_at_the_kernel(String handler, String entry, String cause) {
        handlers(handler);
        assertThat(found(two(bootstrap("#!/bin/bash\nexec ./$_HANDLER\n"))))
                .singleElement()
                .asString()
                .startsWith("error [" + entry + "] Handler '" + handler + "' cannot be started: " + cause
                        + " | fix: set Handler to an executable of the archive: ");
    }

    @Test
    void the_folder_of_a_hand_written_form_counts() {
        ZipFixture bundle = two(bootstrap("#!/bin/sh\nexec /var/task/bin/$_HANDLER\n"));
        handlers("orders");
        assertThat(found(bundle)).isEmpty();
        handlers("bin/orders");
        assertThat(found(bundle))
                .containsExactly("error [bin/bin/orders] Handler 'bin/orders' cannot be started: " + MISSING + FIX);
    }

    @ParameterizedTest
    @ValueSource(strings = {"#!/bin/sh\nexec ./main\n", "#!/bin/sh\ncase $_HANDLER in *) exec ./x;; esac\n"})
    void what_an_unknown_bootstrap_makes_of_a_handler_is_unknown(String script) {
        assertThat(found(bootstrap(script))).isEmpty();
        handlers("orders.handler");
        assertThat(found(bootstrap(script)))
                .containsExactly("info [bootstrap] 'bootstrap' is no shim that is known, so nobody can tell what it"
                        + " makes of the Handler listed"
                        + " | fix: let lambda-bootstrap:package write a bundle, whose shim is known");
        handlers("a", "b");
        assertThat(found(bootstrap(function())))
                .containsExactly("info [bootstrap] 'bootstrap' is no shim that is known, so nobody can tell what it"
                        + " makes of the 2 Handlers listed"
                        + " | fix: let lambda-bootstrap:package write a bundle, whose shim is known");
        assertThat(found(zip().file("main", function().bytes()))).isEmpty();
    }

    @Test
    void a_route_leads_where_the_shim_looks() {
        handlers("nothing/of/this"); // routes count, and Handlers no longer
        assertThat(found(mapped("lambda-bootstrap-map 1\nwrapper\nroute a-* bin/orders\nroute * ./bin/link\n")))
                .isEmpty();
    }

    @Test
    void a_route_that_leads_to_nothing_is_an_error() {
        assertThat(found(mapped("lambda-bootstrap-map 1\nroute a-* bin/ordrs\nroute b users\nroute c ../x\n")))
                .containsExactly(
                        "error [bin/ordrs] route 'a-*' to 'bin/ordrs' cannot be started: " + MISSING
                                + " | fix: set the route to an executable of the archive: 'bin/orders', 'users'",
                        "error [bootstrap] route 'c' to '../x' cannot be started: it leads out of /var/task; Lambda"
                                + " says: Runtime exited with error: exit status 127"
                                + " | fix: set the route to an executable of the archive: 'users', 'bin/orders'");
    }

    @Test
    void without_routes_handlers_decide() {
        handlers("bin/ordrs");
        for (String map : new String[] {"", "lambda-bootstrap-map 1\n", "lambda-bootstrap-map 1\nwrapper\n"}) {
            assertThat(found(mapped(map)))
                    .containsExactly("error [bin/ordrs] Handler 'bin/ordrs' cannot be started: " + MISSING + FIX);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "other|its first line is not 'lambda-bootstrap-map 1' but other",
                "lambda-bootstrap-map 1\\nroutes|it has a line other than 'wrapper' and 'route MATCH TARGET': routes",
            })
    void a_map_that_the_shim_refuses_is_an_error(String map, String fault) {
        handlers("users");
        assertThat(found(mapped(map.translateEscapes()))).containsExactly(unusable(fault));
    }

    private static String unusable(String fault) {
        return "error [bootstrap.map] the shim cannot use 'bootstrap.map': " + fault + "; Lambda says: Runtime exited"
                + " with error: exit status 127"
                + " | fix: package the bundle again, or remove the file to dispatch by Handler";
    }

    @Test
    void a_map_is_readable_for_the_shim() {
        String map = "lambda-bootstrap-map 1\nroute * users\n";
        assertThat(found(mapped(map).mode(0640))).containsExactly(unusable("it cannot be read"));
        assertThat(found(two(bundle()).file("bootstrap.map/x", map))).containsExactly(unusable("it cannot be read"));
        assertThat(found(mapped("lambda-bootstrap-map 1\n" + "\n".repeat(65_536))))
                .containsExactly(unusable("it is longer than 65536 bytes"));
        assertThat(found(two(bundle()).file("map", map).symlink("bootstrap.map", "map")))
                .isEmpty();
        assertThat(found(two(bundle()).file("map", "x").symlink("bootstrap.map", "map")))
                .hasSize(1);
        assertThat(found(two(bundle()).symlink("bootstrap.map", "nowhere"))).isEmpty();
    }

    @Test
    void a_map_that_cannot_be_known_is_not_guessed() {
        handlers("nothing");
        assertThat(found(two(bundle()).symlink("bootstrap.map", "/etc/map"))).isEmpty();
        assertThat(found(two(bundle()).symlink("bootstrap.map", "/opt/map"))).isEmpty();
        assertThat(found(mapped("x").encrypted())).isEmpty();
    }

    @Test
    void hand_written_forms_do_not_read_a_map() {
        handlers("users");
        assertThat(found(two(bootstrap("#!/bin/sh\nexec ./$_HANDLER\n")).file("bootstrap.map", "x")))
                .isEmpty();
    }

    @Test
    void names_from_outside_are_shown_on_one_line() {
        handlers("a\u001bb");
        assertThat(found(bundle())).singleElement().asString().contains("Handler 'a\\u001bb' cannot be started");
    }
}
