package io.github.lambdabootstrap.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdabootstrap.archive.ZipFixture;
import io.github.lambdabootstrap.model.Architecture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateArchitectureRuleTest extends TemplateRuleTestCase {

    private static final String ARM = "CodeUri: target/lambda/arm.zip";
    private static final String SAYS = "; Lambda says: fork/exec /var/task/bootstrap: exec format error";
    private static final String FIX = " | fix: set Architectures to [arm64], or build the archive for x86_64";

    TemplateArchitectureRuleTest() {
        super("template-architecture");
    }

    @BeforeEach
    void package_archives() {
        archive("arm", bootstrap(functionForArm()), Architecture.ARM64);
        archive("intel", bootstrap(function()));
    }

    private static String[] arm(String architectures) {
        return new String[] {ARM, "Runtime: provided.al2023", "Handler: bootstrap", architectures};
    }

    @Test
    void the_architecture_of_the_executable_is_fine() {
        assertThat(foundInFunction(arm("Architectures: [arm64]"))).isEmpty();
        assertThat(foundInFunction(
                        "CodeUri: target/lambda/intel.zip", "Runtime: provided.al2023", "Handler: bootstrap"))
                .isEmpty();
    }

    @Test
    void another_one_is_an_error() {
        assertThat(foundInFunction(arm("Architectures: [x86_64]")))
                .containsExactly("error [Orders] line 9: Architectures of 'Orders' is x86_64, and"
                        + " target/lambda/arm.zip is for arm64" + SAYS + FIX);
    }

    @Test
    void none_means_x86_64() {
        assertThat(foundInFunction(arm("Description: for Graviton")))
                .containsExactly("error [Orders] line 3: 'Orders' has no Architectures, which means x86_64, and"
                        + " target/lambda/arm.zip is for arm64" + SAYS + FIX);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[!Ref Architecture]",
                "!Ref Architectures",
                "[!If [Arm, arm64, x86_64]]",
                "!If [Arm, [arm64], [x86_64]]",
                "[!If [Arm, x86_64, !Ref AWS::NoValue]]",
                "[sparc]"
            })
    void what_nobody_knows_is_nothing_to_tell(String architectures) {
        assertThat(foundInFunction(arm("Architectures: " + architectures))).isEmpty();
    }

    @Test
    void a_script_alone_runs_on_both() {
        archive("script", ZipFixture.zip().file("bootstrap", "#!/bin/sh\nexit 0\n"));
        assertThat(foundInFunction(
                        "CodeUri: target/lambda/script.zip",
                        "Runtime: provided.al2023",
                        "Handler: x",
                        "Architectures: [arm64]"))
                .isEmpty();
    }

    @Test
    void sam_joins_the_list_of_globals_and_that_of_the_function() {
        String template = """
                Transform: AWS::Serverless-2016-10-31
                Globals: {Function: {Architectures: [arm64]}}
                Resources:
                  Orders:
                    Type: AWS::Serverless::Function
                    Properties:
                      Runtime: provided.al2023
                      Handler: bootstrap
                      CodeUri: target/lambda/arm.zip
                """;
        assertThat(found(template)).isEmpty();
        assertThat(found(template + "      Architectures: [arm64]\n"))
                .containsExactly("warning [Orders] line 10: Architectures of 'Orders' has 2 members, those of Globals"
                        + " among them; Lambda takes exactly one | fix: keep one");
    }

    @Test
    void serverless_and_terraform_have_one_too() {
        assertThat(found("serverless.yml", """
                        service: shop
                        provider: {name: aws, runtime: provided.al2023, architecture: x86_64}
                        functions:
                          orders:
                            handler: bootstrap
                            package: {artifact: target/lambda/arm.zip}
                        """))
                .containsExactly("error [orders] line 2: Architectures of 'orders' is x86_64, and"
                        + " target/lambda/arm.zip is for arm64" + SAYS + FIX);
        assertThat(found("main.tf", """
                        resource "aws_lambda_function" "orders" {
                          runtime       = "provided.al2023"
                          handler       = "bootstrap"
                          filename      = "${path.module}/target/lambda/arm.zip"
                          architectures = ["x86_64"]
                        }
                        """))
                .containsExactly("error [aws_lambda_function.orders] line 5: Architectures of"
                        + " 'aws_lambda_function.orders' is x86_64, and target/lambda/arm.zip is for arm64" + SAYS
                        + FIX);
    }

    @Test
    void joined_lists_of_which_one_is_unknown_are_nothing_to_tell() {
        assertThat(found("""
                        Transform: AWS::Serverless-2016-10-31
                        Globals: {Function: {Architectures: [arm64]}}
                        Resources:
                          Orders:
                            Type: AWS::Serverless::Function
                            Properties: {Runtime: provided.al2023, Handler: x, Architectures: [!Ref Architecture],
                              CodeUri: target/lambda/arm.zip}
                        """)).isEmpty();
    }
}
