package io.github.lambdabootstrap.mojo.config;

import io.github.lambdabootstrap.gate.ArchiveRequest;
import io.github.lambdabootstrap.log.VerifyLog;
import io.github.lambdabootstrap.model.Glob;
import java.nio.file.Path;
import java.util.List;

/**
 * What the configuration says of all archives beside what they say of themselves.
 *
 * @param layers zip files and ARNs; may be null
 * @param placeholders patterns on archives whose code comes later; may be null
 */
public record RequestConfig(List<String> layers, List<String> placeholders) {

    private static final String ARN = "arn:";

    /** The requests with it; a pattern that means none of them is told. */
    public List<ArchiveRequest> applied(List<ArchiveRequest> requests, Path base, VerifyLog log) {
        List<String> more = Texts.trimmed(layers).stream()
                .map(layer -> layer.startsWith(ARN)
                        ? layer
                        : base.resolve(layer).normalize().toString())
                .toList();
        List<Glob> later = Texts.trimmed(placeholders).stream().map(Glob::new).toList();
        later.stream()
                .filter(glob -> requests.stream().noneMatch(request -> request.isCalled(glob)))
                .forEach(glob -> log.unused("the placeholder pattern '" + glob + "' matches no archive"));
        return requests.stream()
                .map(request -> request.with(
                        request.expectation().with(more, later.stream().anyMatch(request::isCalled))))
                .toList();
    }
}
