"""How long do hostile answers take, to every kind of question? `python -m benchmarks.hostile`."""

import time

from pydantic import TypeAdapter

from casebot.content.speech import read_phrases
from casebot.grading.grade import grade
from casebot.grading.lexicon import open_dictionary
from casebot.grading.setting import Setting
from casebot.model.item import AnyItem, Item
from casebot.model.languages import SPOKEN

ITEM: TypeAdapter[Item] = TypeAdapter(AnyItem)


def setting(language: str = "en") -> Setting:
    """What grading depends on, without a bank."""
    return Setting(language, open_dictionary(SPOKEN), read_phrases())


def made(**parts: object) -> Item:
    """An item of these parts."""
    return ITEM.validate_python({"en": "Which?", "fr": "Lequel ?", **parts})


def short(*accept: str) -> Item:
    """A short item with these answers."""
    return made(kind="short", accept=list(accept))


HOSTILE = (
    "x" * 1_000_000,
    "word " * 200_000,
    "a" + "\u0301" * 100_000,
    "1" * 500_000,
    "1,234," * 100_000,
    "(" * 200_000,
    "not " * 100_000,
    "or " * 100_000,
    "\ud800" * 1_000,
    "\x00" * 1_000,
    "\u202e" + "🦀" * 100_000,
    "cent " * 50_000,
    "a=b;" * 100_000,
    "a," * 300_000,
)
"""Answers that would be slow to read if nothing bounded them."""

FREE = made(
    kind="free",
    keypoints=[
        {"id": "rust", "terms": [["rust"]], "hint": "h", "prompt": "p", "tell": "rust"},
        {"id": "cables", "terms": [["cables"]], "hint": "h", "prompt": "p", "tell": "cables"},
    ],
)
KINDS: list[Item] = [
    short("specific performance"),
    short(*(f"answer number {place}" for place in range(200))),
    made(kind="short", mode="terms", accept=["content moderation of platforms"]),
    made(kind="short", need=3, accept=["one thing", "another", "a third", "a fourth"]),
    made(kind="numeric", answer=44, unit="billion USD", tolerance="2 %"),
    made(kind="single", options=[{"text": "no it is not"}, {"text": "yes it is", "right": True}]),
    made(kind="multiple", options=[{"text": "no it is not"}, {"text": "yes it is", "right": True}]),
    made(kind="true-false", answer=False),
    made(kind="order", items=[{"text": "one"}, {"text": "two"}, {"text": "three"}]),
    made(kind="match", pairs=[{"left": "a", "right": "b"}, {"left": "c", "right": "d"}]),
    made(kind="cloze", blanks={"x": ["bridge"]}, en="The {x}.", fr="Le {x}."),
    made(kind="evidence", answer="opinion"),
    FREE,
]
"""A question of each kind; two hundred answers in one."""


def hostile() -> None:
    """Prints the slowest hostile answer to each question."""
    for item in KINDS:
        grade(item, "warm", setting())
        times = []
        for text in HOSTILE:
            begun = time.perf_counter()
            grade(item, text, setting())
            times.append((time.perf_counter() - begun, text[:12]))
        slowest, shown = max(times)
        print(f"hostile answers, {item.kind}: slowest {slowest * 1e3:.1f} ms ({shown!r}...)")


if __name__ == "__main__":
    hostile()
