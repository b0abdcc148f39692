"""`casebot export --format md BANK`: a handout, with or without answers."""

import sys

from casebot.cli.banks import find_bank
from casebot.cli.job import DONE, Job
from casebot.desk.books import book_of
from casebot.documents.handout import handout
from casebot.documents.sheet import Sheet

WIDTH = 100
SEED = 1
"""Decides the order of options: every handout of a bank is the same."""


def run(job: Job) -> int:
    """Prints the handout. Raises NotThereError for a bank that does not exist."""
    case, bank = find_bank(job, job.options.bank)
    sheet = Sheet(book_of(case), job.words, WIDTH)
    sys.stdout.write(handout(case.banks[bank], case.head.id, sheet, seed=SEED, answers=job.options.answers))
    return DONE
