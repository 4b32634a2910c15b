package io.github.lambdabootstrap.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Tells by its first bytes whether a file is a program, as the kernel does. */
final class FileMagic {

    private static final byte[] ELF = {0x7F, 'E', 'L', 'F'};
    private static final byte[] SCRIPT = {'#', '!'};

    private FileMagic() {}

    static boolean isProgram(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(ELF.length);
            return Arrays.equals(head, ELF)
                    || (head.length >= SCRIPT.length
                            && Arrays.equals(head, 0, SCRIPT.length, SCRIPT, 0, SCRIPT.length));
        }
    }
}
