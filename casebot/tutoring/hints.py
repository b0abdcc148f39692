"""Which hint comes next?"""

from casebot.tutoring.draft import Draft, Open
from casebot.tutoring.expectation import hint_left


def hint_waits(draft: Draft) -> bool:
    """Whether the open question's ladder has another rung."""
    opened = draft.open_item()
    return opened is not None and _left(draft, opened)


def _left(draft: Draft, opened: Open) -> bool:
    return hint_left(draft.book, opened.name, opened.item, opened.asking, opened.planned)


def next_rung(draft: Draft, *, asked: bool) -> bool:
    """Says the next rung of the open question's ladder; False where there is none.

    One that is `asked` for takes credit from the next try; one that comes by itself does not.
    """
    opened = draft.open_item()
    if opened is None or not _left(draft, opened):
        return False
    rungs = opened.asking.rungs
    draft.say("hints", "hint", item=opened.name, rung=rungs)
    draft.ask(rungs=rungs + 1, asked=opened.asking.asked + asked)
    return True
