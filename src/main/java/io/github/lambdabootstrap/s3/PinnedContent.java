package io.github.lambdabootstrap.s3;

import io.github.lambdabootstrap.gate.VerifiedArchive;
import io.github.lambdabootstrap.model.Sha256;
import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.ProblemException;
import io.github.lambdabootstrap.problem.SafeText;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.function.LongConsumer;
import software.amazon.awssdk.http.ContentStreamProvider;

/**
 * The bytes of an archive on their way out, as the gate judged them or not at all: each stream holds its last bytes back
 * until the digest of all is known to be the verified one, so that other content never becomes a whole request.
 */
final class PinnedContent implements ContentStreamProvider {

    private static final int BUFFER = 128 * 1024;

    private final VerifiedArchive archive;
    private final LongConsumer sent;
    private volatile boolean complete;

    /** @param sent is told of each piece that leaves, in bytes */
    PinnedContent(VerifiedArchive archive, LongConsumer sent) {
        this.archive = archive;
        this.sent = sent;
    }

    /** Whether some stream was read to its end, so that the service may have all of it. */
    boolean wasSent() {
        return complete;
    }

    @Override
    public String name() {
        return "File";
    }

    @Override
    public InputStream newStream() {
        try {
            if (Files.size(archive.path()) != archive.size().bytes()) {
                throw changed(archive);
            }
            // whole blocks: the SDK reads in small pieces
            return new BufferedInputStream(new Pinned(Files.newInputStream(archive.path())), BUFFER);
        } catch (IOException e) {
            throw new ProblemException(unreadable(archive, e), e);
        }
    }

    private static ProblemException changed(VerifiedArchive archive) {
        return ProblemException.of(Problem.input(
                        "the file is no longer the one that was verified: something has changed it during the build",
                        "let nothing write to it after package, and run the build again")
                .at(SafeText.of(archive.path().toString()))
                .because("other bytes than the proven ones are never sent")
                .docs("upload.md#the-bytes"));
    }

    private static Problem unreadable(VerifiedArchive archive, IOException e) {
        return Problem.environment("the archive can no longer be read", "run the build again")
                .at(SafeText.of(archive.path().toString()))
                .because(SafeText.of(e.getClass().getSimpleName() + ": " + e.getMessage()));
    }

    private final class Pinned extends InputStream {

        private final MessageDigest digest = Sha256.digest();
        private final InputStream in;
        private long left = archive.size().bytes();

        Pinned(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int n = in.read(buffer, offset, (int) Math.min(length, left));
            if (n < 0) {
                throw changed(archive); // it has become shorter
            }
            digest.update(buffer, offset, n);
            left -= n;
            if (left == 0) {
                if (!Sha256.of(digest).equals(archive.sha256())) {
                    throw changed(archive);
                }
                complete = true;
            }
            sent.accept(n);
            return n;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
