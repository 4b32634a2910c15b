"""Installs the plugin from this clone and times its goals in real Maven runs."""

import re
from dataclasses import replace
from datetime import datetime, timedelta

from measuring import CommandFailed, run

GROUP = "io.github.lambdabootstrap"
ARTIFACT = "lambda-bootstrap-maven-plugin"
INSTALL_PLUGIN = "org.apache.maven.plugins:maven-install-plugin:3.2.0"
HEAP = "-Xmx256m"

# Maven prints a goal's header when it begins; times on each line turn the log into a stopwatch
STAMP = "HH:mm:ss.SSS"
CLOCK = [
    f"-D{prefix}.{name}"
    for prefix in ("org.slf4j.simpleLogger", "maven.logger")
    for name in ("showDateTime=true", f"dateTimeFormat={STAMP}")
]
HEADER = re.compile(r"^(\d\d:\d\d:\d\d\.\d{3}) \[INFO\] --- \S+?:\S+?:(\S+) \(")
END = re.compile(r"^(\d\d:\d\d:\d\d\.\d{3}) \[INFO\] -{60,}$")


class Maven:
    """The machine's `mvn` with a local repository of its own that holds this clone's plugin."""

    def __init__(self, clone, work):
        self.clone = clone
        self.repository = work / "repository"
        self.log = work / "maven.log"
        self.version = self._install(clone)

    @property
    def plugin(self):
        return f"{GROUP}:{ARTIFACT}:{self.version}"

    def _install(self, clone):
        self._plain(clone, "package", "-DskipTests")
        pom = clone / "target" / "flattened-pom.xml"
        version = re.search(r"<version>([^<]+)</version>", pom.read_text()).group(1)
        self._plain(
            clone, f"{INSTALL_PLUGIN}:install-file", f"-Dfile=target/{ARTIFACT}-{version}.jar", f"-DpomFile={pom}",
            f"-DlocalRepositoryPath={self.repository}")
        return version

    def _plain(self, clone, *arguments):
        self._logged(["mvn", "-B", "-q", *arguments], clone, {})

    def project(self, directory, goals=(), functions="", bundles=""):
        """Writes a pom with nothing but the plugin block."""
        directory.mkdir(parents=True, exist_ok=True)
        bound = "".join(f"<goal>{goal}</goal>" for goal in goals)
        configuration = f"<configuration><functions>{functions}</functions>{bundles}</configuration>" if functions else ""
        (directory / "pom.xml").write_text(f"""<?xml version="1.0" encoding="UTF-8"?>
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>bench</groupId>
  <artifactId>bench</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <build>
    <plugins>
      <plugin>
        <groupId>{GROUP}</groupId>
        <artifactId>{ARTIFACT}</artifactId>
        <version>{self.version}</version>
        <executions><execution><goals>{bound}</goals></execution></executions>
        {configuration}
      </plugin>
    </plugins>
  </build>
</project>
""")
        return directory

    def warm_up(self, project, *arguments, env=None):
        """Once with the network, so that the measured runs need none."""
        return self._run(project, arguments, online=True, env=env)

    def goals(self, project, *arguments, env=None):
        """A run with the time of each goal, from its header in the log to the next header or the end of the build."""
        return self._run(project, arguments, online=False, env=env)

    def _run(self, project, arguments, online, env):
        command = ["mvn", "-B", f"-Dmaven.repo.local={self.repository}", *([] if online else ["-o"]), *arguments]
        sample = self._logged(command, project, {**(env or {}), "MAVEN_OPTS": " ".join([HEAP, *CLOCK])})
        return replace(sample, goals=tuple(goal_times(self.log.read_text(errors="replace").splitlines())))

    def _logged(self, command, directory, environment):
        with open(self.log, "wb") as log:
            try:
                return run(command, cwd=directory, env=environment, stdout=log)
            except CommandFailed as failure:
                end = "\n".join(self.log.read_text(errors="replace").splitlines()[-30:])
                raise CommandFailed(f"{failure}\n{end}") from failure


def goal_times(lines):
    running = None
    for line in lines:
        header, end = HEADER.match(line), END.match(line)
        if running and (header or end):
            yield running[0], seconds(running[1], (header or end).group(1))
            running = None
        if header:
            running = header.group(2), header.group(1)


def seconds(start, end):
    begun, ended = (datetime.strptime(text, "%H:%M:%S.%f") for text in (start, end))
    # a run may pass midnight
    return ((ended - begun) % timedelta(days=1)).total_seconds()
