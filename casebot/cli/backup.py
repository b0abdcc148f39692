"""`casebot backup FILE`: a copy of the gradebook, whole."""

from contextlib import closing

from casebot.cli.job import COULD_NOT_RUN, DONE, FOUND, Job, complain, tell
from casebot.store.backup import back_up


def run(job: Job) -> int:
    """Writes the copy and prints its path; nothing is ever written over. Raises StoreError."""
    words, copy = job.words, job.options.file
    if not job.gradebook_file().exists():
        complain(words.say("backup.nothing", learner=job.learner()))
        return FOUND
    try:
        with closing(job.gradebook()) as book:
            back_up(book, copy)
    except FileExistsError:
        complain(words.say("error.exists", file=copy))
        return FOUND
    except OSError as error:
        complain(words.say("error.unwritable", file=copy, why=error.strerror or type(error).__name__))
        return COULD_NOT_RUN
    tell(str(copy))
    complain(words.say("backup.done", learner=job.learner()))
    return DONE
