package io.github.lambdabootstrap.archive;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

/** Puts the fields of zip records together. */
final class LittleEndian {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    LittleEndian u16(int value) {
        bytes.write(value);
        bytes.write(value >> 8);
        return this;
    }

    LittleEndian u32(long value) {
        return u16((int) value).u16((int) (value >> 16));
    }

    LittleEndian u64(long value) {
        return u32(value).u32(value >> 32);
    }

    LittleEndian bytes(byte[] value) {
        bytes.writeBytes(value);
        return this;
    }

    LittleEndian hex(String value) {
        return bytes(HexFormat.of().parseHex(value.replace(" ", "")));
    }

    int size() {
        return bytes.size();
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }
}
