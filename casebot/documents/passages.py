"""How is what the case answers written out, and what it does not say?"""

from collections.abc import Sequence

from casebot.documents.passage import Line, line
from casebot.documents.sheet import Sheet
from casebot.documents.telling import claim_block, published
from casebot.documents.voice import Voice
from casebot.lookup.answer import Found
from casebot.model.case import Case
from casebot.model.claim import Claim
from casebot.tutoring.book import Book
from casebot.tutoring.turns import Turn


def passages(turn: Turn, sheet: Sheet) -> tuple[Line, ...]:
    """The claims that answer: each with its status, date and publishers, and the page that teaches it."""
    voice, lines = sheet.voice, list[Line]()
    if turn.args.get("corrected"):
        lines.append(line(voice.say("turn.corrects"), "plain"))
    for name, page in zip(turn.texts("claims"), turn.texts("pages"), strict=False):
        claim = sheet.book.claim(name)
        if claim is not None:
            lines += claim_block(claim, voice)
            lines.append(line(f"  {_about(claim, page_title(page, sheet), voice)}", "dim", 2))
    return tuple(lines)


def silent(turn: Turn, sheet: Sheet) -> tuple[Line, ...]:
    """That the case does not say, with what it does speak of that is near."""
    names = [topic_name(each, sheet) for each in turn.texts("topics")]
    said = [name for name in dict.fromkeys(names) if name]
    key = "case-silent-near" if said else "case-silent"
    return (line(sheet.voice.say(f"turn.{key}", topics=sheet.voice.say("unit.semicolon").join(said))),)


def _about(claim: Claim, page: str, voice: Voice) -> str:
    said = published(claim, voice)
    return f"{said}. {voice.say('turn.taught', page=page)}" if page else said


def page_title(name: str, sheet: Sheet) -> str:
    """The title of a page `case/lesson/step`; "" where it has none."""
    case, _, rest = name.partition("/")
    lesson, _, step = rest.partition("/")
    found = sheet.book.lesson(case, lesson)
    title = found.steps[step].title if found is not None and step in found.steps else None
    return sheet.show(title) if title is not None else ""


def topic_name(topic: str, sheet: Sheet) -> str:
    """What a topic `kind:case/name` is called."""
    kind, _, full = topic.partition(":")
    case, _, name = full.partition("/")
    found = sheet.book.cases.get(case)
    if found is None:
        return ""
    if kind == "term":
        return sheet.show(found.terms[name].name) if name in found.terms else ""
    if kind == "lesson":
        return sheet.show(found.lessons[name].entry.title) if name in found.lessons else ""
    return page_title(full, sheet)


def answered(found: Sequence[Found], book: Book, language: str, *, named: bool) -> dict[str, object]:
    """{"answered", "passages": [{"claim", "text", "status", "date", "sources", "page", "score"}]}.

    With `named` each passage has its "case" as well.
    """
    rows = [_passage(each, book.cases[each.case], language, named=named) for each in found]
    return {"answered": bool(rows), "passages": rows}


def _passage(found: Found, case: Case, language: str, *, named: bool) -> dict[str, object]:
    claim = case.claims[found.claim]
    row: dict[str, object] = {
        "claim": found.claim,
        "text": claim.text.show(language),
        "status": claim.status,
        "date": claim.date,
        "sources": [source.model_dump(exclude_none=True) for source in claim.sources],
        "page": found.page,
        "score": round(found.score, 2),
    }
    return {"case": found.case} | row if named else row
