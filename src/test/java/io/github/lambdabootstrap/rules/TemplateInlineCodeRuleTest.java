package io.github.lambdabootstrap.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TemplateInlineCodeRuleTest extends TemplateRuleTestCase {

    private static final String FIX = ", which Lambda takes for Node.js and Python alone"
            + " | fix: name the zip that lambda-bootstrap:package writes instead";

    TemplateInlineCodeRuleTest() {
        super("template-inline-code");
    }

    @Test
    void source_code_is_an_error_on_an_os_only_runtime() {
        assertThat(foundInFunction("Runtime: provided.al2023", "Handler: x", "InlineCode: echo"))
                .containsExactly("error [Orders] line 8: 'Orders' has its code in the template (InlineCode)" + FIX);
        assertThat(found("template.json", """
                        {"Resources": {"Orders": {"Type": "AWS::Lambda::Function", "Properties": {
                          "Runtime": "provided.al2023", "Handler": "x",
                          "Code": {"ZipFile": {"Fn::Sub": "echo"}}}}}}
                        """))
                .containsExactly("error [Orders] line 3: 'Orders' has its code in the template (ZipFile)" + FIX);
    }

    @Test
    void other_languages_may_have_it() {
        assertThat(foundInFunction("Runtime: python3.12", "Handler: x", "InlineCode: pass"))
                .isEmpty();
        assertThat(foundInFunction("Runtime: !If [A, provided.al2023, python3.12]", "Handler: x", "InlineCode: pass"))
                .isEmpty();
        assertThat(foundInFunction("Runtime: !Ref Runtime", "Handler: x", "InlineCode: pass"))
                .isEmpty();
        assertThat(foundInFunction("Runtime: provided.al2023", "Handler: x", "InlineCode: !Ref AWS::NoValue"))
                .isEmpty();
    }
}
