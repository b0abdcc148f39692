"""Does `check` tell a slip on the line that a person would mend? `python -m benchmarks.authoring [--errors]`.

400 single slips of one seed are looked at, 400 of another are scored only. A slip counts as placed where the first
error stands on its line (for a missing key or translation on the header of its item), as found where any error names
its item, and as silent where `check` has nothing to say.
"""

import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from benchmarks.slips.dealing import slips
from benchmarks.slips.reading import Slip
from casebot.content.check import check
from casebot.content.finding import Finding
from casebot.content.targets import targets

ROOT = Path(__file__).resolve().parent.parent
COUNT = 400
LOOKED_AT, KEPT = 1, 20261122
AT_HEADER = frozenset({"missing-inner-translation", "missing-field-translation"})
"""Kinds whose line is the header of the item: so the format says of every missing translation."""


def findings(place: Path, slip: Slip) -> list[Finding]:
    """What `check` says of a case in which one file has a slip."""
    path = place / slip.file
    kept = path.read_bytes()
    path.write_text(slip.text, "utf-8", newline="")
    try:
        return [finding for target in targets([place], ()) for finding in check(target)[0]]
    finally:
        path.write_bytes(kept)


def header(text: str, line: int) -> int:
    """The line of the last header at or above a line."""
    rows = text.splitlines()
    return next((number for number in range(line, 0, -1) if rows[number - 1].lstrip().startswith("[")), 1)


def expected(slip: Slip) -> int:
    """The line that should be told."""
    return header(slip.text, slip.line) if slip.name in AT_HEADER else slip.line


def score(seed: int, *, errors: bool) -> None:
    """Prints how many slips of a seed are placed, found and silent, by kind."""
    placed, found, silent, of = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        for name in ("lessons", "question_banks"):
            shutil.copytree(ROOT / name, place / name)
        for slip in slips(place, seed, COUNT):
            told = [each for each in findings(place, slip) if each.severity == "error"]
            here = [each for each in told if each.place.file == str(place / slip.file)]
            line, first = expected(slip), next(iter(here), None)
            same = {header(slip.text, max(1, each.place.line)) for each in here} & {header(slip.text, slip.line)}
            for kind in (slip.name, "all"):
                of[kind] += 1
                placed[kind] += first is not None and first.place.line == line
                found[kind] += bool(same)
                silent[kind] += not told
            if errors and (first is None or first.place.line != line):
                _tell(slip, line, told)
    print(f"seed {seed}: {'looked at' if errors or seed == LOOKED_AT else 'kept, scored only'}")
    print(f"  {'kind':<28}{'n':>5}{'line':>8}{'item':>8}{'silent':>8}")
    for kind in sorted(of, key=lambda each: (each == "all", each)):
        n = of[kind]
        if kind == "all" or seed == LOOKED_AT:
            print(f"  {kind:<28}{n:>5}{placed[kind] / n:>8.3f}{found[kind] / n:>8.3f}{silent[kind] / n:>8.3f}")


def _tell(slip: Slip, line: int, told: Sequence[Finding]) -> None:
    rows = slip.text.splitlines()
    shown = rows[line - 1].strip()[:70] if line <= len(rows) else ""
    print(f"  {slip.name} {slip.file}:{line} [{slip.item}] {shown}")
    for finding in told[:3]:
        print(f"      {Path(finding.place.file).name}:{finding.place.line} {finding.code} {dict(finding.args)}"[:150])


if __name__ == "__main__":
    score(LOOKED_AT, errors="--errors" in sys.argv)
    score(KEPT, errors=False)
