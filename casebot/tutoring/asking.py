"""What does the case answer to a question that a learner puts to it?

Nothing is said but the case's own claims. While a question of casebot's own is open, the next hint comes instead: an
answer would give it away.
"""

from casebot.lookup.answer import look_up
from casebot.lookup.follow_up import Asked
from casebot.tutoring.draft import Draft
from casebot.tutoring.expectation import open_question
from casebot.tutoring.hints import hint_waits, next_rung
from casebot.tutoring.state import Put


def put(draft: Draft, text: str) -> None:
    """Puts a question to the cases; the learner's line has been said already."""
    state = draft.state
    if open_question(state, draft.book) is not None:
        if hint_waits(draft):
            draft.say("notice", "case-waits")
            next_rung(draft, asked=False)
        else:
            draft.say("notice", "case-waits-alone")
        return
    if not text.strip():
        draft.say("notice", "ask-what")
        return
    last = Asked(state.put.text, state.put.claims) if state.put is not None else None
    nearest_first = sorted(draft.book.lookup, key=lambda index: index.case.head.id != state.case)
    found = look_up(nearest_first, text, state.lang, last)
    draft.change(put=Put(text=found.asked.text, claims=found.asked.claims))
    if found.claims:
        names = tuple(f"{each.case}/{each.claim}" for each in found.claims)
        pages = tuple(f"{each.case}/{each.page}" if each.page else "" for each in found.claims)
        draft.say("source", "passages", claims=names, pages=pages, corrected=found.corrected)
    else:
        draft.say(
            "notice", "case-silent", topics=tuple(f"{each.kind}:{each.case}/{each.name}" for each in found.topics)
        )
