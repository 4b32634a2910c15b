package io.github.lambdabootstrap.s3;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A service that says 403 as soon as it has read the head of a request, as S3 does and a Java server cannot. A body that
 * nobody asked for is read, or the connection is shut on it; or the server asks for it, and shuts the connection as well.
 */
final class RefusingServer implements AutoCloseable {

    /** What becomes of bodies. */
    enum Manner {
        READS,
        SHUTS,
        INVITES_AND_SHUTS
    }

    private static final Pattern LENGTH = Pattern.compile("(?im)^content-length: (\\d+)");

    private final ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger bodies = new AtomicInteger();
    private final Manner manner;
    private final String xml;

    RefusingServer(Manner manner) throws IOException {
        this(manner, "AccessDenied");
    }

    RefusingServer(Manner manner, String code) throws IOException {
        this.manner = manner;
        this.xml = "<Error><Code>" + code + "</Code><Message>no, never</Message></Error>";
        threads.execute(this::accept);
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                threads.execute(() -> serve(socket));
            }
        } catch (IOException e) {
            // closed, which ends it
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            refuse(socket);
        } catch (IOException e) {
            // the client has gone away
        }
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    /** How many bodies were read. */
    int bodies() {
        return bodies.get();
    }

    private void refuse(Socket socket) throws IOException {
        String head = head(socket.getInputStream());
        Matcher length = LENGTH.matcher(head);
        boolean isPut = head.startsWith("PUT");
        if (isPut && manner == Manner.INVITES_AND_SHUTS) {
            socket.getOutputStream().write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
        }
        if (isPut && manner == Manner.READS && !head.contains("100-continue") && length.find()) {
            socket.getInputStream().skipNBytes(Long.parseLong(length.group(1)));
            bodies.incrementAndGet();
        }
        String answer = "HTTP/1.1 403 Forbidden\r\nContent-Type: application/xml\r\nConnection: close\r\n"
                + "Content-Length: " + xml.length() + "\r\n\r\n" + (head.startsWith("HEAD") ? "" : xml);
        socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            int c = in.read();
            if (c < 0) {
                throw new IOException("the head of a request ended early");
            }
            head.append((char) c);
        }
        return head.toString();
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }
}
