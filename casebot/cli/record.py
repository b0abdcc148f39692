"""`casebot record [--json] [--answers] [--find WORDS]`: what the learner's answers tell."""

import json
import os
from collections.abc import Iterable, Iterator

from casebot.cli.job import DONE, Job, columns, tell
from casebot.desk import Desk
from casebot.desk.looking import hidden, kept, record
from casebot.documents.given import answer_lines, answer_turns
from casebot.documents.passage import Line, line
from casebot.documents.record import as_json, record_rows
from casebot.documents.search import find, searchable
from casebot.documents.sheet import Sheet
from casebot.documents.transcript import write
from casebot.documents.wrap import rows
from casebot.model.attempt import Attempt
from casebot.tutoring.turns import Turn


def run(job: Job) -> int:
    """The whole record, all answers, or what is found of some words; as text in the width of the terminal, or JSON."""
    options = job.options
    width = columns()
    with job.desk() as desk:
        found = record(desk)
        sheet = Sheet(desk.book, job.words, width)
        if options.json:
            tell(json.dumps(as_json(found, sheet), ensure_ascii=False))
            return DONE
        if options.find is not None:
            lines = _found(options.find, desk, sheet)
        elif options.answers:
            lines = (part for each in found.answers for part in answer_lines(each, sheet))
        else:
            drawn = not options.plain and os.environ.get("TERM") != "dumb"
            lines = (part for row in record_rows(found, sheet, drawn=drawn) for part in row.lines)
        _print(lines, width, empty=job.words.say("find.none" if options.find is not None else "record.empty"))
    return DONE


def _found(query: str, desk: Desk, sheet: Sheet) -> Iterator[Line]:
    """What is found, each in full."""
    there = kept(desk)
    secret = hidden(desk)
    for each in find(query, searchable(there.answers, there.pages, there.claims, sheet)):
        yield line(sheet.voice.say("chart.row", when=sheet.voice.say(f"find.{each.kind}"), rest=each.head), "title")
        turns = answer_turns(each.opens, sheet, secret) if isinstance(each.opens, Attempt) else (each.opens,)
        yield from _indented(turns, sheet)


def _indented(turns: Iterable[Turn], sheet: Sheet) -> Iterator[Line]:
    for turn in turns:
        passage = write(turn, sheet)
        first, *others = passage.lines
        yield line(f"  {sheet.voice.say('plain.label', label=passage.label)}{first.text}", "plain", 4)
        yield from (line(f"  {each.text}", "plain", 4 + len(each.text) - len(each.text.lstrip())) for each in others)


def _print(lines: Iterable[Line], width: int, *, empty: str) -> None:
    """Prints lines in a width, a free line before each heading; a sentence where there is none."""
    any_printed = False
    for each in lines:
        if each.spans and each.spans[0].style == "title" and any_printed:
            tell("")
        any_printed = True
        first, *others = [each.text] if each.fixed else rows(each.text, width - each.hang)
        tell(first)
        for row in others:
            tell(" " * each.hang + row)
    if not any_printed:
        tell(empty)
