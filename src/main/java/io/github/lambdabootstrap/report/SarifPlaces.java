package io.github.lambdabootstrap.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.lambdabootstrap.gate.ArchiveRequest;
import io.github.lambdabootstrap.problem.SafeText;
import io.github.lambdabootstrap.rules.Finding;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where a viewer shows a finding. Of a template, that is its line. Nothing inside a zip below {@code target} can be displayed, so it is the line of the
 * pom that the archive comes from, or the zip itself where no pom has to do with it; archive and entry are logical
 * locations.
 */
final class SarifPlaces {

    private static final String BASE_ID = "SRCROOT";

    private final ReportSubject subject;
    private final Map<Path, PomLines> read = new HashMap<>();

    SarifPlaces(ReportSubject subject) {
        this.subject = subject;
    }

    /** What the base id in addresses stands for; its own address is nobody's business (3.14.14). */
    static JsonObject baseIds() {
        JsonObject text = new JsonObject();
        text.addProperty("text", "The root of the repository");
        JsonObject root = new JsonObject();
        root.add("description", text);
        JsonObject ids = new JsonObject();
        ids.add(BASE_ID, root);
        return ids;
    }

    /** The {@code location} (3.28) of an archive's entry; of the archive as a whole when {@code entry} is empty. */
    JsonObject of(ArchiveRequest request, String entry) {
        JsonObject physical = new JsonObject();
        Optional<Path> pom = pom(request);
        physical.add("artifactLocation", artifact(pom.orElse(request.path())));
        pom.ifPresent(file -> {
            JsonObject region = new JsonObject();
            region.addProperty(
                    "startLine", read.computeIfAbsent(file, PomLines::of).lineOf(request.name()));
            physical.add("region", region);
        });
        JsonArray logical = new JsonArray();
        String archive = SafeText.of(subject.shown(request.path()));
        logical.add(logical(SafeText.of(String.valueOf(request.path().getFileName())), archive, "module"));
        if (!entry.isEmpty()) {
            logical.add(logical(SafeText.of(entry), archive + "/" + SafeText.of(entry), "resource"));
        }
        JsonObject location = new JsonObject();
        location.add("physicalLocation", physical);
        location.add("logicalLocations", logical);
        return location;
    }

    /** The {@code location} of a finding in a template; its function is the logical location. */
    JsonObject of(Path template, Finding finding) {
        JsonObject physical = new JsonObject();
        physical.add("artifactLocation", artifact(template));
        JsonObject region = new JsonObject();
        region.addProperty("startLine", finding.line());
        physical.add("region", region);
        JsonObject location = new JsonObject();
        location.add("physicalLocation", physical);
        if (!finding.entry().isEmpty()) {
            JsonArray logical = new JsonArray();
            String function = SafeText.of(finding.entry());
            logical.add(logical(function, SafeText.of(subject.shown(template)) + "/" + function, "resource"));
            location.add("logicalLocations", logical);
        }
        return location;
    }

    /** The pom of the module that the archive lies in. */
    private Optional<Path> pom(ArchiveRequest request) {
        return subject.poms().stream()
                .filter(pom -> request.path().startsWith(pom.getParent()))
                .max(Comparator.comparing(Path::getNameCount))
                .or(() -> subject.poms().stream().findFirst());
    }

    private JsonObject artifact(Path file) {
        JsonObject json = new JsonObject();
        boolean inside = file.normalize().startsWith(subject.root());
        json.addProperty("uri", (inside ? "" : "file://") + address(subject.shown(file)));
        if (inside) {
            json.addProperty("uriBaseId", BASE_ID);
        }
        return json;
    }

    /** A path as the path of a URI (RFC 3986): every byte but unreserved ones and slashes is escaped. */
    private static String address(String path) {
        StringBuilder address = new StringBuilder(path.matches("[A-Za-z]:.*") ? "/" : "");
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = b > ' ' && (Character.isLetterOrDigit(b) || "-._~/".indexOf(b) >= 0);
            address.append(plain ? String.valueOf((char) b) : String.format("%%%02X", b));
        }
        return address.toString();
    }

    private static JsonObject logical(String name, String qualified, String kind) {
        JsonObject json = new JsonObject();
        json.addProperty("name", name);
        json.addProperty("fullyQualifiedName", qualified);
        json.addProperty("kind", kind);
        return json;
    }
}
