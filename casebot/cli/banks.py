"""Which bank was named: by its file, or as CASE/BANK?"""

from pathlib import Path

from casebot.cli.job import Job
from casebot.content.library import Library, Loaded, load_files
from casebot.content.targets import targets
from casebot.desk import NotThereError


def find_bank(job: Job, name: str) -> tuple[Loaded, str]:
    """The case of a bank as read, and the bank's id in it. Raises NotThereError."""
    roots = job.roots()
    path = Path(name)
    if path.is_file():
        target = next(iter(targets([path], roots)))
        found = load_files(target.case, target.case_files, target.bank_files)
        if path.stem in found.case.banks:
            return found, path.stem
        raise NotThereError("broken-bank", name)
    library = Library(roots)
    wanted, _, bank = name.rpartition("/")
    known = []
    for each in library.ids():
        loaded = library.load(each)
        banks = loaded.case.banks if loaded is not None else {}
        known += [f"{each}/{one}" for one in banks]
        if loaded is not None and bank in banks and wanted in {each, ""}:
            return loaded, bank
    raise NotThereError("unknown-bank", name, tuple(known))
