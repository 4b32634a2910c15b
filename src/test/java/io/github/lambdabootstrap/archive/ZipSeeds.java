package io.github.lambdabootstrap.archive;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** Zips that between them have every record and form that the reader knows: where a search for bad ones begins. */
public final class ZipSeeds {

    /** Links, a folder, a data descriptor, ZIP64 fields, a comment. */
    static final byte[] FORMS = ZipFixture.zip()
            .symlink("bootstrap", "bin/orders")
            .directory("bin/")
            .file("bin/orders", "#!/bin/sh\necho orders\n")
            .descriptor()
            .file("data", "data")
            .zip64Entry()
            .comment("two")
            .bytes();

    /** A ZIP64 end record. */
    static final byte[] ZIP64 =
            ZipFixture.zip().file("bootstrap", "x").zip64Entry().zip64().bytes();

    private ZipSeeds() {}

    /** All of them, good and bad. */
    public static Stream<byte[]> all() {
        return Stream.of(FORMS, ZIP64, prefixed(), odd(), links(), toolsOwn());
    }

    private static byte[] prefixed() {
        return ZipFixture.zip()
                .prefix("#!/bin/sh\n".getBytes(StandardCharsets.US_ASCII))
                .file("bootstrap", "#!/bin/sh\nexec ./orders\n")
                .file("orders", "#!/bin/bash\n")
                .descriptorWithoutSignature()
                .bytes();
    }

    private static byte[] odd() {
        return ZipFixture.zip()
                .zeros("zeros", 100_000)
                .again("overlap")
                .file("/a/../b\\c", "x")
                .encrypted()
                .file("bootstrap", "x")
                .method(12)
                .file("bootstrap", "y")
                .central(header -> header.crc32++)
                .declaredEntries(9)
                .bytes();
    }

    private static byte[] links() {
        return ZipFixture.zip()
                .symlink("bootstrap", "/var/task/a/b")
                .symlink("a", "c/../d")
                .symlink("d", "bootstrap")
                .symlink("e", "../../opt/x")
                .symlink("f", "/opt/a\0b")
                .symlink("g", "/var/task/a\0b")
                .bytes();
    }

    private static byte[] toolsOwn() {
        return ZipFixture.buildLambdaZip("main", new byte[] {0x7f, 'E', 'L', 'F'})
                .file("data", "x")
                .host(0)
                .externalAttributes(0)
                .bytes();
    }
}
