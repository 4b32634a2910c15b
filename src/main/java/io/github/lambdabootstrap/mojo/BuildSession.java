package io.github.lambdabootstrap.mojo;

import io.github.lambdabootstrap.model.Workers;
import io.github.lambdabootstrap.s3.UploadSession;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import javax.annotation.PreDestroy;
import javax.inject.Named;
import javax.inject.Singleton;
import org.apache.maven.execution.MavenSession;

/** What the modules and threads of one build share. It keeps nothing of a project. */
@Named
@Singleton
public class BuildSession {

    /** Of requests that wait for an answer, which the number of cores says nothing about. */
    private static final int TRANSFERS = 32;

    private final Workers workers = Workers.onAllCores();
    private final Workers transfers = new Workers(TRANSFERS);

    // weak and by request: a Maven daemon keeps this object over many builds, and -T clones the session
    private final Map<Object, Set<String>> said = new WeakHashMap<>();

    private final Map<Object, Map<String, String>> owners = new WeakHashMap<>();

    private final Map<Object, UploadSession> uploads = new WeakHashMap<>();

    Workers workers() {
        return workers;
    }

    /** For work that waits more than it computes. */
    Workers transfers() {
        return transfers;
    }

    /** What the uploads of this build share. */
    synchronized UploadSession uploads(MavenSession session) {
        return uploads.computeIfAbsent(
                session.getRequest(),
                request -> UploadSession.behind(new MavenProxies(session.getRepositorySession())));
    }

    @PreDestroy
    synchronized void close() {
        uploads.values().forEach(UploadSession::close);
    }

    /** Whether this is the first time in this build that the key is asked for: things said once per build. */
    synchronized boolean first(MavenSession session, String key) {
        return said.computeIfAbsent(session.getRequest(), request -> new HashSet<>())
                .add(key);
    }

    /** Who in this build was the first to ask for the thing: it belongs to one of them. */
    synchronized String owner(MavenSession session, String thing, String who) {
        String first = owners.computeIfAbsent(session.getRequest(), request -> new HashMap<>())
                .putIfAbsent(thing, who);
        return first == null ? who : first;
    }
}
