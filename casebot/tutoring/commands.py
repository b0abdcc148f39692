"""What do the command words do?"""

from casebot.grading.grade import grade
from casebot.model.attempt import Appeal
from casebot.tutoring.answering import conclude, policy_of, skip_item
from casebot.tutoring.book import rests_on
from casebot.tutoring.draft import Draft
from casebot.tutoring.hints import next_rung
from casebot.tutoring.moves import Word
from casebot.tutoring.plan import item_name
from casebot.tutoring.steps import go_back, pass_on, repeat


def use(draft: Draft, word: Word) -> None:
    """Carries out a command."""
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
            go_back(draft)
        case "appeal":
            appeal(draft)
        case "help":
            draft.say("notice", "help")
        case "quit":
            draft.leave = True
            draft.say("notice", "saved")
        case "en" | "fr":
            speak(draft, word)
        case "unknown":
            draft.say("notice", "blank-unknown")


def go_on(draft: Draft) -> None:
    """Goes on from a page or a verdict; a question waits for its answer."""
    state = draft.state
    if state.finished:
        return
    if draft.open_item() is not None:
        pending = state.asking is not None and state.asking.pending is not None
        draft.say("notice", "certainty-first" if pending else "blank-empty")
        return
    pass_on(draft)


def hint(draft: Draft) -> None:
    """Gives the next hint, which costs some credit; says so where there is none."""
    opened = draft.open_item()
    if opened is None:
        draft.say("notice", "no-question")
    elif opened[3].phase == "pre":
        draft.say("notice", "no-hint-before")
    elif not next_rung(draft, asked=True):
        draft.say("notice", "no-more-hints")


def why(draft: Draft) -> None:
    """Tells the reasons of the last verdict."""
    judged = draft.state.judged
    item = draft.book.item(judged.item) if judged else None
    if judged is None or item is None:
        draft.say("notice", "nothing-judged")
        return
    result = grade(item, judged.response, draft.book.setting(judged.item, draft.state.lang))
    draft.say("tells", "why", result.reasons, item=judged.item, response=judged.response, verdict=result.verdict)


def source(draft: Draft) -> None:
    """Opens the claims of the page or of the last verdict, with note and sources; those of an open question wait."""
    if draft.open_item() is not None:
        draft.say("notice", "source-waits")
        return
    claims = _claims_here(draft)
    if claims:
        draft.say("source", "claims", claims=claims)
    else:
        draft.say("notice", "no-source")


def _claims_here(draft: Draft) -> tuple[str, ...]:
    state = draft.state
    planned = draft.planned()
    if state.waiting == "verdict" and state.judged is not None:
        item = draft.book.item(state.judged.item)
        return rests_on(state.judged.item, item) if item else ()
    if planned is not None and item_name(state, planned) is None:
        return draft.book.step_claims(f"{state.case}/{state.target}/{planned.id}")
    return ()


def skip(draft: Draft) -> None:
    """Goes past whatever the session waits for."""
    opened = draft.open_item()
    if opened is None:
        go_on(draft)
        return
    name, _, asking, planned = opened
    if asking.pending is not None:
        conclude(draft, asking.pending, None)
    elif not policy_of(draft, name).skip and not asking.tries and not asking.offered and planned.phase != "pre":
        draft.ask(offered=True)
        draft.say("notice", "skip-later")
    else:
        skip_item(draft)


def appeal(draft: Draft) -> None:
    """Keeps the learner's objection to the last verdict for the author; no score changes."""
    judged = draft.state.judged
    if judged is None:
        draft.say("notice", "nothing-judged")
        return
    state = draft.state
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
        )
    )
    draft.say("notice", "appeal-kept")


def speak(draft: Draft, language: str) -> None:
    """Goes on in another language."""
    draft.change(lang=language)
    draft.say("notice", "language")
    repeat(draft)
