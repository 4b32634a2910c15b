package io.github.lambdabootstrap.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdabootstrap.model.RuntimeCatalog;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names in a template are its author's: what is said of them colours no terminal and forges no line. */
class HostileNamesTest {

    /** In JSON: an escape character, a line feed, a command of a build server, a right-to-left override. */
    private static final String NAME = "x\\u001b[31m\\n##vso[task]\\u202e";

    private static final MigrationSettings SETTINGS = MigrationSettings.towards(
            RuntimeCatalog.builtIn().find(RuntimeCatalog.DEFAULT_ID).orElseThrow(), RuntimeCatalog.builtIn());

    @ParameterizedTest
    @ValueSource(
            strings = {
                // a group, its code and its handlers
                "{'Resources': {'NAME': {'Type': 'AWS::Serverless::Function', 'Properties': {'CodeUri': 'NAME',"
                        + " 'Runtime': 'go1.x', 'Handler': 'NAME'}}, 'G': {'Type': 'AWS::Serverless::Function',"
                        + " 'Properties': {'CodeUri': 'NAME', 'Runtime': 'go1.x', 'Handler': 'g'}}}}",
                // what is renamed and built, an alias, a reserved name
                "{'Resources': {'NAME': {'Type': 'AWS::Serverless::Function', 'Properties': {'Runtime': 'go1.x',"
                        + " 'Handler': 'h', 'AutoPublishAlias': 'NAME', 'Environment': {'Variables':"
                        + " {'AWS_REGION': 'NAME'}}}}}}",
                // a parameter with a default, used elsewhere under a key
                "{'Parameters': {'NAME': {'Default': 'go1.x'}}, 'Outputs': {'NAME': {'NAME': {'Ref': 'NAME'}}},"
                        + " 'Resources': {'NAME': {'Type': 'AWS::Lambda::Function', 'Properties':"
                        + " {'Runtime': {'Ref': 'NAME'}}}}}",
                // a parameter without one, and a function that is none
                "{'Resources': {'NAME': {'Type': 'AWS::Lambda::Function', 'Properties': {'Runtime': {'Ref': 'NAME'}}},"
                        + " 'B': {'Type': 'AWS::Lambda::Function', 'Properties': {'Runtime': {'Fn::NAME': ['go1.x']}}}}}",
                // other resources
                "{'Resources': {'NAME': {'Type': 'AWS::NAME', 'Properties': {'Runtime': 'go1.x'}},"
                        + " 'BNAME': {'Type': 'AWS::CloudFormation::Stack', 'Properties': {'Parameters': {'NAME': 'go1.x'}}},"
                        + " 'CNAME': {'Type': 'AWS::CloudWatch::NAME', 'Properties': {'Text': 'go1.x'}},"
                        + " 'DNAME': {'Type': 'AWS::CloudFormation::StackSet', 'Properties': {'TemplateBody': 'go1.x',"
                        + " 'Parameters': [{'ParameterValue': 'go1.x'}]}}}}",
                // a key that is there twice
                "{'Resources': {'NAME': 'go1.x', 'NAME': 1}}"
            })
    void nothing_is_printed_as_it_is(String template) {
        String json = template.replace("NAME", NAME).replace('\'', '"');
        List<Remark> remarks = remarks(json);

        assertThat(remarks).isNotEmpty().allSatisfy(remark -> {
            assertThat(remark.what() + remark.fix()).doesNotContainPattern("[\\x00-\\x1f\\u202e]");
            assertThat(remark.what() + remark.fix()).doesNotContain("##");
        });
        assertThat(remarks).anySatisfy(remark -> assertThat(remark.what()).contains("x\\u001b"));
    }

    private static List<Remark> remarks(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        ScannedFile file = new TemplateScanner(new OldRuntimes(SETTINGS)).scan(Path.of("/hostile/t.json"), bytes);
        return file.reading().isEmpty()
                ? file.remarks()
                : TemplateUnit.file(file, SETTINGS).outcomes(SETTINGS).get(0).remarks();
    }
}
