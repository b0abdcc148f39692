"""Are the near misses of a question made as they should be, and always the same?"""

from pydantic import TypeAdapter

from casebot.content.near_misses import near_misses
from casebot.grading.lexicon import Lexicon
from casebot.model.bank import Bank, BankHead
from casebot.model.item import AnyItem, Item

ITEM: TypeAdapter[Item] = TypeAdapter(AnyItem)


def made(lexicon: Lexicon, *others: Item, language: str = "en", **parts: object) -> list[tuple[str, str, bool]]:
    item = ITEM.validate_python({"en": "Which one?", "fr": "Lequel ?", **parts})
    head = BankHead.model_validate({"format": 1, "title": "T"})
    bank = Bank(id="bank", head=head, items={str(place): each for place, each in enumerate((item, *others))})
    once, again = (list(near_misses(item, language, bank, lexicon)) for _ in range(2))
    assert once == again
    return [(miss.code, miss.answer, miss.right) for miss in once]


def test_words(lexicon: Lexicon) -> None:
    other = ITEM.validate_python({"kind": "short", "en": "What?", "fr": "Quoi ?", "accept": ["the bridge"]})
    wrong = [{"match": ["Bern"], "why": "No."}]
    found = made(lexicon, other, kind="short", accept=["Anna Petit", "city paid builders in 2019"], wrong=wrong)
    assert ("418", "Petit Anna", True) in found
    assert ("411", "city paid builders in 3019", False) in found
    assert ("412", "not Anna Petit", False) in found
    assert ("413", "the bridge", False) in found
    assert ("413", "Bern", False) in found
    assert ("415", "city paid builers in 2019", True) in found
    assert ("417", "builders paid city", False) in made(lexicon, kind="short", accept=["city paid builders"])
    assert ("416", "l'arriere", True) in made(lexicon, language="fr", kind="short", accept=["l'arrière"])
    assert ("414", "rest", False) in made(lexicon, kind="short", accept=["rust"])


def test_numbers_blanks_and_points(lexicon: Lexicon) -> None:
    assert {answer for _, answer, right in made(lexicon, kind="numeric", answer=44, unit="km") if not right} >= {
        "45",
        "44000",
        "not 44",
    }
    blanks = made(lexicon, kind="cloze", en="{when} by {whom}", fr="{when} par {whom}", blanks=BLANKS)
    assert ("411", "3019; Anna", False) in blanks
    assert ("413", "2019; 2019", False) in blanks
    assert ("412", "2019; not Anna", False) in blanks
    point = {"id": "p", "terms": {"en": [["rust"]], "fr": [["rouille"]]}, "hint": "h", "prompt": "p", "tell": "t"}
    free = made(lexicon, kind="free", keypoints=[point], samples={"right": {"en": ["There was rust."]}})
    assert free == [("412", "It is not true that There was rust.", False), ("413", "Which one?", False)]


BLANKS = {"when": ["2019"], "whom": ["Anna"]}
