"""How is an open question held as a dialogue?

After each turn the learner is told which points were heard, in their own words, and the point that is least covered
moves on: asked for more (pump), a hint, a prompt for the missing words, and only then told. That is the cycle of
AutoTutor (Graesser et al. 2005, IEEE Transactions on Education 48). A point once begun is carried to its end. At most
six turns; the score is the share of points that were made before they were told.
"""

from collections.abc import Mapping
from typing import Final

from casebot.grading.free import completes, coverage
from casebot.grading.verdict import Grade, Reason, scored
from casebot.model.item import Free
from casebot.tutoring.draft import Draft, Open
from casebot.tutoring.judging import judge
from casebot.tutoring.state import Talk
from casebot.tutoring.turns import Role

MOST: Final = 6
"""Turns of the learner."""
_PUMP, _HINT, _PROMPT, _TELL = 0, 1, 2, 3


def listen(draft: Draft, opened: Open, item: Free, typed: str) -> bool:
    """Takes a turn of the learner: what it makes is told, then comes the next help; True where the dialogue is over."""
    talk = opened.asking.talk or Talk()
    found = _heard(draft, opened, typed)
    heard = _answered(draft, opened, item, typed) | _points(found)
    new = tuple(point.id for point in item.keypoints if point.id in heard and point.id in _missing(talk, item))
    for about in found.feedback:
        if about not in talk.ideas:
            draft.say("tells", "feedback", item=opened.name, about=about)
    unasked = any(point != talk.helped or talk.rung == _PUMP for point in new)
    quoted = {**talk.quoted, **{point: heard[point].args["words"] for point in new}}
    talk = talk.model_copy(
        update={
            "said": (*talk.said, typed),
            "made": (*talk.made, *new),
            "quoted": quoted,
            "ideas": tuple(dict.fromkeys((*talk.ideas, *found.feedback))),
            "tags": tuple(dict.fromkeys((*talk.tags, *found.tags))),
        }
    )
    draft.ask(talk=talk)
    role: Role = "right" if len(talk.made) == len(item.keypoints) else "partly" if new else "notyet"
    reasons = tuple(heard[point] for point in new)
    meter = {"made": len(talk.made), "of": len(item.keypoints)}
    heard_of = new or found.verdict == "blank"
    draft.say(role, "talk-heard" if heard_of else "talk-nothing", reasons, item=opened.name, **meter)
    return len(talk.said) >= MOST or help_on(draft, opened, item, pump=unasked)


def help_on(draft: Draft, opened: Open, item: Free, *, pump: bool = False) -> bool:
    """Gives the next help; True where nothing is left to be made.

    The point that was helped last is helped on, else the least covered one is begun, with a pump for a learner who
    makes points that nobody asked for.
    """
    asking = draft.state.asking
    talk = (asking.talk if asking is not None else None) or Talk()
    missing = _missing(talk, item)
    while missing:
        begun = talk.helped in missing
        point = talk.helped if begun else _least_covered(draft, opened, item, talk)
        rung = talk.rung + 1 if begun else _PUMP if pump else _HINT
        talk = talk.model_copy(update={"helped": point, "rung": rung, "helps": talk.helps + (rung > _PUMP)})
        say_help(draft, opened.name, talk)
        if rung < _TELL:
            draft.ask(talk=talk)
            return False
        talk = talk.model_copy(update={"told": (*talk.told, point)})
        missing = _missing(talk, item)
    draft.ask(talk=talk)
    return True


def say_help(draft: Draft, name: str, talk: Talk) -> None:
    """Says the help that stands."""
    if talk.helped and talk.rung == _PUMP:
        draft.say("asks", "talk-pump")
    elif talk.rung == _HINT:
        draft.say("hints", "point-hint", item=name, point=talk.helped)
    elif talk.rung == _PROMPT:
        draft.say("prompts", "point-prompt", item=name, point=talk.helped)
    elif talk.rung == _TELL:
        draft.say("tells", "point-tell", item=name, point=talk.helped)


def outcome(talk: Talk, item: Free) -> Grade:
    """The grade of a dialogue: points made over points, with the words that made each."""
    quoted: Mapping[str, str] = talk.quoted
    made = [Reason("point", {"point": point, "words": quoted[point]}) for point in talk.made]
    missing = [Reason("point-told", {"point": point.id}) for point in item.keypoints if point.id not in talk.made]
    result = scored(len(talk.made) / len(item.keypoints), "", (*made, *missing))
    return result._replace(tags=talk.tags)


def _missing(talk: Talk, item: Free) -> tuple[str, ...]:
    return tuple(point.id for point in item.keypoints if point.id not in {*talk.made, *talk.told})


def _least_covered(draft: Draft, opened: Open, item: Free, talk: Talk) -> str:
    """The missing point of which all that was said makes least; of several the first in the author's order."""
    covered = coverage(item, "\n".join(talk.said), draft.book.setting(opened.name, draft.state.lang))
    return min(_missing(talk, item), key=covered.__getitem__)


def _answered(draft: Draft, opened: Open, item: Free, typed: str) -> dict[str, Reason]:
    """The point that is being helped, if a turn makes it with what was said before, or as an answer to the help.

    That is an answer to a hint that does not make the point itself, or what fills the gap of a prompt. No other point
    is pieced together of several turns: words that belong to different points would make a third one.
    """
    talk = opened.asking.talk or Talk()
    point = next((each for each in item.keypoints if each.id == talk.helped), None)
    if point is None:
        return {}
    setting, language = draft.book.setting(opened.name, draft.state.lang), draft.state.lang
    hint = point.hint.show(language)
    found = completes(point, "\n".join(talk.said), f"\n{typed}", "", setting)
    if talk.rung == _HINT and completes(point, "", hint, "", setting) is None:
        found = found or completes(point, hint, typed, "", setting)
    if talk.rung == _PROMPT:
        before, _, after = point.prompt.show(language).partition("...")
        found = found or completes(point, before, typed, after, setting)
    return {} if found is None else {point.id: found}


def _heard(draft: Draft, opened: Open, text: str) -> Grade:
    return judge(draft.book, opened.name, opened.item, text, draft.state.lang, draft.state.seed).grade


def _points(found: Grade) -> dict[str, Reason]:
    return {reason.args["point"]: reason for reason in found.reasons if reason.code == "point"}
