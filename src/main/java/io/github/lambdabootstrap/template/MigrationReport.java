package io.github.lambdabootstrap.template;

import io.github.lambdabootstrap.log.MigrateLog;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a migration makes of all files.
 *
 * @param target the runtime that functions move to
 * @param files those that there is something to say of, sorted by path
 */
public record MigrationReport(String target, List<FileOutcome> files) {

    public MigrationReport {
        files = List.copyOf(files);
    }

    /** The files that change. */
    public List<FileOutcome> changed() {
        return files.stream().filter(FileOutcome::isChanged).toList();
    }

    /**
     * Whether nothing is left to do.
     *
     * @param written whether what changes is in the files
     */
    public boolean isDone(boolean written) {
        return files.stream().noneMatch(file -> file.needsYou() || (file.isChanged() && !written));
    }

    /** Tells every file, then the summary. */
    public void tell(MigrateLog log, boolean written) {
        for (FileOutcome file : files) {
            if (file.isChanged()) {
                log.changes(file.path(), file.format().title(), file.content().diff());
            }
            for (Remark remark : file.remarks()) {
                switch (remark.kind()) {
                    case DECLINED -> log.needsYou(file.path(), remark.line(), remark.what(), remark.fix());
                    case NOTE -> log.note(file.path(), remark.line(), remark.what(), remark.fix());
                }
            }
        }
        log.summary(summary(written));
    }

    /** {@code 7 files: 5 would change, 1 already there, 1 needs you}. */
    public String summary(boolean written) {
        List<String> parts = new ArrayList<>();
        count(FileOutcome::isChanged, written ? "changed" : "would change", parts);
        count(FileOutcome::isThere, "already there", parts);
        long need = count(FileOutcome::needsYou);
        if (need > 0) {
            parts.add(need + (need == 1 ? " needs you" : " need you"));
        }
        count(FileOutcome::isTold, "to read", parts);
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
