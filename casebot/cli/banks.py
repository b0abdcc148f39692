"""Which bank was named: by its file, or as CASE/BANK?"""

from pathlib import Path

from casebot.cli.job import Job
from casebot.content.library import Library, load_files
from casebot.content.targets import targets
from casebot.desk import NotThereError
from casebot.model.case import Case


def find_bank(job: Job, name: str) -> tuple[Case, str]:
    """The case of a bank, and the bank's id in it. Raises NotThereError."""
    roots = job.roots()
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
