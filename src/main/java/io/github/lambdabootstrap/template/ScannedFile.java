package io.github.lambdabootstrap.template;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One file, looked at.
 *
 * @param path absolute
 * @param format what it is
 * @param reading its text and trees, where it can be changed
 * @param remarks why it cannot, or what is to be changed in it by hand
 */
record ScannedFile(Path path, TemplateFormat format, Optional<Reading> reading, List<Remark> remarks) {

    /**
     * A text and its trees.
     *
     * @param file the text
     * @param documents in order
     * @param reader what read them
     */
    record Reading(TemplateFile file, List<Node> documents, TreeReader reader) {

        /** The documents that can be templates. */
        List<Mapping> roots() {
            return documents.stream()
                    .filter(Mapping.class::isInstance)
                    .map(Mapping.class::cast)
                    .toList();
        }
    }

    ScannedFile {
        remarks = List.copyOf(remarks);
    }

    /** What becomes of it when nothing does. */
    FileOutcome unchanged(List<Remark> said) {
        String text = reading.map(r -> r.file().text()).orElse("");
        return new FileOutcome(path, format, FileOutcome.Content.unchanged(text), 0, 0, said);
    }
}
