package io.github.lambdabootstrap.archive.deflate;

/** Writes tokens as the kind of block that takes the fewest bits (RFC 1951, 3.2.3). */
final class BlockWriter {

    private static final int STORED = 0;
    private static final int FIXED = 1;
    private static final int DYNAMIC = 2;

    private static final int HEADER_BITS = 3;
    private static final int MAX_STORED = 65535;
    private static final int MAX_BITS = 15;

    private final Tokens tokens;
    private final byte[] bytes;
    private final BitWriter out;
    private final HuffmanCode literalCode = new HuffmanCode(Symbols.LITERALS_AND_LENGTHS, MAX_BITS);
    private final HuffmanCode distanceCode = new HuffmanCode(Symbols.DISTANCES, MAX_BITS);
    private final CodeLengths codeLengths = new CodeLengths();
    private final FixedCodes fixed = new FixedCodes();
    private final CodedSymbols coded = new CodedSymbols();
    private final int[] frequencies = new int[Tokens.COUNTERS];

    /** @param bytes what the tokens stand for, at their positions */
    BlockWriter(Tokens tokens, byte[] bytes, BitWriter out) {
        this.tokens = tokens;
        this.bytes = bytes;
        this.out = out;
    }

    /**
     * Writes a block of some chunks of tokens.
     *
     * @param last whether no other block follows
     */
    void write(int fromChunk, int toChunk, boolean last) {
        tokens.frequencies(fromChunk, toChunk, frequencies);
        frequencies[Symbols.END_OF_BLOCK]++;
        literalCode.build(frequencies, 0);
        distanceCode.build(frequencies, Tokens.DISTANCES_AT);
        codeLengths.set(literalCode, distanceCode);
        long dynamicBits = codeLengths.bits() + bits(literalCode, distanceCode);
        long fixedBits = bits(fixed.literals(), fixed.distances());
        int position = tokens.position(fromChunk);
        int length = tokens.position(toChunk) - position;
        if (storedBits(length) < Math.min(dynamicBits, fixedBits)) {
            store(position, length, last);
            return;
        }
        if (dynamicBits < fixedBits) {
            header(DYNAMIC, last);
            codeLengths.write(out);
            coded.set(literalCode, distanceCode);
        } else {
            header(FIXED, last);
            coded.set(fixed.literals(), fixed.distances());
        }
        coded.write(tokens, fromChunk, toChunk, out);
    }

    /** Fills the last byte by an empty block, so that another segment can follow. */
    void sync() {
        if (out.unaligned() > 0) {
            store(0, 0, false);
        }
    }

    private void header(int kind, boolean last) {
        out.write(kind << 1 | (last ? 1 : 0), HEADER_BITS);
    }

    private long bits(HuffmanCode literals, HuffmanCode distances) {
        long bits = 0;
        for (int symbol = 0; symbol < Symbols.LITERALS_AND_LENGTHS; symbol++) {
            int extra = symbol < Symbols.FIRST_LENGTH ? 0 : Symbols.extraBitsOfLength(symbol);
            bits += (long) frequencies[symbol] * (literals.lengths[symbol] + extra);
        }
        for (int symbol = 0; symbol < Symbols.DISTANCES; symbol++) {
            bits += (long) frequencies[Tokens.DISTANCES_AT + symbol]
                    * (distances.lengths[symbol] + Symbols.extraBitsOfDistance(symbol));
        }
        return bits;
    }

    /** Without the header of the first block. */
    private long storedBits(int length) {
        int blocks = Math.max(1, (length + MAX_STORED - 1) / MAX_STORED);
        int padding = -(out.unaligned() + HEADER_BITS) & 7;
        return padding + 8L * (length + 4 * blocks + blocks - 1);
    }

    private void store(int position, int length, boolean last) {
        int stored = 0;
        do {
            int part = Math.min(MAX_STORED, length - stored);
            header(STORED, last && stored + part == length);
            out.align();
            out.write(part, 16);
            out.write(~part & 0xFFFF, 16);
            out.write(bytes, position + stored, part);
            stored += part;
        } while (stored < length);
    }
}
