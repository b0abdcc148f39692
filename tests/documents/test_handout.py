"""Can a class be given the handout of a bank, and corrected with it?"""

import re
from pathlib import Path

import pytest

from tests.command import casebot


@pytest.fixture(params=["en", "fr"])
def parts(small_place: Path, request: pytest.FixtureRequest) -> dict[str, str]:
    """The handout of the small bank, with answers, by the first words of each question."""
    bank = small_place / "question_banks/small/bank.toml"
    text = casebot("export", "--format", "md", bank, "--answers", "--lang", request.param).stdout
    pieces = re.split(r"^\d+\. ", text, flags=re.MULTILINE)[1:]
    names = [match[1] for match in re.finditer(r"^\[q\.(.+)\]", bank.read_text("utf-8"), re.MULTILINE)]
    return dict(zip(names, pieces, strict=True))


def told(part: str) -> str:
    """The answer line of a question."""
    return next(line for line in part.splitlines() if line.lstrip().startswith("> **"))


def offered(part: str) -> dict[str, str]:
    """The options of a question by their letters."""
    return dict(re.findall(r"^   - ([a-h])\) (.+)$", part, re.MULTILINE))


@pytest.mark.parametrize("name", ["cause", "signs", "closed", "sequence", "pairs"])
def test_answers_carry_the_letters_of_their_options(parts: dict[str, str], name: str) -> None:
    answer, options = told(parts[name]), offered(parts[name])
    lettered = re.findall(r"([a-h])\) ([^;*]+?)(?=\s?;|\*\*|$)", answer)
    assert lettered
    assert all(text.rpartition(" = ")[2].strip() == options[letter] for letter, text in lettered)


def test_an_order_has_blanks_to_write_in(parts: dict[str, str]) -> None:
    assert all(re.search(rf"\b{place}\\?\. (?:\\_){{4}}", parts["sequence"]) for place in range(1, 5))


def test_all_accepted_forms_are_told(parts: dict[str, str]) -> None:
    assert "City Gazette" in told(parts["city"])
    assert re.search(r"> (also|accepté aussi).?: the Gazette", parts["city"])
