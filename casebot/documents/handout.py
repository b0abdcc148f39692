"""How is a bank printed as a handout, with or without its answers? In Markdown."""

from collections.abc import Iterator

from casebot.documents.answers import Asked, key_texts, option_text, question_text, unit_name
from casebot.documents.markdown import plain
from casebot.documents.sheet import Sheet
from casebot.documents.telling import prose
from casebot.model.bank import Bank
from casebot.model.identity import LETTERS, left_ids
from casebot.model.item import BLANK, Cloze, Evidence, Match, Multiple, Numeric, Order, Single, TrueFalse
from casebot.tutoring.chance import shown_choices, shown_rights

_LINE = "_" * 12


def handout(bank: Bank, case: str, sheet: Sheet, *, seed: int, answers: bool) -> str:
    """The questions of a bank, numbered; with `answers` what is right and why stands below each.

    `seed` decides the order in which options are printed: the same seed, the same handout.
    """
    rows = [f"# {plain(sheet.show(bank.head.title))}", ""]
    for number, (name, item) in enumerate(bank.items.items(), start=1):
        about = Asked(f"{case}/{bank.id}/{name}", item, sheet)
        rows += [f"{number}. {plain(_question(about))}", "", *_space(about, seed), ""]
        if answers:
            rows += [*_answer(about), ""]
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
        case Match():
            rights = zip(LETTERS, shown_rights(about.name, item, seed), strict=False)
            yield from (
                f"   - {place}) {plain(option_text(about, left))}" for place, left in enumerate(left_ids(item), 1)
            )
            yield from (f"   - {letter}) {plain(option_text(about, right))}" for letter, right in rights)
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


def _answer(about: Asked) -> Iterator[str]:
    """What is right, and the explanation."""
    voice, item = about.sheet.voice, about.item
    said = voice.say("unit.semicolon").join(key_texts(about))
    yield f"   > **{plain(voice.say('turn.answer', answer=said))}**"
    if item.explain is not None:
        yield f"   > {plain(prose(item.explain, about.case, about.sheet).text)}"
