package io.github.lambdabootstrap.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoFlagsTest {

    @Test
    void by_default_the_executable_is_small_and_the_same_in_every_folder_and_commit() {
        assertThat(GoFlags.of(GoProject.flags(Map.of()), "").forBuild())
                .containsExactly("-trimpath", "-buildvcs=false", "-tags=lambda.norpc", "-ldflags=-s -w");
    }

    @Test
    void everything_can_be_switched_off_and_arguments_come_last() {
        GoSettings.Flags flags =
                new GoSettings.Flags(List.of(), false, "", false, false, List.of("-trimpath=false", "-race"), Map.of());
        assertThat(GoFlags.of(flags, "").forBuild())
                .containsExactly("-trimpath", "-buildvcs=false", "-trimpath=false", "-race");
    }

    @Test
    void tags_and_linker_flags_are_added() {
        assertThat(flags("a, b", "-X main.version=1", ""))
                .isEqualTo("-tags=lambda.norpc,a,b -ldflags=-s -w -X main.version=1");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "-tags=x,y -ldflags=-extldflags=-static | -tags=lambda.norpc,x,y,a -ldflags=-s -w -extldflags=-static -X m=1",
                "-mod=vendor --tags=x           | -tags=lambda.norpc,x,a -ldflags=-s -w -X m=1",
                "'-ldflags=-X q=1 -X r=2' -v    | -tags=lambda.norpc,a -ldflags=-s -w -X q=1 -X r=2 -X m=1",
                "\"-tags=x y\"                  | -tags=lambda.norpc,x,y,a -ldflags=-s -w -X m=1",
                "-tags=a                        | -tags=lambda.norpc,a -ldflags=-s -w -X m=1",
            })
    void what_goflags_says_is_merged_because_go_would_drop_it(String goflags, String expected) {
        assertThat(flags("a", "-X m=1", goflags)).isEqualTo(expected);
    }

    @Test
    void flags_for_the_packages_of_a_pattern_stay_behind_it() {
        assertThat(flags("", "all=-X m=1", "")).isEqualTo("-tags=lambda.norpc -ldflags=all=-s -w -X m=1");
    }

    @Test
    void a_list_command_gets_what_decides_about_files() {
        GoSettings.Flags flags =
                new GoSettings.Flags(List.of("a"), true, "-X m=1", true, false, List.of("-mod=mod"), Map.of());
        assertThat(GoFlags.of(flags, "").forList()).containsExactly("-tags=lambda.norpc,a", "-mod=mod");
    }

    private static String flags(String tags, String ldflags, String goflags) {
        GoSettings.Flags flags = new GoSettings.Flags(List.of(tags), true, ldflags, true, false, List.of(), Map.of());
        List<String> words = GoFlags.of(flags, goflags).forBuild();
        return String.join(" ", words.subList(2, words.size()));
    }

    @Test
    void flags_that_name_files_anywhere_or_ask_for_all_work_are_not_contained() {
        for (String flag : List.of(
                "-overlay=o.json", "-modfile=x.mod", "-toolexec=t", "-pgo=p", "-C", "-a", "-buildvcs=true", "-n")) {
            assertThat(GoFlags.readOnlySources("", List.of(flag))).as(flag).isFalse();
            assertThat(GoFlags.readOnlySources("-v " + flag, List.of()))
                    .as(flag)
                    .isFalse();
        }
        assertThat(GoFlags.readOnlySources("-mod=vendor '-ldflags=-X a=b'", List.of("-gcflags=-l", "-trimpath")))
                .isTrue();
    }
}
