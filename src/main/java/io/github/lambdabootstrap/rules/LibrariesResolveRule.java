package io.github.lambdabootstrap.rules;

import io.github.lambdabootstrap.problem.SafeText;
import java.util.ArrayList;
import java.util.List;

/** Every shared library that a program needs can be found. */
public final class LibrariesResolveRule implements Rule {

    @Override
    public String id() {
        return "libraries-resolve";
    }

    @Override
    public List<Finding> check(ArchiveUnderTest archive) {
        List<Finding> findings = new ArrayList<>();
        for (Program program : archive.programs()) {
            for (NeededLibrary library : program.libraries()) {
                if (library.source() == NeededLibrary.Source.NOWHERE) {
                    findings.add(absent(archive, library));
                } else if (library.source() == NeededLibrary.Source.UNKNOWN) {
                    findings.add(unknown(archive, library));
                }
            }
        }
        return findings;
    }

    private Finding absent(ArchiveUnderTest archive, NeededLibrary library) {
        return error(
                library.neededBy(),
                what(library) + "which " + archive.expectation().runtime().id()
                        + " does not have and the archive does not ship; Lambda says: error while loading shared"
                        + " libraries, " + LambdaSays.exitStatus(127),
                "put it into lib/ in the zip, or link it statically");
    }

    private Finding unknown(ArchiveUnderTest archive, NeededLibrary library) {
        return warning(
                library.neededBy(),
                what(library) + "which the archive does not ship and "
                        + archive.expectation().runtime().id() + " is not known to have",
                "put it into lib/ in the zip, link it statically, or name the layer that has it (lambda.layers)");
    }

    private static String what(NeededLibrary library) {
        return "'" + SafeText.of(library.neededBy()) + "' needs the library '" + SafeText.of(library.name()) + "', ";
    }
}
