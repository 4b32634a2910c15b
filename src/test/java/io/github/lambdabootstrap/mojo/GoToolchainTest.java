package io.github.lambdabootstrap.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.toolchain.model.ToolchainModel;
import org.junit.jupiter.api.Test;

class GoToolchainTest {

    @Test
    void the_first_entry_with_a_home_counts() {
        assertThat(GoToolchain.home(request(
                        "<configuration><other/></configuration>",
                        "<configuration><goHome> /opt/go &amp; co </goHome></configuration>",
                        "<configuration><goHome>/opt/other</goHome></configuration>")))
                .contains(Path.of("/opt/go & co"));
    }

    @Test
    void an_entry_without_a_configuration_or_home_says_nothing() {
        assertThat(GoToolchain.home(request(null, "<configuration><goHome/></configuration>")))
                .isEmpty();
        assertThat(GoToolchain.home(new DefaultMavenExecutionRequest())).isEmpty();
    }

    private static MavenExecutionRequest request(String... configurations) {
        List<ToolchainModel> models = Arrays.stream(configurations)
                .map(configuration -> {
                    ToolchainModel model = new ToolchainModel();
                    model.setConfiguration(configuration);
                    return model;
                })
                .toList();
        return new DefaultMavenExecutionRequest().setToolchains(Map.of("go", models));
    }
}
