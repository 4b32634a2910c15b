package io.github.lambdabootstrap.model;

/** Sizes that Lambda does not take, in bytes. */
public final class LambdaLimits {

    /** The service: "Unzipped size must be smaller than 262144000 bytes", layers counted in. */
    public static final long UNZIPPED = 262_144_000;

    /** Zipped, 50 MB by AWS's documentation; the exact limit is on the encoded request, a little above. */
    public static final long DIRECT_UPLOAD = 52_428_800;

    private LambdaLimits() {}
}
