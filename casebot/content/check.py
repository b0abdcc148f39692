"""What is wrong with a case: shape, references, meaning, samples, languages, craft?"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from casebot.content.craft import craft
from casebot.content.finding import Finding
from casebot.content.library import Loaded, load_files
from casebot.content.meaning import meaning
from casebot.content.references import references
from casebot.content.samples import Bench, samples
from casebot.content.targets import Target
from casebot.content.translations import translations

Rule = Callable[[Loaded], Iterator[Finding]]
RULES: Final[tuple[Rule, ...]] = (references, meaning, translations, craft)


def check(target: Target, bench: Bench | None = None, *, generate: bool = True) -> tuple[list[Finding], int]:
    """Every finding of a target in the order of files and lines, and how many files were read.

    Samples are graded with a `bench`, near misses with it and `generate`.
    """
    loaded = load_files(target.case, target.case_files, target.bank_files)
    found = [*loaded.findings, *(finding for rule in RULES for finding in rule(loaded))]
    if bench is not None:
        found += samples(loaded, bench, generate=generate)
    files = {str(path) for path in (*target.case_files, *target.bank_files)}
    if target.wanted:
        names = {name for name in files if Path(name).resolve() in target.wanted}
        found = [finding for finding in found if finding.place.file in names]
        files = names
    once = {(finding.place, finding.code, *finding.args.values()): finding for finding in found}
    return sorted(once.values(), key=lambda finding: (finding.place, finding.code)), len(files)
