/**
 * Sends verified archives to S3, each once, and says what became of each. The only room that may say
 * {@code software.amazon.awssdk}; it takes what the gate let pass and nothing else, and it never creates, deletes or
 * lists anything.
 */
package io.github.lambdabootstrap.s3;
