package io.github.lambdabootstrap.rules;

import io.github.lambdabootstrap.archive.ArchiveEntry;
import io.github.lambdabootstrap.archive.Lookup;
import io.github.lambdabootstrap.elf.ContentFacts;
import io.github.lambdabootstrap.elf.ElfFile;
import io.github.lambdabootstrap.elf.FileFormat;
import io.github.lambdabootstrap.elf.GoBuildInfo;
import io.github.lambdabootstrap.problem.SafeText;
import java.util.List;
import java.util.Optional;

/**
 * A file of the archive that Lambda starts, at once or through a script.
 *
 * @param starter who starts it
 * @param path where it is started, relative to {@code /var/task}
 * @param place the entry that the path leads to, and the way there
 * @param content what is in it; empty when it cannot be read, and then nothing is known
 */
public record Program(Starter starter, String path, Lookup.Resolved place, Optional<Content> content) {

    /** Who starts a program. */
    public enum Starter {
        /** Lambda itself, by {@code execve}: it takes an ELF file or a {@code #!} line, nothing else. */
        LAMBDA,
        /** Linux, as the interpreter that a script names which Lambda or Linux starts: the same as Lambda takes. */
        LINUX,
        /** The native shim, by {@code execve} too, with the exit codes of a shell. */
        SHIM,
        /** A shell, which takes text without a {@code #!} line for a shell script. */
        SHELL;

        /** Whether it is the kernel that takes the program or refuses it. */
        public boolean isKernel() {
            return this != SHELL;
        }

        /** Who starts the interpreter of a script: whoever started the script hears what is wrong with it. */
        public Starter ofInterpreter() {
            return this == SHIM ? SHIM : LINUX;
        }
    }

    /**
     * What is in a program.
     *
     * @param format by its first bytes
     * @param elf of an ELF file
     * @param script of a script
     * @param scan what a pass over all of it found; empty when it could not be read to its end
     * @param goBuildInfo of a Go program that says so
     * @param libraries what the loader brings with it
     */
    public record Content(
            FileFormat format,
            Optional<ElfFile> elf,
            Optional<Script> script,
            Optional<ContentFacts> scan,
            Optional<GoBuildInfo> goBuildInfo,
            List<NeededLibrary> libraries) {

        public Content {
            libraries = List.copyOf(libraries);
        }
    }

    public ArchiveEntry entry() {
        return place.entry();
    }

    /** Whether Lambda itself says what is wrong when it cannot be started. */
    public boolean isStartedByLambda() {
        return starter.isKernel() && starter != Starter.SHIM;
    }

    public boolean isStartedByShell() {
        return !starter.isKernel();
    }

    /** Empty when the content cannot be read. */
    public Optional<FileFormat> format() {
        return content.map(Content::format);
    }

    public Optional<ElfFile> elf() {
        return content.flatMap(Content::elf);
    }

    public Optional<Script> script() {
        return content.flatMap(Content::script);
    }

    public Optional<ContentFacts> scan() {
        return content.flatMap(Content::scan);
    }

    public Optional<GoBuildInfo> goBuildInfo() {
        return content.flatMap(Content::goBuildInfo);
    }

    /** The shared libraries that it needs; none when nobody can tell. */
    public List<NeededLibrary> libraries() {
        return content.map(Content::libraries).orElse(List.of());
    }

    /** How messages call it: {@code 'bootstrap'}, or {@code 'bootstrap' (-> 'orders')} behind a symbolic link. */
    public String shown() {
        String name = "'" + SafeText.of(path) + "'";
        String target = entry().path().text();
        return target.equals(path) ? name : name + " (-> '" + SafeText.of(target) + "')";
    }
}
