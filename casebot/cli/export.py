"""`casebot export --format md|html`: the learner's case file; with a BANK a handout, with or without answers."""

import sys

from casebot.cli.banks import find_bank
from casebot.cli.job import COULD_NOT_RUN, DONE, Job, complain
from casebot.desk.books import book_of
from casebot.documents.handout import handout
from casebot.documents.sheet import Sheet

WIDTH = 100
SEED = 1
"""Decides the order of options: every handout of a bank is the same."""


def run(job: Job) -> int:
    """Prints the case file or the handout. Raises NotThereError for a bank that does not exist, or StoreError."""
    if not job.options.bank:
        from casebot.cli import casefile

        return casefile.run(job)
    if job.options.format == "html":
        complain(job.words.say("casefile.no-html"))
        return COULD_NOT_RUN
    case, bank = find_bank(job, job.options.bank)
    sheet = Sheet(book_of(case), job.words, WIDTH)
    sys.stdout.write(handout(case.banks[bank], case.head.id, sheet, seed=SEED, answers=job.options.answers))
    return DONE
