package io.github.lambdabootstrap.rules;

import io.github.lambdabootstrap.archive.ArchiveEntry;
import io.github.lambdabootstrap.problem.SafeText;
import java.util.stream.Stream;

/** No entry needs a password. */
public final class EntryEncryptedRule implements LongList {

    @Override
    public String id() {
        return "entry-encrypted";
    }

    @Override
    public Stream<Finding> findings(ArchiveUnderTest archive) {
        return archive.archive().entries().stream()
                .filter(ArchiveEntry::isEncrypted)
                .map(entry -> entry.name().text())
                .map(name -> error(
                        name,
                        "entry '" + SafeText.of(name) + "' is encrypted, and Lambda cannot ask for a password",
                        "zip without a password; keep secrets in AWS Secrets Manager or encrypted variables"));
    }
}
