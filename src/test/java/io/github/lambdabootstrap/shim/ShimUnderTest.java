package io.github.lambdabootstrap.shim;

import io.github.lambdabootstrap.model.Architecture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The ways in which the shim is run here; what a machine lacks is reported and not run. */
enum ShimUnderTest {
    X86_64(ShimForm.NATIVE, Architecture.X86_64, "qemu-x86_64-static"),
    ARM64(ShimForm.NATIVE, Architecture.ARM64, "qemu-aarch64-static"),
    /** Debian's {@code /bin/sh}. */
    DASH(ShimForm.SH, Architecture.X86_64, "dash"),
    /** Amazon Linux's {@code /bin/sh} is bash in its POSIX mode. */
    BASH(ShimForm.SH, Architecture.X86_64, "bash");

    private final ShimForm form;
    private final Architecture architecture;
    private final String program;

    ShimUnderTest(ShimForm form, Architecture architecture, String program) {
        this.form = form;
        this.architecture = architecture;
        this.program = program;
    }

    boolean isNative() {
        return form == ShimForm.NATIVE;
    }

    byte[] bytes() {
        return new Shim(form, architecture).bytes();
    }

    /** The command that runs the shim; empty where the machine cannot. */
    Optional<List<String>> command(String root) {
        String bootstrap = root + "/bootstrap";
        if (isDirect()) {
            return Optional.of(List.of(bootstrap));
        }
        return find(program).map(path -> this == BASH ? List.of(path, "--posix", bootstrap) : List.of(path, bootstrap));
    }

    /** Whether this machine's kernel runs it with nothing between. */
    boolean isDirect() {
        return isNative()
                && System.getProperty("os.name").equals("Linux")
                && Architecture.parse(System.getProperty("os.arch").replace("aarch64", "arm64")).stream()
                        .anyMatch(architecture::equals);
    }

    /** The full path of a program of this machine. */
    static Optional<String> find(String program) {
        return Stream.of("/usr/bin", "/bin", "/usr/local/bin")
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }
}
