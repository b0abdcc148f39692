"""How is an answer of another day shown: in a list, and in full?"""

import re
from collections.abc import Collection, Iterator
from typing import Final

from casebot.documents.answers import Asked, chosen_texts, question_text
from casebot.documents.passage import Line, Span, visible
from casebot.documents.sheet import Sheet
from casebot.documents.voice import joined
from casebot.model.attempt import Attempt
from casebot.model.identity import fingerprint
from casebot.model.item import Free
from casebot.tutoring.answering import ROLES
from casebot.tutoring.book import rests_on
from casebot.tutoring.turns import Turn

_BREAKS: Final = re.compile(r"[ \n\t]+")


def question_of(attempt: Attempt, sheet: Sheet) -> str:
    """The question that was answered, in one line; its name where it is gone."""
    item = sheet.book.item(attempt.item)
    return question_text(Asked(attempt.item, item, sheet)) if item is not None else attempt.item


def response_of(attempt: Attempt, sheet: Sheet) -> str:
    """What was answered, in one line; that nothing was, where it was skipped."""
    return " / ".join(responses_of(attempt, sheet))


def responses_of(attempt: Attempt, sheet: Sheet) -> tuple[str, ...]:
    """What was answered, in one line, or in one for each time that something was said to an open question."""
    if not attempt.response:
        return (sheet.voice.say("record.skipped"),)
    item = sheet.book.item(attempt.item)
    texts = chosen_texts(Asked(attempt.item, item, sheet), attempt.response) if item else (visible(attempt.response),)
    lines = texts if isinstance(item, Free) else (joined(texts, sheet.voice),)
    return tuple(_BREAKS.sub(" ", each).strip() for each in lines)


def verdict_of(attempt: Attempt, sheet: Sheet) -> str:
    """The verdict, how sure the learner was, which try it was, and when it was not in the lesson itself.

    Of an open question it tells the points that were made, and in how many answers.
    """
    voice, item = sheet.voice, sheet.book.item(attempt.item)
    some = voice.say("unit.percent", n=round(attempt.score * 100))
    if isinstance(item, Free):
        of = len(item.keypoints)
        some = voice.say("record.points", made=round(attempt.score * of), n=of)
    parts = [voice.say(f"record.verdict-{attempt.verdict}", percent=some)]
    if attempt.certainty is not None:
        parts.append(voice.say(f"record.certain-{attempt.certainty}"))
    if attempt.try_ > 1 and isinstance(item, Free):
        parts.append(voice.say("record.answers-in", n=len(attempt.response.splitlines())))
    elif attempt.try_ > 1:
        parts.append(voice.say("record.try", n=attempt.try_))
    if attempt.hints:
        parts.append(voice.say("record.hints", n=attempt.hints))
    if f"record.phase-{attempt.phase}" in voice:
        parts.append(voice.say(f"record.phase-{attempt.phase}"))
    return ", ".join(parts)


def answer_lines(attempt: Attempt, sheet: Sheet) -> tuple[Line, ...]:
    """An answer in a list: day and question, what was typed, the verdict and how sure."""
    day = sheet.voice.date(attempt.day)
    *before, last = responses_of(attempt, sheet)
    return (
        Line((Span(f"{day}  ", "strong"), Span(question_of(attempt, sheet))), 2),
        *(Line((Span("  "), Span(each, "typed")), 4) for each in before),
        Line((Span("  "), Span(last, "typed"), Span(f"   {verdict_of(attempt, sheet)}", "dim")), 4),
    )


def answer_turns(attempt: Attempt, sheet: Sheet, hidden: Collection[str]) -> tuple[Turn, ...]:
    """The question with the answer, the verdict, what is right and why, and the claims behind it with their sources.

    Where a question is open that rests on one of the same claims (`hidden`), what is right waits for its verdict.
    """
    return tuple(_turns(attempt, sheet, hidden))


def _turns(attempt: Attempt, sheet: Sheet, hidden: Collection[str]) -> Iterator[Turn]:
    item = sheet.book.item(attempt.item)
    yield Turn(role="asks", key="item", args={"item": attempt.item, "past": True})
    if item is not None and fingerprint(item) != attempt.fingerprint:
        yield Turn(role="notice", key="item-changed")
    if attempt.response:
        yield Turn(role="you", key="chosen", args={"item": attempt.item, "response": attempt.response})
    said = sheet.voice.say("chart.row", when=sheet.voice.date(attempt.day), rest=verdict_of(attempt, sheet))
    yield Turn(role=ROLES[attempt.verdict], key="text", args={"text": said})
    if item is None:
        return
    claims = rests_on(attempt.item, item)
    if set(claims) & set(hidden):
        yield Turn(role="source", key="answer-waits")
        return
    yield Turn(role="tells", key="answer", args={"item": attempt.item})
    if item.explain is not None:
        yield Turn(role="tells", key="explain", args={"item": attempt.item})
    if claims:
        yield Turn(role="source", key="claims", args={"claims": claims})
