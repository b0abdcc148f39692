"""How are the questions about a dilemma, and what the learner says to them, written out?"""

from collections.abc import Callable, Iterable
from typing import Final

from casebot.documents.passage import Line, Span, line, visible
from casebot.documents.sheet import Sheet
from casebot.documents.sides import HANG, point_text, weighed
from casebot.documents.telling import claim_block, prose, published
from casebot.model.text import Text
from casebot.tutoring.sides import MIDDLE, WHOLE, Point, Sides
from casebot.tutoring.turns import Turn

BRIEF: Final = 56
"""Characters of an argument where many stand in a list: the same for all."""


def _number(turn: Turn, name: str) -> int | None:
    value = turn.args.get(name)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _label(sides: Sides, place: int, sheet: Sheet) -> str:
    return sheet.show(sides.both[place].label)


def position_text(sides: Sides, value: int, sheet: Sheet) -> str:
    """A position of the author's scale as the learner gave it, with what it is nearer to."""
    own = sides.own(value)
    side = _label(sides, int(own > MIDDLE), sheet)
    key = "middle" if own == MIDDLE else "whole" if own in {0, WHOLE} else "nearer"
    return sheet.voice.say(f"dilemma.{key}", value=own, side=side)


def position_asked(turn: Turn, sheet: Sheet) -> tuple[Line, ...]:
    """The question of a dilemma, and line by line the two ends of the scale, which on screen is drawn."""
    sides = weighed(turn, sheet)
    if sides is None:
        return ()
    asked = line(sheet.voice.say(f"dilemma.{turn.key}"), "dim")
    ends = (
        (0, _label(sides, 0, sheet)),
        (MIDDLE, sheet.voice.say("dilemma.between")),
        (WHOLE, _label(sides, 1, sheet)),
    )
    scale = (line(f"{value:<{HANG}}{text}", "plain", HANG) for value, text in ends)
    if sheet.screen:
        return (line(sheet.show(sides.dilemma.question), "strong"), asked)
    return (line(sheet.show(sides.dilemma.question), "strong"), asked, *scale)


def position(turn: Turn, sheet: Sheet) -> tuple[Line, ...]:
    """Where the learner said they stand."""
    sides, value = weighed(turn, sheet), _number(turn, "value")
    return (line(position_text(sides, value, sheet), "typed"),) if sides is not None and value is not None else ()


def returned(turn: Turn, sheet: Sheet) -> tuple[Line, ...]:
    """Where the learner stood the last time, and what they said would move them."""
    sides = weighed(turn, sheet)
    if sides is None:
        return ()
    voice = sheet.voice
    lines = [line(voice.say("dilemma.returned", date=voice.date(str(turn.args.get("at", ""))[:10])))]
    lines += _positions(turn, sides, sheet)
    fact = str(turn.args.get("fact", ""))
    return (*lines, line(voice.say("dilemma.fact-then", text=visible(fact)))) if fact else tuple(lines)


def _positions(turn: Turn, sides: Sides, sheet: Sheet) -> list[Line]:
    given = ((when, _number(turn, when)) for when in ("before", "after"))
    return [
        line(sheet.voice.say(f"dilemma.stood-{when}", position=position_text(sides, value, sheet)))
        for when, value in given
        if value is not None
    ]


def shift(turn: Turn, sheet: Sheet) -> tuple[Line, ...]:
    """Both positions and how far they lie apart."""
    sides = weighed(turn, sheet)
    if sides is None:
        return ()
    lines = _positions(turn, sides, sheet)
    before, after = _number(turn, "before"), _number(turn, "after")
    if before is not None and after is not None:
        by = sides.own(after) - sides.own(before)
        side = _label(sides, int(by > 0), sheet)
        lines.append(
            line(sheet.voice.say("dilemma.shift", n=abs(by), side=side) if by else sheet.voice.say("dilemma.no-shift"))
        )
    return tuple(lines)


def _listed(points: Iterable[Point], sheet: Sheet, tell: Callable[[Point, Sheet], str]) -> tuple[Line, ...]:
    """Arguments to choose from, line by line; on screen they stand in the answer area."""
    if sheet.screen:
        return ()
    return tuple(line(f"{point.number:<{HANG}}{tell(point, sheet)}", "plain", HANG) for point in points)


def brief(point: Point, sheet: Sheet) -> str:
    """The beginning of an argument, to know it again by."""
    text = point_text(point, sheet)
    return text if len(text) <= BRIEF else text[:BRIEF].rsplit(" ", 1)[0] + " …"


def steelman(turn: Turn, sheet: Sheet) -> tuple[Line, ...]:
    """Asks for the best case for a side."""
    sides, side = weighed(turn, sheet), _number(turn, "side")
    if sides is None or side not in {0, 1}:
        return ()
    key = "steelman" if turn.args.get("leaning") else "steelman-middle"
    return (line(sheet.voice.say(f"dilemma.{key}", side=_label(sides, side, sheet)), "strong"),)


def heard(turn: Turn, sheet: Sheet) -> tuple[Line, ...]:
    """Which points of a side were heard, in which words, which were not, and which straw men stood in their place."""
    sides, side = weighed(turn, sheet), _number(turn, "side")
    if sides is None or side not in {0, 1}:
        return ()
    voice, made = sheet.voice, dict(zip(turn.texts("made"), turn.texts("words"), strict=False))
    label, others = _label(sides, side, sheet), _number(turn, "others")
    lines = [line(voice.say("dilemma.heard", side=label)), line(voice.say("dilemma.heard-limits"), "dim")]
    if others and not made:
        lines.append(line(voice.say("dilemma.heard-others", n=others, side=label)))
    for point in sides.of(side):
        head = Span(f"{point.number:<{HANG}}", "strong")
        if point.name in made:
            said = voice.say("dilemma.heard-made", words=_quoted(made[point.name], sheet))
            lines.append(Line((head, Span(said, "strong"), Span(f" {sheet.show(point.argument.text)}", "dim")), HANG))
        else:
            lines.append(
                Line(
                    (head, Span(voice.say("dilemma.heard-not"), "strong"), Span(f" {sheet.show(point.argument.text)}")),
                    HANG,
                )
            )
    return (*lines, *_straws(turn, sides, side, sheet))


def _straws(turn: Turn, sides: Sides, side: int, sheet: Sheet) -> list[Line]:
    straws = sides.both[side].straw
    shown = []
    for number, words in zip(turn.texts("straws"), turn.texts("straw_words"), strict=False):
        if number.isdecimal() and int(number) < len(straws):
            straw, language = straws[int(number)], sheet.voice.language
            say = {"say": straw.say.show(language), "why": straw.why.show(language), "words": _quoted(words, sheet)}
            shown.append(line(sheet.voice.say("dilemma.straw", **say), "plain", 2))
    return shown


def _quoted(words: str, sheet: Sheet) -> str:
    voice = sheet.voice
    return ", ".join(voice.say("dilemma.quote", text=visible(each)) for each in words.split("\n") if each)


def strongest(turn: Turn, sheet: Sheet) -> tuple[Line, ...]:
    """Asks for the strongest argument of a side."""
    sides, side = weighed(turn, sheet), _number(turn, "side")
    if sides is None or side not in {0, 1}:
        return ()
    asked = line(sheet.voice.say("dilemma.strongest", side=_label(sides, side, sheet)), "strong")
    return (asked, *_listed(sides.of(side), sheet, point_text))


def _point_of(turn: Turn, sides: Sides | None) -> Point | None:
    return sides.point(str(turn.args.get("argument", ""))) if sides is not None else None


def strongest_answer(turn: Turn, sheet: Sheet) -> tuple[Line, ...]:
    """Asks for an answer to an argument."""
    point = _point_of(turn, weighed(turn, sheet))
    if point is None:
        return ()
    shown = line(f"{point.number:<{HANG}}{point_text(point, sheet)}", "plain", HANG)
    return (shown, line(sheet.voice.say("dilemma.strongest-answer"), "strong"))


def moved_by(turn: Turn, sheet: Sheet) -> tuple[Line, ...]:
    """Asks which argument moved the learner, or weighed most where nothing moved."""
    sides = weighed(turn, sheet)
    if sides is None:
        return ()
    asked = line(sheet.voice.say("dilemma.moved-by" if turn.args.get("moved") else "dilemma.weighed-most"), "strong")
    return (asked, *_listed(sides.points, sheet, brief))


def picked(turn: Turn, sheet: Sheet) -> tuple[Line, ...]:
    """The argument that the learner chose."""
    point = _point_of(turn, weighed(turn, sheet))
    return (line(f"{point.number}  {brief(point, sheet)}", "typed", 3),) if point is not None else ()


def criterion(turn: Turn, sheet: Sheet) -> tuple[Line, ...]:
    """One more way to look at it, as an offer."""
    voice, key = sheet.voice, f"dilemma.criterion-{turn.args.get('criterion')}"
    if key not in voice:
        return ()
    offer = voice.say("dilemma.criterion", number=turn.args.get("number", 1), of=turn.args.get("of", 1))
    return (line(voice.say(key), "strong"), line(offer, "dim"))


def epilogue(turn: Turn, sheet: Sheet) -> tuple[Line, ...]:
    """What is known of it, and up to when that was looked at."""
    name = str(turn.args.get("dilemma", ""))
    dilemma = sheet.book.dilemma(name)
    if dilemma is None or dilemma.epilogue is None:
        return ()
    voice = sheet.voice
    head = (
        voice.say("dilemma.known-as-of", date=voice.date(dilemma.as_of))
        if dilemma.as_of
        else voice.say("dilemma.known")
    )
    return (line(head, "strong"), prose(dilemma.epilogue, name.partition("/")[0], sheet))


def argument(turn: Turn, sheet: Sheet) -> tuple[Line, ...]:
    """An argument opened: what it cites and how well that is known, its precedent, and its best rebuttal."""
    name = str(turn.args.get("dilemma", ""))
    point = _point_of(turn, weighed(turn, sheet))
    if point is None:
        return ()
    case, voice, found = name.partition("/")[0], sheet.voice, point.argument
    lines = [line(f"{point.number:<{HANG}}{point_text(point, sheet)}", "strong", HANG)]
    lines.append(line(voice.say("dilemma.cites" if found.supports else "dilemma.cites-nothing"), "dim"))
    lines += _claims(found.supports, case, sheet)
    for key, text, claims in (
        ("precedent", found.precedent, (found.precedent_claim,) if found.precedent_claim else ()),
        ("rebuttal", found.rebuttal, found.rebuttal_claims),
    ):
        if text is not None:
            lines.append(_labelled(key, text, sheet))
            lines += _claims(tuple(claim for claim in claims if claim not in found.supports), case, sheet)
    return tuple(lines)


def _labelled(key: str, text: Text, sheet: Sheet) -> Line:
    return Line((Span(f"{sheet.voice.say(f'dilemma.{key}')} ", "strong"), Span(sheet.show(text))), 2)


def _claims(names: Iterable[str], case: str, sheet: Sheet) -> list[Line]:
    """Claims with their status, each with who published it."""
    lines: list[Line] = []
    for name in names:
        claim = sheet.book.claim(f"{case}/{name}")
        if claim is not None:
            lines += [*claim_block(claim, sheet.voice), line(f"  {published(claim, sheet.voice)}", "dim", 2)]
    return lines
