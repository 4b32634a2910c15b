"""Runs the contenders of a benchmark in interleaved rounds and takes medians."""

import os
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass


class CommandFailed(Exception):
    """A contender did not do its work; numbers from it would be worthless."""


@dataclass(frozen=True)
class Sample:
    """One run: wall and CPU seconds, with all processes that it waited for, and the largest one's peak memory."""

    wall: float
    cpu: float
    peak_bytes: int
    # seconds of each Maven goal, by its name; empty for everything that is not Maven
    goals: tuple = ()

    def goal(self, name):
        return dict(self.goals)[name]


def run(argv, cwd=None, env=None, stdout=subprocess.DEVNULL):
    """Runs a command to its end. RUSAGE of wait4 covers the process and the children it has waited for."""
    start = time.monotonic()
    process = subprocess.Popen(
        argv, cwd=cwd, env={**os.environ, **(env or {})}, stdin=subprocess.DEVNULL, stdout=stdout,
        stderr=subprocess.STDOUT if stdout is not subprocess.DEVNULL else None)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise CommandFailed(f"exit code {process.returncode}: {' '.join(map(str, argv))[:300]}")
    # ru_maxrss is in KiB on Linux and in bytes on macOS
    unit = 1 if sys.platform == "darwin" else 1024
    return Sample(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit)


def interleaved(title, rounds, contenders):
    """Samples by contender: every round runs each of them once, every other round in reverse order.

    What else the machine does in a round then weighs on all contenders alike.
    """
    samples = {name: [] for name in contenders}
    for number in range(rounds):
        order = list(contenders) if number % 2 == 0 else list(reversed(contenders))
        for name in order:
            print(f"{title}, round {number + 1} of {rounds}: {name}", file=sys.stderr, flush=True)
            samples[name].append(contenders[name]())
    return samples


def median(values):
    return statistics.median(list(values))


def ratio(samples, other, of):
    """The median over the rounds of one contender's figure against the other's in the same round."""
    return median(of(mine) / theirs for mine, theirs in zip(samples, [sample.wall for sample in other]))
