package io.github.lambdabootstrap.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdabootstrap.model.TemplateFunction;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CloudFormationFactsTest extends FactsTestCase {

    private static final String NAME = "template.yaml";
    private static final String SAM = "Transform: AWS::Serverless-2016-10-31\n";

    /** With this property on line 15. */
    private TemplateFunction with(String property) {
        return function(NAME, """
                Parameters:
                  Runtime: {Type: String, Default: go1.x}
                  Own: {Type: String, Default: !Ref Own}
                  Bare: {Type: String}
                  Odd: {Type: String, Default: go1.x, AllowedValues: [go1.x, [provided]]}
                  Fetched: {Type: AWS::SSM::Parameter::Value<String>, Default: go1.x}
                Mappings:
                  Values:
                    go: {runtime: provided, own: !FindInMap [Values, go, own]}
                    old: {runtime: go1.x}
                  Flat: {go: provided, old: {runtime: go1.x}}
                Resources:
                  Orders:
                    Type: AWS::Lambda::Function
                    Properties: {%s}
                """.formatted(property));
    }

    @Test
    void a_function_says_everything_itself() {
        assertThat(shown(function(NAME, """
                        Resources:
                          Orders:
                            Type: AWS::Lambda::Function
                            Properties:
                              Runtime: provided.al2023
                              Handler: bootstrap
                              Architectures: [arm64]
                              PackageType: Zip
                              Code: out/orders.zip
                              Environment:
                                Variables:
                                  TABLE: orders
                        """)))
                .isEqualTo("Orders (line 2): runtime provided.al2023:5; handler bootstrap:6; architectures [arm64:7];"
                        + " code out/orders.zip:9; package type Zip:8; environment [TABLE:12]");
    }

    @Test
    void what_it_does_not_say_it_does_not_have() {
        assertThat(shown(function(NAME, "Resources: {Orders: {Type: AWS::Lambda::Function}}")))
                .isEqualTo("Orders (line 1): runtime absent; handler absent; architectures []; code unknown; package"
                        + " type absent; environment []");
    }

    @Test
    void globals_are_merged_into_functions_of_sam_alone() {
        List<TemplateFunction> functions = functions(NAME, SAM + """
                Globals:
                  Function:
                    Runtime: provided.al2023
                    CodeUri: out/all.zip
                    Environment: {Variables: {STAGE: live, TABLE: none}}
                Resources:
                  Orders:
                    Type: AWS::Serverless::Function
                    Properties:
                      Environment: {Variables: {TABLE: orders}}
                  Users:
                    Type: AWS::Serverless::Function
                    IgnoreGlobals: [Runtime, Environment]
                  Plain:
                    Type: AWS::Lambda::Function
                """);
        assertThat(functions)
                .extracting(FactsTestCase::shown)
                .containsExactly(
                        "Orders (line 8): runtime provided.al2023:4; handler absent; architectures []; code"
                                + " out/all.zip:5; package type absent; environment [TABLE:11, STAGE:6]",
                        "Users (line 12): runtime absent; handler absent; architectures []; code out/all.zip:5; package"
                                + " type absent; environment []",
                        "Plain (line 15): runtime absent; handler absent; architectures []; code unknown; package type"
                                + " absent; environment []");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            go1.x                                    | go1.x:15
            !Ref Runtime                             | go1.x:2 by Runtime
            {Ref: Runtime}                           | go1.x:2 by Runtime
            !Sub "${Runtime}"                        | go1.x:2 by Runtime
            !Sub "${ Runtime }"                      | go1.x:2 by Runtime
            !Sub "${Runtime}-x"                      | unknown
            !Sub ["${Runtime}", {Runtime: x}]        | unknown
            !Ref Own                                 | unknown by Own
            !Ref Bare                                | unknown
            !Ref Fetched                             | unknown
            !Ref AWS::NoValue                        | unknown
            !Ref Other                               | unknown
            !If [A, go1.x, provided]                 | go1.x:15 or provided:15
            !If [A, !Ref Runtime, !Ref Runtime]      | go1.x:2 by Runtime
            !If [A, go1.x, !Ref Bare]                | go1.x:15 or unknown
            !If [A, go1.x, !Ref AWS::NoValue]        | unknown
            !If [A, go1.x]                           | unknown
            !FindInMap [Values, go, runtime]         | provided:9
            !FindInMap [Values, !Ref X, runtime]     | provided:9 or go1.x:10
            !FindInMap [Flat, !Ref X, runtime]       | go1.x:11
            !Ref Odd                                 | go1.x:5 by Odd
            !FindInMap [Values, go, own]             | unknown
            !FindInMap [Values, go, none]            | unknown
            !FindInMap [Values, go, !Ref X]          | unknown
            !FindInMap [None, go, runtime]           | unknown
            !ImportValue runtime                     | unknown
            !GetAtt A.B                              | unknown
            {Fn::Transform: {Name: A}}               | unknown
            {a: b}                                   | unknown
            [go1.x]                                  | unknown
            "{{resolve:ssm:/runtime}}"               | unknown
            """)
    void a_value_is_followed_within_the_template(String source, String runtime) {
        assertThat(shown(with("Runtime: " + source).runtime())).isEqualTo(runtime);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{S3Bucket: b, S3Key: k}",
                "s3://b/k.zip",
                "!Ref Code",
                "!Sub '${AWS::StackName}.zip'",
                "'${DeploymentBucket}/orders.zip'",
                "{ImageUri: x}",
            })
    void code_that_is_no_path_is_unknown(String code) {
        assertThat(shown(with("Code: " + code).code().place())).isEqualTo("unknown");
    }

    @Test
    void code_in_the_template_is_no_path() {
        assertThat(shown(with("Code: {ZipFile: x}")))
                .isEqualTo("Orders (line 13): runtime absent; handler absent; architectures []; code inline ZipFile:15;"
                        + " package type absent; environment []");
        assertThat(with("Code: {ZipFile: !Ref AWS::NoValue}").code().inline()).isEmpty();
        assertThat(shown(function(
                        NAME,
                        SAM + "Resources: {A: {Type: AWS::Serverless::Function, Properties: {CodeUri:"
                                + " out/a.zip, InlineCode: x}}}")))
                .isEqualTo("A (line 2): runtime absent; handler absent; architectures []; code inline InlineCode:2;"
                        + " package type absent; environment []");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [arm64]                              | [arm64:15]
            []                                   | []
            [!If [A, arm64, x86_64]]             | [arm64:15 or x86_64:15]
            [!Ref Bare]                          | [unknown]
            !If [A, [arm64], [x86_64]]           | [unknown]
            !Ref Bare                            | [unknown]
            !Split [",", !Ref Bare]              | [unknown]
            [arm64, x86_64]                      | [arm64:15, x86_64:15]
            """)
    void architectures_are_the_members_of_a_list(String source, String members) {
        assertThat(with("Architectures: " + source).architectures().stream()
                        .map(FactsTestCase::shown)
                        .toList()
                        .toString())
                .isEqualTo(members);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Environment: {Variables: {AWS_REGION: !Ref AWS::NoValue}}",
                "Environment: {Variables: {AWS_REGION: !If [A, x, !Ref AWS::NoValue]}}",
                "Environment: {Variables: !If [A, {AWS_REGION: x}, {}]}",
                "Environment: !If [A, {Variables: {AWS_REGION: x}}, {}]",
                "Environment: {Variables: {Fn::Transform: {Name: A}}}",
                "Environment: {Variables: !Ref Variables}",
                "Environment: {Variables: [AWS_REGION]}",
                "Environment: {AWS_REGION: x}",
                "Environment: {Variables: !Transform {AWS_REGION: x}}",
                "Environment: !Transform {Variables: {AWS_REGION: x}}",
            })
    void variables_that_may_not_be_there_are_none(String property) {
        assertThat(with(property).environment()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Type: AWS::Lambda::Function, Properties: !If [A, {Runtime: go1.x}, {Runtime: provided}]",
                "Type: AWS::Lambda::Function, Properties: {Fn::Transform: {Name: A}}",
                "Type: AWS::Lambda::Function, Fn::Transform: {Name: A}",
                "Type: AWS::Lambda::Function, Properties: !Transform {Name: A}",
            })
    void what_a_macro_or_a_condition_fills_in_is_unknown(String resource) {
        assertThat(shown(function(NAME, "Resources: {Orders: {" + resource + "}}")))
                .isEqualTo("Orders (line 1, not all of it): runtime unknown; handler unknown; architectures [unknown];"
                        + " code unknown; package type unknown; environment []");
    }

    @Test
    void a_macro_in_globals_fills_in_all_functions() {
        assertThat(shown(function(NAME, SAM + """
                        Globals: {Function: {Fn::Transform: {Name: AWS::Include, Parameters: {Location: x}}}}
                        Resources: {Orders: {Type: AWS::Serverless::Function, Properties: {Handler: x}}}
                        """)))
                .isEqualTo("Orders (line 3, not all of it): runtime unknown; handler x:3; architectures [unknown]; code"
                        + " unknown; package type unknown; environment []");
    }

    @Test
    void functions_of_a_loop_are_not_visible() {
        assertThat(functions(NAME, """
                        Transform: AWS::LanguageExtensions
                        Resources:
                          Fn::ForEach::Functions:
                            - Name
                            - [Orders, Users]
                            - ${Name}Function:
                                Type: AWS::Lambda::Function
                                Properties: {Runtime: go1.x, Code: out/none.zip, Environment: {Variables: {AWS_REGION: x}}}
                          Audit:
                            Type: AWS::Lambda::Function
                        """)).extracting(TemplateFunction::id).containsExactly("Audit");
    }

    @Test
    void resources_of_other_types_and_texts_that_look_like_functions_are_none() {
        assertThat(functions(NAME, """
                        Resources:
                          Layer: {Type: AWS::Lambda::LayerVersion, Properties: {Runtime: go1.x}}
                          Stack: {Type: AWS::CloudFormation::Stack, Properties: {Parameters: {Runtime: go1.x}}}
                          Text: AWS::Lambda::Function
                          Typeless: {Properties: {Runtime: go1.x}}
                        """)).isEmpty();
    }
}
