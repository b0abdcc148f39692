"""Can each question be answered, and does every key mean one thing?"""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from casebot.content.finding import Finding, TablePath
from casebot.content.library import LOOSE, Loaded
from casebot.grading.arranged import bucket
from casebot.grading.normalise import fold, normalise
from casebot.model.claim import Status
from casebot.model.item import (
    BLANK,
    Cloze,
    Evidence,
    Free,
    Item,
    Match,
    Multiple,
    Numeric,
    Option,
    Order,
    Short,
    Single,
    Words,
    Wrong,
)
from casebot.model.lesson import PageStep, SortStep, asked_items
from casebot.model.text import Text

NEEDS_ASSERTION: Final[frozenset[Status]] = frozenset({"unverified", "contradicted"})
"""A claim's own sentence is true as worded: what has no support, or is contradicted, is an assertion beside it."""
READ: Final = 150
"""Words of a lesson read in a minute; the lower bound of what is measured for screens."""
ASKED: Final = 0.6
"""Minutes for a question with its explanation."""
OFF: Final = 2.0
"""A lesson's minutes may be off by this factor."""
Told = tuple[str, TablePath, dict[str, str]]


def meaning(loaded: Loaded) -> Iterator[Finding]:
    """Every question that has no answer, or more than one, and every fact that says less than its status."""
    for bank_id, bank in loaded.case.banks.items():
        for item_id, item in bank.items.items():
            source, path = loaded.origins["q", f"{bank_id}/{item_id}"]
            for code, inner, args in _item(item, tuple(bank.head.languages)):
                yield source.finding(code, (*path, *inner), args)
    for name, claim in loaded.case.claims.items():
        if claim.status in NEEDS_ASSERTION and claim.assertion is None:
            source, path = loaded.origins["claim", name]
            yield source.finding("317", (*path, "status"), {"status": claim.status})
    yield from _lessons(loaded)


def _item(item: Item, languages: tuple[str, ...]) -> Iterator[Told]:
    match item:
        case Single():
            yield from _options(item.options)
            yield from _rights(item.options, one=True)
        case Multiple():
            yield from _options(item.options)
            yield from _rights(item.options, one=False)
        case Order():
            yield from _repeated("items", [entry.id for entry in item.items], (entry.text for entry in item.items))
        case Match():
            yield from _same_texts("pairs", (pair.left for pair in item.pairs))
        case Cloze():
            yield from _blanks(item, languages)
            yield from _wrong(item.wrong, item.blanks.values())
        case Short():
            yield from _wrong(item.wrong, (item.accept,))
            if item.need is not None and item.need > max(len(texts) for _, texts in item.accept.each()):
                yield "323", ("need",), {"need": str(item.need)}
        case Numeric():
            yield from _wrong_numbers(item)
        case Free():
            yield from _repeated("keypoints", [point.id for point in item.keypoints], ())
            yield from _repeated("misconceptions", [idea.id for idea in item.misconceptions], ())
        case Evidence():
            if item.claim is None and (item.answer is None or item.text is None):
                yield "319", (), {}
        case _:
            pass


def _rights(options: tuple[Option, ...], *, one: bool) -> Iterator[Told]:
    right = [place for place, option in enumerate(options) if option.right]
    if not right:
        yield "311", ("options",), {}
    if one and len(right) > 1:
        yield "312", ("options", right[1], "right"), {"n": str(len(right))}


def _options(options: tuple[Option, ...]) -> Iterator[Told]:
    yield from _repeated("options", [option.id for option in options], (option.text for option in options))


def _repeated(table: str, ids: Iterable[str | None], texts: Iterable[Text]) -> Iterator[Told]:
    seen: Counter[str] = Counter()
    for place, name in enumerate(ids):
        if name is None:
            continue
        seen[name] += 1
        if seen[name] > 1:
            yield "314", (table, place, "id"), {"id": name}
    yield from _same_texts(table, texts)


def _same_texts(table: str, texts: Iterable[Text]) -> Iterator[Told]:
    """Entries that read the same in a language."""
    seen: dict[tuple[str, str], int] = {}
    for place, text in enumerate(texts):
        for language, value in text.each():
            key = (language, normalise(value))
            if seen.setdefault(key, place) != place:
                yield "316", (table, place), {"text": value, "first": str(seen[key] + 1)}
                break


def _blanks(item: Cloze, languages: tuple[str, ...]) -> Iterator[Told]:
    """Blanks that stand in the sentence of one language only, or have no answers, or no place."""
    stems = {
        language: BLANK.findall(text) for language, text in item.text.each() if not language or language in languages
    }
    for language, names in stems.items():
        where: TablePath = (language,) if language else ("text",)
        for name in names:
            if name not in item.blanks:
                yield "313", where, {"blank": name}
        for name in item.blanks:
            if name not in names:
                yield "324", where, {"blank": name, "language": language}


def _plain(words: Words) -> set[str]:
    return {fold(normalise(text)) for _, texts in words.each() for text in texts}


def _wrong(wrong: tuple[Wrong, ...], keys: Iterable[Words]) -> Iterator[Told]:
    """Known wrong answers that are accepted answers as well."""
    accepted = set[str]().union(*(_plain(words) for words in keys))
    for place, entry in enumerate(wrong):
        for text in sorted(_plain(entry.match) & accepted):
            yield "315", ("wrong", place), {"text": text}


def _wrong_numbers(item: Numeric) -> Iterator[Told]:
    for place, entry in enumerate(item.wrong):
        for text in sorted(_plain(entry.match)):
            if text == f"{item.answer:g}":
                yield "315", ("wrong", place), {"text": text}


def _sort(loaded: Loaded, part: tuple[str, str], step: SortStep) -> Iterator[Finding]:
    """Items that a sort cannot place: no statements, or such as belong in none of its buckets."""
    source, path = loaded.origins[part]
    for place, name in enumerate(step.items):
        item = loaded.case.item(name)
        where = (*path, "items", place)
        if item is not None and not isinstance(item, Evidence):
            yield source.finding("325", where, {"name": name})
        elif item is not None and (belongs := bucket(item, loaded.case.claims)) not in {None, *step.buckets}:
            yield source.finding("326", where, {"name": name, "bucket": str(belongs)})


def _lessons(loaded: Loaded) -> Iterator[Finding]:
    case = loaded.case
    for name, lesson in case.lessons.items():
        source, path = loaded.origins["lesson", name]
        if ("lesson-file", name) in loaded.origins and not lesson.steps:
            yield source.finding("321", path, {"name": name})
        words = questions = 0
        for step_id, step in lesson.steps.items():
            if isinstance(step, PageStep) and step.text is None:
                page, where = loaded.origins["step", f"{name}/{step_id}"]
                yield page.finding("320", where, {"id": step_id})
            texts = [step.text, *(case.claims[claim].text for claim in step.claims if claim in case.claims)]
            words += sum(len(next(iter(text.root.values())).split()) for text in texts if text is not None)
            questions += len(asked_items(step))
            if isinstance(step, SortStep):
                yield from _sort(loaded, ("step", f"{name}/{step_id}"), step)
        needed = words / READ + questions * ASKED
        if needed > 1 and not needed / OFF <= lesson.entry.minutes <= needed * OFF:
            said = {"minutes": str(lesson.entry.minutes), "needed": f"{needed:.0f}"}
            yield source.finding("318", (*path, "minutes"), said)
    head = loaded.origins.get(("case", ""))
    folder = loaded.folder
    if head is not None and folder and case.head.id not in {folder, LOOSE}:
        source, path = head
        yield source.finding("322", (*path, "id"), {"id": case.head.id, "folder": folder})
