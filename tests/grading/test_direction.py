"""Who did what to whom: are the same words the other way round another answer?"""

import pytest

from casebot.grading.lexicon import Lexicon
from tests.grading.test_typed import made, verdict

SUED = made(kind="short", accept={"en": ["The city sued Bern"], "fr": ["La ville a poursuivi Berne"]})
BEFORE = made(kind="short", accept={"en": ["revenue before costs"], "fr": ["le revenu avant les coûts"]})
PASSIVE = made(kind="short", accept={"en": ["city sued by builders"], "fr": ["ville poursuivie par bâtisseurs"]})
FREE = made(kind="short", accept={"en": ["members of the city council", "Anna Petit"], "fr": ["huile, gaz et bois"]})


@pytest.mark.parametrize(
    ("item", "language", "response", "right"),
    [
        (SUED, "en", "Bern sued the city", False),
        (SUED, "en", "Bern was sued by the city", True),
        (SUED, "en", "the city was sued by Bern", False),
        (SUED, "en", "the city, I think, sued Bern", True),
        (SUED, "fr", "Berne a poursuivi la ville", False),
        (SUED, "fr", "Berne a été poursuivie par la ville", True),
        (SUED, "fr", "la ville a été poursuivie par Berne", False),
        (BEFORE, "en", "costs before revenue", False),
        (BEFORE, "en", "costs befor revenue", False),
        (BEFORE, "en", "revenue befor costs", True),
        (BEFORE, "fr", "les coûts avant le revenu", False),
        (PASSIVE, "en", "city sued builders", False),
        (PASSIVE, "en", "builders sued by city", False),
        (FREE, "en", "city council members", True),
        (FREE, "en", "Petit Anna", True),
        (FREE, "fr", "bois, gaz, huile", True),
    ],
)
def test_the_other_way_round_is_another_answer(
    lexicon: Lexicon, item: object, language: str, response: str, right: bool
) -> None:
    found = verdict(item, response, lexicon, language)  # type: ignore[arg-type]
    assert (found[0] in {"correct", "close"}) == right, found


DENIED = made(
    kind="free",
    keypoints=[
        {
            "id": "rust",
            "terms": {"en": [["rust"]], "fr": [["rouille"]]},
            "hint": "h",
            "prompt": "p",
            "tell": "t",
        }
    ],
)


@pytest.mark.parametrize(
    ("language", "response", "right"),
    [
        ("en", "There was rust.", True),
        ("en", "It is not true that the engineers of the city ever came across rust.", False),
        ("en", "I don't think that anyone at the time could have seen any rust.", False),
        ("en", "It is not true that they slept. They found rust.", True),
        ("fr", "Il est faux que les ingénieurs de la ville aient trouvé de la rouille.", False),
        ("fr", "Il n'est pas vrai qu'on ait, ce jour-là, vu quelque part de la rouille.", False),
        ("fr", "Il y avait de la rouille.", True),
    ],
)
def test_a_sentence_that_is_denied_says_nothing(lexicon: Lexicon, language: str, response: str, right: bool) -> None:
    assert (verdict(DENIED, response, lexicon, language)[0] == "correct") == right
