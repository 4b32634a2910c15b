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
 * nobody asked for is read, or the connection is shut on it.
 */
final class RefusingServer implements AutoCloseable {

    private static final String XML = "<Error><Code>AccessDenied</Code><Message>no, never</Message></Error>";
    private static final Pattern LENGTH = Pattern.compile("(?im)^content-length: (\\d+)");

    private final ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger bodies = new AtomicInteger();
    private final boolean readsBodies;

    RefusingServer(boolean readsBodies) throws IOException {
        this.readsBodies = readsBodies;
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
        if (isPut && readsBodies && !head.contains("100-continue") && length.find()) {
            socket.getInputStream().skipNBytes(Long.parseLong(length.group(1)));
            bodies.incrementAndGet();
        }
        String answer = "HTTP/1.1 403 Forbidden\r\nContent-Type: application/xml\r\nConnection: close\r\n"
                + "Content-Length: " + XML.length() + "\r\n\r\n" + (isPut ? XML : "");
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
