"""`casebot ask [TEXT]`: what the cases say, with status and sources; without a text a conversation."""

import json
import sys
from collections.abc import Sequence

from casebot.cli import play
from casebot.cli.job import DONE, Job, tell
from casebot.desk import Desk
from casebot.documents.passages import answered
from casebot.documents.sheet import Sheet
from casebot.documents.transcript import write
from casebot.lookup.answer import Answer, look_up
from casebot.lookup.index import Index
from casebot.model.languages import SPOKEN
from casebot.plain import passage_rows
from casebot.tutoring.turns import Arg, Turn

WIDTH = 80


def run(job: Job) -> int:
    """Answers one question, or with `--batch` one a line; "the case does not say" is an answer too."""
    options = job.options
    text = " ".join(options.text)
    if not text and not options.batch:
        return play.ask_case(job)
    with job.desk() as desk:
        names = (options.case,) if options.case else desk.library.ids()
        for name in names:
            desk.case(name)
        indexes = [index for index in desk.book.lookup if index.case.head.id in names]
        if options.batch:
            return _batch(indexes, desk, job)
        found = look_up(indexes, text, job.words.language)
        if options.json:
            tell(_as_json(found, desk, job.words.language, job))
        else:
            _say(found, desk, job)
    return DONE


def _batch(indexes: Sequence[Index], desk: Desk, job: Job) -> int:
    """One JSON line {"lang", "text"} in, one result a line out."""
    for row in sys.stdin:
        if not row.strip():
            continue
        try:
            asked = json.loads(row)
        except ValueError:
            asked = {}
        told = asked if isinstance(asked, dict) else {}
        language = told.get("lang") if told.get("lang") in SPOKEN else job.words.language
        tell(_as_json(look_up(indexes, str(told.get("text", "")), str(language)), desk, str(language), job))
        sys.stdout.flush()
    return DONE


def _as_json(found: Answer, desk: Desk, language: str, job: Job) -> str:
    return json.dumps(answered(found.claims, desk.book, language, named=not job.options.case), ensure_ascii=False)


def _say(found: Answer, desk: Desk, job: Job) -> None:
    sheet = Sheet(desk.book, job.words, WIDTH)
    claims = tuple(f"{each.case}/{each.claim}" for each in found.claims)
    pages = tuple(f"{each.case}/{each.page}" if each.page else "" for each in found.claims)
    topics = tuple(f"{each.kind}:{each.case}/{each.name}" for each in found.topics)
    args: dict[str, Arg] = {"claims": claims, "pages": pages, "corrected": found.corrected, "topics": topics}
    turn = Turn(role="source" if claims else "notice", key="passages" if claims else "case-silent", args=args)
    for row in passage_rows(write(turn, sheet), "", WIDTH):
        tell(row)
