package io.github.lambdabootstrap.elf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Reads the two-level list behind {@code DT_VERNEED}; all its links are relative and lead forward. */
final class VersionNeedReader {

    // the largest seen in a system's libraries has 2 KiB
    private static final int MAX_BYTES = 1 << 16;
    private static final int MAX_NEEDS = 4096;
    private static final int RECORD = 16;

    private final ElfImage image;
    private final List<Unnamed> needs = new ArrayList<>();

    /** A need whose texts are still indices into the string table. */
    private record Unnamed(long file, long version, boolean weak) {}

    /** {@code Elf64_Verneed}, the same in 32-bit files. */
    private record Verneed(int vnCnt, long vnFile, long vnAux, long vnNext) {
        static Verneed parse(ByteBuffer in, int at) {
            return new Verneed(
                    Short.toUnsignedInt(in.getShort(at + 2)), word(in, at + 4), word(in, at + 8), word(in, at + 12));
        }
    }

    /** {@code Elf64_Vernaux}, the same in 32-bit files. */
    private record Vernaux(int vnaFlags, long vnaName, long vnaNext) {
        static Vernaux parse(ByteBuffer in, int at) {
            return new Vernaux(Short.toUnsignedInt(in.getShort(at + 4)), word(in, at + 8), word(in, at + 12));
        }
    }

    VersionNeedReader(ElfImage image) {
        this.image = image;
    }

    void read(long vaddr) throws IOException {
        OptionalLong offset = image.offsetOf(vaddr);
        if (offset.isEmpty() || !readAll(image.read(offset.getAsLong(), MAX_BYTES))) {
            image.damaged("the list of needed symbol versions leaves the file");
        }
    }

    // The loader follows vn_next alone and ignores DT_VERNEEDNUM.
    private boolean readAll(ByteBuffer in) {
        long at = 0;
        long next;
        do {
            if (at > in.limit() - RECORD) {
                return false;
            }
            Verneed need = Verneed.parse(in, (int) at);
            if (!readVersions(in, at + need.vnAux(), need)) {
                return false;
            }
            next = need.vnNext();
            at += next;
        } while (next != 0);
        return true;
    }

    private boolean readVersions(ByteBuffer in, long first, Verneed need) {
        long at = first;
        long next = need.vnCnt();
        while (next != 0) {
            if (at > in.limit() - RECORD || needs.size() == MAX_NEEDS) {
                return false;
            }
            Vernaux version = Vernaux.parse(in, (int) at);
            needs.add(new Unnamed(
                    need.vnFile(), version.vnaName(), (version.vnaFlags() & VersionNeed.VER_FLG_WEAK) != 0));
            next = version.vnaNext();
            at += next;
        }
        return true;
    }

    Stream<Long> names() {
        return needs.stream().flatMap(need -> Stream.of(need.file(), need.version()));
    }

    /** The needs with their texts, without those whose version is not in the table. */
    List<VersionNeed> named(StringTable strings) {
        return needs.stream()
                .flatMap(need -> strings.at(need.version()).stream()
                        .map(version -> new VersionNeed(strings.at(need.file()).orElse(""), version, need.weak())))
                .toList();
    }

    private static long word(ByteBuffer in, int at) {
        return Integer.toUnsignedLong(in.getInt(at));
    }
}
