package io.github.lambdabootstrap.template;

import io.github.lambdabootstrap.problem.SafeText;
import io.github.lambdabootstrap.template.FunctionFacts.Trait;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Functions that have one archive and differ in their handler. With {@code go1.x} each started the file that its
 * handler names; an OS-only runtime starts {@code bootstrap} for all of them, and so one for the other.
 *
 * @param code where their code is
 * @param functions at least one of which comes from {@code go1.x}
 */
record SharedCode(String code, List<FunctionFacts> functions) {

    private static final int SHOWN = 10;
    private static final int MAX_PLACE = 80;

    SharedCode {
        functions = List.copyOf(functions);
    }

    /** The groups among the functions of a template. */
    static List<SharedCode> groups(List<FunctionFacts> functions, Set<String> executableRuntimes) {
        Map<String, List<FunctionFacts>> byCode = functions.stream()
                .filter(f -> f.runtime().texts().stream().anyMatch(t -> executableRuntimes.contains(t.value())))
                .filter(f -> !f.is(Trait.IMAGE)
                        && !f.is(Trait.KEEPS_HANDLER)
                        && f.handler().isPresent())
                .collect(Collectors.groupingBy(FunctionFacts::code, LinkedHashMap::new, Collectors.toList()));
        List<SharedCode> groups = new ArrayList<>();
        byCode.forEach((code, sharing) -> {
            if (isMany(sharing) && sharing.stream().anyMatch(SharedCode::leavesGo)) {
                groups.add(new SharedCode(code, sharing));
            }
        });
        return groups;
    }

    /** The functions that are in one of the groups. */
    static Set<FunctionFacts> members(List<SharedCode> groups) {
        Set<FunctionFacts> members = Tree.identitySet();
        groups.forEach(group -> members.addAll(group.functions));
        return members;
    }

    private static boolean isMany(List<FunctionFacts> sharing) {
        if (sharing.stream().anyMatch(f -> f.is(Trait.MANY_HANDLERS))) {
            return true;
        }
        return sharing.size() > 1
                && sharing.stream().map(f -> f.handler().shown()).distinct().count() > 1;
    }

    static boolean leavesGo(FunctionFacts function) {
        return function.runtime().texts().stream().anyMatch(t -> t.value().equals(MigrationSettings.GO));
    }

    /** As much of the code's place as a sentence takes. */
    private String place() {
        String shown = SafeText.of(code);
        return shown.length() <= MAX_PLACE ? shown : shown.substring(0, MAX_PLACE) + "...";
    }

    /** The decision that is the user's. */
    Remark remark() {
        String members = functions.stream()
                .limit(SHOWN)
                .map(f -> "'" + SafeText.of(f.id()) + "' ("
                        + SafeText.of(f.handler().shown()) + ")")
                .collect(Collectors.joining(", "));
        String more = functions.size() > SHOWN ? " and " + (functions.size() - SHOWN) + " more" : "";
        String what = functions.size() == 1
                ? members + " stands for several functions that have one archive and a Handler each"
                : functions.size() + " functions share the code at '" + place() + "' and differ in Handler: " + members
                        + more;
        return Remark.declined(
                functions.get(0).place(),
                what + "; an OS-only runtime starts one bootstrap for all of them",
                "give each an archive of its own, or put a multi-binary bundle there and run again with"
                        + " -Dlambda.migrate.bundle=true");
    }
}
