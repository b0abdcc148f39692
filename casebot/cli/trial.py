"""`casebot try`: what verdict does one answer get, and why?"""

import json
from pathlib import Path

from casebot.cli.job import DONE, Job, tell
from casebot.content.library import Library, load_files
from casebot.content.speech import read_phrases
from casebot.content.targets import targets
from casebot.desk import NotThereError
from casebot.documents.answers import Asked
from casebot.documents.sheet import Sheet
from casebot.documents.trial import as_json, as_text
from casebot.grading.grade import grade
from casebot.grading.lexicon import open_dictionary
from casebot.grading.protect import protected_words
from casebot.model.case import Case
from casebot.model.languages import SPOKEN
from casebot.tutoring.book import Book

WIDTH = 100


def run(job: Job) -> int:
    """The verdict as text or as JSON. Raises NotThereError for a bank or item that does not exist."""
    options = job.options
    case, bank = _find(job)
    items = case.banks[bank].items
    if options.item not in items:
        raise NotThereError("unknown-item", options.item, tuple(items))
    name = f"{case.head.id}/{bank}/{options.item}"
    protected = {f"{case.head.id}/{bank}": protected_words(case.banks[bank])}
    book = Book({case.head.id: case}, open_dictionary(SPOKEN), read_phrases(), protected)
    result = grade(items[options.item], options.answer, book.setting(name, job.words.language))
    about = Asked(name, items[options.item], Sheet(book, job.words, WIDTH))
    if options.json:
        tell(json.dumps(as_json(result, about, options.answer), ensure_ascii=False))
    else:
        for line in as_text(result, about, options.answer, trace=options.trace):
            tell(line)
    return DONE


def _find(job: Job) -> tuple[Case, str]:
    """The bank that was named by its file or as CASE/BANK, in its case."""
    name, roots = job.options.bank, job.roots()
    path = Path(name)
    if path.is_file():
        target = next(iter(targets([path], roots)))
        case = load_files(target.case, target.case_files, target.bank_files).case
        if path.stem in case.banks:
            return case, path.stem
        raise NotThereError("broken-bank", name)
    library = Library(roots)
    wanted, _, bank = name.rpartition("/")
    known = []
    for each in library.ids():
        loaded = library.load(each)
        banks = loaded.case.banks if loaded is not None else {}
        known += [f"{each}/{one}" for one in banks]
        if loaded is not None and bank in banks and wanted in {each, ""}:
            return loaded.case, bank
    raise NotThereError("unknown-bank", name, tuple(known))
