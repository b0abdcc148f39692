"""`casebot try`: what verdict does one answer get, and why?"""

import json

from casebot.cli.banks import find_bank
from casebot.cli.job import DONE, Job, tell
from casebot.desk import NotThereError
from casebot.desk.books import book_of
from casebot.documents.answers import Asked
from casebot.documents.sheet import Sheet
from casebot.documents.trial import as_json, as_text
from casebot.grading.grade import grade

WIDTH = 100


def run(job: Job) -> int:
    """The verdict as text or as JSON. Raises NotThereError for a bank or item that does not exist."""
    options = job.options
    case, bank = find_bank(job, options.bank)
    items = case.banks[bank].items
    if options.item not in items:
        raise NotThereError("unknown-item", options.item, tuple(items))
    name = f"{case.head.id}/{bank}/{options.item}"
    book = book_of(case)
    result = grade(items[options.item], options.answer, book.setting(name, job.words.language))
    about = Asked(name, items[options.item], Sheet(book, job.words, WIDTH))
    if options.json:
        tell(json.dumps(as_json(result, about, options.answer), ensure_ascii=False))
    else:
        for line in as_text(result, about, options.answer, trace=options.trace):
            tell(line)
    return DONE
