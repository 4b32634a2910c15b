package io.github.lambdabootstrap.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.s3.S3Client;

@Timeout(60)
class UploadSessionTest {

    private static final S3Connection CONNECTION =
            UploadKit.target(URI.create("http://127.0.0.1:1"), "nobody").connection();

    private final CountDownLatch go = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicInteger made = new AtomicInteger();
    private final AtomicReference<ClassLoader> loader = new AtomicReference<>();

    @Test
    void the_client_is_made_while_the_build_goes_on_and_only_once() {
        try (UploadSession session = new UploadSession(this::slowly)) {
            session.prepare(CONNECTION);
            session.prepare(CONNECTION);
            go.countDown(); // not reached by who waits for the client before
            assertThat(session.client(CONNECTION)).isSameAs(session.client(CONNECTION));
        }
        assertThat(made).hasValue(1);
    }

    @Test
    void no_client_is_made_before_one_is_asked_for() {
        new UploadSession(this::slowly).close();
        assertThat(made).hasValue(0);
    }

    @Test
    void it_is_made_with_the_class_loader_of_the_caller() {
        Thread me = Thread.currentThread();
        ClassLoader before = me.getContextClassLoader();
        try (UploadSession session = new UploadSession(this::slowly)) {
            ClassLoader mine = new ClassLoader(before) {};
            me.setContextClassLoader(mine);
            go.countDown();
            session.client(CONNECTION);
            assertThat(loader).hasValue(mine);
        } finally {
            me.setContextClassLoader(before);
        }
    }

    @Test
    void why_there_can_be_no_client_is_told_to_each_who_needs_it() {
        SdkClientException why = SdkClientException.create("no region");
        try (UploadSession session = new UploadSession(connection -> {
            throw why;
        })) {
            session.prepare(CONNECTION);
            assertThatThrownBy(() -> session.client(CONNECTION)).isSameAs(why);
            assertThatThrownBy(() -> session.client(CONNECTION)).isSameAs(why);
        }
    }

    @Test
    void a_client_that_comes_after_the_end_of_the_build_is_closed() throws InterruptedException {
        try (UploadSession session = new UploadSession(this::slowly)) {
            session.prepare(CONNECTION);
        }
        assertThat(closed.getCount()).isEqualTo(1);
        go.countDown();
        assertThat(closed.await(30, TimeUnit.SECONDS)).isTrue();
    }

    private S3Client slowly(S3Connection connection) {
        made.incrementAndGet();
        loader.set(Thread.currentThread().getContextClassLoader());
        try {
            go.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return new S3Client() {
            @Override
            public String serviceName() {
                return "s3";
            }

            @Override
            public void close() {
                closed.countDown();
            }
        };
    }
}
