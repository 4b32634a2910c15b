package io.github.lambdabootstrap.truth;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Chromium without a window, spoken to by its DevTools protocol: no driver is needed. One page at a time. */
final class Browser implements AutoCloseable {

    private static final int PATIENCE = 60;

    private final Process process;
    private final WebSocket socket;
    private final BlockingQueue<JsonObject> messages = new LinkedBlockingQueue<>();
    private final List<JsonObject> events = new ArrayList<>();
    private final String session;
    private int calls;

    private Browser(Process process, String address) {
        this.process = process;
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(address), new Listener())
                .join();
        String target = call("Target.createTarget", object("url", "about:blank"))
                .get("targetId")
                .getAsString();
        JsonObject attach = object("targetId", target);
        attach.addProperty("flatten", true);
        this.session = call("Target.attachToTarget", attach).get("sessionId").getAsString();
        for (String domain : List.of("Page", "Network", "Log", "Runtime", "Audits", "Performance")) {
            call(domain + ".enable", new JsonObject());
        }
    }

    static Browser start() throws IOException, InterruptedException {
        Path profile = Files.createTempDirectory("browser");
        Path log = profile.resolve("log");
        Process process = new ProcessBuilder(
                        "chromium",
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--no-first-run",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Path port = profile.resolve("DevToolsActivePort");
        for (int i = 0; i < PATIENCE * 10 && !(Files.exists(port) && Files.size(port) > 0); i++) {
            if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
                throw new AssertionError("the browser did not start:\n" + Files.readString(log));
            }
        }
        List<String> lines = Files.readAllLines(port);
        return new Browser(process, "ws://127.0.0.1:" + lines.get(0) + lines.get(1));
    }

    /** Opens a page in a window of so many pixels and waits until it is loaded. */
    void open(Path page, int width, String colours) {
        JsonObject size = object("width", width);
        size.addProperty("height", 900);
        size.addProperty("deviceScaleFactor", 1);
        size.addProperty("mobile", width < 600);
        call("Emulation.setDeviceMetricsOverride", size);
        JsonObject scheme = object("name", "prefers-color-scheme");
        scheme.addProperty("value", colours);
        JsonArray features = new JsonArray();
        features.add(scheme);
        JsonObject media = new JsonObject();
        media.add("features", features);
        call("Emulation.setEmulatedMedia", media);
        events.clear();
        call("Page.navigate", object("url", page.toUri().toString()));
        while (events("Page.loadEventFired").isEmpty()) {
            events.add(next());
        }
        evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done, 300)))");
    }

    /** The value of an expression in the page; whatever the page's policy forbids to the page itself. */
    String evaluate(String expression) {
        JsonObject what = object("expression", expression);
        what.addProperty("awaitPromise", true);
        what.addProperty("returnByValue", true);
        JsonObject result = call("Runtime.evaluate", what);
        if (result.has("exceptionDetails")) {
            throw new AssertionError(result.toString());
        }
        JsonObject value = result.getAsJsonObject("result");
        return value.has("value")
                ? value.get("value").getAsString()
                : value.get("type").getAsString();
    }

    /** What has happened since the page was opened, by the event's name. */
    List<JsonObject> events(String method) {
        return events.stream()
                .filter(event -> event.get("method").getAsString().equals(method))
                .map(event -> event.getAsJsonObject("params"))
                .toList();
    }

    /** Everything that the browser or the page complains of. */
    List<JsonObject> complaints() {
        return List.of("Log.entryAdded", "Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Audits.issueAdded")
                .stream()
                .flatMap(method -> events(method).stream())
                .toList();
    }

    /** The addresses that the page asked for, its own first. */
    List<String> requests() {
        return events("Network.requestWillBeSent").stream()
                .map(event -> event.getAsJsonObject("request").get("url").getAsString())
                .toList();
    }

    /** The seconds of CPU time that the thread of the page has worked, for the pages before it, too. */
    double work() {
        for (JsonElement metric :
                call("Performance.getMetrics", new JsonObject()).getAsJsonArray("metrics")) {
            JsonObject fields = metric.getAsJsonObject();
            if (fields.get("name").getAsString().equals("ThreadTime")) {
                return fields.get("value").getAsDouble();
            }
        }
        throw new AssertionError("the browser does not tell its CPU time");
    }

    /** Keeps a picture of the whole page. */
    void picture(Path file) throws IOException {
        JsonObject form = object("format", "png");
        form.addProperty("captureBeyondViewport", true);
        Files.write(
                file,
                Base64.getDecoder()
                        .decode(call("Page.captureScreenshot", form).get("data").getAsString()));
    }

    private JsonObject call(String method, JsonObject params) {
        JsonObject message = object("method", method);
        int id = ++calls;
        message.addProperty("id", id);
        message.add("params", params);
        if (session != null) {
            message.addProperty("sessionId", session);
        }
        socket.sendText(message.toString(), true).join();
        while (true) {
            JsonObject answer = next();
            if (!answer.has("id")) {
                events.add(answer);
            } else if (answer.get("id").getAsInt() == id) {
                if (answer.has("error")) {
                    throw new AssertionError(method + ": " + answer.get("error"));
                }
                return answer.getAsJsonObject("result");
            }
        }
    }

    private JsonObject next() {
        try {
            JsonObject message = messages.poll(PATIENCE, TimeUnit.SECONDS);
            if (message == null) {
                throw new AssertionError("the browser says nothing any more");
            }
            return message;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private static JsonObject object(String key, Object value) {
        JsonObject object = new JsonObject();
        if (value instanceof Number number) {
            object.addProperty(key, number);
        } else {
            object.addProperty(key, value.toString());
        }
        return object;
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** Gathers the pieces of each message. */
    private final class Listener implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                messages.add(JsonParser.parseString(text.toString()).getAsJsonObject());
                text.setLength(0);
            }
            from.request(1);
            return CompletableFuture.completedFuture(null);
        }
    }
}
