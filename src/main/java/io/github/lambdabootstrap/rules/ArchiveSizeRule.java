package io.github.lambdabootstrap.rules;

import io.github.lambdabootstrap.archive.LambdaArchive;
import io.github.lambdabootstrap.model.ByteSize;
import io.github.lambdabootstrap.model.LambdaLimits;
import java.util.ArrayList;
import java.util.List;

/** The archive fits into Lambda's limits, unzipped together with its layers, and zipped for a direct upload. */
public final class ArchiveSizeRule implements Rule {

    /** From here on a layer or a release can be one too many. */
    private static final long NEAR = LambdaLimits.UNZIPPED / 100 * 95;

    private static final String SMALLER = "leave out what the function does not need; strip the executable (-s -w)";

    @Override
    public String id() {
        return "archive-size";
    }

    @Override
    public List<Finding> check(ArchiveUnderTest archive) {
        List<Finding> findings = new ArrayList<>();
        long layers = archive.layers().unzippedSize();
        long unzipped = LambdaArchive.sum(archive.archive().unzippedSize(), layers);
        String what = "it has " + unzipped + " bytes unzipped" + (layers == 0 ? "" : ", its layers counted in");
        if (unzipped >= LambdaLimits.UNZIPPED) {
            findings.add(
                    error("", what + "; Lambda says: Unzipped size must be smaller than 262144000 bytes", SMALLER));
        } else if (unzipped >= NEAR) {
            findings.add(warning("", what + ", close to Lambda's limit of " + LambdaLimits.UNZIPPED, SMALLER));
        }
        long zipped = archive.archive().size();
        if (zipped >= LambdaLimits.DIRECT_UPLOAD) {
            findings.add(warning(
                    "",
                    "the zip has " + new ByteSize(zipped) + ", too much for a direct upload (50 MB)",
                    "upload it through S3, as sam package, aws cloudformation package and lambda-bootstrap:upload do"));
        }
        return findings;
    }
}
