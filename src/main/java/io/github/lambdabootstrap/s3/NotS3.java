package io.github.lambdabootstrap.s3;

import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.ProblemException;
import io.github.lambdabootstrap.problem.SafeText;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * What is said by something else than S3: a network's login page, a proxy, a gateway, another service at the endpoint.
 *
 * @param target which was asked
 */
record NotS3(S3Target target) {

    private static final String DOCS = "upload.md#what-can-go-wrong";
    private static final String PROXIES = "upload.md#proxies";

    /** What an answer means that only others give; empty when S3 may have given it. */
    Optional<UploadFailure> behind(S3Answer answer) {
        return switch (answer.status()) {
            case HttpStatus.CONTENT_TOO_LARGE -> Optional.of(UploadFailure.ofOne(tooLarge()));
            case HttpStatus.PROXY_AUTHENTICATION_REQUIRED -> Optional.of(ofAll(proxyLogin()));
            case HttpStatus.NETWORK_AUTHENTICATION_REQUIRED -> Optional.of(ofAll(networkLogin()));
            default -> elsewhere(answer).map(NotS3::ofAll);
        };
    }

    /** An answer that tells of an object, and lacks what S3 tells of each. */
    ProblemException page(SdkHttpResponse answer) {
        return ProblemException.of(stranger("it says " + answer.statusCode() + ", and nothing of an object"));
    }

    private Optional<Problem> elsewhere(S3Answer answer) {
        boolean ofS3 = answer.bucketRegion().isPresent() || answer.code().endsWith("Redirect");
        return answer.header("Location")
                .filter(location -> answer.status() / 100 == 3 && !ofS3)
                .map(location ->
                        stranger("it says " + answer.status() + ", go to " + SafeText.of(withoutDetails(location))));
    }

    /** What follows the host can be a secret of somebody. */
    private static String withoutDetails(String location) {
        try {
            URI uri = new URI(location);
            return uri.getHost() == null ? uri.getRawPath() : uri.getScheme() + "://" + uri.getRawAuthority();
        } catch (URISyntaxException e) {
            return "a place that is no address";
        }
    }

    private Problem stranger(String saying) {
        return Problem.environment(
                        "what answers at "
                                + target.connection()
                                        .endpoint()
                                        .map(URI::toString)
                                        .orElse("the address of S3")
                                + " is not S3",
                        "check <s3><endpoint>; where a network or a proxy answers with a page of its own, log in there"
                                + " or go around it")
                .because(saying)
                .docs(DOCS);
    }

    private static Problem tooLarge() {
        return Problem.environment(
                        "a proxy or gateway before S3 lets no body of this size pass: 413",
                        "raise its limit (nginx: client_max_body_size), or go around it")
                .because("S3 itself takes 5 GB")
                .docs(DOCS);
    }

    /** A proxy has refused the way to an HTTPS server, as Java tells it. */
    static UploadFailure tunnel(String saying) {
        Problem refused = Problem.environment(
                        "a proxy does not let the connection to S3 pass",
                        "have the proxy allow CONNECT to the host of the bucket, or go around it (nonProxyHosts)")
                .because(saying)
                .docs(PROXIES);
        return ofAll(saying.contains(" " + HttpStatus.PROXY_AUTHENTICATION_REQUIRED) ? proxyLogin() : refused);
    }

    private static Problem proxyLogin() {
        return Problem.environment(
                        "a proxy before S3 wants to know who asks, or does not know who asked: 407",
                        "give its user and password, in <proxies> of Maven's settings.xml or as HTTPS_PROXY does")
                .docs(PROXIES);
    }

    private static Problem networkLogin() {
        return Problem.environment(
                        "the network wants a login before it lets anything pass: 511", "log in to the network")
                .docs(DOCS);
    }

    private static UploadFailure ofAll(Problem problem) {
        return new UploadFailure(problem, Optional.empty(), UploadFailure.Reach.RUN);
    }
}
