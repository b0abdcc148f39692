"""How are answers said in words: options, what was chosen, what is right, and what the author says to a mistake?"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from casebot.documents.passage import visible
from casebot.documents.sheet import Sheet
from casebot.documents.telling import prose
from casebot.documents.voice import Voice
from casebot.grading.arranged import bucket
from casebot.model.claim import STANDINGS
from casebot.model.identity import entry_ids, left_ids, right_ids
from casebot.model.item import (
    BLANK,
    Cloze,
    Evidence,
    Free,
    Item,
    Match,
    Multiple,
    Numeric,
    Order,
    Short,
    Single,
    TrueFalse,
)
from casebot.model.lesson import MARK
from casebot.model.response import split_ids, split_pairs
from casebot.model.text import Text
from casebot.tutoring.turns import Turn


class Asked(NamedTuple):
    """An item with its full name, and the sheet on which it is written about."""

    name: str
    item: Item
    sheet: Sheet

    @property
    def case(self) -> str:
        """The id of the item's case."""
        return self.name.partition("/")[0]


def asked(turn: Turn, sheet: Sheet) -> Asked | None:
    """The item a turn is about; None where it is gone."""
    name = str(turn.args.get("item", ""))
    item = sheet.book.item(name)
    return Asked(name, item, sheet) if item is not None else None


def _texts(item: Item) -> dict[str, Text]:
    match item:
        case Single() | Multiple():
            return dict(zip(entry_ids(item.options), (each.text for each in item.options), strict=True))
        case Order():
            return dict(zip(entry_ids(item.items), (each.text for each in item.items), strict=True))
        case Match():
            lefts = dict(zip(left_ids(item), (pair.left for pair in item.pairs), strict=True))
            return lefts | dict(zip(right_ids(item), (pair.right for pair in item.pairs), strict=True))
        case _:
            return {}


def stem_text(about: Asked) -> str:
    """The question by itself in one line: what it asks, or the statement it asks about."""
    item, sheet = about.item, about.sheet
    if isinstance(item, Cloze):
        return BLANK.sub("____", sheet.show(item.text))
    text = sheet.book.statement(about.name, item) if isinstance(item, Evidence) else item.text
    return MARK.sub("", sheet.show(text)) if text is not None else about.name


def question_text(about: Asked) -> str:
    """The question in one line, with what is asked of a statement: a statement by itself could be read as a claim."""
    if not isinstance(about.item, Evidence | TrueFalse):
        return stem_text(about)
    kind = "evidence" if isinstance(about.item, Evidence) else "true-false"
    return f"{about.sheet.voice.say(f'ask.{kind}')} {stem_text(about)}"


def option_text(about: Asked, option: str) -> str:
    """The text of an option, an entry, or a side of a pair, by its id; the id itself where it is gone."""
    voice = about.sheet.voice
    key = {TrueFalse: f"truth.{option}", Evidence: f"bucket.{option}"}.get(type(about.item), "")
    if key in voice:
        return voice.say(key)
    text = _texts(about.item).get(option)
    return about.sheet.show(text) if text is not None else visible(option)


def offered_text(about: Asked, option: str) -> str:
    """The text of an option where it is offered: a bucket with the signs of its statuses before it."""
    text = option_text(about, option)
    return f"{bucket_signs(option):<3} {text}" if isinstance(about.item, Evidence) else text


def bucket_signs(name: str) -> str:
    """The signs of the statuses that a bucket takes."""
    return " ".join(standing.sign for standing in STANDINGS.values() if standing.bucket == name)


def unit_name(unit: str, voice: Voice, *, asked: bool = False) -> str:
    """A unit such as "billion USD" as the language says it, behind a number or as it is asked for.

    44 billion dollars, in billions of dollars; an author's own words stay.
    """
    words = unit.split()
    said = []
    for place, word in enumerate(words):
        last = place + 1 == len(words)
        key = f"unit.{word}" if last else f"unit.{word}-of"
        many = f"unit.{word}-many" if last else f"unit.{word}-many-of"
        key = many if asked and many in voice else key
        said.append(voice.say(key) if key in voice else word)
    return " ".join(said)


def chosen_texts(about: Asked, response: str) -> tuple[str, ...]:
    """A stored response in words, a line for each part of it."""
    item = about.item
    if isinstance(item, Match):
        return tuple(
            f"{option_text(about, left)} = {option_text(about, right)}" for left, right in split_pairs(response).items()
        )
    if isinstance(item, Free):
        return tuple(map(visible, response.splitlines()))
    if isinstance(item, Short | Numeric | Cloze):
        return (visible(response),)
    shown = tuple(option_text(about, option) for option in split_ids(response))
    return tuple(f"{place}. {text}" for place, text in enumerate(shown, 1)) if isinstance(item, Order) else shown


def key_texts(about: Asked) -> tuple[str, ...]:
    """The right answer in words, a line for each part of it."""
    item, voice = about.item, about.sheet.voice
    match item:
        case Single() | Multiple() | TrueFalse() | Evidence():
            return tuple(option_text(about, option) for option in right_options(about))
        case Short():
            words = item.accept.show(voice.language)
            shown = ", ".join(words if item.need is not None else words[:1])
            return (voice.typeset(_unmarked(shown)),)
        case Numeric():
            unit = unit_name(item.unit.show(voice.language), voice) if item.unit is not None else ""
            return (voice.typeset(f"{voice.number(item.answer)} {unit}".strip()),)
        case Cloze():
            return tuple(f"({n}) {each.show(voice.language)[0]}" for n, each in enumerate(item.blanks.values(), 1))
        case Order():
            return tuple(f"{place}. {about.sheet.show(each.text)}" for place, each in enumerate(item.items, 1))
        case Match():
            return tuple(f"{about.sheet.show(pair.left)} = {about.sheet.show(pair.right)}" for pair in item.pairs)
        case Free():
            return (
                (about.sheet.show(item.model),)
                if item.model is not None
                else tuple(about.sheet.show(point.tell) for point in item.keypoints)
            )


def right_options(about: Asked) -> tuple[str, ...]:
    """The ids of the right options; () where there are none to choose from, or where they are put in order."""
    item = about.item
    match item:
        case Single() | Multiple():
            named = zip(entry_ids(item.options), item.options, strict=True)
            return tuple(name for name, option in named if option.right)
        case TrueFalse():
            return ("true" if item.answer else "false",)
        case Evidence():
            known = bucket(item, about.sheet.book.cases[about.case].claims)
            return (known,) if known else ()
        case _:
            return ()


def accepted_texts(about: Asked) -> tuple[str, ...]:
    """Every form in which a typed answer is accepted, the one that is told first; () where answers are chosen."""
    item, voice = about.item, about.sheet.voice
    if isinstance(item, Short):
        return tuple(voice.typeset(_unmarked(text)) for text in item.accept.show(voice.language))
    if isinstance(item, Cloze):
        forms = ((n, ", ".join(each.show(voice.language))) for n, each in enumerate(item.blanks.values(), 1))
        return tuple(f"({n}) {voice.typeset(text)}" for n, text in forms)
    return key_texts(about) if isinstance(item, Numeric) else ()


def _unmarked(text: str) -> str:
    """An accepted answer without the brackets around what may be left out."""
    return text.replace("[", "").replace("]", "")


def feedback_text(item: Item, reference: str) -> Text | None:
    """The author's text for a mistake, by the reference that a grade carries; None where there is none."""
    kind, _, which = reference.partition(":")
    match kind, item:
        case "statement", TrueFalse():
            return item.why
        case "option", Single() | Multiple():
            return dict(zip(entry_ids(item.options), (each.why for each in item.options), strict=True)).get(which)
        case "misconception", Free() if which.isdigit() and int(which) < len(item.misconceptions):
            return item.misconceptions[int(which)].why
        case "wrong", (Short() | Numeric() | Cloze()) if which.isdigit() and int(which) < len(item.wrong):
            return item.wrong[int(which)].why
        case _:
            return None


def told_of(tag: str, names: Iterable[str], sheet: Sheet) -> str:
    """What an author says to a misconception, in the first of these items that knows it; "" where none does."""
    items = ((name, sheet.book.item(name)) for name in names)
    found = ((name, why) for name, item in items if item is not None for known, why in _tagged(item) if known == tag)
    return next((prose(why, name.partition("/")[0], sheet).text for name, why in found), "")


def _tagged(item: Item) -> Iterator[tuple[str, Text]]:
    """The misconceptions that an item knows, each with what is said to it."""
    match item:
        case TrueFalse():
            known = [(item.tag, item.why)]
        case Single() | Multiple():
            known = [(option.tag, option.why) for option in item.options]
        case Short() | Numeric() | Cloze():
            known = [(wrong.tag, wrong.why) for wrong in item.wrong]
        case Free():
            known = [(each.tag, each.why) for each in item.misconceptions]
        case Order() | Match() | Evidence():
            known = []
    yield from ((tag, why) for tag, why in known if tag is not None and why is not None)
