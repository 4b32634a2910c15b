package io.github.lambdabootstrap.s3;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A bucket of its own for an integration test, behind a proxy that writes {@code requests.log} into its folder. */
public final class S3ForBuilds {

    private final FaultProxy proxy;

    private S3ForBuilds(FaultProxy proxy) {
        this.proxy = proxy;
    }

    /** Starts it, for as long as this JVM runs, and tells the build by its {@code test.properties}. */
    public static S3ForBuilds start(File basedir) throws IOException {
        Path folder = basedir.toPath();
        FaultProxy proxy = new FaultProxy(S3Server.endpoint(), Optional.of(folder.resolve("requests.log")));
        String bucket = S3Server.bucket();
        Files.writeString(
                folder.resolve("test.properties"),
                String.join(
                        "\n",
                        "it.bucket=" + bucket,
                        "lambda.s3.bucket=" + bucket,
                        "lambda.s3.endpoint=" + proxy.endpoint(),
                        "lambda.s3.pathStyle=true",
                        "lambda.s3.region=us-east-1",
                        ""));
        return new S3ForBuilds(proxy);
    }

    /** Refuses to store objects whose path matches. */
    public void denying(String path) {
        proxy.doing((request, backend) -> Optional.of(
                request.is("PUT") && request.target().matches(".*" + path + ".*")
                        ? FaultProxy.Answer.refusal(403, "AccessDenied", "Access Denied")
                        : backend.ask(request)));
    }
}
