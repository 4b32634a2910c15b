package io.github.lambdabootstrap.s3;

import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.SafeText;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.FileSystemException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;

/** What it means that no answer of S3 came: no credentials, no region, no way to it, no time. */
record ClientFailure(S3Target target, RuntimeException cause) {

    /** Of Java, when a proxy lets no connection to an HTTPS server pass. */
    private static final String NO_TUNNEL = "Unable to tunnel through proxy";

    private static final String DOCS = "upload.md#what-can-go-wrong";
    private static final String TIME = "upload.md#time";

    UploadFailure failure() {
        if (UploadFailures.inChain(cause, ApiCallTimeoutException.class).isPresent()) {
            return unanswered(tooLong());
        }
        if (UploadFailures.inChain(cause, ApiCallAttemptTimeoutException.class).isPresent()) {
            return unanswered(silence());
        }
        // of a file, it is about a login that is not there
        Optional<IOException> io =
                UploadFailures.inChain(cause, IOException.class).filter(one -> !(one instanceof FileSystemException));
        if (io.isPresent()) {
            return broken(io.get());
        }
        String text = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        if (text.contains("load region")) {
            return ofAll(noRegion()); // the SDK's list of places speaks of profiles as well
        }
        if (text.contains("credentials") || text.contains("profile") || text.contains("token")) {
            return login();
        }
        return ofAll(text.contains("region") ? noRegion() : unknown());
    }

    /** The credentials could not be had. */
    UploadFailure login() {
        Problem problem = target.connection()
                .profile()
                .map(SafeText::of)
                .map(ClientFailure::profile)
                .orElseGet(() -> Problem.environment(
                        "there are no AWS credentials",
                        "log in (aws sso login), name a profile with AWS_PROFILE or lambda.s3.profile, or give the"
                                + " job a role"));
        return ofAll(problem.because(SafeText.of(ChainMessage.reasons(String.valueOf(cause.getMessage()))))
                .docs("upload.md#credentials"));
    }

    private static Problem profile(String name) {
        return Problem.environment(
                "profile '" + name + "' gives no AWS credentials",
                "log in (aws sso login --profile " + name + ") or correct the profile; aws sts get-caller-identity"
                        + " --profile " + name + " shows what it comes to");
    }

    private Problem noRegion() {
        return Problem.input(
                        "no region is known", "set <s3><region>, lambda.s3.region or AWS_REGION to that of the bucket")
                .because("Lambda loads code only from a bucket in the region of the function")
                .docs("upload.md#configuration");
    }

    private UploadFailure broken(IOException io) {
        if (String.valueOf(io.getMessage()).startsWith(NO_TUNNEL)) {
            return NotS3.tunnel(message(io));
        }
        if (io instanceof UnknownHostException) {
            return ofAll(Problem.environment(
                            "the host '" + SafeText.of(io.getMessage()) + "' cannot be found",
                            "check <s3><region>, <s3><endpoint> and the network; some endpoints need"
                                    + " lambda.s3.pathStyle=true")
                    .docs(DOCS));
        }
        if (String.valueOf(io.getMessage()).contains("recognized SSL message")) {
            return ofAll(Problem.environment(
                            "what answers does not speak HTTPS",
                            "correct <s3><endpoint>: its port, or http:// for a server without TLS")
                    .because(message(io))
                    .docs(DOCS));
        }
        if (io instanceof SSLException) {
            return ofAll(Problem.environment(
                            "the connection to S3 cannot be trusted",
                            "give Java the certificate of the proxy or endpoint: -Djavax.net.ssl.trustStore in"
                                    + " MAVEN_OPTS")
                    .because(message(io))
                    .docs(DOCS));
        }
        if (neverConnected(io)) {
            return ofAll(Problem.environment(
                            "no connection to "
                                    + target.connection()
                                            .endpoint()
                                            .map(URI::toString)
                                            .map(SafeText::of)
                                            .orElse("S3")
                                    + " could be made in any of " + ClientBuilder.ATTEMPTS + " attempts",
                            "check the network, the proxy that Java is told of, <s3><region> and <s3><endpoint>")
                    .because(message(io))
                    .docs(TIME));
        }
        return unanswered(Problem.environment(
                        "the connection to S3 broke in each of " + ClientBuilder.ATTEMPTS + " attempts",
                        "check the network and <s3><endpoint>, and run the build again; what is stored by then is not"
                                + " sent again")
                .because(message(io) + duringBody(io))
                .docs(DOCS));
    }

    private static boolean neverConnected(IOException io) {
        boolean late = io instanceof SocketTimeoutException
                && String.valueOf(io.getMessage()).toLowerCase(Locale.ROOT).contains("connect");
        return late || io instanceof ConnectException || io instanceof NoRouteToHostException;
    }

    /** A refusal can be behind it, which came while the body was sent, and which Java does not tell. */
    private static String duringBody(IOException io) {
        String text = String.valueOf(io.getMessage());
        return Stream.of("writing request body", "Broken pipe", "Connection reset")
                        .anyMatch(text::contains)
                ? "; S3 may have refused the upload, so check the permissions as well"
                : "";
    }

    private Problem tooLong() {
        return Problem.environment(
                        "S3 was not done within "
                                + target.connection().timeout().toSeconds() + " s",
                        "look for what slows the network, or raise lambda.s3.timeout, the seconds of one archive")
                .because("an archive that was not confirmed counts as not stored")
                .docs(TIME);
    }

    private static Problem silence() {
        return Problem.environment(
                        "S3 did not answer within " + ObjectReader.SILENCE.toSeconds() + " s in any of "
                                + ClientBuilder.ATTEMPTS + " attempts",
                        "look for what keeps requests or answers from arriving: the network, a proxy, <s3><endpoint>")
                .because("an archive that was not confirmed counts as not stored")
                .docs(TIME);
    }

    private Problem unknown() {
        return Problem.environment("the request to S3 cannot be made", "correct what the message speaks of in <s3>")
                .because(message(cause))
                .docs(DOCS);
    }

    private static String message(Throwable e) {
        return SafeText.of(e.getClass().getSimpleName() + ": " + e.getMessage());
    }

    private static UploadFailure ofAll(Problem problem) {
        return new UploadFailure(problem, Optional.empty(), UploadFailure.Reach.RUN);
    }

    private static UploadFailure unanswered(Problem problem) {
        return new UploadFailure(problem, Optional.empty(), UploadFailure.Reach.UNANSWERED);
    }
}
