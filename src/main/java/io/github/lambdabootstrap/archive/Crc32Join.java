package io.github.lambdabootstrap.archive;

/** The CRC-32 of one content behind another, from those of both: they are remainders of polynomials over two elements. */
final class Crc32Join {

    // the first bit is the coefficient of the lowest power
    private static final int POLYNOMIAL = 0xEDB88320;
    private static final int ONE = 1 << 31;
    private static final int BYTE = ONE >>> 8;

    private Crc32Join() {}

    /** @param secondSize number of bytes of the second content */
    static long of(long first, long second, long secondSize) {
        return Integer.toUnsignedLong(multiply((int) first, power(secondSize))) ^ second;
    }

    /** What a remainder is multiplied with when so many bytes follow. */
    private static int power(long bytes) {
        int result = ONE;
        int square = BYTE;
        for (long left = bytes; left > 0; left >>>= 1) {
            if ((left & 1) != 0) {
                result = multiply(result, square);
            }
            square = multiply(square, square);
        }
        return result;
    }

    private static int multiply(int a, int b) {
        int product = 0;
        int shifted = b;
        for (int left = a; left != 0; left <<= 1) {
            product ^= left < 0 ? shifted : 0;
            shifted = shifted >>> 1 ^ ((shifted & 1) != 0 ? POLYNOMIAL : 0);
        }
        return product;
    }
}
