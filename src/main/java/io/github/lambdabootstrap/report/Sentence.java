package io.github.lambdabootstrap.report;

/** A message as running text: messages end without a full stop, unless they quote one. */
final class Sentence {

    private Sentence() {}

    static String of(String message) {
        String text = message.strip();
        return text.endsWith(".") || text.endsWith("!") || text.endsWith("?") ? text : text + ".";
    }
}
