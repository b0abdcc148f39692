"""`casebot restore FILE`: a backup takes the place of the gradebook, which is kept beside it."""

from casebot.cli.job import COULD_NOT_RUN, DONE, FOUND, Job, complain
from casebot.documents.refusals import refusal
from casebot.store.backup import restore
from casebot.store.failure import StoreError


def run(job: Job) -> int:
    """Restores; 1 for a file that is refused, 2 where it cannot be read or the gradebook is in use."""
    words, copy = job.words, job.options.file
    try:
        before = restore(job.gradebook_file(), copy)
    except StoreError as error:
        complain(refusal(error, words))
        return FOUND if error.code.startswith("copy-") else COULD_NOT_RUN
    except OSError as error:
        complain(words.say("error.unreadable", file=error.filename or copy, why=error.strerror or type(error).__name__))
        return COULD_NOT_RUN
    complain(words.say("restore.done", learner=job.learner(), file=copy))
    if before is not None:
        complain(words.say("restore.before", file=before))
    return DONE
