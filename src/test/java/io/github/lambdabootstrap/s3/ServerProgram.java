package io.github.lambdabootstrap.s3;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** An S3 server that is a program of its own, which {@code src/test/s3/setup} brings, for as long as tests need it. */
public final class ServerProgram implements AutoCloseable {

    /** The only one whom versitygw knows; as it names a bucket's owner by the access key, it looks like an account. */
    public static final String ACCOUNT = "111122223333";

    public static final String SECRET = "gateway-secret-8fT2kLm9";

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int STARTS = 3;

    private final Process process;
    private final int port;

    private ServerProgram(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** A gateway to a folder that checks signatures, checksums, conditions and owners. */
    static ServerProgram versitygw(Path folder) throws IOException {
        Path root = Files.createDirectories(folder.resolve("objects"));
        Path versions = Files.createDirectories(folder.resolve("versions"));
        return start(
                folder,
                Map.of(),
                port -> List.of(
                        tool("versitygw"),
                        "--port=127.0.0.1:" + port,
                        "--access=" + ACCOUNT,
                        "--secret=" + SECRET,
                        "--keep-alive",
                        "--quiet",
                        "posix",
                        "--versioning-dir=" + versions,
                        root.toString()));
    }

    /** A server that believes everything, and keeps what is said: S3, CloudFormation, IAM, Lambda and others. */
    public static ServerProgram moto(Path folder) throws IOException {
        return start(folder, Map.of(), ServerProgram::moto);
    }

    /** The same, which after so many requests holds each against the policies of its user. */
    static ServerProgram strictMoto(Path folder, int requests) throws IOException {
        return start(folder, Map.of("INITIAL_NO_AUTH_ACTION_COUNT", "" + requests), ServerProgram::moto);
    }

    private static List<String> moto(int port) {
        return List.of(tool("s3/bin/moto_server"), "-H", "127.0.0.1", "-p", "" + port);
    }

    /** A program that setup brought; without it the test fails, as it would prove nothing. */
    static String tool(String name) {
        Path program = Path.of("target", "truth", "tools").resolve(name).toAbsolutePath();
        if (!Files.isExecutable(program)) {
            throw new AssertionError("missing " + program + ": run src/test/s3/setup");
        }
        return program.toString();
    }

    private interface Command {
        List<String> on(int port);
    }

    /** Somebody else may take the free port first, so there is another try. */
    private static ServerProgram start(Path folder, Map<String, String> environment, Command command)
            throws IOException {
        Path log = folder.resolve("server.log");
        for (int n = 0; n < STARTS; n++) {
            int port = freePort();
            ProcessBuilder builder = new ProcessBuilder(command.on(port))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            ServerProgram server = new ServerProgram(process, port);
            if (server.answers()) {
                return server;
            }
            server.close();
        }
        throw new AssertionError("the server does not start: " + Files.readString(log));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private boolean answers() throws IOException {
        Instant end = Instant.now().plus(PATIENCE);
        while (process.isAlive() && Instant.now().isBefore(end)) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                return true;
            } catch (IOException e) {
                waitFor(Duration.ofMillis(50)); // not yet
            }
        }
        return false;
    }

    private void waitFor(Duration time) throws IOException {
        try {
            process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Ends it for good, with what it may have started. */
    @Override
    public void close() throws IOException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        waitFor(Duration.ofSeconds(10));
    }
}
