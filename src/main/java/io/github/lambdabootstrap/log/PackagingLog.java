package io.github.lambdabootstrap.log;

import io.github.lambdabootstrap.model.FunctionName;
import io.github.lambdabootstrap.model.PackagedArchive;
import java.nio.file.Path;

/** What a build does, as events. Safe to call from several threads; each call is one line or none. */
public interface PackagingLog {

    /** A goal does nothing, and this property is why. */
    void skipped(String goal, String property);

    /** An archive was written. */
    void packaged(PackagedArchive archive);

    /** An archive already holds exactly what it should. */
    void upToDate(String name, Path file);

    /** A function's own include takes an entry's name from an include of all functions. */
    void ownIncludeWins(FunctionName function, String entry);

    /** An include of a bundle, or of one of its functions, takes an entry's name from an include of all functions. */
    void bundleIncludeWins(FunctionName bundle, String entry);

    /** All archives of a module are what they should be: this many functions are in new ones, and this many in none. */
    void packagedAll(int packaged, int upToDate);

    /** There is no function, and the user has said that this may be. */
    void nothingToPackage(String property);

    /** An archive of an earlier run that the configuration no longer has is gone. */
    void deleted(Path file);

    /** Such an archive stays, because its content is not what the plugin wrote. */
    void leftAlone(Path file);
}
