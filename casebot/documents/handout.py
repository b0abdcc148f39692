"""How is a bank printed as a handout, with or without its answers? In Markdown."""

from collections.abc import Iterator

from casebot.documents.answers import (
    Asked,
    accepted_texts,
    key_texts,
    option_text,
    question_text,
    right_options,
    unit_name,
)
from casebot.documents.markdown import plain
from casebot.documents.sheet import Sheet
from casebot.documents.telling import prose
from casebot.model.bank import Bank
from casebot.model.identity import LETTERS, entry_ids, left_ids, right_ids
from casebot.model.item import BLANK, Cloze, Evidence, Match, Multiple, Numeric, Order, Short, Single, TrueFalse
from casebot.tutoring.chance import shown_choices, shown_rights

_LINE = "_" * 12
_BLANK = "_" * 4


def handout(bank: Bank, case: str, sheet: Sheet, *, seed: int, answers: bool) -> str:
    """The questions of a bank, numbered; with `answers` what is right and why stands below each.

    `seed` decides the order in which options are printed: the same seed, the same handout.
    """
    rows = [f"# {plain(sheet.show(bank.head.title))}", ""]
    for number, (name, item) in enumerate(bank.items.items(), start=1):
        about = Asked(f"{case}/{bank.id}/{name}", item, sheet)
        rows += [f"{number}. {plain(_question(about))}", "", *_space(about, seed), ""]
        if answers:
            rows += [*_answer(about, seed), ""]
    return "\n".join(rows).rstrip() + "\n"


def _question(about: Asked) -> str:
    if isinstance(about.item, Cloze):
        return BLANK.sub(_LINE, about.sheet.show(about.item.text))
    return question_text(about)


def _space(about: Asked, seed: int) -> Iterator[str]:
    """What stands below a question: its options, or room to write."""
    item = about.item
    match item:
        case Single() | Multiple() | Order() | TrueFalse() | Evidence():
            for letter, choice in zip(LETTERS, shown_choices(about.name, item, seed), strict=False):
                yield f"   - {letter}) {plain(option_text(about, choice.id))}"
            if isinstance(item, Order):
                yield from ("", f"   {plain(_places(len(item.items)))}")
        case Match():
            rights = zip(LETTERS, shown_rights(about.name, item, seed), strict=False)
            yield from (
                f"   - {place}) {plain(option_text(about, left))}" for place, left in enumerate(left_ids(item), 1)
            )
            yield from (f"   - {letter}) {plain(option_text(about, right))}" for letter, right in rights)
            yield from ("", f"   {plain(_places(len(item.pairs)))}")
        case Cloze():
            return
        case _:
            yield f"   {plain(_LINE)}{_unit(about)}"


def _unit(about: Asked) -> str:
    """The unit in which a number is asked, behind the room to write it."""
    item, voice = about.item, about.sheet.voice
    if not isinstance(item, Numeric) or item.unit is None:
        return ""
    return f" {plain(unit_name(item.unit.show(voice.language), voice))}"


def _places(count: int) -> str:
    """Numbered blanks for the letters of an order or of pairs."""
    return " ".join(f"{place}. {_BLANK}" for place in range(1, count + 1))


def _answer(about: Asked, seed: int) -> Iterator[str]:
    """What is right, by the letters printed above, its other accepted forms, and the explanation."""
    voice, item = about.sheet.voice, about.item
    also = accepted_texts(about)[1:] if isinstance(item, Short) and item.need is None else ()
    blanks = accepted_texts(about) if isinstance(item, Cloze) else ()
    said = voice.say("unit.semicolon").join(_lettered(about, seed) or blanks or key_texts(about))
    yield f"   > **{plain(voice.say('turn.answer', answer=said))}**"
    if also:
        yield "   >"
        yield f"   > {plain(voice.say('handout.also', answers=voice.say('unit.semicolon').join(also)))}"
    if item.explain is not None:
        yield "   >"
        yield f"   > {plain(prose(item.explain, about.case, about.sheet).text)}"


def _lettered(about: Asked, seed: int) -> tuple[str, ...]:
    """The right options, each behind its letter; an order and pairs by place; () where an answer is typed."""
    item = about.item
    if isinstance(item, Match):
        letters = dict(zip(shown_rights(about.name, item, seed), LETTERS, strict=False))
        pairs = zip(key_texts(about), right_ids(item), strict=True)
        return tuple(f"{place}. {letters[right]}) {text}" for place, (text, right) in enumerate(pairs, 1))
    letters = {
        choice.id: letter for letter, choice in zip(LETTERS, shown_choices(about.name, item, seed), strict=False)
    }
    if isinstance(item, Order):
        return tuple(
            f"{place}. {letters[each]}) {option_text(about, each)}"
            for place, each in enumerate(entry_ids(item.items), 1)
        )
    return tuple(f"{letters[each]}) {option_text(about, each)}" for each in right_options(about))
