package io.github.lambdabootstrap.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Each record of APPNOTE 4.3, byte for byte. */
class ZipRecordsTest {

    private static final String LOCAL = "504b0304 1400 0908 0800 2110 5b5a 78563412 0a000000 0c000000 0100 0400";
    private static final String CENTRAL = "504b0102 1e03 1400 0908 0800 2110 5b5a 78563412 0a000000 0c000000"
            + "0100 0400 0300 0000 0000 0000ed81 40000000";

    @Test
    void a_local_file_header() throws IOException {
        ByteWindow window = window(LOCAL + "61 feca0000");

        assertThat(LocalFileHeader.read(window, 0))
                .contains(new LocalFileHeader(0x0809, 8, 0x12345678L, 10, 12, "a", 35));
    }

    @Test
    void a_local_file_header_with_zip64_sizes() throws IOException {
        ByteWindow window = window("504b0304 2d00 0000 0000 0000 0000 78563412 ffffffff ffffffff 0100 1800"
                + "61 feca0000 0100 1000 0c00000001000000 0a00000002000000");

        assertThat(LocalFileHeader.read(window, 0))
                .contains(new LocalFileHeader(0, 0, 0x12345678L, 0x20000000AL, 0x10000000CL, "a", 55));
    }

    @Test
    void a_central_directory_file_header() throws IOException {
        ByteWindow window = window(CENTRAL + "61 feca0000 313233");

        assertThat(CentralDirectoryFileHeader.read(window, 0))
                .contains(new CentralDirectoryFileHeader.Placed(
                        new CentralDirectoryFileHeader(
                                0x031e, 0x0809, 8, 0x5a5b1021, 0x12345678L, 10, 12, 0x81ed0000, 64, "a"),
                        54));
    }

    @Test
    void a_central_directory_file_header_with_a_zip64_offset_alone() throws IOException {
        ByteWindow window = window("504b0102 1e03 1400 0000 0000 0000 0000 00000000 00000000 00000000"
                + "0100 0c00 0000 0000 0000 00000000 ffffffff 61 0100 0800 0500000001000000");

        assertThat(CentralDirectoryFileHeader.read(window, 0))
                .map(placed -> placed.header().localHeaderOffset())
                .contains(0x100000005L);
    }

    @Test
    void a_size_of_four_bytes_that_is_full_stands_for_itself_without_zip64() throws IOException {
        ByteWindow window = window(LOCAL.replace("0c000000", "ffffffff") + "61 feca0000");

        assertThat(LocalFileHeader.read(window, 0))
                .map(LocalFileHeader::uncompressedSize)
                .contains(0xFFFFFFFFL);
    }

    @Test
    void a_header_that_is_cut_anywhere_is_none() throws IOException {
        byte[] local = hex(LOCAL + "61");
        byte[] central = hex(CENTRAL + "61");

        for (int length = 0; length < local.length; length++) {
            assertThat(LocalFileHeader.read(window(Arrays.copyOf(local, length)), 0))
                    .isEmpty();
        }
        for (int length = 0; length < central.length; length++) {
            assertThat(CentralDirectoryFileHeader.read(window(Arrays.copyOf(central, length)), 0))
                    .isEmpty();
        }
    }

    @Test
    void an_extra_field_that_lies_about_its_length_is_read_as_far_as_it_goes() throws IOException {
        ByteWindow window = window(LOCAL + "61 01 00 ff ff");

        assertThat(LocalFileHeader.read(window, 0))
                .map(LocalFileHeader::compressedSize)
                .contains(10L);
    }

    @Test
    void a_data_descriptor_has_four_forms() {
        DataDescriptor descriptor = new DataDescriptor(0x12345678L, 10, 12);

        assertThat(DataDescriptor.readings(buffer("504b0708 78563412 0a000000 0c000000")))
                .contains(descriptor);
        assertThat(DataDescriptor.readings(buffer("78563412 0a000000 0c000000")))
                .contains(descriptor);
        assertThat(DataDescriptor.readings(buffer("504b0708 78563412 0a00000000000000 0c00000000000000")))
                .contains(descriptor);
        assertThat(DataDescriptor.readings(buffer("78563412 0a00000000000000 0c00000000000000")))
                .contains(descriptor);
        assertThat(DataDescriptor.readings(buffer("504b0708 7856"))).isEmpty();
    }

    @Test
    void an_end_of_central_directory_record() {
        byte[] bytes = hex("00 504b0506 0000 0000 0200 0200 5c000000 40000000 0300 616263");

        assertThat(EndOfCentralDirectoryRecord.read(bytes, 1))
                .contains(new EndOfCentralDirectoryRecord(0, 2, 92, 64, "abc"));
        assertThat(EndOfCentralDirectoryRecord.read(bytes, 0)).isEmpty();
        assertThat(EndOfCentralDirectoryRecord.read(Arrays.copyOf(bytes, bytes.length - 1), 1))
                .isEmpty();
    }

    @Test
    void the_zip64_end_records() throws IOException {
        ByteWindow window = window("504b0606 2c00000000000000 2d00 2d00 00000000 00000000 0300000000000000"
                + "0300000000000000 5c00000001000000 4000000002000000"
                + "504b0607 00000000 0100000000000000 01000000");

        assertThat(Zip64EndOfCentralDirectoryRecord.read(window, 0))
                .contains(new Zip64EndOfCentralDirectoryRecord(3, 0x10000005CL, 0x200000040L));
        assertThat(Zip64EndOfCentralDirectoryLocator.read(window, 76))
                .contains(new Zip64EndOfCentralDirectoryLocator(1));
        assertThat(Zip64EndOfCentralDirectoryRecord.read(window, -1)).isEmpty();
        assertThat(Zip64EndOfCentralDirectoryRecord.read(window, Long.MAX_VALUE))
                .isEmpty();
    }

    private static ByteWindow window(String hex) {
        return window(hex(hex));
    }

    private static ByteWindow window(byte[] bytes) {
        return new ByteWindow((position, into) -> {
            int count = (int) Math.max(0, Math.min(into.length, bytes.length - position));
            System.arraycopy(bytes, (int) Math.min(position, bytes.length), into, 0, count);
            return count;
        });
    }

    private static ByteBuffer buffer(String hex) {
        return ByteBuffer.wrap(hex(hex)).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] hex(String hex) {
        return new LittleEndian().hex(hex).toBytes();
    }
}
