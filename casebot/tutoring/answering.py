"""What happens with an answer: is it taken, what does its verdict bring, and what follows?"""

from typing import Final

from casebot.grading.normalise import fold, normalise
from casebot.grading.verdict import Grade, Reason
from casebot.model.attempt import Attempt, Certainty
from casebot.model.identity import fingerprint
from casebot.model.item import Evidence, Free, Item, Multiple, Single
from casebot.progress.firsts import SURE
from casebot.tutoring.book import rests_on
from casebot.tutoring.correcting import owe
from casebot.tutoring.draft import Draft, Open, elapsed
from casebot.tutoring.hints import next_rung
from casebot.tutoring.judging import CHOSEN, Judgment, judge
from casebot.tutoring.state import Credit, Held, Judged, Pending, Placed, Talk
from casebot.tutoring.steps import pass_on
from casebot.tutoring.talking import listen, outcome
from casebot.tutoring.tries import factor, tries_left
from casebot.tutoring.turns import Role

ROLES: Final[dict[str, Role]] = {"correct": "right", "close": "right", "partial": "partly", "incorrect": "notyet"}
_EMPTY: Final = (Reason("empty"),)
_UNANSWERED: Final = Grade("incorrect", 0.0, reasons=(Reason("skipped"),))


def answer(draft: Draft, response: str, certainty: Certainty | None) -> None:
    """Judges a response to the open question and takes it."""
    opened = draft.open_item()
    if opened is not None:
        state = draft.state
        judged = judge(draft.book, opened.name, opened.item, response, state.lang, state.seed, opened.planned.among)
        take(draft, opened, response, judged, certainty)


def take(draft: Draft, opened: Open, typed: str, judged: Judgment, certainty: Certainty | None) -> None:
    """Takes a judged response: what is nothing to grade uses no try; where certainty applies it is asked for first."""
    _echo(draft, opened, typed, judged)
    if isinstance(opened.item, Free) and opened.planned.phase != "pre" and judged.grade.reasons[:1] != _EMPTY:
        if listen(draft, opened, opened.item, typed):
            finish_talk(draft, opened, opened.item)
        elif opened.asking.tries == 0 and judged.grade.verdict != "blank":
            _keep_first(draft, opened, opened.item)
        return
    if judged.grade.verdict == "blank":
        draft.say("notice", f"blank-{judged.grade.reasons[0].code}", judged.grade.reasons)
        return
    pending = Pending(
        response=judged.response,
        grade=judged.grade,
        lang=draft.state.lang,
        ms=elapsed(opened.asking.since, draft.now),
    )
    if opened.planned.phase == "pre":
        _hold(draft, opened, pending)
    elif not judged.grade.right and _said_before(opened, judged.response):
        draft.ask(offered=True)
        draft.say("notice", "same-again")
    elif not _asks_certainty(draft, opened):
        conclude(draft, opened, pending, None)
    elif certainty is None:
        draft.ask(pending=pending, begun="")
        draft.say("asks", "certainty")
    else:
        conclude(draft, opened, pending, certainty)


def finish_talk(draft: Draft, opened: Open, item: Free) -> None:
    """Ends a dialogue: an attempt with all that was said, unless the first answer was all; then the model answer."""
    talk = draft.state.asking.talk if draft.state.asking is not None else None
    if talk is None:
        return
    pending = _said(draft, opened, talk, outcome(talk, item))
    if talk.said and len(talk.said) == talk.stored:
        _verdict(draft, opened, pending)
        close(draft, opened, pending.grade)
    else:
        conclude(draft, opened, pending, None)


def _keep_first(draft: Draft, opened: Open, item: Free) -> None:
    """Stores the first answer of a dialogue that goes on: its first try. What is said later is its second."""
    talk = draft.state.asking.talk if draft.state.asking is not None else None
    if talk is None:
        return
    grade = outcome(talk, item)
    made = tuple(reason for reason in grade.reasons if reason.code == "point")
    _store(draft, opened, _said(draft, opened, talk, grade._replace(reasons=made)), 1.0, None)
    draft.ask(tries=1, talk=talk.model_copy(update={"stored": len(talk.said), "tags": ()}))


def _said(draft: Draft, opened: Open, talk: Talk, grade: Grade) -> Pending:
    """All that was said in a dialogue, a line for each time."""
    said = "\n".join(" ".join(each.splitlines()) for each in talk.said)
    return Pending(response=said, grade=grade, lang=draft.state.lang, ms=elapsed(opened.asking.since, draft.now))


def _asks_certainty(draft: Draft, opened: Open) -> bool:
    """Whether the learner says how sure they are: first tries of graded kinds outside a sort, unless switched off."""
    graded = not isinstance(opened.item, Free) and opened.planned.place is None and opened.asking.tries == 0
    return graded and draft.state.certainty and opened.policy.certainty


def _said_before(opened: Open, response: str) -> bool:
    if isinstance(opened.item, Single) and response in opened.asking.struck:
        return True
    last = opened.asking.last
    return bool(last) and fold(normalise(response)) == fold(normalise(last))


def conclude(draft: Draft, opened: Open, pending: Pending, certainty: Certainty | None) -> None:
    """Stores the attempt and says the verdict; either the question is closed or a try is left."""
    grade, asking = pending.grade, opened.asking
    worth = factor(opened.item, opened.policy, asking.tries, asking.asked)
    _store(draft, opened, pending, worth, certainty)
    once = grade.right or opened.planned.place is not None
    left = 0 if once else tries_left(opened.item, opened.policy, asking.tries + 1)
    _verdict(draft, opened, pending)
    first = asking.tries == 0 and opened.planned.phase != "retest"
    if first and certainty == SURE and grade.verdict == "incorrect":
        draft.ask(sure=True)
    if left == 0:
        close(draft, opened, grade)
        return
    struck = (*asking.struck, *_ruled_out(opened.item, pending))
    draft.ask(tries=asking.tries + 1, asked=0, last=pending.response, offered=False, pending=None, struck=struck)
    draft.ask(since=draft.at, begun="")
    next_rung(draft, asked=False)
    draft.say("asks", "try-again", left=left)


def _ruled_out(item: Item, pending: Pending) -> tuple[str, ...]:
    """The options that a wrong try has shown to be wrong: of several, those the author says something to."""
    if isinstance(item, Multiple):
        return tuple(each.removeprefix("option:") for each in pending.grade.feedback)
    return (pending.response,) if isinstance(item, Single) else ()


def close(draft: Draft, opened: Open, grade: Grade) -> None:
    """Ends a question: answer where it was missed, explanation, record, sources; then the learner goes on."""
    item, name = opened.item, opened.name
    if not grade.right or isinstance(item, Free):
        draft.say("tells", "answer", item=name)
    if isinstance(item, Evidence) and item.claim:
        draft.say("tells", "record", claim=f"{name.partition('/')[0]}/{item.claim}")
    if item.explain is not None:
        draft.say("tells", "explain", item=name)
    claims = rests_on(name, item)
    if claims:
        draft.say("source", "sources", claims=claims)
    held = next((held for held in draft.state.held if held.item == name), None)
    if held is not None and grade is not _UNANSWERED and (opened.asking.tries == 0 or not grade.right):
        draft.say("notice", "guess-was-right" if held.score >= 1 else "guess-was-wrong", now=grade.right)
    sure = draft.state.asking is not None and draft.state.asking.sure
    done = draft.state.done if draft.state.step in draft.state.done else (*draft.state.done, draft.state.step)
    draft.change(done=done, asking=None, waiting="verdict")
    if sure:
        owe(draft, opened)


def skip_item(draft: Draft, opened: Open) -> None:
    """Shows the answer and stores an unanswered try; before the text it only goes on."""
    if opened.planned.phase == "pre":
        pass_on(draft)
        return
    if isinstance(opened.item, Free) and opened.asking.talk is not None and opened.asking.talk.said:
        finish_talk(draft, opened, opened.item)
        return
    ms = elapsed(opened.asking.since, draft.now)
    _store(draft, opened, Pending(response="", grade=_UNANSWERED, lang=draft.state.lang, ms=ms), 1.0, None)
    draft.say("notice", "skipped")
    close(draft, opened, _UNANSWERED)


def _echo(draft: Draft, opened: Open, typed: str, judged: Judgment) -> None:
    if judged.named and isinstance(opened.item, CHOSEN):
        draft.say("you", "chosen", item=opened.name, response=judged.response, seed=draft.state.seed)
    elif typed.strip():
        draft.say("you", "typed", text=typed)


def _hold(draft: Draft, opened: Open, pending: Pending) -> None:
    """Keeps an answer given before the text; its verdict waits for the question's return."""
    _store(draft, opened, pending, 1.0, None)
    held = tuple(entry for entry in draft.state.held if entry.item != opened.name)
    kept = Held(item=opened.name, response=pending.response, score=pending.grade.score)
    draft.change(held=(*held, kept))
    draft.say("notice", "kept")
    pass_on(draft)


def _store(draft: Draft, opened: Open, pending: Pending, worth: float, certainty: Certainty | None) -> None:
    state, grade, asking = draft.state, pending.grade, opened.asking
    attempt = Attempt(
        attempt=draft.new_id(),
        learner=state.learner,
        session=state.session,
        case=opened.name.partition("/")[0],
        item=opened.name,
        objective=opened.item.objective,
        phase=opened.planned.phase,
        at=draft.at,
        day=draft.day,
        lang=pending.lang,
        response=pending.response,
        verdict="incorrect" if grade.verdict == "blank" else grade.verdict,
        score=grade.score,
        credit=round(grade.score * worth, 4),
        certainty=certainty,
        try_=asking.tries + 1,
        hints=asking.rungs + (asking.talk.helps if asking.talk is not None else 0),
        ms=pending.ms,
        tags=grade.tags,
        fingerprint=fingerprint(opened.item),
    )
    draft.entries.append(attempt)
    if opened.planned.phase == "pre":
        return
    best = {entry.item: entry.credit for entry in draft.state.credits}
    if opened.planned.phase != "retest":
        best[opened.name] = max(best.get(opened.name, 0.0), attempt.credit)
    judged = Judged(
        item=opened.name,
        attempt=attempt.attempt,
        response=pending.response,
        phase=opened.planned.phase,
        grade=grade,
    )
    draft.change(credits=tuple(Credit(item=item, credit=value) for item, value in best.items()), judged=judged)
    if opened.planned.place is not None:
        others = tuple(each for each in state.placed if each.item != opened.name)
        draft.change(placed=(*others, Placed(item=opened.name, bucket=pending.response)))


def _verdict(draft: Draft, opened: Open, pending: Pending) -> None:
    grade = pending.grade
    draft.say(
        ROLES[grade.verdict],
        f"verdict-{grade.verdict}",
        grade.reasons,
        item=opened.name,
        response=pending.response,
        score=grade.score,
    )
    for about in dict.fromkeys(grade.feedback):
        draft.say("tells", "feedback", item=opened.name, about=about)
