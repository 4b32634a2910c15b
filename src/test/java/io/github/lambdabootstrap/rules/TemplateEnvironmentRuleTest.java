package io.github.lambdabootstrap.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateEnvironmentRuleTest extends TemplateRuleTestCase {

    private static final String RESERVED =
            ", which Lambda reserves; the deployment is refused | fix: give the variable another name";

    TemplateEnvironmentRuleTest() {
        super("template-environment");
    }

    private static String[] variable(String runtime, String variable) {
        return new String[] {"Runtime: " + runtime, "Handler: x", "Environment:", "  Variables:", "    " + variable};
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"TABLE: orders", "AWS_REGION: !Ref AWS::NoValue", "TZ: UTC", "PATH: /opt", "Fn::Transform: x"})
    void names_that_are_free_are_fine(String variable) {
        assertThat(foundInFunction(variable("provided.al2023", variable))).isEmpty();
    }

    @Test
    void a_reserved_name_is_an_error() {
        assertThat(foundInFunction(variable("provided.al2023", "AWS_REGION: eu-west-1")))
                .containsExactly("error [Orders] line 10: 'Orders' sets AWS_REGION" + RESERVED);
        assertThat(foundInFunction(variable("nodejs22.x", "AWS_REGION: eu-west-1")))
                .isEmpty();
    }

    @Test
    void the_wrapper_is_a_warning_unless_a_bundle_may_honour_it() {
        assertThat(foundInFunction(variable("provided.al2023", "AWS_LAMBDA_EXEC_WRAPPER: /opt/wrap")))
                .containsExactly("warning [Orders] line 10: 'Orders' sets AWS_LAMBDA_EXEC_WRAPPER, which the OS-only"
                        + " runtimes ignore | fix: start the wrapper from bootstrap, or remove the variable");
        archive("orders", bootstrap(function()));
        assertThat(foundInFunction(
                        "CodeUri: target/lambda/orders.zip",
                        "Runtime: provided.al2023",
                        "Handler: bootstrap",
                        "Environment: {Variables: {AWS_LAMBDA_EXEC_WRAPPER: /opt/wrap}}"))
                .containsExactly("warning [Orders] line 9: 'Orders' sets AWS_LAMBDA_EXEC_WRAPPER, which the OS-only"
                        + " runtimes ignore | fix: start the wrapper from bootstrap, or remove the variable");
        archive("bundle", bundle());
        assertThat(foundInFunction(
                        "CodeUri: target/lambda/bundle.zip",
                        "Runtime: provided.al2023",
                        "Handler: bin/orders",
                        "Environment: {Variables: {AWS_LAMBDA_EXEC_WRAPPER: /opt/wrap}}"))
                .isEmpty();
    }

    @Test
    void variables_of_globals_count_too_and_maps_are_merged() {
        assertThat(found("""
                        Transform: AWS::Serverless-2016-10-31
                        Globals:
                          Function:
                            Runtime: provided.al2023
                            Handler: bootstrap
                            Environment: {Variables: {AWS_REGION: a, LAMBDA_TASK_ROOT: b}}
                        Resources:
                          Orders:
                            Type: AWS::Serverless::Function
                            Properties:
                              Environment:
                                Variables: {TABLE: orders, AWS_REGION: !Ref AWS::NoValue}
                        """)).containsExactly("error [Orders] line 6: 'Orders' sets LAMBDA_TASK_ROOT" + RESERVED);
    }

    @Test
    void keys_inside_of_a_value_are_no_variables() {
        String terraform = """
                resource "aws_lambda_function" "orders" {
                  runtime = "provided.al2023"
                  handler = "bootstrap"
                  environment {
                    variables = {
                      AWS_REGION = %s
                    }
                  }
                }
                """;
        assertThat(found("main.tf", terraform.formatted("\"${var.region}\"")))
                .containsExactly("error [aws_lambda_function.orders] line 5: 'aws_lambda_function.orders' sets"
                        + " AWS_REGION" + RESERVED);
        assertThat(found("main.tf", terraform.formatted("jsonencode({ a = 1 })")))
                .isEmpty();
    }

    @Test
    void the_wrapper_is_fine_where_the_runtime_is_another_one_or_unknown() {
        assertThat(foundInFunction(variable("!If [A, provided.al2023, java21]", "AWS_LAMBDA_EXEC_WRAPPER: /opt/wrap")))
                .isEmpty();
        assertThat(foundInFunction(variable("java21", "AWS_LAMBDA_EXEC_WRAPPER: /opt/wrap")))
                .isEmpty();
    }
}
