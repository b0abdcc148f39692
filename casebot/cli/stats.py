"""`casebot stats`: how good are the questions, by what many learners answered?"""

import json
from collections.abc import Iterator
from pathlib import Path

from casebot.cli.job import DONE, FOUND, Job, complain, tell
from casebot.content.library import Library
from casebot.documents.statistics import as_json, as_rows
from casebot.model.identity import entry_ids
from casebot.model.item import Single, TrueFalse
from casebot.progress.firsts import NO_FIRST
from casebot.progress.items import Try, figures
from casebot.store.results import NotAResultError, read_results


def run(job: Job) -> int:
    """The figures of every question in the exported results."""
    options = job.options
    try:
        found = figures(_tries(options.results), _choices(Library(job.roots())))
    except NotAResultError as error:
        complain(job.words.say("error.no-result", file=error.file, line=error.line))
        return FOUND
    except OSError as error:
        complain(job.words.say("error.unreadable", file=error.filename, why=error.strerror or type(error).__name__))
        return FOUND
    if options.json:
        tell(json.dumps(as_json(found), ensure_ascii=False))
    else:
        for row in as_rows(found, job.words):
            tell(row)
    return DONE


def _tries(files: list[Path]) -> Iterator[Try]:
    for path in files:
        for each in read_results(path):
            if each.number == 1 and each.phase not in NO_FIRST:
                yield Try(each.learner, each.item, each.response, each.score)


def _choices(library: Library) -> dict[str, tuple[str, ...]]:
    """The options of every question of choices, the right one first, by its full name."""
    found: dict[str, tuple[str, ...]] = {}
    for case in library.ids():
        loaded = library.load(case)
        for bank in loaded.case.banks.values() if loaded is not None else ():
            for name, item in bank.items.items():
                if isinstance(item, Single):
                    named = zip(entry_ids(item.options), item.options, strict=True)
                    ordered = sorted(named, key=lambda each: not each[1].right)
                    found[f"{case}/{bank.id}/{name}"] = tuple(option for option, _ in ordered)
                elif isinstance(item, TrueFalse):
                    right = "true" if item.answer else "false"
                    found[f"{case}/{bank.id}/{name}"] = (right, "false" if item.answer else "true")
    return found
