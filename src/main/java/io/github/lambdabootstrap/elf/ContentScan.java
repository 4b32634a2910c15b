package io.github.lambdabootstrap.elf;

import io.github.lambdabootstrap.model.ByteSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks for what may lie anywhere in an executable while its content passes by once, so that it can share the pass
 * that checks the archive's CRC. Not for use by several threads.
 */
public final class ContentScan implements ByteSource.Sink {

    private static final BytePattern RUNTIME_API_PATH = BytePattern.of(ContentFacts.RUNTIME_API_PATH);
    private static final BytePattern UPX = BytePattern.of("UPX!");

    private static final Map<Toolchain, BytePattern> MARKS = Arrays.stream(Toolchain.values())
            .collect(Collectors.toUnmodifiableMap(maker -> maker, maker -> BytePattern.of(maker.mark())));

    // UPX writes its mark behind the program headers and into the last bytes.
    private static final int UPX_HEAD = 1024;
    private static final int UPX_TAIL = 64;

    private static final int MAX_OFFSETS = 64;

    // What is found at the end of a full buffer may go on in the next: so much is kept, a multiple of the build info's
    // alignment and longer than any pattern.
    private static final int KEPT = UPX_TAIL;

    private final byte[] buffer = new byte[(1 << 16) + KEPT];
    private final List<Long> buildInfoOffsets = new ArrayList<>();
    private final Set<Toolchain> toolchains = EnumSet.noneOf(Toolchain.class);
    private long bufferOffset;
    private int filled;
    private boolean namesRuntimeApi;
    private boolean packed;

    /** Lets all of a source pass by. */
    public static ContentFacts of(ByteSource source) throws IOException {
        ContentScan scan = new ContentScan();
        source.transferTo(scan);
        return scan.facts();
    }

    @Override
    public void accept(byte[] bytes, int length) {
        int done = 0;
        while (done < length) {
            int count = Math.min(length - done, buffer.length - filled);
            System.arraycopy(bytes, done, buffer, filled, count);
            filled += count;
            done += count;
            if (filled == buffer.length) {
                search(filled - KEPT, buildInfoOffsets);
                forget(filled - KEPT);
            }
        }
    }

    /** What was found in all that passed by. */
    public ContentFacts facts() {
        List<Long> offsets = new ArrayList<>(buildInfoOffsets);
        search(filled, offsets);
        boolean marked = packed || UPX.find(buffer, Math.max(0, filled - UPX_TAIL), filled) >= 0;
        return new ContentFacts(namesRuntimeApi, marked, toolchains.stream().findFirst(), offsets);
    }

    private void search(int end, List<Long> offsets) {
        if (bufferOffset == 0) {
            packed = UPX.find(buffer, 0, Math.min(filled, UPX_HEAD)) >= 0;
        }
        namesRuntimeApi = namesRuntimeApi || RUNTIME_API_PATH.find(buffer, 0, filled) >= 0;
        MARKS.forEach((maker, mark) -> {
            if (!toolchains.contains(maker) && mark.find(buffer, 0, filled) >= 0) {
                toolchains.add(maker);
            }
        });
        for (int at = 0; at < end && offsets.size() < MAX_OFFSETS; at += GoBuildInfoReader.ALIGNMENT) {
            if (GoBuildInfoReader.MAGIC.isAt(buffer, at, filled)) {
                offsets.add(bufferOffset + at);
            }
        }
    }

    private void forget(int count) {
        System.arraycopy(buffer, count, buffer, 0, filled - count);
        bufferOffset += count;
        filled -= count;
    }
}
