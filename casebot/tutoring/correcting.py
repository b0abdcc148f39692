"""What follows where a learner was sure and wrong?

The right answer is typed once, and the question comes back at the end. Errors made with confidence are the ones that a
correction mends best, if the learner attends to it (hypercorrection: Butterfield and Metcalfe 2001).
"""

from collections.abc import Iterator
from typing import Final

from casebot.grading.matching import nearly
from casebot.grading.normalise import fold, normalise
from casebot.model.attempt import Note
from casebot.model.item import Evidence, Item, Numeric, Short, Single, TrueFalse
from casebot.tutoring.draft import Draft, Open
from casebot.tutoring.judging import judge
from casebot.tutoring.steps import pass_on

_TYPED: Final = (Single, TrueFalse, Evidence, Short, Numeric)
"""Kinds whose answer is a line that can be typed."""
ABOUT: Final = "correction:"
"""How the notes that hold corrections name what they are about, before the item."""


def owe(draft: Draft, opened: Open) -> None:
    """Asks for the right answer in the learner's own typing, and for the question once more at the end."""
    if opened.name not in draft.state.owed:
        draft.change(owed=(*draft.state.owed, opened.name))
    if isinstance(opened.item, _TYPED):
        draft.change(waiting="correction")
        draft.say("asks", "correction", item=opened.name)


def correct(draft: Draft, line: str) -> None:
    """Takes a typed correction: kept and passed where it is the right answer, else asked for again."""
    judged = draft.state.judged
    item = draft.book.item(judged.item) if judged is not None else None
    if judged is None or item is None:
        pass_on(draft)
    elif not line:
        draft.say("asks", "correction", item=judged.item)
    elif not _says(draft, judged.item, item, line):
        draft.say("you", "typed", text=line)
        draft.say("notice", "correction-again", item=judged.item)
    else:
        draft.say("you", "typed", text=line)
        state = draft.state
        about = f"{ABOUT}{judged.item}"
        note_id = draft.new_id()
        draft.entries.append(
            Note(
                id=note_id,
                learner=state.learner,
                session=state.session,
                about=about,
                at=draft.at,
                lang=state.lang,
                text=line,
            )
        )
        draft.say("right", "corrected")
        pass_on(draft)


def _says(draft: Draft, name: str, item: Item, line: str) -> bool:
    """Whether a line says the right answer in words, slips of copying apart: the letter of an option does not."""
    chosen = isinstance(item, Single | TrueFalse | Evidence)
    if chosen and len(line) == 1:
        return False
    given = fold(normalise(line))
    copied = isinstance(item, Single) and any(nearly(fold(normalise(text)), given) for text in _right_texts(item))
    return copied or judge(draft.book, name, item, line, draft.state.lang, draft.state.seed).grade.right


def _right_texts(item: Single) -> Iterator[str]:
    """The right option in every language."""
    return (text for option in item.options if option.right for _, text in option.text.each())
