"""Ratio tables in Markdown."""

import platform
import re
import subprocess
from dataclasses import dataclass
from datetime import date
from os import cpu_count

from measuring import median, ratio


@dataclass(frozen=True)
class Row:
    """One contender: medians of its rounds, and the median of its ratios to the first one in the same round."""

    label: str
    wall: float
    cpu: float | None
    ratio: float | None
    more: tuple = ()

    @staticmethod
    def of(label, samples, base=None, *more):
        return Row(
            label, median(sample.wall for sample in samples), median(sample.cpu for sample in samples),
            ratio(samples, base, lambda sample: sample.wall) if base else None, more)

    @staticmethod
    def of_goal(label, goal, samples, base=None, *more, cpu=None):
        return Row(
            label, median(sample.goal(goal) for sample in samples), cpu,
            ratio(samples, base, lambda sample: sample.goal(goal)) if base else None, more)

    def cells(self, columns):
        figures = [f"{self.wall:.2f}", optional(self.cpu), optional(self.ratio, "x")]
        return [self.label, *figures, *self.more, *[""] * (columns - len(self.more))]


@dataclass(frozen=True)
class Promise:
    """What the project promises: a ratio that is not exceeded."""

    what: str
    against: str
    limit: float
    measured: float

    def cells(self):
        kept = "yes" if self.measured <= self.limit else "**no**"
        return [self.what, self.against, f"{self.limit:.3f}x", f"{self.measured:.3f}x", kept]


@dataclass(frozen=True)
class Report:
    """One benchmark's table."""

    title: str
    rows: list
    promises: list
    columns: tuple = ()
    peak: int = 0
    note: str = ""

    def markdown(self):
        header = ["", "wall s", "CPU s", "ratio", *self.columns]
        lines = [f"### {self.title}", "", *table(header, [row.cells(len(self.columns)) for row in self.rows]), ""]
        if self.note:
            lines += [self.note, ""]
        return lines


def markdown(reports, rounds):
    """All of a run: what was promised, with what it was measured, and the tables."""
    promises = [promise.cells() for report in reports for promise in report.promises]
    peaks = ", ".join(f"{mib(report.peak)} ({report.title.split(',')[0]})" for report in reports)
    lines = [f"Measured on {date.today()}, medians of {rounds} interleaved rounds, on {machine()}.", ""]
    lines += [*table(["", "against", "limit", "measured", "kept"], promises), ""]
    lines += [f"Maven ran with `-Xmx256m`. Its peak memory: {peaks}.", ""]
    for report in reports:
        lines += report.markdown()
    return "\n".join(lines)


def machine():
    versions = [
        f"{cpu_count()} cores", platform.system(), first("mvn", "-v"), f"JDK {java()}", first("go", "version"),
        first("zip", "-v", line=1), first("unzip", "-v"), first("sha256sum", "--version")]
    return ", ".join(versions)


def first(*command, line=0):
    """The name and version in a tool's own words, without its address and builder."""
    text = re.sub("\x1b\\[[0-9;]*m", "", subprocess.run(command, capture_output=True, text=True).stdout)
    words = re.search(r"(?:This is )?(.*?\d+(?:\.\d+)+)", text.splitlines()[line])
    return words.group(1) if words else command[0]


def java():
    text = subprocess.run(["mvn", "-v"], capture_output=True, text=True).stdout
    return re.search(r"Java version: ([^,]+)", text).group(1)


def table(header, rows):
    """The first column is text, the others are figures."""
    rule = ["---", *["---:"] * (len(header) - 1)]
    return ["| " + " | ".join(cells) + " |" for cells in [header, rule, *rows]]


def optional(figure, unit=""):
    return "" if figure is None else f"{figure:.2f}{unit}"


def mib(size):
    return f"{size / 2**20:.1f} MiB"


def percent(share):
    return f"{share:+.2%}"
