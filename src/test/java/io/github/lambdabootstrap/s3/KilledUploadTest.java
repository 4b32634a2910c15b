package io.github.lambdabootstrap.s3;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.lambdabootstrap.log.RecordedLines;
import io.github.lambdabootstrap.model.Sha256;
import io.github.lambdabootstrap.model.Workers;
import io.github.lambdabootstrap.report.DeploymentFiles;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Ends uploads as {@code kill -9} does, at many moments, and looks at what they leave behind. */
@Tag("truth")
class KilledUploadTest {

    private static final int ARCHIVES = 40;
    private static final int KILLS = 50;
    private static final int AT_A_TIME = 4;
    private static final int BYTES = 100 * 1024;
    private static final int MOST_DELAY_MILLIS = 12;
    private static final String BUCKET = "killed-uploads";

    @TempDir
    Path folder;

    private ServerProgram server;
    private S3Client admin;
    private Path zips;
    private final Map<String, String> digests = new HashMap<>();

    @BeforeEach
    void set_up() throws IOException {
        server = ServerProgram.versitygw(folder);
        new UploadKit(ServerProgram.ACCOUNT, ServerProgram.SECRET).close(); // the credentials of this JVM
        admin = ClientBuilder.open(UploadKit.target(server.endpoint(), BUCKET).connection(), HttpProxies.NONE);
        admin.createBucket(request -> request.bucket(BUCKET));
        zips = Files.createDirectories(folder.resolve("zips"));
        for (int i = 0; i < ARCHIVES; i++) {
            String name = "f" + i;
            digests.put(
                    name, new ProvenArchives(zips).archive(name, BYTES).sha256().hex());
        }
    }

    @AfterEach
    void tear_down() throws IOException {
        admin.close();
        server.close();
    }

    @Test
    void whenever_an_upload_is_killed_nothing_lies_and_the_next_run_completes_it(TestReporter reporter) {
        long seed = Long.getLong("lambda.test.seed", System.nanoTime());
        reporter.publishEntry("lambda.test.seed", "" + seed);
        List<Integer> rounds = IntStream.range(0, KILLS).boxed().toList();
        List<Integer> checked = new Workers(AT_A_TIME).map(rounds, n -> killedAndCompleted(n, new Random(seed + n)));
        assertThat(checked).isEqualTo(rounds);
    }

    private int killedAndCompleted(int n, Random random) {
        try {
            int told = Math.min(n, ARCHIVES); // the last ones are killed when they write the manifest
            int millis = random.nextInt(MOST_DELAY_MILLIS);
            String prefix = "round" + n;
            killed(prefix, told, millis);
            String round = prefix + ", killed " + millis + " ms after " + told + " archives";
            Map<String, String> objects = objects(prefix);
            assertThat(objects.size()).as(round).isBetween(told, told + KilledUpload.AT_A_TIME);
            assertThat(objects.entrySet()).as(round).isSubsetOf(expected(prefix).entrySet());
            assertThat(manifestIsTrue(prefix, objects)).as(round).isTrue();

            UploadReport next = upload(prefix).run(new RecordedLines());
            assertThat(next.problems()).as(round).isEmpty();
            Map<String, String> completed = objects(prefix);
            assertThat(completed).as(round).isEqualTo(expected(prefix));
            assertThat(Files.exists(manifest(prefix))).as(round).isTrue();
            assertThat(manifestIsTrue(prefix, completed)).as(round).isTrue();
            return n;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private KilledUpload upload(String prefix) {
        return new KilledUpload(zips, reports(prefix), UploadKit.target(server.endpoint(), BUCKET), prefix);
    }

    private Path reports(String prefix) {
        return folder.resolve("reports").resolve(prefix);
    }

    private Path manifest(String prefix) {
        return reports(prefix).resolve(DeploymentFiles.MANIFEST);
    }

    private Map<String, String> expected(String prefix) {
        Map<String, String> objects = new HashMap<>();
        digests.forEach((name, digest) -> objects.put(prefix + "/" + name + "/" + digest + ".zip", digest));
        return objects;
    }

    /** Starts an upload, and kills it some milliseconds after it has told of so many archives, and waits to go on. */
    private void killed(String prefix, int archives, int millis) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "-Daws.accessKeyId=" + ServerProgram.ACCOUNT,
                "-Daws.secretAccessKey=" + ServerProgram.SECRET,
                KilledUpload.class.getName(),
                zips.toString(),
                reports(prefix).toString(),
                server.endpoint().toString(),
                BUCKET,
                prefix);
        Path errors = folder.resolve(prefix + ".errors.txt");
        Process process = builder.redirectError(errors.toFile()).start();
        try (BufferedReader lines = process.inputReader();
                OutputStream goOn = process.getOutputStream()) {
            assertThat(lines.readLine()).as(Files.readString(errors)).isEqualTo("Uploading");
            for (int told = 0; told < archives; ) {
                goOn.write('\n');
                goOn.flush();
                String line = lines.readLine();
                assertThat(line).as(Files.readString(errors)).isNotNull();
                told += line.startsWith("Uploaded ") ? 1 : 0;
            }
            if (archives == ARCHIVES) {
                process.getOutputStream().close(); // the manifest is next
            }
            process.waitFor(millis, TimeUnit.MILLISECONDS);
            process.destroyForcibly(); // before its input is shut, and lets it go on
        } catch (InterruptedException e) {
            throw new IOException(e);
        } finally {
            process.destroyForcibly();
            process.onExit().join();
        }
    }

    /** The digest of each object's bytes, by its key. */
    private Map<String, String> objects(String prefix) {
        List<String> keys =
                admin.listObjectsV2Paginator(request -> request.bucket(BUCKET).prefix(prefix + "/")).contents().stream()
                        .map(S3Object::key)
                        .toList();
        List<String> read = new Workers(4).map(keys, this::digest);
        Map<String, String> objects = new HashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            objects.put(keys.get(i), read.get(i));
        }
        return objects;
    }

    private String digest(String key) {
        byte[] content = admin.getObjectAsBytes(
                        request -> request.bucket(BUCKET).key(key))
                .asByteArray();
        MessageDigest digest = Sha256.digest();
        digest.update(content);
        return Sha256.of(digest).hex();
    }

    /** Whether each object that it names is there with the digest that it tells; none is true as well. */
    private boolean manifestIsTrue(String prefix, Map<String, String> objects) throws IOException {
        if (!Files.exists(manifest(prefix))) {
            return true;
        }
        JsonObject root =
                JsonParser.parseString(Files.readString(manifest(prefix))).getAsJsonObject();
        Map<String, String> told = new HashMap<>();
        for (JsonElement archive : root.getAsJsonArray("archives")) {
            JsonObject line = archive.getAsJsonObject();
            told.put(line.get("key").getAsString(), line.get("sha256").getAsString());
        }
        return told.equals(objects) && told.size() == ARCHIVES;
    }
}
