package io.github.lambdabootstrap.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdabootstrap.elf.ElfFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateRuntimeRuleTest extends TemplateRuleTestCase {

    private static final String CODE = "CodeUri: target/lambda/orders.zip";
    private static final String FIX = " | fix: set Runtime to provided.al2023";

    TemplateRuntimeRuleTest() {
        super("template-runtime");
    }

    @BeforeEach
    void package_an_archive() {
        archive("orders", bootstrap(function()));
    }

    @Test
    void the_runtime_that_the_archive_is_for_is_fine() {
        assertThat(foundInFunction(CODE, "Runtime: provided.al2023", "Handler: bootstrap"))
                .isEmpty();
    }

    @Test
    void a_runtime_of_another_language_is_an_error_where_the_archive_is_ours() {
        assertThat(foundInFunction(CODE, "Runtime: python3.12", "Handler: bootstrap"))
                .containsExactly("error [Orders] line 7: Runtime python3.12 of 'Orders' starts no bootstrap, and"
                        + " target/lambda/orders.zip has nothing else to start" + FIX);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CodeUri: src/",
                "CodeUri: s3://artifacts/orders.zip",
                "CodeUri: {Bucket: artifacts, Key: orders.zip}",
                "CodeUri: !Ref Code",
                "Description: no code, which means this folder",
                "InlineCode: 'exports.handler = 1'",
            })
    void code_that_is_not_ours_may_have_any_runtime(String code) {
        assertThat(foundInFunction(code, "Runtime: python3.12", "Handler: app.main"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "!Ref Runtime",
                "!ImportValue runtime",
                "'{{resolve:ssm:/runtime}}'",
                "!If [Old, go1.x.y, !Ref AWS::NoValue]",
                "!If [Mine, provided.al2023, python3.12]",
                "provided.al2099"
            })
    void a_runtime_that_nobody_knows_is_nothing_to_tell(String runtime) {
        assertThat(foundInFunction(CODE, "Runtime: " + runtime, "Handler: bootstrap"))
                .isEmpty();
    }

    @Test
    void an_ended_runtime_is_a_warning_wherever_the_code_is() {
        at("2024-01-08T00:00:00Z");
        assertThat(foundInFunction("CodeUri: cmd/orders", "Handler: orders", "Runtime: go1.x"))
                .containsExactly("warning [Orders] line 8: Runtime go1.x of 'Orders': AWS ended its support of go1.x"
                        + " (Amazon Linux 1) on 2024-01-08 (by cfn-lint, LmbdRuntimeLifecycle.json at commit afd7953,"
                        + " 2026-06-02) | fix: let lambda-bootstrap:migrate move the template to provided.al2023");
        at("2024-01-07T00:00:00Z");
        assertThat(foundInFunction("CodeUri: cmd/orders", "Handler: orders", "Runtime: go1.x"))
                .isEmpty();
    }

    @Test
    void a_container_image_takes_nothing_from_a_runtime_in_globals() {
        assertThat(found("""
                        Transform: AWS::Serverless-2016-10-31
                        Globals: {Function: {Runtime: go1.x}}
                        Resources:
                          Image:
                            Type: AWS::Serverless::Function
                            Properties: {PackageType: Image, ImageUri: x}
                        """)).isEmpty();
    }

    @Test
    void a_zip_without_a_runtime_is_an_error() {
        assertThat(foundInFunction(CODE, "Handler: bootstrap"))
                .containsExactly(
                        "error [Orders] line 3: 'Orders' runs target/lambda/orders.zip and has no Runtime; a zip needs"
                                + " one" + FIX);
        assertThat(foundInFunction(CODE, "Fn::Transform: {Name: AWS::Include, Parameters: {Location: x}}"))
                .isEmpty();
    }

    @Test
    void globals_count_and_a_function_may_leave_them_out() {
        String template = """
                Transform: AWS::Serverless-2016-10-31
                Globals:
                  Function:
                    Runtime: python3.12
                    CodeUri: target/lambda/orders.zip
                Resources:
                  Orders:
                    Type: AWS::Serverless::Function
                    IgnoreGlobals: %s
                """;
        assertThat(found(template.formatted("[Handler]")))
                .containsExactly("error [Orders] line 4: Runtime python3.12 of 'Orders' starts no bootstrap, and"
                        + " target/lambda/orders.zip has nothing else to start" + FIX);
        assertThat(found(template.formatted("'*'"))).isEmpty();
    }

    @Test
    void the_default_of_a_parameter_is_a_warning_for_it_can_be_set() {
        String template = """
                Parameters:
                  Runtime: {Type: %s, Default: python3.12}
                Resources:
                  Orders:
                    Type: AWS::Lambda::Function
                    Properties: {Runtime: !Ref Runtime, Handler: x, Code: target/lambda/orders.zip}
                """;
        assertThat(found(template.formatted("String")))
                .containsExactly("warning [Orders] line 2: Runtime python3.12 of 'Orders' starts no bootstrap, and"
                        + " target/lambda/orders.zip has nothing else to start, by the default of the parameter"
                        + " 'Runtime'" + FIX);
        assertThat(found(template.formatted("AWS::SSM::Parameter::Value<String>")))
                .isEmpty();
    }

    @Test
    void an_archive_may_need_a_newer_glibc_than_the_runtime_of_the_template() {
        ElfFixture dynamic = ElfFixture.x86_64().dynamicExecutable("2.34").runtimeClient();
        archive("users", bootstrap(dynamic));
        assertThat(foundInFunction("CodeUri: target/lambda/users.zip", "Runtime: provided.al2", "Handler: bootstrap"))
                .containsExactly("error [Orders] line 7: target/lambda/users.zip needs glibc 2.34, and Runtime"
                        + " provided.al2 of 'Orders' has 2.26; Lambda says: version `GLIBC_2.34' not found"
                        + " | fix: set the Runtime that the archive is packaged for");
        assertThat(foundInFunction(CODE, "Runtime: provided.al2", "Handler: bootstrap"))
                .isEmpty();
    }

    @Test
    void an_archive_may_need_the_glibc_that_the_runtime_has_or_an_older_one() {
        for (String glibc : new String[] {"2.26", "2.17"}) {
            archive(
                    glibc,
                    bootstrap(ElfFixture.x86_64().dynamicExecutable(glibc).runtimeClient()));
            assertThat(foundInFunction(
                            "CodeUri: target/lambda/" + glibc + ".zip", "Runtime: provided.al2", "Handler: bootstrap"))
                    .isEmpty();
        }
    }

    @Test
    void serverless_and_terraform_have_a_runtime_too() {
        assertThat(found("serverless.yml", """
                        service: shop
                        custom: {runtime: python3.12}
                        provider: {name: aws, runtime: '${self:custom.runtime}'}
                        functions:
                          orders: {handler: bootstrap, package: {artifact: target/lambda/orders.zip}}
                        """))
                .containsExactly("error [orders] line 2: Runtime python3.12 of 'orders' starts no bootstrap, and"
                        + " target/lambda/orders.zip has nothing else to start" + FIX);
        assertThat(found("main.tf", """
                        variable "runtime" { default = "python3.12" }
                        resource "aws_lambda_function" "orders" {
                          runtime  = var.runtime
                          filename = "target/lambda/orders.zip"
                        }
                        """))
                .containsExactly("warning [aws_lambda_function.orders] line 1: Runtime python3.12 of"
                        + " 'aws_lambda_function.orders' starts no bootstrap, and target/lambda/orders.zip has nothing"
                        + " else to start, by the default of the parameter 'var.runtime'" + FIX);
    }
}
