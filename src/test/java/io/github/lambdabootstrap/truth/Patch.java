package io.github.lambdabootstrap.truth;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Changes bytes of a program, as a linker for another system or a broken copy would have. */
final class Patch {

    private Patch() {}

    static byte[] at(byte[] program, int offset, int... values) {
        byte[] patched = program.clone();
        for (int i = 0; i < values.length; i++) {
            patched[offset + i] = (byte) values[i];
        }
        return patched;
    }

    /** The instruction set that the ELF header names. */
    static byte[] machine(byte[] elf, int machine) {
        return at(elf, 18, machine, machine >> 8);
    }

    static byte[] type(byte[] elf, int type) {
        return at(elf, 16, type, type >> 8);
    }

    static byte[] osabi(byte[] elf, int osabi) {
        return at(elf, 7, osabi);
    }

    static byte[] head(byte[] program, int length) {
        return Arrays.copyOf(program, length);
    }

    static byte[] headPerMille(byte[] program, int perMille) {
        return head(program, (int) ((long) program.length * perMille / 1000));
    }

    static byte[] longer(byte[] program, int more) {
        return Arrays.copyOf(program, program.length + more);
    }

    /** The first and only entry of a zip as one that asks for ZIP64, which it does not use. */
    static byte[] version45(byte[] zip) {
        byte[] patched = at(zip, 4, 45);
        int central = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).getInt(zip.length - 6);
        return at(at(patched, central + 4, 45), central + 6, 45);
    }

    /** Without any program header of type {@code PT_LOAD}. */
    static byte[] segmentless(byte[] elf) {
        byte[] patched = elf.clone();
        ByteBuffer view = ByteBuffer.wrap(patched).order(ByteOrder.LITTLE_ENDIAN);
        int offset = (int) view.getLong(0x20);
        for (int i = 0; i < view.getShort(0x38); i++) {
            int at = offset + i * view.getShort(0x36);
            if (view.getInt(at) == 1) {
                view.putInt(at, 0);
            }
        }
        return patched;
    }

    /** A version of the C library that this machine does not have, in the place of one that the program needs. */
    static byte[] version(byte[] elf, String from, String to) {
        return replaced(replaced(elf, text(from), text(to)), little(hash(from)), little(hash(to)));
    }

    /** The need of a version as a weak one (VER_FLG_WEAK), which the loader forgives. */
    static byte[] weak(byte[] elf, String version) {
        byte[] need = Arrays.copyOf(little(hash(version)), 6);
        byte[] weak = need.clone();
        weak[4] = 2;
        return replaced(elf, need, weak);
    }

    /** Without its section headers, as {@code sstrip} leaves it. */
    static byte[] sectionless(byte[] elf) {
        byte[] patched = at(elf, 0x28, 0, 0, 0, 0, 0, 0, 0, 0);
        return at(patched, 0x3A, 0, 0, 0, 0, 0, 0);
    }

    private static byte[] replaced(byte[] program, byte[] from, byte[] to) {
        byte[] patched = program.clone();
        boolean found = false;
        for (int i = 0; i + from.length <= patched.length; i++) {
            if (Arrays.equals(patched, i, i + from.length, from, 0, from.length)) {
                System.arraycopy(to, 0, patched, i, to.length);
                found = true;
            }
        }
        if (!found) {
            throw new AssertionError("nothing to patch: " + Arrays.toString(from));
        }
        return patched;
    }

    private static byte[] text(String name) {
        return (name + "\0").getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] little(int value) {
        return new byte[] {(byte) value, (byte) (value >> 8), (byte) (value >> 16), (byte) (value >> 24)};
    }

    /** The hash of the System V ABI, which version needs carry beside the name. */
    private static int hash(String name) {
        int hash = 0;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash << 4) + name.charAt(i);
            int high = hash & 0xF0000000;
            hash = (hash ^ high >>> 24) & ~high;
        }
        return hash;
    }
}
