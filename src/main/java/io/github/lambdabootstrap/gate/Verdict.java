package io.github.lambdabootstrap.gate;

import io.github.lambdabootstrap.model.ByteSize;
import io.github.lambdabootstrap.model.Sha256;
import io.github.lambdabootstrap.rules.Finding;
import io.github.lambdabootstrap.rules.Severity;
import java.util.List;
import java.util.Optional;

/**
 * What the gate says of one archive.
 *
 * @param request what was asked
 * @param sha256 of the file; empty when it could not be read
 * @param size of the file; zero when it could not be read
 * @param unzippedSize sum of its entries; zero when it could not be read
 * @param entrypoint what Lambda would start; empty when there is nothing
 * @param dispatch what that starts in its turn; empty when it is not a shim that is known
 * @param goVersion the one Go version that made all Go programs which it starts; empty when there are none, or several
 * @param findings the heaviest first, within a weight in the order of the rules; of one rule and weight at most 20, and
 *     then one that says how many more there are
 * @param suppressed findings that the configuration accepts; they do not count. Of one suppression at most 20
 * @param passed whether no finding weighs enough to stop it
 * @param verified the proof for whoever deploys it; empty when it failed; a declared placeholder has one too
 */
public record Verdict(
        ArchiveRequest request,
        Optional<Sha256> sha256,
        ByteSize size,
        ByteSize unzippedSize,
        Optional<EntrypointFacts> entrypoint,
        Optional<DispatchFacts> dispatch,
        Optional<String> goVersion,
        List<Finding> findings,
        List<SuppressedFinding> suppressed,
        boolean passed,
        Optional<VerifiedArchive> verified) {

    public Verdict {
        findings = List.copyOf(findings);
        suppressed = List.copyOf(suppressed);
    }

    public long count(Severity severity) {
        return findings.stream().filter(f -> f.severity() == severity).count();
    }
}
