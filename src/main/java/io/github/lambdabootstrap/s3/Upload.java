package io.github.lambdabootstrap.s3;

import io.github.lambdabootstrap.gate.VerifiedArchive;

/**
 * An archive and the name that it gets.
 *
 * @param name what people call it
 * @param archive the proof that it may go
 * @param key its name in the bucket
 */
public record Upload(String name, VerifiedArchive archive, ObjectKey key) {}
