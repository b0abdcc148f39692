"""What do the command words do?"""

from casebot.model.attempt import Appeal
from casebot.model.item import Free, Numeric, Short
from casebot.tutoring.answering import conclude, finish_talk, skip_item
from casebot.tutoring.book import rests_on
from casebot.tutoring.correcting import correct
from casebot.tutoring.deliberating import use_at_dilemma
from casebot.tutoring.draft import Draft
from casebot.tutoring.expectation import withheld
from casebot.tutoring.hints import next_rung
from casebot.tutoring.moves import Word
from casebot.tutoring.plan import item_name
from casebot.tutoring.steps import go_back, pass_on, repeat
from casebot.tutoring.talking import help_on
from casebot.tutoring.turns import Arg


def use(draft: Draft, word: Word) -> None:
    """Carries out a command."""
    if use_at_dilemma(draft, word):
        return
    match word:
        case "continue":
            go_on(draft)
        case "hint":
            hint(draft)
        case "why":
            why(draft)
        case "source":
            source(draft)
        case "skip":
            skip(draft)
        case "repeat":
            repeat(draft)
        case "back":
            back(draft)
        case "appeal":
            appeal(draft)
        case "help" | "argument":
            draft.say("notice", _help(draft) if word == "help" else "no-argument")
        case "quit":
            draft.leave = True
            draft.say("notice", "not-kept" if draft.state.preview else "saved")
        case "en" | "fr":
            speak(draft, word)


def _help(draft: Draft) -> str:
    opened = draft.open_item()
    return "help" if opened is None or opened.asking.pending is None else "certainty-help"


def go_on(draft: Draft) -> None:
    """Goes on from a page or a verdict; a question waits for its answer."""
    if draft.state.finished:
        return
    if draft.state.run == "ask":
        draft.say("notice", "ask-what")
        return
    opened = draft.open_item()
    if draft.state.waiting == "correction":
        correct(draft, "")
    elif opened is None:
        pass_on(draft)
    else:
        draft.say("notice", "blank-empty" if opened.asking.pending is None else "certainty-first")


def hint(draft: Draft) -> None:
    """Gives the next hint, which costs some credit; says so where there is none."""
    opened = draft.open_item()
    if opened is None:
        draft.say("notice", "no-question")
    elif opened.planned.phase == "pre":
        draft.say("notice", "no-hint-before")
    elif opened.asking.pending is not None:
        draft.say("notice", "certainty-first")
    elif not next_rung(draft, asked=True):
        if isinstance(opened.item, Free):
            if help_on(draft, opened, opened.item):
                finish_talk(draft, opened, opened.item)
        else:
            draft.say("notice", "no-more-hints")


def back(draft: Draft) -> None:
    """Takes back an answer that waits for its certainty; else shows the page before."""
    opened = draft.open_item()
    if opened is not None and opened.asking.pending is not None:
        typed = isinstance(opened.item, Short | Numeric)
        draft.ask(pending=None, begun=opened.asking.pending.response if typed else "")
        draft.say("notice", "taken-back")
    else:
        go_back(draft)


def why(draft: Draft) -> None:
    """Tells the reasons of the last verdict, what the author says to the mistake, and, once closed, the answer."""
    judged = draft.state.judged
    if judged is None:
        draft.say("notice", "nothing-judged")
        return
    grade, named = judged.grade, not draft.state.waiting
    opened = draft.open_item()
    closed = opened is None or opened.name != judged.item
    about: dict[str, Arg] = {"item": judged.item, "response": judged.response, "verdict": grade.verdict, "named": named}
    draft.say("tells", "why", grade.reasons, **about, feedback=grade.feedback, closed=closed)


def source(draft: Draft) -> None:
    """Opens the claims of the page or of the last verdict, with note and sources; those of an open question wait."""
    claims = tuple(name for name in _claims_here(draft) if name not in withheld(draft.state, draft.book))
    if claims:
        draft.say("source", "claims", claims=claims)
    else:
        draft.say("notice", "no-source" if draft.state.asking is None else "source-waits")


def _claims_here(draft: Draft) -> tuple[str, ...]:
    state, judged = draft.state, draft.state.judged
    planned = draft.planned()
    if state.waiting and judged is not None:
        item = draft.book.item(judged.item)
        return rests_on(judged.item, item) if item else ()
    if planned is not None and item_name(state, planned) is None:
        return draft.book.step_claims(f"{state.case}/{state.target}/{planned.id}")
    return ()


def skip(draft: Draft) -> None:
    """Goes past whatever the session waits for."""
    opened = draft.open_item()
    if draft.state.waiting == "correction":
        pass_on(draft)
    elif opened is None:
        go_on(draft)
    elif opened.asking.pending is not None:
        conclude(draft, opened, opened.asking.pending, None)
    elif opened.policy.skip or opened.asking.tries or opened.asking.offered or opened.planned.phase == "pre":
        skip_item(draft, opened)
    else:
        draft.ask(offered=True)
        draft.say("notice", "skip-later")


def appeal(draft: Draft, reason: str = "") -> None:
    """Keeps the learner's objection to the last verdict for the author; no score changes.

    One without a reason may be followed by one with a reason.
    """
    state, judged = draft.state, draft.state.judged
    if judged is None:
        draft.say("notice", "nothing-judged")
        return
    if judged.appealed and not reason:
        draft.say("notice", "appeal-again")
        return
    draft.entries.append(
        Appeal(
            id=draft.new_id(),
            learner=state.learner,
            session=state.session,
            attempt=judged.attempt,
            item=judged.item,
            at=draft.at,
            lang=state.lang,
            response=judged.response,
            reason=reason,
        )
    )
    draft.change(judged=judged.model_copy(update={"appealed": True}))
    if state.preview:
        draft.say("notice", "not-kept", item=judged.item)
    else:
        draft.say("notice", "appeal-kept", item=judged.item, reason=bool(reason))


def speak(draft: Draft, language: str) -> None:
    """Goes on in another language. Screens write all that was said anew in it; plain mode asks to repeat."""
    draft.change(lang=language)
    draft.say("notice", "language")
