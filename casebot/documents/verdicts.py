"""How are verdicts and their reasons written out?"""

from typing import Final

from casebot.documents.answers import Asked, asked, chosen_texts, key_texts, option_text, unit_name
from casebot.documents.passage import Line, Span, line, visible
from casebot.documents.voice import Voice
from casebot.grading.verdict import Reason
from casebot.model.item import Cloze, Evidence, Free, Item, Numeric, Short, Single, TrueFalse
from casebot.tutoring.book import Book
from casebot.tutoring.turns import Turn

_QUIET: Final = frozenset({"known-wrong", "skipped", "point-missing"})
"""Reasons that the feedback behind them says better."""


def verdict(turn: Turn, book: Book, voice: Voice, width: int) -> tuple[Line, ...]:
    """A verdict in one line: what is right, or why it is not yet."""
    del width
    about = asked(turn, book, voice)
    if about is None:
        return ()
    kind = turn.key.removeprefix("verdict-")
    told = (reason for reason in turn.reasons if reason.code != "quantity" or kind != "correct")
    reasons = [text for reason in told if (text := reason_text(reason, about, brief=kind == "close"))]
    if kind == "close" and reasons:
        return (line(about.voice.say("unit.semicolon").join(reasons)),)
    said = _said(kind, turn, about)
    return (line(" ".join((said, *(f"({reason})" for reason in reasons)))),)


def _said(kind: str, turn: Turn, about: Asked) -> str:
    if kind == "correct":
        return ", ".join(key_texts(about)) if _brief(about.item) else about.voice.say("verdict.correct-plain")
    if kind == "partial":
        score = turn.args.get("score", 0.0)
        share = about.voice.say("unit.percent", n=round(score * 100)) if isinstance(score, float) else ""
        return about.voice.say("verdict.partial", percent=share)
    return about.voice.say(f"verdict.{kind}")


def _brief(item: Item) -> bool:
    return isinstance(item, Single | TrueFalse | Evidence | Short | Numeric)


def reason_text(reason: Reason, about: Asked, *, brief: bool = False) -> str:
    """A reason as a short sentence; "" for one that the feedback behind it says better, or that says nothing.

    With `brief` what the label has said already is left out.
    """
    voice = about.voice
    if reason.code in _QUIET or f"reason.{reason.code}" not in voice:
        return ""
    args: dict[str, object] = {name: visible(arg) for name, arg in reason.args.items()}
    if reason.code in {"bucket", "order"}:
        args["chosen"] = option_text(about, str(args["chosen"]))
    if reason.code == "point" and isinstance(about.item, Free):
        tells = {point.id: about.show(point.tell) for point in about.item.keypoints}
        args["point"] = tells.get(str(args["point"]), str(args["point"]))
    if reason.code == "blank-wrong" and isinstance(about.item, Cloze):
        args["blank"] = f"({list(about.item.blanks).index(str(args['blank'])) + 1})"
    if reason.code == "quantity" and isinstance(about.item, Numeric):
        args["key"] = voice.number(about.item.answer)
    if args.get("unit"):
        args["unit"] = unit_name(str(args["unit"]), voice)
        if reason.code == "quantity":
            args["key"] = f"{args['key']} {args['unit']}"
        if reason.code == "unit-missing":
            return voice.say("reason.unit-missing-as", **args)
    short = f"reason.{reason.code}-brief"
    return voice.say(short if brief and short in voice else f"reason.{reason.code}", **args)


def why(turn: Turn, book: Book, voice: Voice, width: int) -> tuple[Line, ...]:
    """The last answer again, with every reason for its verdict."""
    del width
    about = asked(turn, book, voice)
    if about is None:
        return ()
    response = str(turn.args.get("response", ""))
    given = voice.say("unit.semicolon").join(chosen_texts(about, response)) if response else ""
    lines = [Line((Span(given, "typed"),), 2)] if given else []
    texts = [text for reason in turn.reasons if (text := reason_text(reason, about))]
    lines += [line(f"- {text}", "plain", 2) for text in texts]
    if not texts:
        right = turn.args.get("verdict") in {"correct", "close"}
        lines.append(line(voice.say("verdict.correct-plain" if right else "verdict.incorrect")))
    return tuple(lines)
