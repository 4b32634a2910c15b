package io.github.lambdabootstrap.s3;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A proxy on loopback in front of an S3 server: writes down what passes by, and does what networks and services do. */
public final class FaultProxy implements AutoCloseable {

    private static final int HEADER_LIMIT = 64 * 1024;

    /** A request as it came; its body one character for each byte. */
    public record Request(String method, String target, Headers headers, String body) {

        boolean is(String wanted) {
            return method.equals(wanted);
        }
    }

    /** An answer as it goes; its body one character for each byte. */
    record Answer(int status, Headers headers, String body) {

        static Answer of(int status) {
            return new Answer(status, new Headers(), "");
        }

        /** As S3 says no. */
        static Answer refusal(int status, String code, String message) {
            Headers headers = new Headers();
            headers.set("x-amz-request-id", "4442587FB7D0A2F9");
            headers.set("Content-Type", "application/xml");
            String xml = "<?xml version=\"1.0\"?><Error><Code>" + code + "</Code><Message>" + message
                    + "</Message><RequestId>4442587FB7D0A2F9</RequestId></Error>";
            return new Answer(status, headers, xml);
        }

        Answer with(String header, String value) {
            Headers changed = new Headers();
            headers.forEach((name, values) -> changed.put(name, new ArrayList<>(values)));
            changed.set(header, value);
            return new Answer(status, changed, body);
        }
    }

    /** The server behind the proxy. */
    interface Backend {
        Answer ask(Request request) throws IOException;
    }

    /** What the proxy does with a request; it breaks the connection when the answer is empty. */
    interface Behaviour {
        Optional<Answer> answer(Request request, Backend backend) throws IOException;
    }

    private final URI backend;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Request> seen = new ArrayList<>();
    private final Optional<Path> log;
    private volatile Behaviour behaviour = (request, behind) -> Optional.of(behind.ask(request));
    private volatile boolean truncating;

    /** A proxy that lets everything pass. */
    public FaultProxy(URI backend) throws IOException {
        this(backend, Optional.empty());
    }

    /** A proxy that also writes a line for each request into a file: {@code PUT /bucket/key 3251}. */
    public FaultProxy(URI backend, Optional<Path> log) throws IOException {
        this.backend = backend;
        this.log = log;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    /** Where the proxy is. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    FaultProxy doing(Behaviour other) {
        behaviour = other;
        return this;
    }

    /** From now on each answer with a body ends in the middle of it. */
    void truncating(boolean on) {
        truncating = on;
    }

    synchronized List<Request> seen() {
        return List.copyOf(seen);
    }

    synchronized void forget() {
        seen.clear();
    }

    List<Request> seen(String method) {
        return seen().stream().filter(request -> request.is(method)).toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        Request request = new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                exchange.getRequestHeaders(),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
        remember(request);
        Optional<Answer> answer = behaviour.answer(request, this::forward);
        if (answer.isPresent()) {
            send(exchange, answer.get());
        }
        exchange.close();
    }

    private synchronized void remember(Request request) throws IOException {
        seen.add(request);
        if (log.isPresent()) {
            String line = request.method() + " " + request.target() + " "
                    + request.body().length() + "\n";
            Files.writeString(log.get(), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    private void send(HttpExchange exchange, Answer answer) throws IOException {
        boolean head = exchange.getRequestMethod().equals("HEAD");
        answer.headers().forEach((name, values) -> {
            if (head || !name.equalsIgnoreCase("Content-Length")) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        byte[] body = answer.body().getBytes(StandardCharsets.ISO_8859_1);
        if (head || body.length == 0) {
            exchange.sendResponseHeaders(answer.status(), -1);
            return;
        }
        exchange.sendResponseHeaders(answer.status(), body.length);
        int bytes = truncating ? body.length / 2 : body.length;
        exchange.getResponseBody().write(body, 0, bytes);
        exchange.getResponseBody().flush();
    }

    // by hand: the JDK's clients do not let the Host header pass, and it is part of the signature
    private Answer forward(Request request) throws IOException {
        try (Socket socket = new Socket(backend.getHost(), backend.getPort())) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            StringBuilder head = new StringBuilder(request.method() + " " + request.target() + " HTTP/1.1\r\n");
            request.headers()
                    .forEach((name, values) -> values.forEach(value -> {
                        if (!List.of("connection", "expect").contains(name.toLowerCase(Locale.ROOT))) {
                            head.append(name).append(": ").append(value).append("\r\n");
                        }
                    }));
            out.writeBytes((head + "Connection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            out.writeBytes(request.body().getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().write(out.toByteArray());
            socket.getOutputStream().flush();
            return read(socket.getInputStream());
        }
    }

    private static Answer read(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int c = in.read();
            if (c < 0 || head.size() > HEADER_LIMIT) {
                throw new IOException("no answer: " + head);
            }
            head.write(c);
        }
        String[] lines = head.toString(StandardCharsets.ISO_8859_1).strip().split("\r\n", -1);
        Headers headers = new Headers();
        for (String line : Arrays.asList(lines).subList(1, lines.length)) {
            int colon = line.indexOf(':');
            headers.add(line.substring(0, colon), line.substring(colon + 1).trim());
        }
        byte[] body = in.readAllBytes();
        if ("chunked".equalsIgnoreCase(headers.getFirst("Transfer-Encoding"))) {
            headers.remove("Transfer-Encoding");
            body = unchunked(body);
        }
        headers.remove("Connection");
        headers.remove("Date");
        return new Answer(
                Integer.parseInt(lines[0].split(" ", -1)[1]), headers, new String(body, StandardCharsets.ISO_8859_1));
    }

    private static byte[] unchunked(byte[] chunks) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        String text = new String(chunks, StandardCharsets.ISO_8859_1);
        int at = 0;
        while (true) {
            int end = text.indexOf("\r\n", at);
            int size = Integer.parseInt(text.substring(at, end), 16);
            if (size == 0) {
                return body.toByteArray();
            }
            body.write(chunks, end + 2, size);
            at = end + 2 + size + 2;
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
