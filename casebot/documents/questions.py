"""How are questions, hints and answers written out?"""

from casebot.documents.answers import (
    Asked,
    asked,
    chosen_texts,
    feedback_text,
    key_texts,
    option_text,
    unit_name,
)
from casebot.documents.passage import Line, Span, line, visible
from casebot.documents.telling import claim_block, prose
from casebot.documents.voice import Voice
from casebot.model.identity import LETTERS, left_ids
from casebot.model.item import BLANK, Cloze, Evidence, Free, Item, Match, Multiple, Numeric, Order, TrueFalse
from casebot.tutoring.book import Book
from casebot.tutoring.chance import shown_choices, shown_rights
from casebot.tutoring.turns import Turn


def stem(turn: Turn, book: Book, voice: Voice) -> tuple[Line, ...]:
    """A question without its options."""
    about = asked(turn, book, voice)
    if about is None:
        return ()
    before = (line(voice.say("turn.before-reading"), "dim"),) if turn.args.get("pre") else ()
    return (*before, *_stem(about))


def _stem(about: Asked) -> tuple[Line, ...]:
    item, voice = about.item, about.voice
    if isinstance(item, Evidence):
        text = about.book.statement(about.name, item)
        shown = about.show(text) if text is not None else about.name
        return (line(voice.say("ask.evidence"), "dim"), line(shown, "strong"))
    if isinstance(item, Cloze):
        return (line(_blanked(item, about), "strong"),)
    asks = _strong(prose(item.text.show(voice.language), about.book, about.case, voice))
    if isinstance(item, TrueFalse):
        return (line(voice.say("ask.true-false"), "dim"), asks)
    if isinstance(item, Numeric) and item.unit is not None:
        return (asks, line(voice.say("ask.unit", unit=unit_name(item.unit.show(voice.language), voice)), "dim"))
    return (asks,)


def _blanked(item: Cloze, about: Asked) -> str:
    places = {blank: number for number, blank in enumerate(item.blanks, start=1)}
    return BLANK.sub(lambda match: f"({places.get(match[1], match[1])}) ____", about.show(item.text))


def _strong(written: Line) -> Line:
    spans = (Span(span.text, "strong" if span.style == "plain" else span.style) for span in written.spans)
    return written._replace(spans=tuple(spans))


def item(turn: Turn, book: Book, voice: Voice, width: int) -> tuple[Line, ...]:
    """A question with its options and how to answer it."""
    del width
    about = asked(turn, book, voice)
    if about is None:
        return ()
    struck, seed = turn.args.get("struck"), turn.args.get("seed")
    gone = struck if isinstance(struck, tuple) else ()
    return (
        *stem(turn, book, voice),
        *_options(about, seed if isinstance(seed, int) else 0, gone),
        *_how(about.item, voice),
    )


def _options(about: Asked, seed: int, struck: tuple[str, ...]) -> tuple[Line, ...]:
    item = about.item
    if isinstance(item, Match):
        lefts = tuple(f"{place}  {option_text(about, left)}" for place, left in enumerate(left_ids(item), 1))
        rights = zip(LETTERS, shown_rights(about.name, item, seed), strict=False)
        shown = tuple(f"{letter}  {option_text(about, right)}" for letter, right in rights)
        return tuple(line(text, "plain", 3) for text in (*lefts, *shown))
    choices = zip(LETTERS, shown_choices(about.name, item, seed), strict=False)
    return tuple(
        line(f"{letter}  {option_text(about, choice.id)}", "struck" if choice.id in struck else "plain", 3)
        for letter, choice in choices
    )


def _how(item: Item, voice: Voice) -> tuple[Line, ...]:
    keys: dict[type, str] = {Multiple: "multiple", Order: "order", Match: "match", Cloze: "blanks", Free: "open"}
    key = keys.get(type(item))
    return (line(voice.say(f"ask.{key}"), "dim"),) if key else ()


def typed(turn: Turn, book: Book, voice: Voice, width: int) -> tuple[Line, ...]:
    """What the learner typed, as typed."""
    del book, voice, width
    return tuple(line(row, "typed") for row in visible(str(turn.args.get("text", ""))).split("\n"))


def chosen(turn: Turn, book: Book, voice: Voice, width: int) -> tuple[Line, ...]:
    """What the learner chose, in words."""
    del width
    about = asked(turn, book, voice)
    response = str(turn.args.get("response", ""))
    texts = chosen_texts(about, response) if about is not None else (response,)
    return tuple(line(text, "typed", 2) for text in texts)


def certain(turn: Turn, book: Book, voice: Voice, width: int) -> tuple[Line, ...]:
    """How sure the learner said to be."""
    del book, width
    return (line(voice.say(f"turn.certain-{turn.args.get('level')}"), "typed"),)


def hint(turn: Turn, book: Book, voice: Voice, width: int) -> tuple[Line, ...]:
    """A rung of the ladder."""
    del width
    about = asked(turn, book, voice)
    rung = turn.args.get("rung", 0)
    if about is None or not isinstance(rung, int) or rung >= len(about.item.hints):
        return ()
    return (line(about.show(about.item.hints[rung])),)


def try_again(turn: Turn, book: Book, voice: Voice, width: int) -> tuple[Line, ...]:
    """How many tries are left."""
    del book, width
    return (line(voice.say("turn.try-again", n=turn.args.get("left", 1))),)


def guess_was_wrong(turn: Turn, book: Book, voice: Voice, width: int) -> tuple[Line, ...]:
    """What guessing before the text was worth."""
    del book, width
    key = "guess-was-wrong-then-right" if turn.args.get("now") else "guess-was-wrong"
    return (line(voice.say(f"turn.{key}")),)


def feedback(turn: Turn, book: Book, voice: Voice, width: int) -> tuple[Line, ...]:
    """What the author says to a mistake."""
    del width
    about = asked(turn, book, voice)
    if about is None:
        return ()
    text = feedback_text(about.item, str(turn.args.get("about", "")))
    return (prose(text.show(voice.language), book, about.case, voice),) if text is not None else ()


def answer(turn: Turn, book: Book, voice: Voice, width: int) -> tuple[Line, ...]:
    """The right answer, told."""
    del width
    about = asked(turn, book, voice)
    if about is None:
        return ()
    texts = key_texts(about)
    if len(texts) == 1:
        return (line(voice.say("turn.answer", answer=texts[0])),)
    return (line(voice.say("turn.answer", answer="").rstrip()), *(line(f"  {text}", "plain", 4) for text in texts))


def explain(turn: Turn, book: Book, voice: Voice, width: int) -> tuple[Line, ...]:
    """Why the right answer is right; behind an assertion, the record as well."""
    del width
    about = asked(turn, book, voice)
    if about is None or about.item.explain is None:
        return ()
    said = prose(about.item.explain.show(voice.language), book, about.case, voice)
    claim = book.claim(f"{about.case}/{about.item.claim}") if isinstance(about.item, Evidence) else None
    if claim is not None and claim.assertion is not None:
        return (*claim_block(claim, voice), said)
    return (said,)
