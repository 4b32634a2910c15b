package io.github.lambdabootstrap.s3;

/** The HTTP status codes on which something is decided, by their names in RFC 9110. */
final class HttpStatus {

    static final int MOVED_PERMANENTLY = 301;
    static final int TEMPORARY_REDIRECT = 307;
    static final int BAD_REQUEST = 400;
    static final int FORBIDDEN = 403;
    static final int NOT_FOUND = 404;
    static final int PROXY_AUTHENTICATION_REQUIRED = 407;
    static final int CONFLICT = 409;
    static final int PRECONDITION_FAILED = 412;
    static final int CONTENT_TOO_LARGE = 413;
    static final int INTERNAL_SERVER_ERROR = 500;
    static final int NOT_IMPLEMENTED = 501;
    static final int NETWORK_AUTHENTICATION_REQUIRED = 511;

    private HttpStatus() {}
}
