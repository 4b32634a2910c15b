package io.github.lambdabootstrap.archive.deflate;

/** The alphabets of RFC 1951, 3.2.5: literals and lengths in one, distances in the other. */
final class Symbols {

    static final int MIN_LENGTH = 3;
    static final int MAX_LENGTH = 258;

    /** The symbol that ends a block. */
    static final int END_OF_BLOCK = 256;

    static final int FIRST_LENGTH = 257;

    /** Literals, the end of block and lengths; two more have fixed codes and no meaning. */
    static final int LITERALS_AND_LENGTHS = 286;

    static final int DISTANCES = 30;

    private static final int LONGEST_LENGTH_SYMBOL = 285;
    private static final byte[] LENGTH_SYMBOL = lengthSymbols();

    private Symbols() {}

    /** The symbol of a match's length. */
    static int ofLength(int length) {
        return FIRST_LENGTH + LENGTH_SYMBOL[length];
    }

    /** The symbol of a match's distance: two for each power of two. */
    static int ofDistance(int distance) {
        int below = distance - 1;
        int log = 31 - Integer.numberOfLeadingZeros(below | 1);
        return below < 2 ? below : 2 * log + (below >>> (log - 1) & 1);
    }

    /** How many bits follow a length's symbol. */
    static int extraBitsOfLength(int symbol) {
        int index = symbol - FIRST_LENGTH;
        return index < 8 || symbol == LONGEST_LENGTH_SYMBOL ? 0 : index / 4 - 1;
    }

    /** The least length of a symbol. */
    static int baseOfLength(int symbol) {
        int index = symbol - FIRST_LENGTH;
        if (symbol == LONGEST_LENGTH_SYMBOL) {
            return MAX_LENGTH;
        }
        return MIN_LENGTH + (index < 8 ? index : (4 + index % 4) << (index / 4 - 1));
    }

    /** How many bits follow a distance's symbol. */
    static int extraBitsOfDistance(int symbol) {
        return symbol < 4 ? 0 : symbol / 2 - 1;
    }

    /** The least distance of a symbol. */
    static int baseOfDistance(int symbol) {
        return 1 + (symbol < 4 ? symbol : (2 + symbol % 2) << (symbol / 2 - 1));
    }

    private static byte[] lengthSymbols() {
        byte[] symbols = new byte[MAX_LENGTH + 1];
        for (int symbol = FIRST_LENGTH; symbol <= LONGEST_LENGTH_SYMBOL; symbol++) {
            for (int extra = 0; extra < 1 << extraBitsOfLength(symbol); extra++) {
                // 258 has a symbol of its own, which comes last
                symbols[Math.min(MAX_LENGTH, baseOfLength(symbol) + extra)] = (byte) (symbol - FIRST_LENGTH);
            }
        }
        return symbols;
    }
}
