package io.github.lambdabootstrap.s3;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Relays a service as if its clock showed another time: the JDK's server always tells that of this machine. */
final class LateClock implements AutoCloseable {

    private static final String DATE = "Date: ";

    private final ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final URI backend;
    private final String date;

    LateClock(URI backend, Instant time) throws IOException {
        this.backend = backend;
        this.date = DATE + DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atOffset(ZoneOffset.UTC)) + "\r\n";
        threads.execute(this::accept);
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    private void accept() {
        try {
            while (true) {
                Socket front = server.accept();
                Socket back = new Socket(backend.getHost(), backend.getPort());
                threads.execute(() -> relay(front, back, false));
                threads.execute(() -> relay(back, front, true));
            }
        } catch (IOException e) {
            // closed, which ends it
        }
    }

    private void relay(Socket from, Socket to, boolean dated) {
        try (from;
                to) {
            InputStream in = new BufferedInputStream(from.getInputStream());
            OutputStream out = to.getOutputStream();
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int c = in.read(); c >= 0; c = in.read()) {
                line.write(c);
                if (c == '\n' || in.available() == 0) {
                    boolean isDate =
                            dated && line.toString(StandardCharsets.ISO_8859_1).startsWith(DATE);
                    out.write(isDate ? date.getBytes(StandardCharsets.ISO_8859_1) : line.toByteArray());
                    line.reset();
                }
                if (in.available() == 0) {
                    out.flush();
                }
            }
        } catch (IOException e) {
            // one side has gone away
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }
}
