package io.github.lambdabootstrap.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdabootstrap.model.FunctionName;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionNamingTest {

    private static final FunctionNaming NAMING = new FunctionNaming("shop");

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "cmd/orders, orders",
        "orders, orders",
        "functions/orders/main, orders",
        "lambdas/orders/cmd/lambda, orders",
        "services/Order_Feed, Order_Feed",
        "example-lambda, example-lambda",
        "a/Handlers, a",
        "'', shop",
        "cmd/main, shop",
        "src/pkg/bootstrap, shop",
        "cmd/.orders, orders",
        "cmd/grüße, gr--e",
        "cmd/v2, v2",
    })
    void a_function_is_called_after_the_last_folder_that_says_something(String path, String name) {
        assertThat(NAMING.name(folders(path))).hasToString(name);
    }

    @ParameterizedTest(name = "{0} are {1}")
    @CsvSource({
        "compliance/alert_forwarder security/alert_forwarder, compliance-alert_forwarder security-alert_forwarder",
        "a/cmd/api b/cmd/api, a-api b-api",
        "api cmd/api, api cmd-api",
        "x/a/api y/a/api b/api, x-a-api y-a-api b-api",
        "a/Api b/api, a-Api b-api",
        "orders orders/main, orders orders-main",
        "cmd/orders functions/orders, cmd-orders functions-orders",
        "main lambda, main lambda",
        "'' shop, shop shop-shop",
        "a/b b, a-b b",
    })
    void a_clash_takes_one_more_folder(String paths, String names) {
        List<List<String>> folders = Arrays.stream(paths.replace("''", "").split(" ", -1))
                .map(FunctionNamingTest::folders)
                .toList();
        assertThat(String.join(
                        " ",
                        NAMING.names(folders, List.of()).stream()
                                .map(FunctionName::value)
                                .toList()))
                .isEqualTo(names);
    }

    @Test
    void a_name_that_the_pom_has_given_is_left_alone() {
        assertThat(NAMING.names(List.of(folders("cmd/orders")), List.of(new FunctionName("Orders"))))
                .containsExactly(new FunctionName("cmd-orders"));
    }

    @Test
    void programs_that_no_folder_tells_apart_have_one_name() {
        assertThat(NAMING.names(List.of(folders("a/b"), folders("c/b"), folders("a-b")), List.of()))
                .extracting(FunctionName::value)
                .containsExactly("shop-a-b", "c-b", "shop-a-b");
    }

    @Test
    void a_name_is_never_too_long() {
        assertThat(NAMING.name(List.of("x".repeat(300))).value()).hasSize(FunctionName.MAX_LENGTH);
    }

    @Test
    void a_root_without_a_single_letter_still_has_a_name() {
        assertThat(new FunctionNaming("_").name(List.of())).hasToString("function");
    }

    private static List<String> folders(String path) {
        return path.isEmpty() ? List.of() : List.of(path.split("/", -1));
    }
}
