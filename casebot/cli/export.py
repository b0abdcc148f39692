"""`casebot export`: what the learner answered, as data or as a case file; with a BANK a handout."""

import sys
from contextlib import closing
from io import TextIOWrapper

from casebot.cli import casefile
from casebot.cli.banks import find_bank
from casebot.cli.job import COULD_NOT_RUN, DONE, Job, complain
from casebot.desk.books import book_of
from casebot.documents.handout import handout
from casebot.documents.sheet import Sheet
from casebot.documents.storage import listed
from casebot.store.transfer import Taken, take_out, write_lines, write_table

WIDTH = 100
SEED = 1
"""Decides the order of options: every handout of a bank is the same."""


def run(job: Job) -> int:
    """Prints the record or the handout. Raises NotThereError for a bank that does not exist, or StoreError."""
    options = job.options
    match bool(options.bank), options.format:
        case True, "" | "md":
            return _handout(job)
        case False, "" | "jsonl" | "csv":
            return _record(job)
        case False, "md" | "html":
            return casefile.run(job)
        case _:
            complain(job.words.say("export.bank-as-md"))
            return COULD_NOT_RUN


def _handout(job: Job) -> int:
    loaded, bank = find_bank(job, job.options.bank)
    case = loaded.case
    sheet = Sheet(book_of(case), job.words, WIDTH)
    sys.stdout.write(handout(case.banks[bank], case.head.id, sheet, seed=SEED, answers=job.options.answers))
    return DONE


def _record(job: Job) -> int:
    """Prints every entry, in UTF-8 whatever the terminal speaks, and says what it holds and what it leaves out."""
    taken = _taken(job)
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="")
    words, table = job.words, job.options.format == "csv"
    entries = tuple(each for each in taken.entries if each.type == "attempt") if table else taken.entries
    (write_table if table else write_lines)(entries, sys.stdout)
    complain(words.say("export.done", learner=job.learner(), what=listed(entries, words)))
    if len(entries) < len(taken.entries):
        complain(words.say("export.answers-only", n=len(taken.entries) - len(entries)))
    if taken.left_out:
        complain(words.say("export.no-positions", n=taken.left_out))
    return DONE


def _taken(job: Job) -> Taken:
    """What there is to take out; a learner who has not begun is not begun by it."""
    if not job.gradebook_file().exists():
        return Taken((), 0)
    with closing(job.gradebook()) as book:
        return take_out(book, positions=job.options.positions)
