package io.github.lambdabootstrap.elf;

import java.util.List;
import java.util.Optional;

/**
 * What one pass over an executable's content found.
 *
 * @param namesRuntimeApi whether the text {@value #RUNTIME_API_PATH} is in it: a client of Lambda's Runtime API has it
 *     (a packed program hides it)
 * @param packed whether UPX packed it, so that libraries, versions, texts and build info cannot be seen
 * @param toolchain who made it; empty when its texts do not tell, as those of Go, which has a build info
 * @param buildInfoOffsets where Go build info may begin, in ascending order
 */
public record ContentFacts(
        boolean namesRuntimeApi, boolean packed, Optional<Toolchain> toolchain, List<Long> buildInfoOffsets) {

    /** The path under which every Runtime API client asks for work. */
    public static final String RUNTIME_API_PATH = "/runtime/invocation/";

    public ContentFacts {
        buildInfoOffsets = List.copyOf(buildInfoOffsets);
    }
}
