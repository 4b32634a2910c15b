package io.github.lambdabootstrap.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TemplatePackageTypeRuleTest extends TemplateRuleTestCase {

    private static final String CODE = "CodeUri: target/lambda/orders.zip";

    TemplatePackageTypeRuleTest() {
        super("template-package-type");
    }

    @BeforeEach
    void package_an_archive() {
        archive("orders", bootstrap(function()));
    }

    @Test
    void a_zip_is_fine_and_so_is_what_nobody_knows() {
        assertThat(foundInFunction(CODE, "Handler: x")).isEmpty();
        assertThat(foundInFunction(CODE, "Handler: x", "PackageType: Zip")).isEmpty();
        assertThat(foundInFunction(CODE, "Handler: x", "PackageType: !Ref Type"))
                .isEmpty();
    }

    @Test
    void a_zip_that_is_called_an_image_is_an_error() {
        assertThat(foundInFunction(CODE, "PackageType: Image"))
                .containsExactly("error [Orders] line 7: PackageType of 'Orders' is Image, and target/lambda/orders.zip"
                        + " is a zip; the deployment is refused | fix: remove PackageType, which means Zip");
    }

    @Test
    void images_are_none_of_our_business() {
        assertThat(foundInFunction("PackageType: Image", "ImageUri: 1.dkr.ecr.eu-west-1.amazonaws.com/orders:1"))
                .isEmpty();
    }
}
