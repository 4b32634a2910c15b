package io.github.lambdabootstrap.mojo.config;

import io.github.lambdabootstrap.problem.Problem;
import io.github.lambdabootstrap.problem.Problems;
import io.github.lambdabootstrap.problem.SafeText;
import io.github.lambdabootstrap.s3.KeyPattern;
import io.github.lambdabootstrap.s3.ObjectSettings;
import io.github.lambdabootstrap.s3.S3Connection;
import io.github.lambdabootstrap.s3.S3Target;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * {@code <s3>}: where archives go. Each element can also be given as a property {@code lambda.s3.<element>}; on the
 * command line it wins over the pom, from one pom to many buckets. Credentials are no part of it.
 */
public class S3Config {

    private static final String TIMEOUT = "900";
    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
    private static final Pattern SECONDS = Pattern.compile("[1-9][0-9]{0,5}");

    /** The bucket ({@code lambda.s3.bucket}), in the region of the functions. There is no default. */
    private String bucket;

    /** What all keys begin with ({@code lambda.s3.prefix}), without a slash at its ends; none by default. */
    private String prefix;

    /**
     * How keys are made ({@code lambda.s3.key}), of <code>{prefix}</code>, <code>{name}</code>, <code>{sha256}</code>
     * and <code>{version}</code>; <code>{prefix}/{name}/{sha256}.zip</code> by default. Without
     * <code>{sha256}</code> an object is overwritten when the archive has other bytes.
     */
    private String key;

    /** The bucket's region ({@code lambda.s3.region}); by default that of the AWS SDK: {@code AWS_REGION}, the profile. */
    private String region;

    /** A profile of the AWS configuration files ({@code lambda.s3.profile}); by default the SDK's own chain. */
    private String profile;

    /** Another service that speaks S3 ({@code lambda.s3.endpoint}), as a URL. */
    private String endpoint;

    /** Whether the bucket is named in the path and not in the host ({@code lambda.s3.pathStyle}); false by default. */
    private Boolean pathStyle;

    /** The account that must own the bucket ({@code lambda.s3.expectedBucketOwner}), 12 digits. */
    private String expectedBucketOwner;

    /** The KMS key that encrypts the objects ({@code lambda.s3.kmsKeyId}); it implies {@code aws:kms}. */
    private String kmsKeyId;

    /** The encryption ({@code lambda.s3.sse}): {@code AES256}, {@code aws:kms} or {@code aws:kms:dsse}. */
    private String sse;

    /** The storage class ({@code lambda.s3.storageClass}), one from which Lambda can read at once. */
    private String storageClass;

    /** Tags of each object ({@code lambda.s3.tags}, as {@code team=shop,stage=test}). */
    private Map<String, String> tags;

    /** Metadata of each object ({@code lambda.s3.metadata}, as {@code commit=1f2e3d}). */
    private Map<String, String> metadata;

    /**
     * The most seconds for one archive, with all requests and their repetitions ({@code lambda.s3.timeout}); 900 by
     * default.
     */
    private String timeout;

    /**
     * Where archives go and under which keys.
     *
     * @param target the bucket
     * @param keys the names in it
     */
    public record Spec(S3Target target, KeyPattern keys) {}

    /** What the element and the properties say together; empty when the problems say why not. */
    public Optional<Spec> toSpec(PropertySource properties, Optional<String> version, Problems problems) {
        Overlay overlay = new Overlay(properties, problems);
        KeyPattern keys = new KeyPattern(
                overlay.text("key", key).orElse(KeyPattern.BY_CONTENT),
                overlay.text("prefix", prefix).orElse(""),
                version);
        keys.check(problems);
        S3Connection connection = connection(overlay);
        ObjectSettings settings = settings(overlay);
        return bucket(overlay, problems).map(name -> new Spec(new S3Target(name, connection, settings), keys));
    }

    private Optional<String> bucket(Overlay overlay, Problems problems) {
        int earlier = problems.list().size();
        Optional<String> name = overlay.text("bucket", bucket);
        boolean told = problems.list().size() > earlier;
        if (name.isEmpty() && !told) {
            problems.add(Problem.input(
                            "no bucket is named, so nothing could be uploaded",
                            "name it; lambda.upload.skip=true is the way to bind this goal and not to upload")
                    .at(Overlay.where("bucket"))
                    .docs("upload.md#configuration"));
        }
        return name.filter(
                overlay.valid(
                        "bucket",
                        S3Target::isBucket,
                        "name a bucket as Lambda takes it, without s3:// or a prefix, and no ARN: 3 to 63 of letters, digits, . - _"));
    }

    private S3Connection connection(Overlay overlay) {
        return new S3Connection(
                overlay.text("region", region)
                        .filter(overlay.valid("region", S3Connection::isRegion, "write it as AWS does: eu-central-1")),
                overlay.text("profile", profile),
                overlay.text("endpoint", endpoint)
                        .filter(overlay::namesNobody)
                        .filter(overlay.valid(
                                "endpoint", S3Config::isUrl, "give a URL: https://host:port, without a query"))
                        .map(URI::create),
                overlay.text("pathStyle", pathStyle == null ? null : pathStyle.toString())
                        .filter(overlay.oneOf("pathStyle", List.of("true", "false")))
                        .map(Boolean::valueOf)
                        .orElse(false),
                Duration.ofSeconds(Long.parseLong(overlay.text("timeout", timeout)
                        .filter(overlay.valid("timeout", SECONDS.asMatchPredicate(), "give a number of seconds"))
                        .orElse(TIMEOUT))));
    }

    private ObjectSettings settings(Overlay overlay) {
        Optional<String> kmsKey = overlay.text("kmsKeyId", kmsKeyId);
        return new ObjectSettings(
                overlay.text("expectedBucketOwner", expectedBucketOwner)
                        .filter(overlay.valid(
                                "expectedBucketOwner", ACCOUNT.asMatchPredicate(), "give an account id: 12 digits")),
                overlay.text("sse", sse)
                        .filter(overlay.oneOf("sse", ObjectSettings.ENCRYPTIONS))
                        .filter(name -> kmsKey.isEmpty() || overlay.takesKey(name))
                        .or(() -> kmsKey.map(id -> "aws:kms")),
                kmsKey,
                overlay.text("storageClass", storageClass)
                        .filter(overlay.oneOf("storageClass", ObjectSettings.STORAGE_CLASSES)),
                overlay.map("tags", tags),
                overlay.map("metadata", metadata));
    }

    private static boolean isUrl(String text) {
        try {
            URI uri = new URI(text);
            return uri.getHost() != null
                    && List.of("http", "https").contains(uri.getScheme())
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** An element, unless the command line has its property; else the property as the pom and the system have it. */
    private record Overlay(PropertySource properties, Problems problems) {

        static String where(String element) {
            return "<s3><" + element + "> or lambda.s3." + element;
        }

        /** What is said, if anything; an expression that Maven found no value for is a problem. */
        Optional<String> text(String element, String own) {
            String property = "lambda.s3." + element;
            Optional<String> said = properties
                    .onCommandLine(property)
                    .or(() -> Optional.ofNullable(own).filter(Predicate.not(String::isBlank)))
                    .or(() -> properties.elsewhere(property))
                    .map(String::trim)
                    .filter(Predicate.not(String::isEmpty));
            return said.filter(text -> hasValue(element, text));
        }

        private boolean hasValue(String element, String text) {
            if (text.contains("${")) {
                problems.add(
                        Problem.input("'" + SafeText.of(text) + "' has no value", "set what it names, or leave it out")
                                .at(where(element))
                                .docs("upload.md#configuration"));
                return false;
            }
            return true;
        }

        /** A user and a password in a URL would be in each log; so the problem does not show it either. */
        boolean namesNobody(String url) {
            boolean nobody = !url.contains("@");
            if (!nobody) {
                problems.add(Problem.input(
                                "the endpoint names a user, and credentials are no part of it",
                                "leave out what stands before the @, and put credentials where the AWS SDK looks")
                        .at(where("endpoint"))
                        .docs("upload.md#credentials"));
            }
            return nobody;
        }

        Predicate<String> valid(String element, Predicate<String> valid, String fix) {
            return text -> {
                boolean right = valid.test(text);
                if (!right) {
                    problems.add(Problem.input("'" + SafeText.of(text) + "' is no " + element, fix)
                            .at(where(element))
                            .docs("upload.md#configuration"));
                }
                return right;
            };
        }

        Predicate<String> oneOf(String element, List<String> choices) {
            return valid(element, choices::contains, "choose one of " + String.join(", ", choices));
        }

        /** Whether it encrypts with a key of the user's. */
        boolean takesKey(String encryption) {
            boolean takes = encryption.startsWith("aws:kms");
            if (!takes) {
                problems.add(Problem.input(
                                "'" + SafeText.of(encryption) + "' is no sse with a kmsKeyId",
                                "choose one of aws:kms, aws:kms:dsse, or leave it out")
                        .at(where("sse"))
                        .docs("upload.md#configuration"));
            }
            return takes;
        }

        Map<String, String> map(String element, Map<String, String> own) {
            Map<String, String> values = new TreeMap<>();
            Optional<String> property = text(element, own == null || own.isEmpty() ? null : "own");
            if (own != null && property.equals(Optional.of("own"))) {
                own.forEach((name, value) -> values.put(name, value == null ? "" : value.trim()));
                values.values().removeIf(value -> !hasValue(element, value));
                return values;
            }
            for (String pair : Texts.split(property.orElse(""))) {
                int equals = pair.indexOf('=');
                if (valid(element, text -> equals > 0, "write name=value, separated by commas")
                        .test(pair)) {
                    values.put(
                            pair.substring(0, equals).trim(),
                            pair.substring(equals + 1).trim());
                }
            }
            return values;
        }
    }
}
