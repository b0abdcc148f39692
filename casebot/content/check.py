"""What is wrong with a case beyond its shape?"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from casebot.content.finding import Finding
from casebot.content.library import Loaded, load_files
from casebot.content.references import references
from casebot.content.targets import Target

Rule = Callable[[Loaded], Iterator[Finding]]
RULES: Final[tuple[Rule, ...]] = (references,)


def check(target: Target) -> tuple[list[Finding], int]:
    """Every finding of a target in the order of files and lines, and how many files were read."""
    loaded = load_files(target.case, target.case_files, target.bank_files)
    found = [*loaded.findings, *(finding for rule in RULES for finding in rule(loaded))]
    files = {str(path) for path in (*target.case_files, *target.bank_files)}
    if target.wanted:
        names = {name for name in files if Path(name).resolve() in target.wanted}
        found = [finding for finding in found if finding.place.file in names]
        files = names
    return sorted(found, key=lambda finding: (finding.place, finding.code)), len(files)
