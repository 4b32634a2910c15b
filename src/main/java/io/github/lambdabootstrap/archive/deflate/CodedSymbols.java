package io.github.lambdabootstrap.archive.deflate;

/** The codes of one block, as tables of what is to be written for each literal, length and distance. */
final class CodedSymbols {

    private static final int LITERAL_LIMIT = 256;
    // of an entry: the value below, its bits above
    private static final int BITS_SHIFT = 24;
    private static final int VALUE_MASK = (1 << BITS_SHIFT) - 1;

    private final int[] literals = new int[LITERAL_LIMIT];
    private final int[] lengths = new int[Symbols.MAX_LENGTH + 1];
    private final int[] distances = new int[Symbols.DISTANCES];
    private final int[] distanceBases = new int[Symbols.DISTANCES];
    private final int[] distanceBits = new int[Symbols.DISTANCES];
    private int end;

    CodedSymbols() {
        for (int symbol = 0; symbol < Symbols.DISTANCES; symbol++) {
            distanceBases[symbol] = Symbols.baseOfDistance(symbol);
        }
    }

    void set(HuffmanCode literalCode, HuffmanCode distanceCode) {
        for (int value = 0; value < LITERAL_LIMIT; value++) {
            literals[value] = entry(literalCode, value);
        }
        end = entry(literalCode, Symbols.END_OF_BLOCK);
        for (int length = Symbols.MIN_LENGTH; length <= Symbols.MAX_LENGTH; length++) {
            int symbol = Symbols.ofLength(length);
            int entry = entry(literalCode, symbol);
            int extra = (length - Symbols.baseOfLength(symbol)) << (entry >>> BITS_SHIFT);
            lengths[length] = entry + extra + (Symbols.extraBitsOfLength(symbol) << BITS_SHIFT);
        }
        for (int symbol = 0; symbol < Symbols.DISTANCES; symbol++) {
            distances[symbol] = entry(distanceCode, symbol);
            distanceBits[symbol] = distanceCode.lengths[symbol] + Symbols.extraBitsOfDistance(symbol);
        }
    }

    private static int entry(HuffmanCode code, int symbol) {
        return code.lengths[symbol] << BITS_SHIFT | code.codes[symbol];
    }

    /** Writes some chunks of tokens and the end of their block. */
    void write(Tokens tokens, int fromChunk, int toChunk, BitWriter out) {
        int stop = tokens.first(toChunk);
        for (int index = tokens.first(fromChunk); index < stop; index++) {
            int token = tokens.get(index);
            if (token < LITERAL_LIMIT) {
                int entry = literals[token];
                out.write(entry & VALUE_MASK, entry >>> BITS_SHIFT);
            } else {
                match(token, out);
            }
        }
        out.write(end & VALUE_MASK, end >>> BITS_SHIFT);
    }

    private void match(int match, BitWriter out) {
        int length = lengths[Match.length(match)];
        int distance = Match.distance(match);
        int symbol = Symbols.ofDistance(distance);
        int entry = distances[symbol];
        long second = (entry & VALUE_MASK) | (long) (distance - distanceBases[symbol]) << (entry >>> BITS_SHIFT);
        int lengthBits = length >>> BITS_SHIFT;
        out.write((length & VALUE_MASK) | second << lengthBits, lengthBits + distanceBits[symbol]);
    }
}
