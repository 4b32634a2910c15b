package io.github.lambdabootstrap.template;

import io.github.lambdabootstrap.problem.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Old runtimes that a Terraform module sets where no function is seen to take them: a module's input of another name,
 * an object that {@code for_each} goes through, the default of a variable that is passed on.
 */
final class TerraformLeftovers {

    /** Blocks and attributes whose texts mean nothing to a function. */
    private static final Set<String> WORDS_ONLY =
            Set.of("tags", "tags_all", "default_tags", "labels", "variables", "environment", "validation");

    private static final Pattern NAME = Pattern.compile("(?i)\\w*runtime");

    private final List<Mapping> files;
    private final List<FunctionFacts> functions;
    private final MigrationSettings settings;
    private final Pattern inExpressions;

    TerraformLeftovers(List<Mapping> files, List<FunctionFacts> functions, MigrationSettings settings) {
        this.files = List.copyOf(files);
        this.functions = List.copyOf(functions);
        this.settings = settings;
        String ids = settings.sources().stream().map(Pattern::quote).collect(Collectors.joining("|"));
        inExpressions = Pattern.compile("(?i)\\b\\w*runtime\"?\\s*[=:]\\s*\"(" + ids + ")\"");
    }

    List<Remark> remarks() {
        List<Remark> found = new ArrayList<>();
        for (Mapping file : files) {
            for (Slot block : file.slots()) {
                if (block.value() instanceof Mapping body) {
                    search(block.name(), body, found);
                }
            }
        }
        return found;
    }

    private void search(String owner, Mapping body, List<Remark> found) {
        for (Slot slot : body.slots()) {
            if (WORDS_ONLY.contains(slot.name())) {
                continue;
            }
            if (slot.value() instanceof Mapping deeper) {
                search(owner, deeper, found);
            } else if (slot.value() instanceof Scalar text) {
                search(owner, slot, text, found);
            }
        }
    }

    private void search(String owner, Slot slot, Scalar text, List<Remark> found) {
        boolean named = NAME.matcher(slot.name()).matches()
                || (slot.name().equals("default") && NAME.matcher(owner).find() && owner.startsWith("variable."));
        if (settings.isOld(text)) {
            if (named && functions.stream().noneMatch(f -> f.runtime().holds(text))) {
                found.add(remark(slot.place(), owner, text.value()));
            }
        } else if (!text.isText() && !text.value().startsWith("<<")) {
            Matcher match = inExpressions.matcher(text.value());
            while (match.find()) {
                int start = text.range().start() + match.start();
                found.add(remark(new SourceRange(text.range().file(), start, start), owner, match.group(1)));
            }
        }
    }

    private static Remark remark(SourceRange place, String owner, String runtime) {
        return Remark.declined(
                place,
                "'" + SafeText.of(owner) + "' sets the runtime " + SafeText.of(runtime)
                        + ", and no function is seen here that takes it from there",
                "change it by hand, together with the handler and the archive of its function");
    }
}
