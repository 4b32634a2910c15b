package io.github.lambdabootstrap.template;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a migration makes of all files.
 *
 * @param target the runtime that functions move to
 * @param files those that count, sorted by path
 * @param others how many files are nothing that migration is about
 */
public record MigrationReport(String target, List<FileOutcome> files, int others) {

    public MigrationReport {
        files = List.copyOf(files);
    }

    /** The files that change. */
    public List<FileOutcome> changes() {
        return files.stream().filter(FileOutcome::changes).toList();
    }

    /** Whether nothing changes and nobody has to decide anything. */
    public boolean isDone() {
        return files.stream().noneMatch(file -> file.changes() || file.needsYou());
    }

    /** {@code 7 files: 5 would change, 1 already there, 1 needs you}. */
    public String summary(boolean written) {
        List<String> parts = new ArrayList<>();
        count(FileOutcome::changes, written ? "changed" : "would change", parts);
        count(FileOutcome::isThere, "already there", parts);
        long need = count(FileOutcome::needsYou);
        if (need > 0) {
            parts.add(need + (need == 1 ? " needs you" : " need you"));
        }
        String total = files.size() == 1 ? "1 file" : files.size() + " files";
        return parts.isEmpty() ? total + ": nothing to do" : total + ": " + String.join(", ", parts);
    }

    private void count(Predicate<FileOutcome> of, String what, List<String> parts) {
        if (count(of) > 0) {
            parts.add(count(of) + " " + what);
        }
    }

    private long count(Predicate<FileOutcome> of) {
        return files.stream().filter(of).count();
    }
}
