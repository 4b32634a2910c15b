package io.github.lambdabootstrap.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdabootstrap.archive.ZipFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateHandlerRuleTest extends TemplateRuleTestCase {

    TemplateHandlerRuleTest() {
        super("template-handler");
    }

    @BeforeEach
    void package_archives() {
        archive("bundle", bundle());
        archive("orders", bootstrap(function()));
    }

    private static String[] bundle(String handler) {
        return new String[] {"CodeUri: target/lambda/bundle.zip", "Runtime: provided.al2023", "Handler: " + handler};
    }

    @ParameterizedTest
    @ValueSource(strings = {"bin/orders", "./bin/users", "!Ref Handler", "!If [A, bin/orders, bin/nothing]"})
    void a_handler_that_resolves_or_that_nobody_knows_is_fine(String handler) {
        assertThat(foundInFunction(bundle(handler))).isEmpty();
    }

    @Test
    void one_that_names_nothing_in_the_bundle_is_an_error() {
        assertThat(foundInFunction(bundle("bin/ordrs")))
                .containsExactly("error [Orders] line 8: Handler 'bin/ordrs' of 'Orders' cannot be started in"
                        + " target/lambda/bundle.zip: there is no such file in /var/task; Lambda says: Runtime exited"
                        + " with error: exit status 127 | fix: set Handler to an executable of the archive:"
                        + " 'bin/orders', 'bin/users'");
    }

    @Test
    void a_bundle_that_goes_by_function_names_takes_any_handler() {
        archive("routed", bundle().file("bootstrap.map", "* bin/orders\n").mode(0644));
        assertThat(foundInFunction("CodeUri: target/lambda/routed.zip", "Runtime: provided.al2023", "Handler: any"))
                .isEmpty();
    }

    @Test
    void an_executable_of_its_own_takes_any_handler() {
        assertThat(foundInFunction("CodeUri: target/lambda/orders.zip", "Runtime: provided.al2023", "Handler: any"))
                .isEmpty();
    }

    @Test
    void a_zip_without_a_handler_is_an_error() {
        assertThat(foundInFunction("CodeUri: cmd/orders", "Runtime: provided.al2023"))
                .containsExactly("error [Orders] line 3: 'Orders' has no Handler; a zip needs one"
                        + " | fix: set Handler to bootstrap, or to what a bundle is to start");
        assertThat(foundInFunction("Runtime: provided.al2023", "PackageType: !Ref PackageType"))
                .isEmpty();
    }

    private static String two(String runtime, String code, String handler) {
        return """
                Transform: AWS::Serverless-2016-10-31
                Globals: {Function: {Runtime: %s, CodeUri: %s}}
                Resources:
                  Orders:
                    Type: AWS::Serverless::Function
                    Properties: {Handler: orders}
                  Users:
                    Type: AWS::Serverless::Function
                    Properties: {Handler: %s}
                """.formatted(runtime, code, handler);
    }

    @Test
    void different_handlers_of_one_executable_are_a_warning() {
        assertThat(found(two("provided.al2023", "target/lambda/orders.zip", "users")))
                .containsExactly("warning [Users] line 9: functions with different Handlers run"
                        + " target/lambda/orders.zip: 'Orders' (orders), 'Users' (users); its one executable is started"
                        + " for all of them, whatever the Handler says | fix: give each function an archive of its own,"
                        + " or package them as a bundle");
    }

    @Test
    void one_handler_other_code_go1_and_scripts_share_as_they_like() {
        assertThat(found(two("provided.al2023", "target/lambda/orders.zip", "orders")))
                .isEmpty();
        assertThat(found(two("provided.al2023", "cmd/", "users"))).isEmpty();
        assertThat(found(two("go1.x", "target/lambda/orders.zip", "users"))).isEmpty();
        archive("script", ZipFixture.zip().file("bootstrap", "#!/bin/sh\n. ./x \"$_HANDLER\"\n"));
        assertThat(found(two("provided.al2023", "target/lambda/script.zip", "users")))
                .isEmpty();
    }

    @Test
    void of_functions_with_one_bundle_that_one_is_told_whose_handler_names_nothing() {
        assertThat(found(two("provided.al2023", "target/lambda/bundle.zip", "bin/users")
                        .replace("orders}", "bin/none}")))
                .containsExactly("error [Orders] line 6: Handler 'bin/none' of 'Orders' cannot be started in"
                        + " target/lambda/bundle.zip: there is no such file in /var/task; Lambda says: Runtime exited"
                        + " with error: exit status 127 | fix: set Handler to an executable of the archive:"
                        + " 'bin/orders', 'bin/users'");
    }

    @Test
    void a_script_that_starts_one_thing_may_have_several_handlers() {
        archive("script", ZipFixture.zip().file("bootstrap", "#!/bin/sh\nexit 0\n"));
        assertThat(found(two("provided.al2023", "target/lambda/script.zip", "users")))
                .isEmpty();
    }

    @Test
    void of_many_functions_the_first_are_named() {
        StringBuilder template = new StringBuilder("""
                Transform: AWS::Serverless-2016-10-31
                Globals: {Function: {Runtime: provided.al2023, CodeUri: target/lambda/orders.zip}}
                Resources:
                """);
        for (int i = 0; i < 4; i++) {
            template.append("  F" + i + ": {Type: AWS::Serverless::Function, Properties: {Handler: h" + i + "}}\n");
        }
        String said = " run target/lambda/orders.zip: 'F0' (h0), 'F1' (h1), 'F2' (h2)";
        String then = "; its one executable is started for all of them, whatever the Handler says | fix: give each"
                + " function an archive of its own, or package them as a bundle";
        assertThat(found(template.toString().replaceFirst("  F3.*\n", "")))
                .containsExactly("warning [F1] line 5: functions with different Handlers" + said + then);
        assertThat(found(template.toString()))
                .containsExactly(
                        "warning [F1] line 5: functions with different Handlers" + said + " and 1 more" + then);
    }

    @Test
    void serverless_and_terraform_have_a_handler_too() {
        String said =
                "' cannot be started in target/lambda/bundle.zip: there is no such file in /var/task; Lambda says:"
                        + " Runtime exited with error: exit status 127 | fix: set Handler to an executable of the archive:"
                        + " 'bin/orders', 'bin/users'";
        assertThat(found("serverless.yml", """
                        service: shop
                        provider: {name: aws, runtime: provided.al2023}
                        functions:
                          orders: {handler: bin/ordrs, package: {artifact: target/lambda/bundle.zip}}
                        """))
                .containsExactly("error [orders] line 4: Handler 'bin/ordrs' of 'orders" + said);
        assertThat(found("main.tf", """
                        resource "aws_lambda_function" "orders" {
                          handler  = "bin/ordrs"
                          filename = "target/lambda/bundle.zip"
                        }
                        """))
                .containsExactly("error [aws_lambda_function.orders] line 2: Handler 'bin/ordrs' of"
                        + " 'aws_lambda_function.orders" + said);
    }
}
