package io.github.lambdabootstrap.s3;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A bucket of a real server, a proxy before it that can misbehave, and an uploader. */
abstract class UploadTestCase {

    static final int KIB = 1024;

    @TempDir
    Path folder;

    FaultProxy proxy;
    UploadKit kit;
    String bucket;
    S3Target target;
    ProvenArchives archives;

    @BeforeEach
    void set_up() throws IOException {
        proxy = new FaultProxy(S3Server.endpoint());
        kit = new UploadKit();
        bucket = S3Server.bucket();
        target = UploadKit.target(proxy.endpoint(), bucket);
        archives = new ProvenArchives(folder);
    }

    @AfterEach
    void tear_down() {
        kit.close();
        proxy.close();
    }
}
