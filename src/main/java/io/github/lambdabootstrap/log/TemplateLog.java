package io.github.lambdabootstrap.log;

import java.nio.file.Path;
import java.util.List;

/** What copying templates does, as events. */
public interface TemplateLog {

    /** A copy says where these functions' archives are. */
    void copied(Path template, Path copy, List<String> functions);

    /** A function or property is in the copy as it was. */
    void left(Path template, int line, String what, String why);

    /** A property names a local file, by this path in the copy. */
    void local(Path template, int line, String what, String path);
}
