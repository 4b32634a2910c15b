package io.github.lambdabootstrap.archive.deflate;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;

/**
 * Compresses a content segment by segment. Each depends on the content alone, not on how others were compressed: any
 * number of encoders can share the segments of a content, and what they make of them, one behind the other, is its
 * DEFLATE stream. An encoder keeps its memory, 1.5 MiB, for the next segment; it serves one thread at a time.
 */
public final class DeflateEncoder {

    /** Number of bytes of each segment but the last. */
    public static final int SEGMENT = 1 << 18;

    // bytes before a segment that its matches may refer to
    private static final int HISTORY = HashChains.MAX_DISTANCE;
    // what is read and written as words may reach beyond the end
    private static final int WORD = Long.BYTES;
    // a stored block takes 5 bytes more than its content; there is none of fewer literals than a chunk of tokens
    private static final int MOST_WRITTEN = SEGMENT + 8 * (SEGMENT / Tokens.CHUNK) + 64;

    private final byte[] input = new byte[HISTORY + SEGMENT + WORD];
    private final byte[] output = new byte[MOST_WRITTEN + WORD];
    private final Tokens tokens = new Tokens();
    private final LazyParser parser = new LazyParser(input, tokens);
    private final BlockSplitter splitter = new BlockSplitter(tokens);
    private final BitWriter bits = new BitWriter(output);
    private final BlockWriter blocks = new BlockWriter(tokens, input, bits);
    private final CRC32 crc = new CRC32();

    /** How many segments a content has; an empty one has one. */
    public static long segments(long size) {
        return Math.max(1, (size + SEGMENT - 1) / SEGMENT);
    }

    /**
     * Compresses one segment.
     *
     * @param content from its start
     * @param size of the whole content
     * @param segment its number, from 0
     * @return number of bytes in {@link #output}
     * @throws EOFException when the content is shorter
     */
    public int encode(InputStream content, long size, long segment) throws IOException {
        long start = segment * SEGMENT;
        int from = (int) Math.min(HISTORY, start);
        int end = from + (int) Math.min(SEGMENT, size - start);
        content.skipNBytes(start - from);
        if (content.readNBytes(input, 0, end) < end) {
            throw new EOFException("it became shorter while it was read");
        }
        crc.reset();
        crc.update(input, from, end - from);
        boolean last = segment == segments(size) - 1;
        encode(from, end, last);
        return bits.size();
    }

    /** The last segment as it stands in the DEFLATE stream, until the next is encoded. */
    public byte[] output() {
        return output;
    }

    /** CRC-32 of the last segment's content. */
    public long crc() {
        return crc.getValue();
    }

    private void encode(int from, int end, boolean last) {
        bits.reset();
        parser.start(from, end);
        int position = from;
        do {
            tokens.start(position);
            position = parser.parse(position, end);
            writeBlocks(last && position == end);
        } while (position < end);
        if (last) {
            bits.align();
        } else {
            blocks.sync();
        }
    }

    private void writeBlocks(boolean last) {
        int chunks = tokens.chunks();
        splitter.split();
        int chunk = 0;
        do {
            int next = splitter.end(chunk);
            blocks.write(chunk, next, last && next == chunks);
            chunk = next;
        } while (chunk < chunks);
    }
}
