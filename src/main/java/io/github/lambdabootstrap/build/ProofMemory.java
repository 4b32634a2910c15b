package io.github.lambdabootstrap.build;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.google.gson.reflect.TypeToken;
import io.github.lambdabootstrap.model.AtomicFile;
import io.github.lambdabootstrap.model.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers which executables were proven in an earlier build, so that a build that changes nothing reads none. A file
 * counts as the same while its size and its time are. Safe for several threads.
 */
final class ProofMemory {

    private static final Gson GSON = new Gson();

    private final Path file;
    private final Map<String, Proof> earlier;
    private final Map<String, Proof> now = new ConcurrentHashMap<>();

    private record Proof(long size, String modified, String goPackage, String sha256) {}

    /** The memory kept in a file; without one, or with a damaged one, nothing was proven. */
    ProofMemory(Path file) {
        this.file = file;
        this.earlier = read(file);
    }

    /** The digest of an executable that was proven to be this package's. */
    Optional<Sha256> recall(OutputStamp stamp, String goPackage) {
        Proof proof = earlier.get(stamp.file().toString());
        if (proof == null || !proof.equals(proof(stamp, goPackage, proof.sha256()))) {
            return Optional.empty();
        }
        return Optional.of(new Sha256(proof.sha256()));
    }

    void remember(OutputStamp stamp, String goPackage, Sha256 sha256) {
        now.put(stamp.file().toString(), proof(stamp, goPackage, sha256.hex()));
    }

    /** Keeps what is known for the next build, of other executions of the goal too. */
    void save() throws IOException {
        Map<String, Proof> all = new TreeMap<>(earlier);
        all.putAll(now);
        all.keySet().removeIf(path -> !Files.exists(Path.of(path)));
        new AtomicFile(file).writeIfChanged(GSON.toJson(all));
    }

    private static Proof proof(OutputStamp stamp, String goPackage, String sha256) {
        return new Proof(stamp.size(), stamp.modified().toString(), goPackage, sha256);
    }

    private static Map<String, Proof> read(Path file) {
        try {
            Map<String, Proof> proofs =
                    GSON.fromJson(Files.readString(file), new TypeToken<Map<String, Proof>>() {}.getType());
            return proofs == null ? Map.of() : proofs;
        } catch (IOException | JsonParseException e) {
            return Map.of();
        }
    }
}
