"""`casebot try`: what verdict does one answer get, and why?"""

import json

from casebot.cli.banks import find_bank
from casebot.cli.job import DONE, Job, tell
from casebot.desk.books import book_of
from casebot.desk.refusal import no_item
from casebot.documents.answers import Asked
from casebot.documents.sheet import Sheet
from casebot.documents.trial import as_json, as_text
from casebot.grading.grade import grade

WIDTH = 100


def run(job: Job) -> int:
    """The verdict as text or as JSON. Raises NotThereError for a bank or item that does not exist or cannot be read."""
    options = job.options
    loaded, bank = find_bank(job, options.bank)
    case = loaded.case
    items = case.banks[bank].items
    if options.item not in items:
        raise no_item(loaded, bank, options.item)
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
