package io.github.lambdabootstrap.archive;

import io.github.lambdabootstrap.model.PackagedArchive;
import io.github.lambdabootstrap.model.Sha256;

/**
 * An archive as it is on disk after a run.
 *
 * @param archive its facts
 * @param fingerprint of the plan that it was written from
 */
public record ArchiveState(PackagedArchive archive, Sha256 fingerprint) {}
