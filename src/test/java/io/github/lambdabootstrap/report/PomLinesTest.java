package io.github.lambdabootstrap.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PomLinesTest {

    private static final String POM = """
            <?xml version="1.0"?>
            <project>
              <name>orders</name>
              <build>
                <plugins>
                  <plugin>
                    <artifactId>another-plugin</artifactId>
                    <configuration><functions><function>audit</function></functions></configuration>
                  </plugin>
                  <plugin>
                    <configuration>
                      <functions>
                        <function>orders</function>
                        <function>
                          <!-- <name>comment</name> -->
                          <name>
                            audit
                          </name>
                          <goPackage>./cmd/audit</goPackage>
                        </function>
                      </functions>
                      <bundles><bundle>
                        <name>deploy</name>
                        <functions><function>inner</function></functions>
                      </bundle></bundles>
                    </configuration>
                    <artifactId>lambda-bootstrap-maven-plugin</artifactId>
                  </plugin>
                  <plugin>
                    <artifactId>lambda-bootstrap-maven-plugin</artifactId>
                  </plugin>
                </plugins>
              </build>
            </project>
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "orders, 13",
        "audit, 16",
        "audit-arm64, 16",
        "audit-x86_64, 16",
        "deploy, 23",
        "found, 10",
        "comment, 10",
    })
    void a_function_is_at_the_line_that_names_it_else_at_the_plugins(String archive, int line) throws IOException {
        assertThat(lines(POM).lineOf(archive)).isEqualTo(line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<project>\n<artifactId>x</artifactId></project>",
                "<project>\n<plugin><artifactId>lambda-bootstrap-maven-plugin</artifactId></plugin>\n<broken",
                "",
                "<!DOCTYPE p [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>\n<project>&e;</project>",
            })
    void a_pom_that_says_nothing_is_known_by_its_first_line(String pom) throws IOException {
        assertThat(lines(pom).lineOf("orders")).isEqualTo(1);
    }

    @Test
    void so_is_one_that_is_gone() {
        assertThat(PomLines.of(folder.resolve("none.xml")).lineOf("orders")).isEqualTo(1);
    }

    private PomLines lines(String pom) throws IOException {
        return PomLines.of(Files.writeString(folder.resolve("pom.xml"), pom));
    }
}
