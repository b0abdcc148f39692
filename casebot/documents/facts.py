"""What stands beside the conversation: the claims of the page, and the timeline?"""

from collections.abc import Iterable

from casebot.documents.charts import timeline
from casebot.documents.passage import Line, line
from casebot.documents.sheet import Sheet
from casebot.documents.telling import claim_block

Section = tuple[str, list[Line]]


def facts(
    sheet: Sheet, case: str, lesson: str, claims: Iterable[str], hidden: frozenset[str], *, question_open: bool
) -> list[Section]:
    """Headings, each with its lines; claims go by their full names.

    While a question is open the claims it rests on (`hidden`) are withheld, and so is the timeline. A review is of no
    case, and has none.
    """
    voice = sheet.voice
    lines: list[Line] = [line(voice.say("app.withheld"), "dim"), line("")] if hidden else []
    for name in claims:
        claim = sheet.book.claim(name)
        if claim is not None and name not in hidden:
            lines += [*claim_block(claim, voice), line("")]
    found = sheet.book.cases.get(case)
    events = tuple(event for event in found.timeline if event.lesson in {lesson, None}) if found else ()
    sections = [(voice.say("app.facts"), lines)]
    if events and not question_open:
        sections.append((voice.say("app.timeline"), [line(f"{day}  {text}") for day, text in timeline(events, voice)]))
    return sections
