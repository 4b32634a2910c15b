package io.github.lambdabootstrap.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdabootstrap.model.Architecture;
import io.github.lambdabootstrap.model.FunctionName;
import io.github.lambdabootstrap.model.PackagedArchive;
import io.github.lambdabootstrap.model.RuntimeCatalog;
import io.github.lambdabootstrap.model.Sha256;
import io.github.lambdabootstrap.model.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchiveUpdateTest {

    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

    @TempDir
    Path folder;

    private PackagingFixture in;
    private ArchivePlan plan;
    private Map<Path, ArchiveState> earlier;

    @BeforeEach
    void an_archive_of_an_earlier_run() throws IOException {
        in = new PackagingFixture(folder);
        in.file("orders", "#!/bin/sh\n");
        in.file("config.json", "{}");
        plan = in.plan(in.target("orders", in.project.resolve("orders")), in.include("config.json", ""));
        earlier = byFile(update("1").run(List.of(plan), Map.of()));
        Files.setLastModifiedTime(plan.file(), LONG_AGO);
    }

    @Test
    void an_archive_is_written_with_its_facts() throws IOException {
        PackagedArchive archive = earlier.get(plan.file()).archive();

        assertThat(archive.name()).isEqualTo("orders");
        assertThat(archive.functions()).containsExactly(new FunctionName("orders"));
        assertThat(archive.sha256()).isEqualTo(Sha256.of(plan.file()));
        assertThat(archive.size().bytes()).isEqualTo(Files.size(plan.file()));
        assertThat(archive.unzippedSize().bytes()).isEqualTo(12);
        assertThat(archive.architecture()).isEqualTo(Architecture.X86_64);
        assertThat(in.lines.all())
                .containsExactly(
                        "INFO Packaged orders -> target/lambda/orders.zip (%s, x86_64, sha256 %s)"
                                .formatted(archive.size(), archive.sha256().abbreviated()),
                        "INFO 1 function packaged, 0 up to date");
    }

    @Test
    void nothing_changed_leaves_the_archive_untouched() throws IOException {
        List<ArchiveState> states = update("1").run(List.of(plan), earlier);

        assertThat(Files.getLastModifiedTime(plan.file())).isEqualTo(LONG_AGO);
        assertThat(byFile(states)).isEqualTo(earlier);
        assertThat(in.lines.all())
                .endsWith(
                        "INFO Up to date: orders -> target/lambda/orders.zip",
                        "INFO 0 functions packaged, 1 up to date");
    }

    @Test
    void a_touched_source_with_the_same_content_changes_nothing() throws IOException {
        in.file("config.json", "{}");

        update("1").run(List.of(plan), earlier);

        assertThat(Files.getLastModifiedTime(plan.file())).isEqualTo(LONG_AGO);
    }

    static Stream<Named<UnaryOperator<ArchivePlan>>> changes() {
        return Stream.of(
                Named.of("mode", p -> entries(p, e -> new PlannedEntry(e.path(), e.source(), true))),
                Named.of("entry name", p -> entries(p, e -> new PlannedEntry(renamed(e), e.source(), e.executable()))),
                Named.of(
                        "fewer entries",
                        p -> with(
                                p,
                                p.runtime().id(),
                                p.architecture(),
                                p.entries().subList(0, 1))),
                Named.of("runtime", p -> with(p, "provided.al2", p.architecture(), p.entries())),
                Named.of("architecture", p -> with(p, p.runtime().id(), Architecture.ARM64, p.entries())));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void a_change_of_the_plan_writes_the_archive_anew(UnaryOperator<ArchivePlan> change) throws IOException {
        update("1").run(List.of(change.apply(plan)), earlier);

        assertThat(Files.getLastModifiedTime(plan.file())).isNotEqualTo(LONG_AGO);
    }

    @Test
    void a_change_of_a_content_writes_the_archive_anew() throws IOException {
        in.file("config.json", "[]");

        update("1").run(List.of(plan), earlier);

        assertThat(Files.getLastModifiedTime(plan.file())).isNotEqualTo(LONG_AGO);
    }

    @Test
    void another_version_of_the_plugin_writes_the_archive_anew() throws IOException {
        update("2").run(List.of(plan), earlier);

        assertThat(Files.getLastModifiedTime(plan.file())).isNotEqualTo(LONG_AGO);
    }

    @Test
    void an_archive_changed_behind_our_back_is_written_anew_even_with_the_same_size_and_time() throws IOException {
        byte[] good = Files.readAllBytes(plan.file());
        byte[] changed = good.clone();
        changed[40] ^= 1;
        Files.write(plan.file(), changed);
        Files.setLastModifiedTime(plan.file(), LONG_AGO);

        update("1").run(List.of(plan), earlier);

        assertThat(plan.file()).hasBinaryContent(good);
    }

    @Test
    void a_deleted_archive_is_written_anew() throws IOException {
        byte[] good = Files.readAllBytes(plan.file());
        Files.delete(plan.file());

        update("1").run(List.of(plan), earlier);

        assertThat(plan.file()).hasBinaryContent(good);
    }

    @Test
    void a_file_that_many_archives_share_is_read_once() throws IOException {
        EntrySource shared = new EntrySource.DiskFile(in.file("shared", "before"));
        SourceFiles sources = new SourceFiles();
        sources.read(List.of(shared, shared), new Workers(2));
        in.file("shared", "after");
        sources.read(List.of(shared), new Workers(2));

        assertThat(sources.of(shared).sha256())
                .isEqualTo(Sha256.of("before".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    @Test
    void a_function_in_two_archives_counts_once() {
        ArchivePlan bundle = new ArchivePlan(
                "deploy",
                in.output.resolve("deploy.zip"),
                List.of(new FunctionName("orders"), new FunctionName("users")),
                plan.runtime(),
                plan.architecture(),
                List.of("users", "orders"),
                plan.entries());
        PackagedArchive archive = update("1").run(List.of(plan, bundle), earlier).stream()
                .map(ArchiveState::archive)
                .filter(state -> state.name().equals("deploy"))
                .findFirst()
                .orElseThrow();

        assertThat(archive.handlers()).containsExactly("orders", "users");
        assertThat(in.lines.all())
                .endsWith(
                        "INFO Up to date: orders -> target/lambda/orders.zip",
                        "INFO Packaged deploy -> target/lambda/deploy.zip (2 functions, %s, x86_64, sha256 %s)"
                                .formatted(archive.size(), archive.sha256().abbreviated()),
                        "INFO 2 functions packaged, 0 up to date");
    }

    @Test
    void a_run_without_functions_says_nothing_about_archives() {
        int before = in.lines.all().size();

        assertThat(update("1").run(List.of(), earlier)).isEmpty();

        assertThat(in.lines.all()).hasSize(before);
    }

    @Test
    void an_executable_that_changed_after_build_is_a_problem() throws IOException {
        Path executable = in.file("target/lambda/bin/x86_64/audit", "new");
        Sha256 old = Sha256.of(new byte[] {1});
        FunctionTarget stale = built("audit", executable, old);
        FunctionTarget fresh = built("orders", in.project.resolve("orders"), Sha256.of(in.project.resolve("orders")));
        FunctionTarget gone = built("gone", in.project.resolve("gone"), old);

        update("1").requireFresh(List.of(stale, fresh, gone), in.problems);

        assertThat(in.messages())
                .containsExactly("the executable of function 'audit' for x86_64 is not the one that"
                        + " lambda-bootstrap:build made (PROJECT/target/lambda/bin/x86_64/audit); something changed it"
                        + " since -> run lambda-bootstrap:build again; a file that is changed on purpose after it is"
                        + " given as <executable>");
    }

    private ArchiveUpdate update(String version) {
        return new ArchiveUpdate(version, new Workers(2), in.log());
    }

    private static FunctionTarget built(String name, Path executable, Sha256 sha256) {
        return new FunctionTarget(
                new FunctionName(name),
                PackagingFixture.AL2023,
                Architecture.X86_64,
                true,
                executable,
                Optional.of(sha256),
                Optional.of("cmd/orders"),
                List.of(),
                "function '" + name + "'");
    }

    private static Map<Path, ArchiveState> byFile(List<ArchiveState> states) {
        return states.stream().collect(Collectors.toMap(state -> state.archive().file(), state -> state));
    }

    private static EntryPath renamed(PlannedEntry entry) {
        return EntryPath.of(entry.path().text().replace("config", "konfig"));
    }

    private static ArchivePlan entries(ArchivePlan plan, UnaryOperator<PlannedEntry> change) {
        return with(
                plan,
                plan.runtime().id(),
                plan.architecture(),
                plan.entries().stream().map(change).toList());
    }

    private static ArchivePlan with(
            ArchivePlan plan, String runtime, Architecture architecture, List<PlannedEntry> entries) {
        return new ArchivePlan(
                plan.name(),
                plan.file(),
                plan.functions(),
                RuntimeCatalog.builtIn().find(runtime).orElseThrow(),
                architecture,
                plan.handlers(),
                entries);
    }
}
