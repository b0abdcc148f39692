"""How are questions, hints and answers written out?"""

from typing import Final

from casebot.documents.answers import (
    Asked,
    asked,
    chosen_texts,
    feedback_text,
    key_texts,
    offered_text,
    option_text,
    unit_name,
)
from casebot.documents.passage import Line, Span, line, visible
from casebot.documents.sheet import Sheet
from casebot.documents.telling import prose
from casebot.model.identity import LETTERS, left_ids
from casebot.model.item import BLANK, Cloze, Evidence, Free, Item, Match, Multiple, Numeric, Order, TrueFalse
from casebot.tutoring.chance import shown_choices, shown_rights
from casebot.tutoring.turns import Turn

_HOW: Final[dict[type, str]] = {
    Multiple: "multiple",
    Order: "order",
    Match: "match",
    Cloze: "blanks",
    Free: "open",
}


def stem(turn: Turn, sheet: Sheet) -> tuple[Line, ...]:
    """A question without its options."""
    about = asked(turn, sheet)
    if about is None:
        return ()
    before = (line(sheet.voice.say("turn.before-reading"), "dim"),) if turn.args.get("pre") else ()
    number = f"{turn.args['n']}/{turn.args['of']}  " if "n" in turn.args else ""
    return (*before, *_stem(about, number))


def _stem(about: Asked, number: str) -> tuple[Line, ...]:
    item, sheet = about.item, about.sheet
    voice = sheet.voice
    if isinstance(item, Evidence):
        text = sheet.book.statement(about.name, item)
        shown = sheet.show(text) if text is not None else about.name
        return (line(f"{number}{voice.say('ask.evidence')}", "dim"), line(shown, "strong"))
    if isinstance(item, Cloze):
        return (line(_blanked(item, about), "strong"),)
    asks = _strong(prose(item.text, about.case, sheet))
    if isinstance(item, TrueFalse):
        return (line(voice.say("ask.true-false"), "dim"), asks)
    if isinstance(item, Numeric) and item.unit is not None:
        return (
            asks,
            line(voice.say("ask.unit", unit=unit_name(item.unit.show(voice.language), voice, asked=True)), "dim"),
        )
    return (asks,)


def _blanked(item: Cloze, about: Asked) -> str:
    places = {blank: number for number, blank in enumerate(item.blanks, start=1)}
    return BLANK.sub(lambda match: f"({places.get(match[1], match[1])}) ____", about.sheet.show(item.text))


def _strong(written: Line) -> Line:
    spans = (Span(span.text, "strong" if span.style == "plain" else span.style) for span in written.spans)
    return written._replace(spans=tuple(spans))


def item(turn: Turn, sheet: Sheet) -> tuple[Line, ...]:
    """A question with its options and how to answer it, if it is not past."""
    about = asked(turn, sheet)
    if about is None:
        return ()
    seed = turn.args.get("seed")
    options = _options(about, seed if isinstance(seed, int) else 0, turn.texts("struck"), turn.texts("among"))
    how = () if turn.args.get("past") else _how(about.item, sheet)
    return (*stem(turn, sheet), *options, *how)


def _options(about: Asked, seed: int, struck: tuple[str, ...], among: tuple[str, ...]) -> tuple[Line, ...]:
    item, voice = about.item, about.sheet.voice
    if isinstance(item, Match):
        lefts = tuple(f"{place}  {option_text(about, left)}" for place, left in enumerate(left_ids(item), 1))
        rights = zip(LETTERS, shown_rights(about.name, item, seed), strict=False)
        shown = tuple(f"{letter}  {option_text(about, right)}" for letter, right in rights)
        return tuple(line(text, "plain", 3) for text in (*lefts, *shown))
    lines = []
    for letter, choice in zip(LETTERS, shown_choices(about.name, item, seed, among), strict=False):
        text = offered_text(about, choice.id)
        if choice.id in struck:
            lines.append(line(f"{letter}  {voice.say('ask.struck', text=text)}", "struck", 3))
        else:
            lines.append(line(f"{letter}  {text}", "plain", 3))
    return tuple(lines)


def _how(item: Item, sheet: Sheet) -> tuple[Line, ...]:
    key, points = _HOW.get(type(item)), len(item.keypoints) if isinstance(item, Free) else 0
    return (line(sheet.voice.say(f"ask.{key}", n=points), "dim"),) if key else ()


def typed(turn: Turn, sheet: Sheet) -> tuple[Line, ...]:
    """What the learner typed, as typed."""
    del sheet
    return tuple(line(row, "typed") for row in visible(str(turn.args.get("text", ""))).split("\n"))


def chosen(turn: Turn, sheet: Sheet) -> tuple[Line, ...]:
    """What the learner chose, in words."""
    about = asked(turn, sheet)
    response = str(turn.args.get("response", ""))
    texts = chosen_texts(about, response) if about is not None else (visible(response),)
    return tuple(line(text, "typed", 2) for text in texts)


def certain(turn: Turn, sheet: Sheet) -> tuple[Line, ...]:
    """How sure the learner said to be."""
    key = f"turn.certain-{turn.args.get('level')}"
    return (line(sheet.voice.say(key), "typed"),) if key in sheet.voice else ()


def hint(turn: Turn, sheet: Sheet) -> tuple[Line, ...]:
    """A rung of the ladder."""
    about = asked(turn, sheet)
    rung = turn.args.get("rung", 0)
    if about is None or not isinstance(rung, int) or rung >= len(about.item.hints):
        return ()
    return (line(sheet.show(about.item.hints[rung])),)


def try_again(turn: Turn, sheet: Sheet) -> tuple[Line, ...]:
    """How many tries are left."""
    return (line(sheet.voice.say("turn.try-again", n=turn.args.get("left", 1))),)


def guess_was_wrong(turn: Turn, sheet: Sheet) -> tuple[Line, ...]:
    """What guessing before the text was worth."""
    key = "guess-was-wrong-then-right" if turn.args.get("now") else "guess-was-wrong"
    return (line(sheet.voice.say(f"turn.{key}")),)


def feedback(turn: Turn, sheet: Sheet) -> tuple[Line, ...]:
    """What the author says to a mistake; where several options could be meant it is named."""
    about = asked(turn, sheet)
    reference = str(turn.args.get("about", ""))
    text = feedback_text(about.item, reference) if about is not None else None
    if about is None or text is None:
        return ()
    written = prose(text, about.case, sheet)
    if not isinstance(about.item, Multiple):
        return (written,)
    name = sheet.voice.say("turn.feedback-on", option=option_text(about, reference.removeprefix("option:")))
    return (written._replace(spans=(Span(f"{name} ", "quote"), *written.spans)),)


def answer(turn: Turn, sheet: Sheet) -> tuple[Line, ...]:
    """The right answer, told."""
    about = asked(turn, sheet)
    if about is None:
        return ()
    texts = key_texts(about)
    said = sheet.voice.say("turn.answer", answer=texts[0] if len(texts) == 1 else "")
    if len(texts) == 1:
        return (line(said),)
    return (line(said.rstrip()), *(line(f"  {text}", "plain", 4) for text in texts))


def correction(turn: Turn, sheet: Sheet) -> tuple[Line, ...]:
    """What is asked of a learner who was sure and wrong: the right answer, typed once."""
    about = asked(turn, sheet)
    if about is None:
        return ()
    return (line(sheet.voice.say(f"turn.{turn.key}", answer=" / ".join(key_texts(about)))),)


def explain(turn: Turn, sheet: Sheet) -> tuple[Line, ...]:
    """Why the right answer is right."""
    about = asked(turn, sheet)
    if about is None or about.item.explain is None:
        return ()
    return (prose(about.item.explain, about.case, sheet),)
