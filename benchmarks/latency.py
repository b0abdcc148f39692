"""How long is it from a key to its paint? `python -m benchmarks.latency [--times N]`: ratios, each pair taken in turn.

Targets: typing in a lesson at most 1.5 times a bare Input, 99 of 100 keys within 16 ms; with 10,000 turns at most 1.2
times with 10, a new turn 1.3 times, opening 1.3 times; a new width within 100 ms; memory bounded; nothing that is used
for the first time holds the loop up for 100 ms.
"""

import tempfile
from argparse import ArgumentParser
from contextlib import ExitStack
from pathlib import Path
from statistics import median, quantiles
from typing import Final

from benchmarks import lag
from benchmarks.pseudo import Pseudo, pseudo
from benchmarks.startup import BARE, CASEBOT, tell
from casebot.content.places import places
from casebot.desk import Desk, open_desk
from casebot.store.settings import Settings
from casebot.tutoring.moves import Say

FEW, MANY = 10, 10_000
LESSON: Final = "acquisition"
ASKED: Final = "How many days"
"""Words of the question that is open: it is answered by typing."""
SLOWEST: Final = 16
"""Milliseconds within which 99 of 100 keys are painted."""
CLEAR: Final = "\x15"
PAGE_UP: Final = "\x1b[5~"
SIZES: Final = ((24, 100), (24, 80))


def prepare(home: Path, turns: int) -> None:
    """Leaves a lesson open at a question that is answered by typing, that many turns behind it."""
    settings = Settings(certainty=False)
    with open_desk(places(), home / "gradebook-learner.db", settings, "learner", "en") as desk:
        desk.take_lesson(*desk.find_lesson(LESSON))
        while desk.expects.kind != "number":
            desk.move(Say("/skip" if desk.expects.kind == "choice" else ""))
        _pad(desk, turns)


def _pad(desk: Desk, turns: int) -> None:
    """Says again what was said before the question, until there are so many turns."""
    row, total = desk.progress, desk.turn_total
    if row is not None and turns > total:
        said = [turn.model_dump_json() for turn in desk.turns(total, total)]
        *before, asked = said
        bodies = [before[place % len(before)] for place in range(turns - total - 1)] + [asked]
        desk.gradebook.save(row, bodies, (), total, drop_draft=False)


def opened(home: str, stack: ExitStack) -> tuple[Pseudo, float]:
    """A program with the lesson open, and seconds from Enter on home to the question."""
    program = stack.enter_context(pseudo([*CASEBOT, "--lang", "en"], CASEBOT_HOME=home))
    program.until("continue")
    program.rest(1.5, 10)
    seconds = program.press_until("\r", ASKED)
    program.rest(0.5)
    return program, seconds


def typed(programs: list[Pseudo], times: int) -> list[list[float]]:
    """Seconds from each key to its paint, in all programs in turn; a line is cleared after twenty keys."""
    found: list[list[float]] = [[] for _ in programs]
    for number in range(times):
        for program, kept in zip(programs, found, strict=True):
            if number % 20 == 0:
                program.next_paint("1")
                program.next_paint(CLEAR)
            kept.append(program.next_paint("1234567890"[number % 10]))
    return found


def main() -> None:
    """Prints each ratio with its target."""
    parser = ArgumentParser()
    parser.add_argument("--times", type=int, default=300)
    times = parser.parse_args().times
    with tempfile.TemporaryDirectory() as few, tempfile.TemporaryDirectory() as many, ExitStack() as stack:
        prepare(Path(few), FEW)
        prepare(Path(many), MANY)
        bare = stack.enter_context(pseudo(BARE))
        bare.until("BARE-READY")
        bare.rest(0.5)
        opening = []
        for _ in range(max(3, times // 40)):
            with ExitStack() as soon:
                opening.append(opened(many, soon)[1] / opened(few, soon)[1])
        tell(f"opening {MANY} turns to {FEW}", opening, 1.3)
        short, long = opened(few, stack)[0], opened(many, stack)[0]
        _keys(bare, short, long, times)
        _appending(short, long, max(5, times // 10))
        _long(long)
    lag.main()


def _keys(bare: Pseudo, short: Pseudo, long: Pseudo, times: int) -> None:
    floor, with_few, with_many = typed([bare, short, long], times)
    tell("typing to a bare Input", [one / two for one, two in zip(with_few, floor, strict=True)], 1.5)
    tell(f"typing, {MANY} turns to {FEW}", [one / two for one, two in zip(with_many, with_few, strict=True)], 1.2)
    for name, found in (("a bare Input", floor), (f"{FEW} turns", with_few), (f"{MANY} turns", with_many)):
        worst = quantiles(found, n=100)[-1] * 1000
        said = "" if worst <= SLOWEST or found is floor else "  MISSED"
        print(
            f"{'keys, ' + name:<32} median {median(found) * 1000:.1f} ms, p99 {worst:.1f} ms (target {SLOWEST}){said}"
        )


def _appending(short: Pseudo, long: Pseudo, times: int) -> None:
    """An answer that is no number is told, and asked for again."""
    for program in (long, short):
        program.next_paint("1")
        program.next_paint(CLEAR)
    ratios = []
    for _ in range(times):
        taken = []
        for program in (long, short):
            program.next_paint("x")
            taken.append(program.next_paint("\r", 0.03))
            program.rest(0.1)
        ratios.append(taken[0] / taken[1])
    tell(f"a new turn, {MANY} to {FEW}", ratios, 1.3)


def _long(long: Pseudo) -> None:
    resized = [long.resize(*SIZES[number % 2]) * 1000 for number in range(20)]
    tell("a new width, ms", resized, 100, "ms")
    before = long.memory()
    for _ in range(60):
        long.press(PAGE_UP * 10)
        long.rest(0.01)
    print(f"{'memory, MiB':<32} {before:.0f} at the end of {MANY} turns, {long.memory():.0f} after 600 pages up")


if __name__ == "__main__":
    main()
