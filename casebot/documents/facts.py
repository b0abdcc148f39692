"""What stands beside the conversation: the claims of the page, and the timeline?"""

from collections.abc import Iterable

from casebot.documents.charts import timeline
from casebot.documents.passage import Line, line
from casebot.documents.telling import claim_block
from casebot.documents.voice import Voice
from casebot.tutoring.book import Book

Section = tuple[str, list[Line]]


def facts(
    book: Book, case: str, lesson: str, claims: Iterable[str], hidden: frozenset[str], voice: Voice
) -> list[Section]:
    """Headings, each with its lines.

    While a question is open the claims it rests on (`hidden`, by full name) are withheld, and so is the timeline.
    """
    lines: list[Line] = [line(voice.say("app.withheld"), "dim"), line("")] if hidden else []
    for name in claims:
        claim = book.claim(name)
        if claim is not None and name not in hidden:
            lines += [*claim_block(claim, voice), line("")]
    events = tuple(event for event in book.cases[case].timeline if event.lesson in {lesson, None})
    sections = [(voice.say("app.facts"), lines)]
    if events and not hidden:
        sections.append((voice.say("app.timeline"), [line(f"{day}  {text}") for day, text in timeline(events, voice)]))
    return sections
