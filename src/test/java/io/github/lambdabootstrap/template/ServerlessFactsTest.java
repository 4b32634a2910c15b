package io.github.lambdabootstrap.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdabootstrap.model.TemplateFunction;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerlessFactsTest extends FactsTestCase {

    private static final String NAME = "serverless.yml";

    private String runtime(String runtime) {
        return shown(function(NAME, """
                        service: shop
                        custom: {runtime: go1.x, other: '${self:custom.runtime}', loop: '${self:custom.loop}', list: [a]}
                        provider: {name: aws}
                        functions:
                          orders: {handler: x, runtime: %s}
                        """.formatted(runtime)).runtime());
    }

    @Test
    void a_function_says_everything_itself() {
        assertThat(shown(function(NAME, """
                        service: shop
                        provider: {name: aws, runtime: go1.x, architecture: x86_64}
                        package: {artifact: all.zip}
                        functions:
                          orders:
                            runtime: provided.al2023
                            handler: bootstrap
                            architecture: arm64
                            package:
                              artifact: orders.zip
                            environment:
                              TABLE: orders
                        """)))
                .isEqualTo("orders (line 5, not all of it): runtime provided.al2023:6; handler bootstrap:7;"
                        + " architectures [arm64:8]; code orders.zip:10; package type absent; environment [TABLE:12]");
    }

    @Test
    void what_it_does_not_say_the_provider_does() {
        assertThat(shown(function(NAME, """
                        service: shop
                        provider:
                          name: aws
                          runtime: provided.al2023
                          architecture: arm64
                          environment:
                            STAGE: live
                            TABLE: none
                        package:
                          artifact: all.zip
                        functions:
                          orders:
                            handler: bootstrap
                            environment: {TABLE: orders}
                        """)))
                .isEqualTo("orders (line 12, not all of it): runtime provided.al2023:4; handler bootstrap:13;"
                        + " architectures [arm64:5]; code all.zip:10; package type absent; environment [TABLE:14,"
                        + " STAGE:7]");
    }

    @Test
    void what_nobody_says_the_framework_decides() {
        assertThat(shown(function(NAME, "service: shop\nprovider: {name: aws}\nfunctions: {orders: {timeout: 3}}\n")))
                .isEqualTo("orders (line 3, not all of it): runtime unknown; handler unknown; architectures []; code"
                        + " unknown; package type absent; environment []");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            provided.al2023                        | provided.al2023:5
            ${self:custom.runtime}                 | go1.x:2
            ${self:custom.other}                   | go1.x:2
            ${self:custom.loop}                    | unknown
            ${self:custom.none}                    | unknown
            ${self:custom.list}                    | unknown
            ${self:}                               | unknown
            ${self:custom.runtime, 'provided'}     | unknown
            ${self:custom.runtime}x                | unknown
            ${opt:runtime, 'go1.x'}                | unknown
            ${file(x.yml):runtime}                 | unknown
            ${env:RUNTIME}                         | unknown
            {{resolve:ssm:/runtime}}               | unknown
            """)
    void a_value_is_followed_within_the_file(String source, String runtime) {
        assertThat(runtime("\"" + source + "\"")).isEqualTo(runtime);
    }

    @ParameterizedTest
    @CsvSource({"s3://artifacts/orders.zip", "'${self:service}.zip'", "https://artifacts/orders.zip"})
    void code_that_is_elsewhere_is_unknown(String place) {
        String service = """
                service: shop
                provider: {name: aws}
                functions: {orders: {handler: x, package: {artifact: %s}}}
                """;
        assertThat(shown(function(NAME, service.formatted("out/orders.zip"))
                        .code()
                        .place()))
                .isEqualTo("out/orders.zip:3");
        assertThat(shown(function(NAME, service.formatted("'" + place + "'"))
                        .code()
                        .place()))
                .isEqualTo("unknown");
    }

    @Test
    void an_image_is_one() {
        assertThat(shown(function(NAME, "service: shop\nprovider: {name: aws}\nfunctions:\n  orders: {image: app}\n")
                        .code()
                        .packageType()))
                .isEqualTo("Image:4");
    }

    @Test
    void functions_are_a_map_or_a_list_of_maps_and_those_of_other_files_are_not_here() {
        List<TemplateFunction> functions = functions(NAME, """
                service: shop
                provider: {name: aws}
                functions:
                  - orders: {handler: x}
                    audit: ${file(audit.yml)}
                  - ${file(others.yml)}
                  - users: {handler: y}
                """);
        assertThat(functions).extracting(TemplateFunction::id).containsExactly("orders", "users");
        assertThat(functions(NAME, "service: shop\nprovider: {name: aws}\nfunctions: ${file(functions.yml)}\n"))
                .isEmpty();
    }
}
