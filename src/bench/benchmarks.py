"""The benchmarks: what runs against what, and which ratios the project promises."""

import shutil
from dataclasses import dataclass

import fixtures
import uploading
from fixtures import FLAGS, TARGET
from measuring import Sample, interleaved, median, ratio, run
from report import Promise, Report, Row, mib, percent


@dataclass(frozen=True)
class Sizes:
    """How much work the benchmarks do; the small sizes only show that they run."""

    functions: int = 24
    executables: int = 20
    bundled: int = 30
    packaged: int = 100
    archives: int = 1000
    archive_bytes: int = 10_000_000
    uploads: int = 200
    changed: int = 10
    upload_bytes: int = 1_000_000
    template_bytes: int = 4_000_000
    large_bytes: int = 200_000_000


SMALL = Sizes(functions=3, executables=3, bundled=30, packaged=4, archives=20, uploads=20, changed=2,
              template_bytes=40_000, large_bytes=20_000_000)

# what Lambda takes unzipped, and room for the shim
BUNDLE_BYTES = 262_144_000 - 10_000


BEYOND = "The goal's seconds are those of the whole Maven run less those of one with `-Dlambda.upload.skip`."


class Benchmarks:
    """All benchmarks over one work folder and one installed plugin."""

    def __init__(self, maven, work, sizes, rounds):
        self.maven, self.work, self.sizes, self.rounds = maven, work, sizes, rounds

    def compile(self):
        """Nothing changed: the `build` goal against a bare `go build` of the same packages."""
        yield self._compile("cmd", "cmd/{}", one_call=True)
        yield self._compile("main", "functions/{}/main", one_call=False)

    def _compile(self, name, folder, one_call):
        count = self.sizes.functions
        project = self.maven.project(self.work / f"compile-{name}-{count}", goals=["build"])
        packages = fixtures.go_module(project, count, folder)
        out = self.work / f"compile-{name}-{count}-bare"
        out.mkdir(exist_ok=True)

        def calls():
            each = [go_build(project, out / f"function{n:03}", [package]) for n, package in enumerate(packages)]
            return total(each)

        bare = {}
        if one_call:
            bare["one `go build` of all packages"] = lambda: go_build(project, f"{out}/", packages)
        bare[f"{count} `go build` calls"] = calls
        against = next(iter(bare))
        for contender in bare.values():
            contender()
        self.maven.warm_up(project, "compile")
        samples = interleaved(f"compile {name}", self.rounds, bare | {
            "goal": lambda: self.maven.goals(project, "compile"),
            "skip": lambda: self.maven.goals(project, "compile", "-Dlambda.skip"),
        })
        goal = samples["goal"]
        rows = [Row.of(label, samples[label], samples[against]) for label in bare]
        rows.append(Row.of_goal("the `build` goal", "build", goal, samples[against]))
        rows.append(Row.of("`mvn compile`, all of it", goal))
        rows.append(Row.of("`mvn compile -Dlambda.skip`: Maven's own start", samples["skip"]))
        where = folder.format("x")
        return Report(
            f"Compile {count} Go functions in `{where}`, nothing changed", rows,
            [Promise(f"`build`, {count} functions in `{where}`", f"{against}", 1.2,
                     ratio(goal, samples[against], lambda sample: sample.goal("build")))],
            peak=peak(goal))

    def zip(self):
        """Executables of real size into one archive each."""
        folders = fixtures.executables(self.work, self.sizes.executables)
        aws = fixtures.build_lambda_zip(self.work)
        functions = "".join(
            f"<function><name>{folder.name}</name><executable>{folder / 'bootstrap'}</executable></function>"
            for folder in folders)
        project = self.maven.project(self.work / "zip", goals=["package"], functions=functions)
        out = self.work / "zip-others"
        names = [folder.name for folder in folders]
        sizes = {}

        def others(label, command, processes):
            shutil.rmtree(out / label, ignore_errors=True)
            (out / label).mkdir(parents=True)
            shell = "cd $0 && " + command.format(out=f"{out / label}/$0.zip")
            sample = each(folders[0].parent, names, processes, shell)
            sizes[label] = total_bytes(out / label)
            return sample

        def package():
            shutil.rmtree(project / "target", ignore_errors=True)
            sample = self.maven.goals(project, "package")
            sizes["package"] = total_bytes(project / "target" / "lambda")
            return sample

        self.maven.warm_up(project, "package")
        samples = interleaved("zip", self.rounds, {
            "zip": lambda: others("zip", "zip -q -X -9 {out} bootstrap", 1),
            "zip2": lambda: others("zip2", "zip -q -X -9 {out} bootstrap", 2),
            "aws": lambda: others("aws", f"{aws} -o {{out}} bootstrap", 1),
            "package": package,
            "skip": lambda: self.maven.goals(project, "package", "-Dlambda.skip"),
        })
        base, goal, skip = samples["zip"], samples["package"], samples["skip"]
        larger = {label: sizes[label] / sizes["zip"] - 1 for label in sizes}

        def row(label, name):
            return Row.of(label, samples[name], base, mib(sizes[name]), percent(larger[name]))

        rows = [
            row("`zip -X -9`, one after the other", "zip"),
            row("`zip -X -9`, two processes", "zip2"),
            row("`build-lambda-zip`, one after the other", "aws"),
            Row.of_goal("the `package` goal", "package", goal, base, mib(sizes["package"]), percent(larger["package"]),
                        cpu=median(mine.cpu - theirs.cpu for mine, theirs in zip(goal, skip))),
            Row.of("`mvn package`, all of it", goal, base),
        ]
        unzipped = sum((folder / "bootstrap").stat().st_size for folder in folders)
        return [Report(
            f"Zip {len(folders)} executables, {mib(unzipped)}", rows,
            [Promise(f"`package`, {len(folders)} executables", "serial `zip -X -9`", 1 / 6,
                     ratio(goal, base, lambda sample: sample.goal("package"))),
             Promise("its archives' size", "those of `zip -X -9`", 1.006, 1 + larger["package"])],
            columns=("output", "larger by"), peak=peak(goal),
            note="The goal's CPU seconds are those of the whole Maven run less those of one with `-Dlambda.skip`.")]

    def bundle(self):
        """Executables of real size into one archive, near the most that Lambda takes."""
        tree = fixtures.bundled(self.work, self.sizes.bundled, BUNDLE_BYTES)
        programs = sorted((tree / "bin").iterdir())
        functions = "".join(
            f"<function><name>{program.name}</name><executable>{program}</executable></function>"
            for program in programs)
        project = self.maven.project(
            self.work / "bundle", goals=["package"], functions=functions,
            bundles="<bundles><bundle><name>deploy</name><directory>bin</directory></bundle></bundles>")
        zipped, packaged = self.work / "bundle.zip", project / "target" / "lambda" / "deploy.zip"

        def serial():
            zipped.unlink(missing_ok=True)
            return run(["zip", "-q", "-X", "-9", "-r", zipped, "bin"], cwd=tree)

        def package():
            shutil.rmtree(project / "target", ignore_errors=True)
            return self.maven.goals(project, "package")

        self.maven.warm_up(project, "package")
        samples = interleaved("bundle", self.rounds, {
            "zip": serial,
            "package": package,
            "skip": lambda: self.maven.goals(project, "package", "-Dlambda.skip"),
        })
        base, goal, skip = samples["zip"], samples["package"], samples["skip"]
        size, theirs = packaged.stat().st_size, zipped.stat().st_size
        larger = size / theirs - 1
        unzipped = sum(program.stat().st_size for program in programs)
        return [Report(
            f"Bundle {len(programs)} executables, {mib(unzipped)}",
            [Row.of("`zip -X -9` of the same files", base, base, mib(theirs), percent(0)),
             Row.of_goal("the `package` goal", "package", goal, base, mib(size), percent(larger),
                         cpu=median(mine.cpu - none.cpu for mine, none in zip(goal, skip))),
             Row.of("`mvn package`, all of it", goal, base)],
            [Promise(f"`package`, a bundle of {len(programs)} executables", "serial `zip -X -9`", 1 / 6,
                     ratio(goal, base, lambda sample: sample.goal("package")))],
            columns=("output", "larger by"), peak=peak(goal),
            note="The goal's CPU seconds are those of the whole Maven run less those of one with `-Dlambda.skip`.")]

    def package(self):
        """Nothing changed: the `package` goal against `sha256sum` over everything it must look at."""
        count = self.sizes.packaged
        project = self.maven.project(self.work / f"package-{count}", goals=["build", "package"])
        fixtures.go_module(project, count, "cmd/{}")
        self.maven.warm_up(project, "package")
        inputs = sorted((project / "target" / "lambda" / "bin").glob("*/*"))
        samples = interleaved("package", self.rounds, {
            "sha256sum": lambda: run(["sha256sum", *inputs]),
            "goal": lambda: self.maven.goals(project, "package"),
        })
        base, goal = samples["sha256sum"], samples["goal"]
        size = mib(sum(file.stat().st_size for file in inputs))
        return [Report(
            f"`mvn package` with {count} functions ({size} of executables), nothing changed",
            [Row.of("`sha256sum` over the executables", base, base),
             Row.of_goal("the `package` goal", "package", goal, base),
             Row.of_goal("the `build` goal before it", "build", goal),
             Row.of("`mvn package`, all of it", goal)],
            [Promise(f"`package`, {count} functions, nothing changed", "`sha256sum` over its inputs", 2.0,
                     ratio(goal, base, lambda sample: sample.goal("package")))],
            peak=peak(goal))]

    def verify(self):
        """Archives of any origin, judged without a project."""
        count = self.sizes.archives
        bootstrap = self.work / "verify-function"
        source = self.work / "verify-module"
        go_build(source, bootstrap, fixtures.go_module(source, 1, "cmd/{}"))
        folder = self.work / f"verify-{count}"
        archives = fixtures.archives(folder, bootstrap, count, self.sizes.archive_bytes)
        empty = self.work / "no-project"
        empty.mkdir(exist_ok=True)
        report = f"-Dlambda.reportDirectory={self.work / 'verify-report'}"
        goal_name = f"{self.maven.plugin}:verify"
        arguments = [goal_name, f"-Dlambda.archives={folder}", report]
        self.maven.warm_up(empty, goal_name, f"-Dlambda.archives={archives[0]}", report)
        samples = interleaved("verify", self.rounds, {
            "unzip": lambda: each(folder, [archive.name for archive in archives], 2, "exec unzip -tqq $0"),
            "goal": lambda: self.maven.goals(empty, *arguments),
            "skip": lambda: self.maven.goals(empty, *arguments, "-Dlambda.skip"),
        })
        base, goal, skip = samples["unzip"], samples["goal"], samples["skip"]
        return [Report(
            f"Verify {count} archives of {self.sizes.archive_bytes // 1_000_000} MB unzipped",
            [Row.of("`unzip -tq`, two processes", base, base),
             Row.of_goal("the `verify` goal", "verify", goal, base,
                         cpu=median(mine.cpu - theirs.cpu for mine, theirs in zip(goal, skip))),
             Row.of("`mvn ...:verify`, all of it", goal, base)],
            [Promise(f"`verify`, {count} archives", "`unzip -tq` with two processes", 1.0,
                     ratio(goal, base, lambda sample: sample.goal("verify")))],
            peak=peak(goal),
            note="The goal's CPU seconds are those of the whole Maven run less those of one with `-Dlambda.skip`.")]

    def migrate(self):
        """A large generated template: the `migrate` goal against Python, which only reads it and prints it again."""
        folder = self.work / f"migrate-{self.sizes.template_bytes}"
        template = fixtures.template(folder / "stack.json", self.sizes.template_bytes)
        printed = folder / "printed.json"
        goal_name = f"{self.maven.plugin}:migrate"
        arguments = [goal_name, f"-Dlambda.templates={template}", f"-Dlambda.reportDirectory={self.work / 'migrate-report'}"]
        empty = self.work / "no-project"
        empty.mkdir(exist_ok=True)
        self.maven.warm_up(empty, *arguments)
        samples = interleaved("migrate", self.rounds, {
            "python": lambda: run(["python3", "-m", "json.tool", template, printed]),
            "goal": lambda: self.maven.goals(empty, *arguments),
        })
        base, goal = samples["python"], samples["goal"]
        return [Report(
            f"Migrate a JSON template of {self.sizes.template_bytes // 1_000_000} MB, dry run",
            [Row.of("`python3 -m json.tool`: read and printed again", base, base),
             Row.of_goal("the `migrate` goal: read, planned, proven, shown", "migrate", goal, base),
             Row.of("`mvn ...:migrate`, all of it", goal, base)],
            [Promise("`migrate`, a JSON template of 4 MB", "2 seconds", 1.0,
                     median(sample.goal("migrate") for sample in goal) / 2)],
            peak=peak(goal))]

    def upload(self):
        """Archives to a real S3 server that is a round trip of 30 ms away, all new and then some of them changed."""
        network = uploading.Network(self.maven.clone, self.work)
        try:
            yield from self._upload(network)
            yield self._one_upload(network)
        finally:
            network.close()

    def _upload(self, network):
        count, changes = self.sizes.uploads, self.sizes.changed
        first, second = uploading.archives(
            self.work / f"upload-{count}", count, self.sizes.upload_bytes, changes)
        for folder in (first, second):
            uploading.sam_template(folder)
        contenders = uploading.Contenders(network, self.maven, self.work)
        warmed = network.bucket()
        contenders.goal(first, warmed, warm=True)
        network.remove(warmed)
        changed, seen = {}, {}

        def both(name):
            bucket = network.bucket()
            network.counts()
            samples = []
            for row, folder in (("new", first), ("changed", second)):
                uploading.touch(second, changes)
                samples.append(getattr(contenders, name)(folder, bucket))
                seen[name, row] = network.counts()
            network.remove(bucket)
            changed.setdefault(name, []).append(samples[1])
            return samples[0]

        labels = {
            "sync": "`aws s3 sync`", "cp": "`aws s3 cp --recursive`", "sam": "`sam package`",
            "goal": "the `upload` goal"}
        new = interleaved("upload", self.rounds, {
            **{name: lambda name=name: both(name) for name in labels},
            "skip": lambda: contenders.goal(first, warmed, "-Dlambda.upload.skip"),
        })
        changed["skip"] = new["skip"]
        titles = {
            "new": f"Upload {count} new archives of 1 MB, 30 ms away",
            "changed": f"The same when {changes} of {count} have changed"}
        for row, samples in (("new", new), ("changed", changed)):
            yield self._upload_report(titles[row], row, labels, samples, seen)

    def _upload_report(self, title, row, labels, samples, seen):
        base, goal = samples["sync"], samples["goal"]

        def figures(name):
            counts = seen[name, row]
            return str(counts["requests"]), str(counts["bodies"]), str(counts["connections"])

        rows = [Row.of(labels[name], samples[name], base, *figures(name)) for name in ("sync", "cp", "sam")]
        alone = beyond(goal, samples["skip"])
        rows.append(Row.of(labels["goal"], alone, base, *figures("goal")))
        rows.append(Row.of_goal("the same from the goal's header in Maven's log", "upload", goal, base))
        rows.append(Row.of("`mvn ...:upload`, all of it", goal, base))
        what = {"new": "`upload`, all archives new", "changed": "`upload`, some of them changed"}[row]
        count, bodies = self.sizes.uploads, {"new": self.sizes.uploads, "changed": self.sizes.changed}[row]
        return Report(
            title, rows,
            [Promise(what, "`aws s3 sync`", 1.0, ratio(alone, base, wall)),
             Promise(what, "`sam package`", 0.2, ratio(alone, samples["sam"], wall)),
             Promise(what, "one request for each, and one for each body", 1.0,
                     seen["goal", row]["requests"] / (count + bodies)),
             Promise(what, "one body for each that is new", 1.0, seen["goal", row]["bodies"] / bodies)],
            columns=("requests", "bodies", "connections"), peak=peak(goal), note=BEYOND)

    def _one_upload(self, network):
        one, _ = uploading.archives(self.work / "upload-1", 1, self.sizes.upload_bytes)
        large, _ = uploading.archives(self.work / f"upload-large-{self.sizes.large_bytes}", 3, self.sizes.large_bytes)
        contenders = uploading.Contenders(network, self.maven, self.work)

        def sent(folder, *more):
            bucket = network.bucket()
            sample = contenders.goal(folder, bucket, *more)
            network.remove(bucket)
            return sample

        contenders.goal(one, network.bucket(), warm=True)
        samples = interleaved("single upload", self.rounds, {
            "one": lambda: sent(one),
            "dry": lambda: sent(one, "-Dlambda.upload.dryRun"),
            "skip": lambda: sent(one, "-Dlambda.upload.skip"),
            "large": lambda: sent(large),
        })
        alone = {name: beyond(samples[name], samples["skip"]) for name in ("one", "dry", "large")}
        size = self.sizes.large_bytes // 1_000_000
        return Report(
            "Upload from a cold JVM, 30 ms away",
            [Row.of("the `upload` goal, one archive of 1 MB", alone["one"]),
             Row.of("the same as a dry run: without a client and without requests", alone["dry"]),
             Row.of(f"the `upload` goal, three archives of {size} MB", alone["large"])],
            [Promise("`upload`, one archive of 1 MB from a cold JVM", "a second", 1.0,
                     median(sample.wall for sample in alone["one"]))],
            note=BEYOND,
            peak=peak(samples["large"]))


def go_build(module, out, packages):
    """A bare call with the flags that the `build` goal uses."""
    return run(["go", "build", *FLAGS, "-o", out, *packages], cwd=module, env=TARGET)


def each(folder, items, processes, command):
    """Runs a shell command for each item, which is its $0, in that many processes at a time."""
    listing = folder.parent / f"{folder.name}.list"
    listing.write_text("".join(f"{item}\0" for item in items))
    return run(["xargs", "-0", "-a", listing, "-n", "1", "-P", str(processes), "sh", "-c", command], cwd=folder)


def wall(sample):
    return sample.wall


def beyond(goal, skip):
    """What a goal takes beyond Maven's own start, which loads the plugin: less the same round's run that skips it."""
    return [Sample(mine.wall - theirs.wall, mine.cpu - theirs.cpu, mine.peak_bytes) for mine, theirs in zip(goal, skip)]


def total(samples):
    return Sample(sum(s.wall for s in samples), sum(s.cpu for s in samples), max(s.peak_bytes for s in samples))


def total_bytes(folder):
    return sum(file.stat().st_size for file in folder.glob("*.zip"))


def peak(samples):
    return max(sample.peak_bytes for sample in samples)
