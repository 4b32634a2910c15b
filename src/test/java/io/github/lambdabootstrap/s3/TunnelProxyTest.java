package io.github.lambdabootstrap.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Authenticator;
import java.net.Authenticator.RequestorType;
import java.net.InetAddress;
import java.net.PasswordAuthentication;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a proxy is asked that stands before an HTTPS server, and what is told when it lets nothing pass. */
class TunnelProxyTest extends UploadTestCase {

    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Authenticator before = Authenticator.getDefault();
    private ServerSocket server;
    private volatile String answer = "403 Forbidden";

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        threads.execute(() -> {
            try {
                while (true) {
                    Socket socket = server.accept();
                    threads.execute(() -> refuse(socket));
                }
            } catch (IOException e) {
                // closed, which ends it
            }
        });
    }

    @AfterEach
    void close() throws IOException {
        server.close();
        threads.shutdownNow();
        Authenticator.setDefault(before);
    }

    private void refuse(Socket socket) {
        try (socket) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            StringBuilder head = new StringBuilder();
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                head.append(line).append('\n');
            }
            heads.add(head.toString());
            String text = "HTTP/1.1 " + answer
                    + "\r\nProxy-Authenticate: Basic realm=\"corp\"\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
        } catch (IOException e) {
            // the client has gone away
        }
    }

    private String problem(Optional<HttpProxy.Login> login) throws IOException {
        HttpProxy through = new HttpProxy("127.0.0.1", server.getLocalPort(), login);
        try (UploadKit behind = new UploadKit(there -> Optional.of(through))) {
            return UploadKit.text(behind.upload(
                    UploadKit.target(URI.create("https://s3.corp.invalid"), bucket), archives.upload("orders", KIB)));
        }
    }

    @Test
    void a_proxy_that_lets_nothing_pass_is_told_as_the_proxy() throws IOException {
        assertThat(problem(Optional.empty())).isEqualTo("""
                1 problem in 'shop':
                  a proxy does not let the connection to S3 pass (orders); IOException: Unable to tunnel through proxy. Proxy returns "HTTP/1.1 403 Forbidden"
                    fix: have the proxy allow CONNECT to the host of the bucket, or go around it (nonProxyHosts)      docs/upload.md#proxies""");
        assertThat(heads).isNotEmpty().allMatch(head -> head.startsWith("CONNECT s3.corp.invalid:443 "));
    }

    @Test
    void a_proxy_that_wants_a_login_says_so() throws IOException {
        answer = "407 Proxy Authentication Required";
        assertThat(problem(Optional.empty())).isEqualTo("""
                1 problem in 'shop':
                  a proxy before S3 wants to know who asks, or does not know who asked: 407 (orders)
                    fix: give its user and password, in <proxies> of Maven's settings.xml or as HTTPS_PROXY does      docs/upload.md#proxies""");
    }

    @Test
    void java_is_told_the_login_of_the_proxy_and_of_nobody_else() {
        HttpProxy.Login login = new HttpProxy.Login("me", "secret");
        HttpProxy known = new HttpProxy("proxy.corp", 3128, Optional.of(login));
        Authenticator.setDefault(new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication("earlier", new char[0]);
            }
        });
        ProxyChoice.to(URI.create("https://s3.eu-central-1.amazonaws.com"), there -> Optional.of(known));
        assertThat(System.getProperty("jdk.http.auth.tunneling.disabledSchemes"))
                .isEmpty();
        PasswordAuthentication answer = asked("proxy.corp", 3128, RequestorType.PROXY);
        assertThat(answer.getUserName()).isEqualTo("me");
        assertThat(answer.getPassword()).isEqualTo("secret".toCharArray());
        assertThat(asked("proxy.corp", 3128, RequestorType.SERVER).getUserName())
                .isEqualTo("earlier");
        assertThat(asked("other.corp", 3128, RequestorType.PROXY).getUserName()).isEqualTo("earlier");
        assertThat(asked("proxy.corp", 3129, RequestorType.PROXY).getUserName()).isEqualTo("earlier");
    }

    private static PasswordAuthentication asked(String host, int port, RequestorType who) {
        return Authenticator.getDefault()
                .requestPasswordAuthenticationInstance(host, null, port, "https", "corp", "basic", null, who);
    }
}
