package io.github.lambdabootstrap.template;

import java.util.List;

/** Writes the edits of a file into its text, and leaves everything else as it is. */
final class TemplateRewriter {

    private TemplateRewriter() {}

    /**
     * The file with the edits in it.
     *
     * @param edits disjoint, of this file, in the order of the source
     */
    static TemplateFile rewrite(TemplateFile file, List<Edit> edits) {
        String text = file.text();
        StringBuilder result = new StringBuilder(text.length() + 64);
        int at = 0;
        for (Edit edit : edits) {
            result.append(text.substring(at, edit.range().start())).append(edit.text());
            at = edit.range().end();
        }
        return file.with(result.append(text.substring(at)).toString());
    }
}
