package io.github.lambdabootstrap.elf;

import java.util.ArrayList;
import java.util.List;

/** Writes the dynamic section of an {@link ElfFixture} and all that it points to. */
final class ElfFixtureDynamic {

    static final String WEAK = "weak ";

    private final ElfFixture elf;
    private final ElfOutput out;
    private final long shift;
    private final List<long[]> entries = new ArrayList<>();
    private final StringBuilder strings = new StringBuilder("\0");

    /** The shift is what turns an offset into an address. */
    ElfFixtureDynamic(ElfFixture elf, ElfOutput out, long shift) {
        this.elf = elf;
        this.out = out;
        this.shift = shift;
    }

    /** Writes everything; the section is what lies between the result and the position then. */
    int write() {
        elf.needed.forEach(library -> entry(1, name(library)));
        entry(14, elf.soname);
        entry(15, elf.rpath);
        entry(29, elf.runpath);
        if (!elf.versionNeeds.isEmpty()) {
            entry(0x6ffffffeL, shift + versionNeeds());
            entry(0x6fffffffL, elf.versionNeeds.size());
            // the loader follows this pointer wherever there are versions
            entry(0x6ffffff0L, shift + out.aligned(new byte[16]));
        }
        entry(0x6ffffffbL, elf.flags1);
        int symbolSize = out.layout.is64Bit() ? 24 : 16;
        entry(6, shift + out.aligned(new byte[symbolSize]));
        entry(11, symbolSize);
        entry(5, shift + out.aligned(strings.toString()));
        entry(10, strings.length());
        entry(0, 0);
        int at = out.align();
        entries.forEach(entry -> {
            out.word(entry[0]);
            out.word(entry[1]);
        });
        return at;
    }

    private void entry(long tag, long value) {
        entries.add(new long[] {tag, value});
    }

    private void entry(long tag, String text) {
        if (!text.isEmpty()) {
            entry(tag, name(text));
        }
    }

    private int name(String text) {
        int at = strings.length();
        strings.append(text).append('\0');
        return at;
    }

    private int versionNeeds() {
        int at = out.align();
        int left = elf.versionNeeds.size();
        for (var need : elf.versionNeeds.entrySet()) {
            int count = need.getValue().size();
            out.buffer.putShort((short) 1).putShort((short) count);
            left--;
            out.buffer.putInt(name(need.getKey())).putInt(16).putInt(left == 0 ? 0 : 16 + 16 * count);
            for (String version : need.getValue()) {
                count--;
                version(version, count == 0 ? 0 : 16);
            }
        }
        return at;
    }

    private void version(String version, int next) {
        String name = version.replace(WEAK, "");
        out.buffer.putInt(hash(name)).putShort((short) (version.startsWith(WEAK) ? 2 : 0));
        out.buffer.putShort((short) 2).putInt(name(name)).putInt(next);
    }

    /** The hash of the System V ABI, by which the loader finds versions. */
    private static int hash(String name) {
        int hash = 0;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash << 4) + name.charAt(i);
            hash = (hash ^ ((hash & 0xf0000000) >>> 24)) & 0x0fffffff;
        }
        return hash;
    }
}
