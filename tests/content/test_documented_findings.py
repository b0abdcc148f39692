"""Does every finding of the documentation come at the line that the documentation says?"""

import re
import shutil
from pathlib import Path

import pytest

from casebot.content.check import check
from casebot.content.finding import Finding
from casebot.content.samples import Bench
from casebot.content.speech import read_phrases
from casebot.content.targets import targets
from casebot.grading.lexicon import open_dictionary
from casebot.model.languages import SPOKEN
from casebot.words.words import Words

ROOT = Path(__file__).resolve().parent.parent.parent
PLACE = ROOT / "tests" / "place"
DOCS = (ROOT / "docs" / "authoring.md").read_text("utf-8")
SECTIONS = re.split(r"^### ", DOCS.partition("\n## Findings of")[2], flags=re.MULTILINE)[1:]
HEAD = '[bank]\nformat = 1\ntitle = { en = "The bridge", fr = "Le pont" }\n\n'
CODES = [section[:3] for section in SECTIONS]


def example(section: str) -> str | None:
    found = re.search(r"```toml\n(.*?)```", section, re.DOTALL)
    return found[1] if found else None


def found_in(text: str, folder: Path) -> tuple[list[Finding], Path]:
    """The findings on an example: a bank by itself in the small case, or one more file of it."""
    shutil.copytree(PLACE, folder / "place")
    is_bank = re.search(r"^\[+(?:claim|step|lesson|timeline|dilemma)\b", text, re.MULTILINE) is None
    path = folder / "place" / ("question_banks/small/example.toml" if is_bank else "lessons/small/example.toml")
    path.write_text(HEAD + text if is_bank else text, "utf-8")
    bench = Bench(open_dictionary(SPOKEN), read_phrases())
    return check(next(iter(targets([path], ()))), bench)[0], path


@pytest.mark.parametrize("section", [section for section in SECTIONS if example(section)], ids=lambda text: text[:3])
def test_each_example_brings_its_finding_and_no_other(tmp_path: Path, section: str) -> None:
    text = example(section)
    assert text is not None
    findings, path = found_in(text, tmp_path)
    lines = path.read_text("utf-8").splitlines()
    wanted = [(number, section[:3]) for number, line in enumerate(lines, 1) if line.rstrip().endswith("# <-")]
    assert wanted
    assert sorted({(finding.place.line, finding.code) for finding in findings}) == wanted


def test_every_code_that_can_be_found_is_documented_once() -> None:
    words = Words("en")
    known = {f"{number:03}" for number in range(1000) if f"check.{number:03}" in words}
    assert sorted(CODES) == sorted(known)
    for code in known:
        assert f"check.{code}-help" in words or code.startswith("3"), code
