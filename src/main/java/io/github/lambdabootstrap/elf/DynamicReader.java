package io.github.lambdabootstrap.elf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Reads the dynamic section through the program headers, as the loader does, so that it works on stripped files. */
final class DynamicReader {

    private static final int MAX_BYTES = 1 << 16;

    private static final long DT_NULL = 0;
    private static final long DT_NEEDED = 1;
    private static final long DT_STRTAB = 5;
    private static final long DT_STRSZ = 10;
    private static final long DT_SONAME = 14;
    private static final long DT_RPATH = 15;
    private static final long DT_RUNPATH = 29;
    private static final long DT_FLAGS_1 = 0x6ffffffbL;
    private static final long DT_VERNEED = 0x6ffffffeL;

    private final ElfImage image;
    private final List<Long> needed = new ArrayList<>();
    private final Map<Long, Long> values = new HashMap<>();

    private DynamicReader(ElfImage image) {
        this.image = image;
    }

    static DynamicSection read(ElfImage image) throws IOException {
        Optional<ProgramHeader> part = image.first(ProgramHeader.PT_DYNAMIC);
        return part.isPresent() ? new DynamicReader(image).read(part.get()) : DynamicSection.NONE;
    }

    private DynamicSection read(ProgramHeader part) throws IOException {
        readEntries(image.layout().view(image.bytes(part, MAX_BYTES)));
        VersionNeedReader needs = new VersionNeedReader(image);
        if (values.containsKey(DT_VERNEED)) {
            needs.read(values.get(DT_VERNEED));
        }
        StringTable strings = strings();
        Stream.of(needed.stream(), value(DT_SONAME), value(DT_RPATH), value(DT_RUNPATH), needs.names())
                .flatMap(names -> names)
                .forEach(strings::want);
        strings.read();
        return new DynamicSection(
                strings.all(needed.stream()),
                folders(strings.all(value(DT_RPATH))),
                folders(strings.all(value(DT_RUNPATH))),
                strings.all(value(DT_SONAME)),
                values.getOrDefault(DT_FLAGS_1, 0L),
                needs.named(strings));
    }

    private void readEntries(ByteBuffer in) {
        int size = 2 * image.layout().wordSize();
        while (in.remaining() >= size) {
            long tag = image.layout().word(in);
            long value = image.layout().word(in);
            if (tag == DT_NULL) {
                return;
            }
            if (tag == DT_NEEDED) {
                needed.add(value);
            } else {
                values.put(tag, value);
            }
        }
        image.damaged("the dynamic section has no end");
    }

    private StringTable strings() {
        OptionalLong offset =
                values.containsKey(DT_STRTAB) ? image.offsetOf(values.get(DT_STRTAB)) : OptionalLong.empty();
        if (offset.isEmpty()) {
            image.damaged("the dynamic section's string table is not in the file");
            return new StringTable(image, 0, 0);
        }
        return new StringTable(image, offset.getAsLong(), values.getOrDefault(DT_STRSZ, Long.MAX_VALUE));
    }

    private Stream<Long> value(long tag) {
        return Stream.ofNullable(values.get(tag));
    }

    private static List<String> folders(List<String> paths) {
        return paths.stream().flatMap(path -> Stream.of(path.split(":", -1))).toList();
    }
}
