package io.github.lambdabootstrap.truth;

/** What a judge says of an archive; the message is Lambda's, or what the archive printed before it ended. */
record Judgement(Outcome outcome, String message) {}
