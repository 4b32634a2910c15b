package io.github.lambdabootstrap.s3;

import com.adobe.testing.s3mock.S3MockApplication;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** One S3Mock for the whole JVM, as starting it takes seconds. It is found by a system property, across class loaders. */
public final class S3Server {

    private static final String PORT = "lambda.test.s3.port";

    private S3Server() {}

    /** Where the server is; it is started when it is first asked for. */
    public static URI endpoint() throws IOException {
        Object oneOfTheJvm = PORT.intern(); // a class of ours is another in each class loader
        synchronized (oneOfTheJvm) {
            if (System.getProperty(PORT) == null) {
                System.setProperty(PORT, "" + start());
            }
            return URI.create("http://127.0.0.1:" + System.getProperty(PORT));
        }
    }

    @SuppressWarnings("deprecation") // the other port needs TLS
    private static int start() throws IOException {
        Path root = Files.createTempDirectory("s3mock");
        root.toFile().deleteOnExit();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(S3Server.class.getClassLoader());
        try {
            Map<String, Object> properties = new HashMap<>(Map.of(
                    S3MockApplication.PROP_HTTPS_PORT,
                    S3MockApplication.RANDOM_PORT,
                    S3MockApplication.PROP_HTTP_PORT,
                    S3MockApplication.RANDOM_PORT,
                    S3MockApplication.PROP_SILENT,
                    true,
                    "com.adobe.testing.s3mock.store.root",
                    root.toString()));
            return S3MockApplication.start(properties).getHttpPort();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** A new bucket of its own for a test. */
    public static String bucket() throws IOException {
        return bucket(endpoint(), false);
    }

    /** A new bucket that keeps versions. */
    public static String versionedBucket() throws IOException {
        return bucket(endpoint(), true);
    }

    private static String bucket(URI endpoint, boolean versioned) throws IOException {
        String name = "b-" + UUID.randomUUID();
        put(endpoint.resolve("/" + name), "");
        if (versioned) {
            put(
                    endpoint.resolve("/" + name + "?versioning"),
                    "<VersioningConfiguration xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">"
                            + "<Status>Enabled</Status></VersioningConfiguration>");
        }
        return name;
    }

    /** Stores an object as anybody could, without a checksum. */
    public static void store(String bucket, String key, byte[] content) throws IOException {
        put(endpoint().resolve("/" + bucket + "/" + key), content);
    }

    /** The content of an object. */
    public static byte[] read(String bucket, String key) throws IOException {
        return endpoint().resolve("/" + bucket + "/" + key).toURL().openStream().readAllBytes();
    }

    /** Whether there is an object. */
    public static boolean has(String bucket, String key) throws IOException {
        HttpURLConnection connection = (HttpURLConnection)
                endpoint().resolve("/" + bucket + "/" + key).toURL().openConnection();
        connection.setRequestMethod("HEAD");
        return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
    }

    private static void put(URI uri, String body) throws IOException {
        put(uri, body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static void put(URI uri, byte[] body) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
        connection.setRequestMethod("PUT");
        connection.setDoOutput(true);
        connection.setRequestProperty("Content-Type", "application/octet-stream");
        connection.getOutputStream().write(body);
        if (connection.getResponseCode() / 100 != 2) {
            throw new IOException(uri + ": " + connection.getResponseCode() + " "
                    + new String(connection.getErrorStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
        }
    }
}
