package io.github.lambdabootstrap.elf;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A file that a fixture fills in any order. */
final class ElfOutput {

    private static final int CAPACITY = 1 << 21;

    final ElfLayout layout;
    final ByteBuffer buffer;
    private final byte[] bytes = new byte[CAPACITY];

    ElfOutput(ElfLayout layout) {
        this.layout = layout;
        this.buffer = layout.view(bytes);
    }

    byte[] bytes(int length) {
        return Arrays.copyOf(bytes, length);
    }

    int position() {
        return buffer.position();
    }

    void position(int at) {
        buffer.position(at);
    }

    void skip(int count) {
        position(position() + count);
    }

    void word(long value) {
        if (layout.is64Bit()) {
            buffer.putLong(value);
        } else {
            buffer.putInt((int) value);
        }
    }

    /** Goes on at the next multiple of 16, and says where that is. */
    int align() {
        position((position() + 15) / 16 * 16);
        return position();
    }

    int aligned(byte[] content) {
        int at = align();
        buffer.put(content);
        return at;
    }

    int aligned(String text) {
        return aligned(text.getBytes(StandardCharsets.UTF_8));
    }
}
