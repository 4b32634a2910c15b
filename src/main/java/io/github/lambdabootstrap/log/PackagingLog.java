package io.github.lambdabootstrap.log;

import io.github.lambdabootstrap.model.Architecture;
import io.github.lambdabootstrap.model.ByteSize;
import io.github.lambdabootstrap.model.FunctionName;
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

    /** A function's own include takes an entry's name from an include of all functions. */
    void ownIncludeWins(FunctionName function, String entry);

    /** All archives of a module are what they should be. */
    void packagedAll(int packaged, int upToDate);

    /** There is no function, and the user has said that this may be. */
    void nothingToPackage(String property);

    /** An archive of an earlier run that the configuration no longer has is gone. */
    void deleted(Path file);

    /** Such an archive stays, because its content is not what the plugin wrote. */
    void leftAlone(Path file);
}
