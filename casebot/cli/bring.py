"""`casebot import FILE`: what was exported on another machine comes in, and twice is as once."""

import sys
from contextlib import closing
from pathlib import Path

from casebot.cli.job import COULD_NOT_RUN, DONE, FOUND, Job, complain
from casebot.store.transfer import Parcel, Slip, bring_in, unpack

TOLD = 10
"""Lines that are told one by one; of more it is said how many."""


def run(job: Job) -> int:
    """Merges the file into the learner's gradebook; 1 where a line was passed over or it is no export at all."""
    name, words = job.options.file, job.words
    try:
        parcel = unpack(sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes())
    except OSError as error:
        complain(words.say("error.unreadable", file=name, why=error.strerror or type(error).__name__))
        return COULD_NOT_RUN
    if not parcel.entries and not parcel.blank:
        complain(words.say("import.no-export", file=name))
        return FOUND
    return _merge(job, parcel)


def _merge(job: Job, parcel: Parcel) -> int:
    words = job.words
    with closing(job.gradebook()) as book:
        arrived = bring_in(book, parcel, job.learner())
    if arrived.new:
        with job.desk() as desk:
            desk.due()
    for slip in arrived.slips[:TOLD]:
        complain(_told(slip, job))
    if len(arrived.slips) > TOLD:
        complain(words.say("import.more", n=len(arrived.slips) - TOLD))
    new, known = words.say("import.new", n=arrived.new), words.say("import.known", n=arrived.known)
    complain(words.say("import.done", learner=job.learner(), new=new, known=known))
    return FOUND if arrived.slips else DONE


def _told(slip: Slip, job: Job) -> str:
    return job.words.say(f"import.{slip.code}", line=slip.line, what=slip.what)
