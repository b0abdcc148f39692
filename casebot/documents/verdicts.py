"""How are verdicts and their reasons written out?"""

from collections.abc import Sequence
from typing import Final

from casebot.documents.answers import (
    Asked,
    asked,
    chosen_texts,
    feedback_text,
    key_texts,
    option_text,
    stem_text,
    unit_name,
)
from casebot.documents.passage import Line, line, visible
from casebot.documents.sheet import Sheet
from casebot.documents.slips import slips
from casebot.documents.telling import prose
from casebot.grading.normalise import fold
from casebot.grading.verdict import Reason
from casebot.model.item import Cloze, Evidence, Free, Item, Numeric, Short, Single, TrueFalse
from casebot.tutoring.turns import Turn

_QUIET: Final = frozenset({"known-wrong", "skipped", "point-missing"})
"""Reasons that the feedback behind them says better."""
_NO_SLIP: Final = frozenset({"unit-missing", "quantity", "words-extra"})


def is_plain(turn: Turn) -> bool:
    """Whether an answer is right as it stands: correct, without its unit, or with words beside it."""
    codes = {reason.code for reason in turn.reasons}
    return turn.key == "verdict-correct" or (turn.key == "verdict-close" and codes <= _NO_SLIP)


def verdict(turn: Turn, sheet: Sheet) -> tuple[Line, ...]:
    """A verdict in one line: what is right, or why it is not yet; of an open answer each point in a line of its own."""
    about = asked(turn, sheet)
    if about is None:
        return ()
    plain = is_plain(turn)
    if isinstance(about.item, Free) and not plain:
        return _talked(turn, about)
    close = turn.key == "verdict-close" and not plain
    told = (reason for reason in turn.reasons if reason.code != "quantity" or not plain)
    reasons = [text for reason in told if (text := reason_text(reason, about, _response(turn), brief=close))]
    if close and reasons:
        return (line(sheet.voice.say("unit.semicolon").join(reasons)),)
    said = _right(about) if plain else _said(turn, about)
    if isinstance(about.item, Free):
        return (line(said), *(line(f"- {reason}", "plain", 2) for reason in reasons))
    return (line(" ".join((said, *(f"({reason})" for reason in reasons)))),)


def _talked(turn: Turn, about: Asked) -> tuple[Line, ...]:
    """What was not made of an open question of which some was; the rest has been told as it was made."""
    missing = [reason_text(reason, about, "") for reason in turn.reasons if reason.code == "point-told"]
    left = missing if turn.key == "verdict-partial" else []
    return (line(_said(turn, about)), *(line(f"- {text}", "plain", 2) for text in left))


def _right(about: Asked) -> str:
    brief = isinstance(about.item, Single | TrueFalse | Evidence | Short | Numeric)
    return ", ".join(key_texts(about)) if brief else about.sheet.voice.say("verdict.correct-plain")


def _said(turn: Turn, about: Asked) -> str:
    voice = about.sheet.voice
    if turn.key == "verdict-partial" and isinstance(about.item, Evidence):
        return voice.say("verdict.near")
    if turn.key == "verdict-partial":
        score = turn.args.get("score", 0.0)
        share = voice.say("unit.percent", n=round(score * 100)) if isinstance(score, float) else ""
        return voice.say("verdict.partial", percent=share)
    return voice.say("verdict.close" if turn.key == "verdict-close" else "verdict.incorrect")


def _response(turn: Turn) -> str:
    return str(turn.args.get("response", ""))


def reason_text(reason: Reason, about: Asked, response: str, *, brief: bool = False, whole: bool = False) -> str:
    """A reason as a short sentence; "" for one that the feedback behind it says better, or that says nothing.

    With `brief` what the label has said already is left out; with `whole` nothing is. Words are shown as the learner
    typed them in `response`, and as the author wrote them.
    """
    voice, item = about.sheet.voice, about.item
    if (reason.code in _QUIET and not whole) or f"reason.{reason.code}" not in voice:
        return ""
    args: dict[str, object] = {name: visible(arg) for name, arg in reason.args.items()}
    if reason.code in {"bucket", "order"}:
        args["chosen"] = option_text(about, str(args["chosen"]))
    args |= _in_words(reason, item, args, about) | _as_written(reason, item, response, about)
    key = "unit-missing-as" if reason.code == "unit-missing" and args.get("unit") else reason.code
    short = f"reason.{key}-brief"
    return voice.say(short if brief and short in voice else f"reason.{key}", **args)


def _as_written(reason: Reason, item: Item, response: str, about: Asked) -> dict[str, object]:
    """The words of a slip in the letters of their writers, with what is different between them."""
    if not {"key", "response"} <= reason.args.keys():
        return {}
    key, typed = reason.args["key"], reason.args["response"]
    lists = [item.accept] if isinstance(item, Short) else list(item.blanks.values()) if isinstance(item, Cloze) else []
    texts = [text for words in lists for _, each in words.each() for text in each]
    difference = slips(fold(typed), fold(key), about.sheet.voice) if reason.code == "typo" else ""
    shown: dict[str, object] = {"key": _cased(key, texts), "response": visible(_cased(typed, [response]))}
    return shown | {"difference": f" ({difference})" if difference else ""}


def _cased(word: str, texts: Sequence[str]) -> str:
    """A folded-case word as it stands in the first text that holds it."""
    for text in texts:
        place = text.casefold().find(word)
        if place >= 0 and len(text) == len(text.casefold()):
            return text[place : place + len(word)]
    return word


def _in_words(reason: Reason, item: Item, args: dict[str, object], about: Asked) -> dict[str, object]:
    """The arguments of a reason that name parts of the item, in words."""
    voice = about.sheet.voice
    asked = reason.code != "quantity"
    unit = unit_name(str(args["unit"]), voice, asked=asked) if args.get("unit") else ""
    more: dict[str, object] = {"unit": unit} if unit else {}
    if reason.code in {"point", "point-told"} and isinstance(item, Free):
        tells = {point.id: about.sheet.show(point.tell) for point in item.keypoints}
        more["point"] = tells.get(str(args["point"]), str(args["point"]))
    if reason.code == "blank-wrong" and isinstance(item, Cloze) and args["blank"] in item.blanks:
        more["blank"] = f"({list(item.blanks).index(str(args['blank'])) + 1})"
    if reason.code == "quantity" and isinstance(item, Numeric):
        more["key"] = f"{voice.number(item.answer)} {unit}".strip()
    return more


def why(turn: Turn, sheet: Sheet) -> tuple[Line, ...]:
    """The last answer again, with every reason for its verdict, and what its author says to it."""
    about = asked(turn, sheet)
    if about is None:
        return ()
    voice = sheet.voice
    response = str(turn.args.get("response", ""))
    given = voice.say("unit.semicolon").join(chosen_texts(about, response)) if response else ""
    lines = [line(stem_text(about), "dim", 2)] if turn.args.get("named") else []
    lines += [line(row, "typed", 2) for row in visible(given).splitlines()]
    texts = [text for reason in turn.reasons if (text := reason_text(reason, about, response))]
    if not response:
        texts = [voice.say("reason.skipped")]
    lines += [line(f"- {text}", "plain", 2) for text in texts]
    taught = _taught(turn, about)
    lines += taught
    if not texts and not taught:
        right = turn.args.get("verdict") in {"correct", "close"}
        lines.append(line(voice.say("verdict.correct-plain" if right else "verdict.incorrect")))
    return tuple(lines)


def _taught(turn: Turn, about: Asked) -> list[Line]:
    """What the author says to the mistakes, and, once the question is closed, why the right answer is right."""
    texts = [feedback_text(about.item, each) for each in turn.texts("feedback")]
    if turn.args.get("closed"):
        texts.append(about.item.explain)
    return [prose(text, about.case, about.sheet) for text in texts if text is not None]


def appeal_kept(turn: Turn, sheet: Sheet) -> tuple[Line, ...]:
    """That an objection is kept, and to which verdict."""
    about = asked(turn, sheet)
    said = line(sheet.voice.say("turn.appeal-kept-why" if turn.args.get("reason") else "turn.appeal-kept"))
    return (said, line(stem_text(about), "dim", 2)) if about is not None else (said,)
