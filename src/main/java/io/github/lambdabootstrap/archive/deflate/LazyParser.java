package io.github.lambdabootstrap.archive.deflate;

/** Turns bytes into tokens: a match gives way to a literal when the next position has a better one. */
final class LazyParser {

    private static final int DEPTH = 16;
    /** Where there is a match already, another one is less likely to be better. */
    private static final int NEXT_DEPTH = 8;

    /** A match of three bytes farther away takes more bits than three literals. */
    private static final int FAR = 4096;

    private final byte[] bytes;
    private final Tokens tokens;
    private final HashChains chains;

    /** @param bytes with 8 more at the end than are parsed */
    LazyParser(byte[] bytes, Tokens tokens) {
        this.bytes = bytes;
        this.tokens = tokens;
        this.chains = new HashChains(bytes);
    }

    /** Forgets everything; what stands before the position can be referred to. */
    void start(int position, int end) {
        chains.start(position, end);
    }

    /**
     * Adds tokens until there is no more room for them, or the end is reached.
     *
     * @param end the one of {@link #start}
     * @return the position behind the last token
     */
    int parse(int from, int end) {
        int position = from;
        while (tokens.hasRoom(1) && chains.canSearch(position)) {
            int match = chains.longest(position, Symbols.MIN_LENGTH, DEPTH);
            if (isWorthIt(match)) {
                position = takeBest(position, match);
            } else {
                tokens.literal(bytes[position] & 0xFF);
                position++;
            }
        }
        while (tokens.hasRoom(1) && position < end) {
            tokens.literal(bytes[position] & 0xFF);
            position++;
        }
        return position;
    }

    /** Takes the match, or one a little later with literals before it. */
    private int takeBest(int from, int first) {
        int position = from;
        int match = first;
        int length = Match.length(match);
        int known = position + 1;
        while (length < HashChains.ENOUGH && tokens.hasRoom(2) && chains.canSearch(known)) {
            int next = chains.longest(known, length, NEXT_DEPTH);
            known++;
            if (!isBetter(next, match)) {
                break;
            }
            tokens.literal(bytes[position] & 0xFF);
            position++;
            match = next;
            length = Match.length(match);
        }
        tokens.match(match);
        chains.insert(known, position + length);
        return position + length;
    }

    private static boolean isWorthIt(int match) {
        return Match.length(match) > Symbols.MIN_LENGTH || (match != 0 && Match.distance(match) <= FAR);
    }

    /** Whether it saves more than the literal before it takes; a byte is worth four bits, a distance its logarithm. */
    private static boolean isBetter(int next, int match) {
        int bytesMore = Match.length(next) - Match.length(match);
        int bitsLess = Integer.numberOfLeadingZeros(Match.distance(next))
                - Integer.numberOfLeadingZeros(Match.distance(match));
        return next != 0 && 4 * bytesMore + bitsLess > 2;
    }
}
