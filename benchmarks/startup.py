"""How soon is casebot there? `python -m benchmarks.startup [--times N]`: ratios to a floor, run in turn, medians.

Targets: home's first frame with the next lesson at most 1.15 times that of a bare Textual app (a Static and an Input);
`--version` 1.5 times `python -c pass`, English help and a usage error 3 times, French help 4 times; memory at the first
frame 1.25 times the bare app's, in a lesson 1.8 times.
"""

import os
import subprocess
import sys
import tempfile
import time
from argparse import ArgumentParser
from pathlib import Path
from statistics import median
from typing import Final, NamedTuple

from benchmarks.pseudo import pseudo, python

BARE: Final = python(str(Path(__file__).with_name("bare.py")))
CASEBOT: Final = [str(Path(sys.executable).with_name("casebot"))]
SCRIPT: Final = python("-c", "import sys; from casebot.__main__ import main; sys.exit(main())")
"""What uv and today's pip write as the script `casebot`; an older pip imports `re` in it."""
LINES: Final = (
    ("--version", [*SCRIPT, "--version"], 1.5),
    ("--version, as installed here", [*CASEBOT, "--version"], 1.5),
    ("--version, as python -m", python("-m", "casebot", "--version"), 1.5),
    ("--help", [*CASEBOT, "--help", "--lang", "en"], 3.0),
    ("a usage error", [*CASEBOT, "dance"], 3.0),
    ("--help --lang fr", [*CASEBOT, "--help", "--lang", "fr"], 4.0),
)
SETTLED: Final = 1.0
"""Seconds of silence after which all is loaded that is loaded behind what is shown."""


class First(NamedTuple):
    """Seconds to a text on screen, and MiB held then."""

    seconds: float
    memory: float


def first(command: list[str], text: str, home: str, rest: float = 0) -> First:
    """When a program shows a text, and what it holds then, or once it has rested."""
    with pseudo(command, CASEBOT_HOME=home) as started:
        shown = started.until(text) - started.start
        if rest:
            started.rest(rest)
        return First(shown, started.memory())


def line(command: list[str], home: str) -> float:
    """Seconds until a program that prints has ended."""
    start = time.perf_counter()
    subprocess.run(command, capture_output=True, check=False, env={**os.environ, "CASEBOT_HOME": home})
    return time.perf_counter() - start


def main() -> None:
    """Prints each ratio with its target."""
    parser = ArgumentParser()
    parser.add_argument("--times", type=int, default=15)
    times = parser.parse_args().times
    with tempfile.TemporaryDirectory() as home:
        bare, own, lesson = [], [], []
        for _ in range(times + 1):
            bare.append(first(BARE, "BARE-READY", home))
            own.append(first([*CASEBOT, "--lang", "en"], "Lesson 1", home))
            lesson.append(first([*CASEBOT, "play", "acquisition", "--lang", "en"], "Before the text", home, SETTLED))
        pairs = list(zip(own[1:], bare[1:], strict=True))
        tell("home's first frame", [one.seconds / two.seconds for one, two in pairs], 1.15)
        tell("memory at the first frame", [one.memory / two.memory for one, two in pairs], 1.25)
        in_lesson = [one.memory / two.memory for one, two in zip(lesson[1:], bare[1:], strict=True)]
        tell("memory in a lesson", in_lesson, 1.8)
        for name, command, target in LINES:
            ratios = [line(command, home) / line(python("-c", "pass"), home) for _ in range(times + 1)]
            tell(name, ratios[1:], target)


def tell(what: str, figures: list[float], target: float, unit: str = "times") -> None:
    """Prints the median of some figures beside what is wanted."""
    found = median(figures)
    print(f"{what:<32} {found:5.2f} {unit} (target {target:g}){'' if found <= target else '  MISSED'}")


if __name__ == "__main__":
    main()
