"""How is a sort written out: what it asks for, and where its statements belong in the end?"""

from casebot.documents.answers import Asked, bucket_signs, option_text, stem_text
from casebot.documents.passage import Line, Span, line
from casebot.documents.sheet import Sheet
from casebot.documents.telling import claim_block, opening, step_of
from casebot.grading.arranged import half_credit
from casebot.model.claim import STANDINGS
from casebot.model.item import Evidence
from casebot.model.lesson import SortStep
from casebot.tutoring.sorting import belongs, statements
from casebot.tutoring.turns import Turn


def sort(turn: Turn, sheet: Sheet) -> tuple[Line, ...]:
    """Title and text, how many statements there are, and each bucket with its sign, its marks and what it means."""
    step, case, _ = step_of(turn, sheet)
    if not isinstance(step, SortStep):
        return ()
    say = sheet.voice.say
    names = statements(sheet.book, case, step)
    half = any(_near(name, bucket, sheet) for name in names for bucket in step.buckets)
    said = [say("turn.sort", n=len(names)), *([say("turn.sort-near")] if half else [])]
    lines = [*opening(step, case, sheet), line(" ".join(said))]
    for bucket in dict.fromkeys(step.buckets):
        name = say(f"bucket.{bucket}")
        marks = [say(f"status.{status}") for status, standing in STANDINGS.items() if standing.bucket == bucket]
        marked = " ".join(mark for mark in marks if mark != f"({name})")
        head = f"{bucket_signs(bucket):<3} "
        means = say("ask.bucket", name=f"{name} {marked}".rstrip(), means=say(f"bucket-means.{bucket}"))
        lines.append(line(f"{head}{means}", "plain", len(head)))
    return tuple(lines)


def summary(turn: Turn, sheet: Sheet) -> tuple[Line, ...]:
    """How many statements were put where they belong, and for every other one its bucket, with the record."""
    given = zip(turn.texts("items"), turn.texts("put"), strict=False)
    placed = [(name, bucket) for name, bucket in given if belongs(sheet.book, name)]
    if not placed:
        return ()
    missed = [(name, bucket) for name, bucket in placed if bucket != belongs(sheet.book, name)]
    near = sum(_near(name, bucket, sheet) for name, bucket in missed)
    right, say = len(placed) - len(missed), sheet.voice.say
    said = [say("turn.sorted", n=right, of=len(placed))]
    said += [say("turn.sorted-near", n=near)] if near else []
    said += [say("turn.sorted-elsewhere")] if missed else []
    return (line(" ".join(said)), *(row for name, bucket in missed for row in _missed(name, bucket, sheet)))


def _near(name: str, bucket: str, sheet: Sheet) -> bool:
    """Whether a bucket is next to the one in which a statement belongs."""
    item = sheet.book.item(name)
    return isinstance(item, Evidence) and bucket in half_credit(item, sheet.book.cases[name.partition("/")[0]].claims)


def _missed(name: str, bucket: str, sheet: Sheet) -> tuple[Line, ...]:
    """A statement that was put elsewhere, or nowhere: its bucket, and what is on record."""
    item = sheet.book.item(name)
    if not isinstance(item, Evidence):
        return ()
    about = Asked(name, item, sheet)
    claim = sheet.book.claim(f"{about.case}/{item.claim}") if item.claim else None
    belonging = belongs(sheet.book, name) or ""
    where = sheet.voice.say(
        "turn.sorted-item" if bucket else "turn.sorted-skipped",
        bucket=option_text(about, belonging),
        chosen=option_text(about, bucket) if bucket else "",
    )
    head = line(f"{bucket_signs(belonging):<3} {where}", "strong", 4)
    shown = claim_block(claim, sheet.voice) if claim is not None else (line(stem_text(about)),)
    return (head, *(row._replace(spans=(Span("    "), *row.spans), hang=row.hang + 4) for row in shown))
