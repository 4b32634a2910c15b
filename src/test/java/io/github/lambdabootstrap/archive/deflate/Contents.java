package io.github.lambdabootstrap.archive.deflate;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** Contents that are hard in one way each, made by code. */
final class Contents {

    private static final int SEGMENT = DeflateEncoder.SEGMENT;
    private static final int WINDOW = 32768;

    private Contents() {}

    /** All of them by name. */
    static Map<String, byte[]> all() {
        Map<String, byte[]> all = new LinkedHashMap<>();
        for (int size : new int[] {0, 1, 2, 3, 4, 5, 257, 258, 259, 260, 261, 516, 517}) {
            all.put(size + " zeros", new byte[size]);
            all.put(size + " of noise", noise(size));
        }
        for (int period : new int[] {1, 2, 3, 4, 255, WINDOW - 2, WINDOW - 1, WINDOW, WINDOW + 1, WINDOW + 258}) {
            all.put("a period of " + period, periodic(noise(period), 4 * WINDOW));
        }
        for (int more : new int[] {-1, 0, 1, 3, 4}) {
            all.put("a segment of zeros and " + more, new byte[SEGMENT + more]);
            all.put("a segment of noise and " + more, noise(SEGMENT + more));
        }
        all.put("text", text(3 * SEGMENT / 2));
        all.put("frequencies of Fibonacci", fibonacci());
        all.put("two symbols", bits(100_000));
        all.put("noise, zeros, text", joined(noise(200_000), new byte[200_000], text(200_000)));
        all.put("sawtooth", sawtooth(300_000));
        all.put("one match at the largest distance", joined(text(20), noise(WINDOW - 21), text(20)));
        return all;
    }

    static byte[] noise(int size) {
        byte[] noise = new byte[size];
        new Random(size).nextBytes(noise);
        return noise;
    }

    static byte[] periodic(byte[] period, int size) {
        byte[] content = new byte[size];
        for (int i = 0; i < size; i++) {
            content[i] = period[i % period.length];
        }
        return content;
    }

    /** Words of different likelihood. */
    static byte[] text(int size) {
        Random random = new Random(7);
        StringBuilder text = new StringBuilder(size + 16);
        while (text.length() < size) {
            int word = (int) Math.abs(random.nextGaussian() * 300);
            text.append(Integer.toString(word * 2971, 36)).append(word % 9 == 0 ? ".\n" : " ");
        }
        return text.substring(0, size).getBytes(US_ASCII);
    }

    /** Their Huffman tree is as deep as it has leaves, were it not for the limit of the format. No match is possible. */
    private static byte[] fibonacci() {
        byte[] content = new byte[30_000];
        int at = 0;
        int frequency = 1;
        int next = 1;
        for (int symbol = 0; at < content.length; symbol++) {
            int end = Math.min(content.length, at + frequency);
            Arrays.fill(content, at, end, (byte) (symbol * 7));
            at = end;
            int sum = frequency + next;
            frequency = next;
            next = sum;
        }
        Random random = new Random(3);
        for (int i = content.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            byte swapped = content[i];
            content[i] = content[other];
            content[other] = swapped;
        }
        return content;
    }

    private static byte[] bits(int size) {
        byte[] content = noise(size);
        for (int i = 0; i < size; i++) {
            content[i] &= 1;
        }
        return content;
    }

    private static byte[] sawtooth(int size) {
        byte[] content = new byte[size];
        for (int i = 0; i < size; i++) {
            content[i] = (byte) (i % (1 + i / 300 % 259));
        }
        return content;
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }
}
