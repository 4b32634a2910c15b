package io.github.lambdabootstrap.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.lambdabootstrap.archive.EntryFault.Kind;
import io.github.lambdabootstrap.model.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ArchiveIntegrityTest {

    /** 13 bytes, CRC-32 4e53a4ba; 15 bytes when deflated. */
    private static final String TEXT = "Hello, Lambda";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void what_tools_write_has_no_faults(ZipTool tool) throws IOException {
        assertThat(faults(ZipFixture.by(tool)
                        .file("bootstrap", TEXT)
                        .directory("d/")
                        .file("d/empty", "")
                        .stored("")))
                .isEmpty();
    }

    static Stream<Arguments> oddities() {
        UnaryOperator<ZipFixture> none = zip -> zip;
        return Stream.of(
                odd("a comment", zip -> zip.comment("made by hand")),
                odd("bytes before it", zip -> zip.prefix(new byte[100])),
                odd("bytes before it that its offsets count", zip -> zip.countedPrefix(new byte[100])),
                odd("bytes behind it", zip -> zip.trailer(new byte[100])),
                odd("ZIP64", zip -> zip.zip64Entry().zip64()),
                odd(
                        "ZIP64 with bytes before it",
                        zip -> zip.zip64Entry().zip64().prefix(new byte[9])),
                odd("ZIP64 entries alone", ZipFixture::zip64Entry),
                odd("a ZIP64 data descriptor", zip -> zip.descriptor().zip64Entry()),
                odd("a data descriptor", ZipFixture::descriptor),
                odd("a data descriptor without signature", ZipFixture::descriptorWithoutSignature),
                odd(
                        "a stored entry with a data descriptor",
                        zip -> zip.stored(TEXT).descriptor()),
                odd(
                        "other versions and times",
                        zip -> zip.local(header -> {
                            header.versionNeeded = 63;
                            header.time = 1;
                        })),
                odd("a local extra field", zip -> zip.local(header -> header.extra = new byte[] {1, 2, 0, 0})),
                odd(
                        "no data for an empty deflated file",
                        zip -> zip.file("empty", "").data(new byte[0])),
                odd(
                        "an encrypted entry, which is not judged here",
                        zip -> zip.encrypted().data(new byte[30])),
                odd(
                        "another method, which is not judged here",
                        zip -> zip.method(93).data(new byte[30])),
                odd("nothing odd", none));
    }

    private static Arguments odd(String what, UnaryOperator<ZipFixture> change) {
        return arguments(what, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("oddities")
    void what_good_archives_may_have_is_no_fault(String what, UnaryOperator<ZipFixture> change) throws IOException {
        assertThat(faults(change.apply(ZipFixture.zip().file("bootstrap", TEXT)).file("z", "z")))
                .as(what)
                .isEmpty();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault(
                        zip -> zip.both(header -> header.crc32 = 0),
                        "CRC_DIFFERS its content has CRC-32 4e53a4ba, but 00000000 is claimed"),
                fault(
                        zip -> zip.stored("x").both(header -> header.crc32 = 1),
                        "CRC_DIFFERS its content has CRC-32 8cdc1683, but 00000001 is claimed"),
                fault(
                        zip -> zip.central(header -> header.crc32 = 0),
                        "LOCAL_HEADER_DIFFERS its local header has CRC-32 4e53a4ba, 13 bytes in 15,"
                                + " but the central directory has CRC-32 00000000, 13 bytes in 15",
                        "CRC_DIFFERS its content has CRC-32 4e53a4ba, but 00000000 is claimed"),
                fault(
                        zip -> zip.local(header -> header.crc32 = 0),
                        "LOCAL_HEADER_DIFFERS its local header has CRC-32 00000000, 13 bytes in 15,"
                                + " but the central directory has CRC-32 4e53a4ba, 13 bytes in 15"),
                fault(
                        zip -> zip.both(header -> header.uncompressedSize = 12),
                        "SIZE_DIFFERS it has more than the 12 bytes that are claimed"),
                fault(
                        zip -> zip.both(header -> header.uncompressedSize = 14),
                        "SIZE_DIFFERS it has 13 bytes, but 14 are claimed"),
                fault(
                        zip -> zip.stored("abc").both(header -> header.uncompressedSize = 4),
                        "SIZE_DIFFERS it has 3 bytes, but 4 are claimed"),
                fault(
                        zip -> zip.data(Arrays.copyOf(deflated(), 16)),
                        "COMPRESSED_SIZE_DIFFERS its compressed data have 15 bytes, but 16 are claimed"),
                fault(
                        zip -> zip.data(Arrays.copyOf(deflated(), 14)),
                        "DATA_DAMAGED its compressed data are damaged: Unexpected end of ZLIB input stream"),
                fault(
                        zip -> zip.data(new byte[] {6}),
                        "DATA_DAMAGED its compressed data are damaged: invalid block type"),
                fault(
                        zip -> zip.local(header -> header.name = "other".getBytes(StandardCharsets.UTF_8)),
                        "HEADERS_DISPUTED its local header has the name 'other'"),
                fault(
                        zip -> zip.local(header -> header.method = 0),
                        "HEADERS_DISPUTED its local header has compression method 0,"
                                + " but the central directory has 8"),
                fault(
                        zip -> zip.local(header -> header.flags = 1),
                        "HEADERS_DISPUTED only one of its two headers says that it is encrypted"),
                fault(zip -> zip.offset(9999), "LOCAL_HEADER_MISSING there is no local header at 9999"),
                fault(
                        zip -> zip.offset(1L << 40).zip64Entry(),
                        "LOCAL_HEADER_MISSING there is no local header at 1099511627776"),
                fault(
                        zip -> zip.descriptor().inDescriptor(header -> header.crc32 = 1),
                        "DATA_DESCRIPTOR_DIFFERS its data descriptor has CRC-32 00000001, 13 bytes in 15,"
                                + " but the central directory has CRC-32 4e53a4ba, 13 bytes in 15"),
                fault(
                        zip -> zip.both(header -> header.compressedSize = 1 << 20),
                        "OVERLAP its data reach from 39 to 1048615, but the central directory starts at 54"),
                fault(
                        zip -> zip.both(header -> header.uncompressedSize = 0xFFFFFFFFL),
                        "NOT_CHECKED its 4294967295 bytes and those before are more than 262144000,"
                                + " so they were not read"));
    }

    private static Arguments fault(UnaryOperator<ZipFixture> change, String... faults) {
        return arguments(change, List.of(faults));
    }

    private static byte[] deflated() {
        byte[] zip = ZipFixture.zip().file("bootstrap", TEXT).bytes();
        return Arrays.copyOfRange(zip, 39, 54);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("faults")
    void a_fault_tells_what_is_expected_and_what_is_there(UnaryOperator<ZipFixture> change, List<String> faults)
            throws IOException {
        assertThat(faults(change.apply(ZipFixture.zip().file("bootstrap", TEXT))))
                .extracting(fault -> fault.entry() + ": " + fault.kind() + " " + fault.detail())
                .containsExactlyElementsOf(
                        faults.stream().map(fault -> "bootstrap: " + fault).toList());
    }

    @Test
    void entries_that_share_bytes_are_read_once() throws IOException {
        ZipFixture zip = ZipFixture.zip().file("a", TEXT).again("b");

        assertThat(faults(zip))
                .extracting(fault -> fault.entry() + ": " + fault.kind() + " " + fault.detail())
                .containsExactly(
                        "b: HEADERS_DISPUTED its local header has the name 'a'",
                        "b: OVERLAP it starts at 0, inside 'a', which ends at 46");
    }

    @Test
    void every_entry_counts_against_the_limit_of_what_is_read() throws IOException {
        ZipFixture zip = ZipFixture.zip()
                .file("most", "text")
                .both(header -> header.uncompressedSize = LambdaArchive.MOST_CONTENT)
                .file("empty", "")
                .file("more", "x");

        assertThat(faults(zip))
                .extracting(fault -> fault.entry() + ": " + fault.kind())
                .containsExactly("most: SIZE_DIFFERS", "more: NOT_CHECKED");
    }

    @Test
    void a_bomb_is_left_where_its_claim_ends() throws IOException {
        ZipFixture zip = ZipFixture.zip().zeros("bomb", 50_000_000).both(header -> header.uncompressedSize = 1000);
        long[] seen = {0};

        ArchiveIntegrity integrity = check(zip.bytes(), entry -> (buffer, length) -> seen[0] += length);

        assertThat(integrity.faults()).extracting(EntryFault::kind).containsExactly(Kind.SIZE_DIFFERS);
        assertThat(seen[0]).isEqualTo(1000);
    }

    @Test
    void the_digest_is_that_of_the_whole_file_whatever_the_order_of_its_entries() throws IOException {
        byte[] noise = new byte[300_000];
        new Random(1).nextBytes(noise);
        ZipFixture zip = ZipFixture.zip().prefix(new byte[200_000]).trailer(new byte[10]);
        zip.file("noise", noise)
                .file("a", TEXT)
                .again("b")
                .offset(0)
                .file("c", noise)
                .stored(noise);

        assertThat(check(zip.bytes(), EntryScans.NONE).sha256()).isEqualTo(Sha256.of(zip.bytes()));
    }

    @Test
    void a_scan_sees_the_content_of_every_entry() throws IOException {
        byte[] noise = new byte[500_000];
        new Random(1).nextBytes(noise);
        ZipFixture zip = ZipFixture.zip()
                .file("noise", noise)
                .file("text", TEXT)
                .file("stored", "")
                .stored(noise);
        TreeMap<String, ByteArrayOutputStream> seen = new TreeMap<>();

        check(zip.bytes(), entry -> {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            seen.put(entry.name().text(), bytes);
            return (buffer, length) -> bytes.write(buffer, 0, length);
        });

        assertThat(seen).containsOnlyKeys("noise", "text", "stored");
        assertThat(seen.get("noise").toByteArray()).isEqualTo(noise);
        assertThat(seen.get("stored").toByteArray()).isEqualTo(noise);
        assertThat(seen.get("text").toString(StandardCharsets.UTF_8)).isEqualTo(TEXT);
    }

    @Test
    void a_file_that_changes_while_it_is_open_is_noticed() throws IOException {
        Path path = ZipFixture.zip().file("bootstrap", TEXT).write(folder.resolve("a.zip"));
        FileTime before = Files.getLastModifiedTime(path);

        try (LambdaArchive archive = (LambdaArchive) LambdaArchive.open(path)) {
            assertThat(archive.hasChanged()).isFalse();
            Files.setLastModifiedTime(path, FileTime.fromMillis(before.toMillis() + 1));
            assertThat(archive.hasChanged()).isTrue();
            Files.setLastModifiedTime(path, before);
            assertThat(archive.hasChanged()).isFalse();
            Files.delete(path);
            assertThat(archive.hasChanged()).isTrue();
        }
    }

    @Test
    void a_file_that_shrinks_while_it_is_read_has_faults() throws IOException {
        byte[] noise = new byte[500_000];
        new Random(1).nextBytes(noise);
        Path path = ZipFixture.zip().file("bootstrap", noise).write(folder.resolve("a.zip"));

        try (LambdaArchive archive = (LambdaArchive) LambdaArchive.open(path)) {
            Files.write(path, Arrays.copyOf(Files.readAllBytes(path), 100_000));
            assertThat(archive.check(EntryScans.NONE).faults())
                    .extracting(EntryFault::kind)
                    .containsExactly(Kind.DATA_DAMAGED);
            assertThat(archive.hasChanged()).isTrue();
        }
    }

    private List<EntryFault> faults(ZipFixture zip) throws IOException {
        return check(zip.bytes(), EntryScans.NONE).faults();
    }

    private ArchiveIntegrity check(byte[] zip, EntryScans scans) throws IOException {
        Path path = Files.write(folder.resolve("a.zip"), zip);
        try (LambdaArchive archive = (LambdaArchive) LambdaArchive.open(path)) {
            return archive.check(scans);
        }
    }
}
