package io.github.lambdabootstrap.elf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentScanTest {

    private static final int BUFFER = (1 << 16) + 64;
    private static final int SIZE = 3 * BUFFER;
    private static final byte[] MAGIC = "\u00ff Go buildinf:".getBytes(StandardCharsets.ISO_8859_1);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, BUFFER - 64, BUFFER - 20, BUFFER - 19, BUFFER - 1, BUFFER, 2 * BUFFER - 70, SIZE - 20})
    void the_runtime_apis_path_is_found_wherever_it_is(int at) throws IOException {
        assertThat(scan("/runtime/invocation/", at).namesRuntimeApi()).isTrue();
    }

    @Test
    void a_path_that_only_begins_alike_is_another() throws IOException {
        assertThat(scan("/runtime/invocation", SIZE - 19).namesRuntimeApi()).isFalse();
        assertThat(scan("/runtime/invocatioN/", 1000).namesRuntimeApi()).isFalse();
        assertThat(scan("Xruntime/invocation/", 1000).namesRuntimeApi()).isFalse();
    }

    @Test
    void a_path_after_its_own_beginning_is_found() throws IOException {
        assertThat(scan("/runtime/invoc/runtime/invocation/", 77).namesRuntimeApi())
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void a_toolchain_is_known_by_its_mark(Toolchain maker) throws IOException {
        assertThat(scan(maker.mark(), SIZE - maker.mark().length()).toolchain()).contains(maker);
        assertThat(scan(maker.mark(), BUFFER - 5).toolchain()).contains(maker);
        assertThat(scan(maker.mark().substring(1), 1000).toolchain()).isEmpty();
    }

    @Test
    void an_image_with_a_library_of_another_maker_is_an_image() throws IOException {
        assertThat(scan(Toolchain.RUST.mark() + " ".repeat(BUFFER) + Toolchain.GRAALVM.mark(), 7)
                        .toolchain())
                .contains(Toolchain.GRAALVM);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1020, SIZE - 64, SIZE - 4})
    void the_packers_mark_counts_at_the_start_and_the_end(int at) throws IOException {
        assertThat(scan("UPX!", at).packed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1021, BUFFER, SIZE - 65})
    void the_packers_mark_elsewhere_is_just_text(int at) throws IOException {
        assertThat(scan("UPX!", at).packed()).isFalse();
    }

    @Test
    void a_file_shorter_than_the_marks_places_can_be_packed() throws IOException {
        assertThat(ContentScan.of(new BytesSource("UPX!".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(new ContentFacts(false, true, Optional.empty(), List.of()));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 16, BUFFER - 80, BUFFER - 64, BUFFER - 48, BUFFER - 16, BUFFER, SIZE - 32})
    void build_info_is_found_at_every_aligned_place_once(int at) throws IOException {
        assertThat(scan(new String(MAGIC, StandardCharsets.ISO_8859_1), at).buildInfoOffsets())
                .containsExactly((long) at);
    }

    @Test
    void build_info_elsewhere_or_cut_off_is_none() throws IOException {
        assertThat(scan(new String(MAGIC, StandardCharsets.ISO_8859_1), 8).buildInfoOffsets())
                .isEmpty();
        assertThat(ContentScan.of(new BytesSource(java.util.Arrays.copyOf(MAGIC, 13)))
                        .buildInfoOffsets())
                .isEmpty();
        assertThat(ContentScan.of(new BytesSource(MAGIC)).buildInfoOffsets()).containsExactly(0L);
    }

    @Test
    void a_file_full_of_build_info_is_noted_no_further_than_64_times() throws IOException {
        byte[] bytes = new byte[SIZE];
        for (int at = 0; at < SIZE; at += 16) {
            System.arraycopy(MAGIC, 0, bytes, at, MAGIC.length);
        }
        assertThat(ContentScan.of(new BytesSource(bytes)).buildInfoOffsets())
                .containsExactlyElementsOf(
                        LongStream.range(0, 64).mapToObj(i -> 16 * i).toList());
    }

    @Test
    void the_facts_so_far_can_be_asked_for_at_any_time() {
        ContentScan scan = new ContentScan();
        scan.accept(MAGIC, MAGIC.length);
        assertThat(scan.facts()).isEqualTo(scan.facts());
        scan.accept(new byte[2], 2);
        scan.accept(MAGIC, MAGIC.length);
        assertThat(scan.facts()).isEqualTo(new ContentFacts(false, false, Optional.empty(), List.of(0L, 16L)));
    }

    @Test
    void only_the_given_length_of_a_buffer_counts() {
        ContentScan scan = new ContentScan();
        byte[] path = ContentFacts.RUNTIME_API_PATH.getBytes(StandardCharsets.UTF_8);
        scan.accept(path, path.length - 1);
        assertThat(scan.facts().namesRuntimeApi()).isFalse();
        scan.accept(new byte[] {'/'}, 1);
        assertThat(scan.facts().namesRuntimeApi()).isTrue();
    }

    private static ContentFacts scan(String text, int at) throws IOException {
        byte[] bytes = new byte[SIZE];
        byte[] content = text.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(content, 0, bytes, at, content.length);
        return ContentScan.of(new BytesSource(bytes));
    }
}
