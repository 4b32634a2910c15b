package io.github.lambdabootstrap.mojo;

import io.github.lambdabootstrap.model.Workers;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import javax.inject.Named;
import javax.inject.Singleton;
import org.apache.maven.execution.MavenSession;

/** What the modules and threads of one build share. It keeps nothing of a project. */
@Named
@Singleton
public class BuildSession {

    private final Workers workers = Workers.onAllCores();

    // weak and by request: a Maven daemon keeps this object over many builds, and -T clones the session
    private final Map<Object, Set<String>> said = new WeakHashMap<>();

    Workers workers() {
        return workers;
    }

    /** Whether this is the first time in this build that the key is asked for: things said once per build. */
    synchronized boolean first(MavenSession session, String key) {
        return said.computeIfAbsent(session.getRequest(), request -> new HashSet<>())
                .add(key);
    }
}
