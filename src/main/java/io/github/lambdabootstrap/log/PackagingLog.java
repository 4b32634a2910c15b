package io.github.lambdabootstrap.log;

import io.github.lambdabootstrap.model.Architecture;
import io.github.lambdabootstrap.model.ByteSize;
import io.github.lambdabootstrap.model.Sha256;
import java.nio.file.Path;

/** What a build does, as events. Safe to call from several threads; each call is one line or none. */
public interface PackagingLog {

    /** A goal does nothing, and this property is why. */
    void skipped(String goal, String property);

    /** An archive was written. */
    void packaged(String name, Path file, ByteSize size, Architecture architecture, Sha256 sha256);

    /** An archive already holds exactly what it should. */
    void upToDate(String name, Path file);
}
