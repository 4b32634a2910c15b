package io.github.lambdabootstrap.s3;

import io.github.lambdabootstrap.model.Sha256;
import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.Problems;
import io.github.lambdabootstrap.problem.SafeText;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * What all uploads of one build share: a client for each way to a service, made when it is first needed, and which
 * content has which key. Safe to use from several threads.
 */
public final class UploadSession implements AutoCloseable {

    private final Map<S3Connection, CompletableFuture<S3Client>> clients = new HashMap<>();
    private final Map<String, Sha256> claims = new HashMap<>();
    private final Function<S3Connection, S3Client> opener;

    UploadSession(Function<S3Connection, S3Client> opener) {
        QuietSdk.begin();
        KeptConnections.begin();
        this.opener = opener;
    }

    /** A session whose requests go through the proxies that Maven's settings name. */
    public static UploadSession behind(HttpProxies proxies) {
        return new UploadSession(connection -> ClientBuilder.open(connection, proxies));
    }

    /**
     * Begins to make the client, which takes a new JVM as long as judging some archives does, so that both go on at a
     * time. It asks the service for nothing, and what goes wrong is told when the client is needed.
     */
    public void prepare(S3Connection connection) {
        var unused = begun(connection);
    }

    /** The client, which is worth keeping for its connections too. */
    S3Client client(S3Connection connection) {
        try {
            return begun(connection).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }

    private synchronized CompletableFuture<S3Client> begun(S3Connection connection) {
        return clients.computeIfAbsent(
                connection, key -> CompletableFuture.supplyAsync(() -> opener.apply(key), UploadSession::inBackground));
    }

    // a thread of the common pool does not see the plugin's classes
    private static void inBackground(Runnable task) {
        Thread thread = new Thread(task, "s3-client");
        thread.setDaemon(true);
        thread.start();
    }

    /** Takes the key for the archive, or adds that other content of this build has it. */
    synchronized void claim(Upload upload, S3Target target, Problems problems) {
        String location = target.location(upload.key());
        Sha256 digest = upload.archive().sha256();
        // a bucket's name is its own among all of AWS, and not among other services
        Sha256 earlier = claims.putIfAbsent(target.connection().endpoint() + location, digest);
        if (earlier != null && !earlier.equals(digest)) {
            problems.add(Problem.input(
                            "two archives of this build with different content have one key, " + location,
                            "put {sha256} into the key pattern, or give each module a prefix of its own")
                    .at(SafeText.of(upload.name()))
                    .because("the one that is sent last would replace the other")
                    .docs("upload.md#keys"));
        }
    }

    @Override
    public synchronized void close() {
        for (CompletableFuture<S3Client> client : clients.values()) {
            var unused = client.thenAccept(S3Client::close);
        }
        clients.clear();
    }
}
