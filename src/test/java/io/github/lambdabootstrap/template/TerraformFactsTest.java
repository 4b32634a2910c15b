package io.github.lambdabootstrap.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdabootstrap.model.Template;
import io.github.lambdabootstrap.model.TemplateFunction;
import io.github.lambdabootstrap.model.TemplateText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TerraformFactsTest extends FactsTestCase {

    private static final String NAME = "main.tf";

    private TemplateFunction with(String attributes) {
        return function(NAME, "resource \"aws_lambda_function\" \"orders\" {\n" + attributes + "\n}\n");
    }

    @Test
    void a_resource_says_everything_itself() {
        assertThat(shown(function(NAME, """
                        resource "aws_lambda_function" "orders" {
                          runtime       = "provided.al2023"
                          handler       = "bootstrap"
                          architectures = ["arm64"]
                          filename      = "orders.zip"
                          package_type  = "Zip"
                          environment {
                            variables = {
                              TABLE   = "orders"
                              "STAGE" = var.stage
                            }
                          }
                        }
                        """)))
                .isEqualTo("aws_lambda_function.orders (line 1, not all of it): runtime provided.al2023:2; handler"
                        + " bootstrap:3; architectures [arm64:4]; code orders.zip:5; package type Zip:6; environment"
                        + " [TABLE:8, STAGE:8]");
    }

    @Test
    void what_it_does_not_say_nobody_knows() {
        assertThat(shown(with("")))
                .isEqualTo("aws_lambda_function.orders (line 1, not all of it): runtime unknown; handler unknown;"
                        + " architectures []; code unknown; package type absent; environment []");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            var.runtime                | go1.x:5 by var.runtime
            "${var.runtime}"           | go1.x:5 by var.runtime
            local.runtime              | provided:6
            local.other                | go1.x:5 by var.runtime
            local.loop                 | unknown
            var.none                   | unknown
            var.undefined              | unknown
            "${var.runtime}-x"         | unknown
            module.shop.runtime        | unknown
            var.a ? "go1.x" : "x"      | unknown
            """)
    void a_value_is_followed_within_the_module(String source, String runtime) {
        write("variables.tf", "variable \"runtime\" { default = \"go1.x\" }\n");
        TemplateFunction function = function(NAME, """
                resource "aws_lambda_function" "orders" {
                  runtime = %s
                }

                variable "runtime" { default = "go1.x" }
                locals { runtime = "provided" }
                locals { other = var.runtime }
                locals { loop = local.loop }
                variable "none" { default = null }
                """.formatted(source));
        assertThat(shown(function.runtime())).isEqualTo(runtime);
    }

    @Test
    void the_files_of_a_folder_are_one_module_and_each_has_its_own_functions() {
        write("variables.tf", "\n\n\nvariable \"runtime\" { default = \"go1.x\" }\n");
        write(NAME, "\nresource \"aws_lambda_function\" \"orders\" {\n  runtime = var.runtime\n}\n");
        List<Template> read = DeployedTemplates.read(List.of("."), folder);
        assertThat(read).hasSize(2);
        // a text of another file has the line of the function
        assertThat(shown(read.get(0).functions().get(0).runtime())).isEqualTo("go1.x:2 by var.runtime");
        assertThat(read.get(1).functions()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "out/orders.zip"                    | out/orders.zip:2
            "${path.module}/out/orders.zip"     | out/orders.zip:2
            "${ path.module }/out/orders.zip"   | out/orders.zip:2
            "${path.root}/out/orders.zip"       | unknown
            "${path.module}/${var.name}.zip"    | unknown
            "s3://artifacts/orders.zip"         | unknown
            data.archive_file.orders.output_path| unknown
            """)
    void code_is_a_path_of_this_folder(String source, String place) {
        assertThat(shown(with("  filename = " + source).code().place())).isEqualTo(place);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[var.architecture]", "var.architectures", "[\"${var.a}\"]", "[\"arm64\", \"x86_64\"]"})
    void architectures_that_are_no_list_of_one_are_unknown(String source) {
        assertThat(with("  architectures = " + source).architectures().stream().map(FactsTestCase::shown))
                .containsExactly("unknown");
        assertThat(with("  architectures = [ \"arm64\" , ]").architectures().stream()
                        .map(FactsTestCase::shown))
                .containsExactly("arm64:2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jsonencode({ A = 1 })",
                "merge(local.common, { A = 1 })",
                "{ A = { B = 1 } }",
                "local.variables",
                "{ for k, v in local.a : k => { A = 1 } }",
            })
    void variables_that_are_no_flat_map_are_none(String source) {
        assertThat(with("  environment {\n    variables = " + source + "\n  }").environment())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ A = \"${var.a}\", \"B\" = f(x, y == z), C : x ? \"y\" : \"z\" }",
                "{\n A = \"1, X = 2\" # , X = 3\n\n B = 1 // , X = 4\n /* , X = 5 */ C = \"${f(\"x\", \"y\")}\" }",
                "{\n A = \"\\\", X = \\\"\"\n B = 1\n C = 2\n}",
            })
    void the_keys_of_a_flat_map_are_variables(String source) {
        assertThat(with("  environment {\n    variables = " + source + "\n  }").environment())
                .extracting(TemplateText::value)
                .containsExactly("A", "B", "C");
    }

    @Test
    void modules_and_other_resources_are_their_own_business() {
        assertThat(functions(NAME, """
                        module "orders" {
                          runtime = "go1.x"
                        }
                        resource "aws_lambda_layer_version" "layer" {
                          runtime = "go1.x"
                        }
                        data "aws_lambda_function" "other" {
                          runtime = "go1.x"
                        }
                        """)).isEmpty();
    }

    @Test
    void blocks_in_the_place_of_values_are_unknown() {
        assertThat(shown(with("  runtime {\n  }\n  filename {\n  }\n  architectures {\n  }")))
                .isEqualTo("aws_lambda_function.orders (line 1, not all of it): runtime unknown; handler unknown;"
                        + " architectures [unknown]; code unknown; package type absent; environment []");
    }
}
