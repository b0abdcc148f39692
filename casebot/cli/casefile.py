"""`casebot export --format md|html`: the learner's case file, printed."""

import sys
from io import TextIOWrapper

from casebot.cli.job import DONE, Job
from casebot.desk.looking import hidden, record, told
from casebot.documents.casefile import Made, Said, Withheld, case_file
from casebot.documents.markdown import markdown
from casebot.documents.sheet import Sheet
from casebot.documents.webpage import webpage


def run(job: Job) -> int:
    """Prints everything the learner has answered, in UTF-8; positions only where they were asked for."""
    options = job.options
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    with job.desk() as desk:
        book = desk.gradebook
        found, withheld = record(desk), Withheld(hidden(desk), told(desk))
        said = Said(book.notes(), book.positions() if options.positions else ())
        made = Made(desk.learner, desk.today.isoformat())
        document = case_file(found, said, made, Sheet(desk.book, job.words, 0), withheld)
    sys.stdout.write(webpage(document) if options.format == "html" else markdown(document))
    return DONE
