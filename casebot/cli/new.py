"""`casebot new case|bank NAME`: small files that pass at once, and what to do next."""

from pathlib import Path

from casebot.cli.job import DONE, FOUND, Job, complain, tell
from casebot.content.skeleton import NotAnIdError, new_bank, new_case


def run(job: Job) -> int:
    """Writes the files and prints their paths; refuses what is no id and what is there already."""
    options, words = job.options, job.words
    folder = Path(options.folder)
    try:
        written = (new_bank if options.what == "bank" else new_case)(options.name, folder)
    except NotAnIdError:
        complain(words.say("check.216", id=options.name) + ". " + words.say("check.216-help"))
        return FOUND
    except FileExistsError as error:
        complain(words.say("error.exists", file=error.args[0]))
        return FOUND
    except OSError as error:
        complain(words.say("error.folder-unusable", folder=folder, why=error.strerror or type(error).__name__))
        return FOUND
    for path in written:
        tell(str(path))
    key = "new.bank" if options.what == "bank" else "new.case"
    complain(words.say(key, file=written[0], name=options.name))
    return DONE
