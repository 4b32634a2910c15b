package io.github.lambdabootstrap.report;

import io.github.lambdabootstrap.gate.Verdict;
import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.Problems;
import io.github.lambdabootstrap.problem.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An archive's name as CloudFormation takes names: ASCII letters and digits alone, written {@code LikeThis}. */
final class CloudFormationName {

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9]+");

    private CloudFormationName() {}

    /** Each word with a large first letter; empty when there is no word in it. */
    static String of(String name) {
        StringBuilder pascal = new StringBuilder();
        Matcher word = WORD.matcher(name);
        while (word.find()) {
            pascal.append(Character.toUpperCase(word.group().charAt(0)))
                    .append(word.group().substring(1));
        }
        return pascal.toString();
    }

    /** Adds the archives that would have no name, or that of another one. */
    static void check(List<Verdict> verdicts, Problems problems) {
        Map<String, List<Verdict>> byName = new TreeMap<>();
        verdicts.forEach(verdict -> byName.computeIfAbsent(of(verdict.request().name()), name -> new ArrayList<>())
                .add(verdict));
        byName.forEach((name, all) -> {
            if (name.isEmpty()) {
                all.forEach(one -> problems.add(nameless(one)));
            } else if (all.stream().map(CloudFormationName::identity).distinct().count() > 1) {
                problems.add(collision(name, all));
            }
        });
    }

    // one archive that is named twice is no collision
    private static List<Object> identity(Verdict verdict) {
        return List.of(verdict.request().name(), verdict.sha256());
    }

    private static Problem nameless(Verdict verdict) {
        return Problem.input(
                        "'" + SafeText.of(verdict.request().name())
                                + "' has no letter and no digit of which its name in"
                                + " the files for CloudFormation could be made",
                        "rename the archive")
                .at(SafeText.of(verdict.request().path().toString()))
                .docs("deploy.md#names");
    }

    private static Problem collision(String name, List<Verdict> all) {
        List<String> names = all.stream()
                .map(one -> "'" + SafeText.of(one.request().name()) + "'")
                .distinct()
                .toList();
        Problem problem = names.size() == 1 ? sameName(names.get(0), all.size()) : sameWords(names, name);
        return problem.at(all.stream()
                        .map(one -> SafeText.of(one.request().path().toString()))
                        .collect(Collectors.joining(", ")))
                .because("whoever deploys one of them could get the code of the other")
                .docs("deploy.md#names");
    }

    private static Problem sameWords(List<String> names, String name) {
        return Problem.input(
                String.join(" and ", names) + " would have one name in the files for CloudFormation: " + name,
                "rename one of them (<archiveName>), or upload them in runs with a lambda.reportDirectory each");
    }

    // of several modules, or of several folders
    private static Problem sameName(String name, int archives) {
        return Problem.input(
                archives + " archives are called " + name + ", and the files for the tools would hold one of them",
                "set another <archiveName> in one module, for example {name}-admin, or upload each module by itself:"
                        + " with the goal in its deploy phase, or with -pl; zips that lambda.archives names are renamed,"
                        + " or uploaded in runs with a lambda.reportDirectory each");
    }
}
