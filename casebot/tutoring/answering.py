"""What happens with an answer: is it taken, how is it judged, and what follows?"""

from typing import Final

from casebot.grading.arranged import read_pairs
from casebot.grading.choices import choose_one, choose_some
from casebot.grading.grade import grade
from casebot.grading.normalise import fold, normalise
from casebot.grading.verdict import Grade, Reason
from casebot.model.attempt import Attempt, Certainty
from casebot.model.bank import Policy
from casebot.model.identity import fingerprint
from casebot.model.item import Evidence, Free, Item, Match, Multiple, Order, Single, TrueFalse
from casebot.model.response import join_ids, join_pairs
from casebot.tutoring.book import rests_on
from casebot.tutoring.chance import shown_choices, shown_rights
from casebot.tutoring.draft import Draft, elapsed
from casebot.tutoring.hints import next_rung
from casebot.tutoring.plan import Planned
from casebot.tutoring.state import Asking, Credit, Held, Judged
from casebot.tutoring.steps import pass_on
from casebot.tutoring.tries import factor, tries_left
from casebot.tutoring.turns import Role

_ROLES: Final[dict[str, Role]] = {"correct": "right", "close": "right", "partial": "partly", "incorrect": "notyet"}
_SURE_KINDS: Final = (Free,)


def canonical(name: str, item: Item, response: str, seed: int, names: dict[str, str]) -> str | None:
    """A typed response in the form that is stored: letters as shown become ids. None if it names no option."""
    options = shown_choices(name, item, seed)
    match item:
        case Single() | TrueFalse() | Evidence():
            return choose_one(response, options, names)
        case Multiple() | Order():
            chosen = choose_some(response, options, names)
            return join_ids(chosen) if chosen else None
        case Match():
            return join_pairs(read_pairs(item, response, shown_rights(name, item, seed))) or None
        case _:
            return response


def judge(draft: Draft, name: str, item: Item, response: str) -> Grade:
    """The grade of a response to the open question, letters read as shown."""
    found = canonical(name, item, response, draft.state.seed, dict(draft.book.phrases.options))
    setting = draft.book.setting(name, draft.state.lang)
    return grade(item, response if found is None else found, setting)


def policy_of(draft: Draft, name: str) -> Policy:
    """The policy of an item's bank."""
    bank = draft.book.bank(name)
    return bank.policy if bank else Policy()


def take(draft: Draft, response: str, certainty: Certainty | None) -> None:
    """Takes a response to the open question: asks how sure it is where that applies, or judges it."""
    opened = draft.open_item()
    if opened is None:
        return
    name, item, asking, planned = opened
    result = judge(draft, name, item, response)
    found = canonical(name, item, response, draft.state.seed, dict(draft.book.phrases.options))
    _echo(draft, name, item, response, found)
    response = response if found is None else found
    if result.verdict == "blank":
        draft.say("notice", f"blank-{result.reasons[0].code}", result.reasons)
        return
    if planned.phase == "pre":
        _hold(draft, name, item, response, result)
        return
    if not result.right and _same(response, asking.last):
        draft.ask(offered=True)
        draft.say("notice", "same-again")
        return
    sure = asks_certainty(draft, name, item, asking, planned)
    if sure and certainty is None:
        draft.ask(pending=response)
        draft.say("asks", "certainty")
        return
    conclude(draft, response, certainty if sure else None)


def asks_certainty(draft: Draft, name: str, item: Item, asking: Asking, planned: Planned) -> bool:
    """Whether the learner says how sure they are: first tries of graded kinds, unless switched off."""
    if isinstance(item, _SURE_KINDS) or planned.phase == "pre" or asking.tries:
        return False
    return draft.state.certainty and policy_of(draft, name).certainty


def conclude(draft: Draft, response: str, certainty: Certainty | None) -> None:
    """Judges a response: stores the attempt, says the verdict, and either closes the question or leaves a try."""
    opened = draft.open_item()
    if opened is None:
        return
    name, item, asking, planned = opened
    result = judge(draft, name, item, response)
    policy = policy_of(draft, name)
    worth = factor(item, policy, asking.tries, asking.asked)
    attempt = _store(draft, planned, response, result, worth, certainty)
    draft.change(judged=Judged(item=name, attempt=attempt.attempt, response=response, phase=planned.phase))
    left = 0 if result.right else tries_left(item, policy, asking.tries + 1)
    _verdict(draft, name, response, result, left)
    if result.right or left == 0:
        close(draft, name, item, result)
        return
    struck = (*asking.struck, response) if isinstance(item, Single) else asking.struck
    draft.ask(tries=asking.tries + 1, asked=0, last=response, offered=False, pending=None, struck=struck)
    if draft.state.asking is not None:
        draft.ask(since=draft.at)
    next_rung(draft, asked=False)
    draft.say("asks", "try-again", left=left)


def close(draft: Draft, name: str, item: Item, result: Grade | None) -> None:
    """Ends a question: answer where it was missed, explanation, sources; then the learner goes on."""
    if result is None or not result.right:
        draft.say("tells", "answer", item=name)
    if item.explain is not None:
        draft.say("tells", "explain", item=name)
    claims = rests_on(name, item)
    if claims:
        draft.say("source", "sources", claims=claims)
    held = next((held for held in draft.state.held if held.item == name), None)
    if held is not None and result is not None:
        draft.say("notice", "guess-was-right" if held.score >= 1 else "guess-was-wrong", now=result.right)
    done = draft.state.done if draft.state.step in draft.state.done else (*draft.state.done, draft.state.step)
    draft.change(done=done, asking=None, waiting="verdict")


def skip_item(draft: Draft) -> None:
    """Shows the answer and stores an unanswered try; before the text it only goes on."""
    opened = draft.open_item()
    if opened is None:
        return
    name, item, asking, planned = opened
    if planned.phase == "pre":
        pass_on(draft)
        return
    unanswered = Grade("incorrect", 0.0, reasons=(Reason("skipped"),))
    attempt = _store(draft, planned, "", unanswered, factor(item, policy_of(draft, name), asking.tries, 0), None)
    draft.change(judged=Judged(item=name, attempt=attempt.attempt, response="", phase=planned.phase))
    draft.say("notice", "skipped")
    close(draft, name, item, None)


def _echo(draft: Draft, name: str, item: Item, typed: str, found: str | None) -> None:
    if found is not None and isinstance(item, Single | Multiple | TrueFalse | Evidence | Order | Match):
        draft.say("you", "chosen", item=name, response=found, seed=draft.state.seed)
    elif typed.strip():
        draft.say("you", "typed", text=typed)


def _same(response: str, last: str) -> bool:
    return bool(last) and fold(normalise(response)) == fold(normalise(last))


def _hold(draft: Draft, name: str, item: Item, response: str, result: Grade) -> None:
    """Keeps an answer given before the text; its verdict waits for the question's return."""
    opened = draft.open_item()
    if opened is None:
        return
    _store(draft, opened[3], response, result, 1.0, None)
    held = tuple(entry for entry in draft.state.held if entry.item != name)
    draft.change(held=(*held, Held(item=name, response=response, score=result.score)))
    draft.say("notice", "kept")
    pass_on(draft)


def _store(
    draft: Draft, planned: Planned, response: str, result: Grade, worth: float, certainty: Certainty | None
) -> Attempt:
    opened = draft.open_item()
    assert opened is not None, "a stored answer has its question open"  # noqa: S101 - a law of the callers
    name, item, asking, _ = opened
    state = draft.state
    attempt = Attempt(
        attempt=draft.new_id(),
        learner=state.learner,
        session=state.session,
        case=name.partition("/")[0],
        item=name,
        objective=item.objective,
        phase=planned.phase,
        at=draft.at,
        day=draft.day,
        lang=state.lang,
        response=response,
        verdict="incorrect" if result.verdict == "blank" else result.verdict,
        score=result.score,
        credit=round(result.score * worth, 4),
        certainty=certainty,
        try_=asking.tries + 1,
        hints=asking.rungs,
        ms=elapsed(asking.since, draft.now),
        tags=result.tags,
        fingerprint=fingerprint(item),
    )
    draft.entries.append(attempt)
    if planned.phase != "pre":
        _credit(draft, name, attempt.credit)
    return attempt


def _credit(draft: Draft, name: str, credit: float) -> None:
    best = {entry.item: entry.credit for entry in draft.state.credits}
    best[name] = max(best.get(name, 0.0), credit)
    draft.change(credits=tuple(Credit(item=item, credit=value) for item, value in best.items()))


def _verdict(draft: Draft, name: str, response: str, result: Grade, left: int) -> None:
    role = _ROLES[result.verdict]
    only_unit = {reason.code for reason in result.reasons} <= {"unit-missing", "quantity"}
    said: str = "correct" if result.verdict == "close" and only_unit else result.verdict
    if result.verdict == "incorrect" and left == 0:
        said = "incorrect-last"
    draft.say(role, f"verdict-{said}", result.reasons, item=name, response=response, score=result.score)
    if result.feedback:
        draft.say("tells", "feedback", item=name, about=result.feedback)
