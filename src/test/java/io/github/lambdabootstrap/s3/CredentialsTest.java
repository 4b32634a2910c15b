package io.github.lambdabootstrap.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdabootstrap.s3.UploadOutcome.Uploaded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Whose credentials are used, and what is told when there are none. */
class CredentialsTest extends UploadTestCase {

    @BeforeEach
    void write_profiles() throws IOException {
        Path config = folder.resolve("config");
        Files.writeString(config, """
                [profile keys]
                aws_access_key_id = AKIDOFPROFILE
                aws_secret_access_key = secret-of-profile

                [profile process]
                credential_process = /no/such/program-of-the-company

                [profile sso]
                sso_start_url = https://company.awsapps.com/start/%s
                sso_region = eu-central-1
                sso_account_id = 111122223333
                sso_role_name = Dev
                """.formatted(bucket));
        System.setProperty("aws.configFile", config.toString());
        System.setProperty("aws.sharedCredentialsFile", folder.resolve("none").toString());
        System.setProperty("aws.disableEc2Metadata", "true");
    }

    @AfterEach
    void forget_profiles() {
        System.clearProperty("aws.configFile");
        System.clearProperty("aws.sharedCredentialsFile");
        System.clearProperty("aws.disableEc2Metadata");
        System.clearProperty("aws.profile");
    }

    private UploadReport as(String profile) throws IOException {
        S3Connection named = new S3Connection(
                Optional.of("us-east-1"),
                Optional.of(profile).filter(name -> !name.isEmpty()),
                Optional.of(proxy.endpoint()),
                true,
                Duration.ofMinutes(1));
        return kit.upload(new S3Target(bucket, named, ObjectSettings.NONE), archives.upload("orders", KIB));
    }

    @Test
    void a_named_profile_comes_before_the_credentials_around_it() throws IOException {
        assertThat(as("keys").outcomes()).hasOnlyElementsOfType(Uploaded.class);
        assertThat(proxy.seen("PUT"))
                .allMatch(request -> request.headers().getFirst("Authorization").contains("Credential=AKIDOFPROFILE/"));
    }

    @Test
    void a_named_profile_that_does_not_exist_is_not_replaced_by_the_credentials_around_it() throws IOException {
        assertThat(UploadKit.text(as("nobody"))).isEqualTo("""
                1 problem in 'shop':
                  profile 'nobody' gives no AWS credentials (orders); Profile file contained no credentials for profile 'nobody'
                    fix: log in (aws sso login --profile nobody) or correct the profile; aws sts get-caller-identity --profile nobody shows what it comes to      docs/upload.md#credentials""");
        assertThat(proxy.seen()).isEmpty();
    }

    @Test
    void a_profile_whose_login_has_expired_says_so() throws IOException {
        assertThat(UploadKit.text(as("sso")))
                .startsWith("1 problem in 'shop':\n  profile 'sso' gives no AWS credentials (orders); The SSO session"
                        + " associated with this profile has expired")
                .contains("fix: log in (aws sso login --profile sso)");
    }

    @Test
    void a_profile_whose_program_fails_is_told_with_what_the_program_says() throws IOException {
        assertThat(UploadKit.text(as("process")))
                .startsWith("1 problem in 'shop':\n  profile 'process' gives no AWS credentials (orders); ")
                .contains("program-of-the-company");
    }

    @Test
    void without_any_credentials_the_reason_is_told_and_not_the_list_of_places() throws IOException {
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
        assertThat(UploadKit.text(as(""))).isEqualTo("""
                1 problem in 'shop':
                  there are no AWS credentials (orders); neither the environment, nor a profile, nor a role of this machine gives any
                    fix: log in (aws sso login), name a profile with AWS_PROFILE or lambda.s3.profile, or give the job a role      docs/upload.md#credentials""");
        System.setProperty("aws.profile", "sso");
        try (UploadKit other = new UploadKit()) {
            System.clearProperty("aws.accessKeyId");
            System.clearProperty("aws.secretAccessKey");
            assertThat(UploadKit.text(other.upload(target, archives.upload("audit", KIB))))
                    .startsWith(
                            "1 problem in 'shop':\n  there are no AWS credentials (audit); The SSO session associated"
                                    + " with this profile has expired");
        }
    }

    @Test
    void without_a_region_that_is_told_and_not_credentials() {
        // as the SDK says it; a client would ask AWS itself where the environment names a region
        SdkClientException nowhere = SdkClientException.create("Unable to load region from any of the providers in the"
                + " chain: [SystemSettingsRegionProvider, AwsProfileRegionProvider: No region in profile 'default']");
        UploadFailure failure = new UploadFailures(target, Optional.empty()).of(nowhere);
        assertThat(failure.problem().what()).isEqualTo("no region is known");
    }
}
