"""`casebot forget LESSON|positions|all`: what learners keep private."""

import sys
from contextlib import closing
from pathlib import Path

from casebot.cli.job import COULD_NOT_RUN, DONE, FOUND, Job, complain, tell
from casebot.content.library import Library
from casebot.desk import NotThereError
from casebot.desk.belongings import belongings
from casebot.documents.refusals import refusal
from casebot.glance import lesson_names
from casebot.store.copies import copies
from casebot.store.erasing import erase, files_of
from casebot.store.failure import StoreError
from casebot.store.forgetting import Removed, bring_back, forget_lesson, forget_positions
from casebot.store.gradebook import Gradebook


def run(job: Job) -> int:
    """Removes what is named, or brings back a lesson. Raises NotThereError or StoreError."""
    what, undo = job.options.what, job.options.undo
    if bool(what) == undo:
        complain(job.words.say("forget.usage"))
        return COULD_NOT_RUN
    if undo:
        return _undo(job)
    if what != "all" and not job.gradebook_file().exists():
        complain(job.words.say("forget.nothing-at-all", learner=job.learner()))
        return DONE
    match what:
        case "all":
            return _all(job)
        case "positions":
            return _positions(job)
        case _:
            return _lesson(job, what)


def _lesson(job: Job, name: str) -> int:
    words = job.words
    with closing(job.gradebook()) as book:
        case, target = _find(book, lesson_names(job.roots()), name)
        loaded = Library(job.roots()).load(case)
        names = belongings(loaded.case, target) if loaded is not None else frozenset[str]()
        removed = forget_lesson(book, case, target, names)
    if not any(removed):
        complain(words.say("forget.nothing", name=_full(case, target)))
        return DONE
    complain(words.say("forget.lesson", name=_full(case, target), what=_told(removed, job)))
    kept = [path for path in copies(job.gradebook_file()) if path.exists()]
    if kept:
        complain(words.say("forget.copies-keep", files=", ".join(map(str, kept))))
    return DONE


def _full(case: str, target: str) -> str:
    """The name of a lesson, or of a bank that was asked by itself, which has its case in it already."""
    return target if "/" in target else f"{case}/{target}"


def _find(book: Gradebook, lessons: tuple[str, ...], name: str) -> tuple[str, str]:
    """The case and target that `[CASE/]LESSON` names, of what there is and what is kept. Raises NotThereError."""
    known = {each: (each.partition("/")[0], each.partition("/")[2]) for each in lessons}
    kept = [(row.case_id, row.target) for row in book.sessions() if row.run in {"lesson", "quiz"}]
    known |= {_full(case, target): (case, target) for case, target in kept}
    found = [each for each in known if each == name] or [each for each in known if each.endswith(f"/{name}")]
    if len(found) == 1:
        return known[found[0]]
    raise NotThereError("several-lessons" if found else "unknown-lesson", name, tuple(found or known))


def _told(removed: Removed, job: Job) -> str:
    say = job.words.say
    told = [say("where.sessions", n=removed.sessions), say("where.attempts", n=removed.attempts)]
    return ", ".join([*told, say("forget.entries", n=removed.entries)] if removed.entries else told)


def _undo(job: Job) -> int:
    brought = None
    if job.gradebook_file().exists():
        with closing(Gradebook(job.gradebook_file())) as book:
            brought = bring_back(book)
    if brought is None:
        complain(job.words.say("forget.nothing-to-undo"))
        return FOUND
    with job.desk() as desk:
        desk.due()
    complain(job.words.say("forget.undone", what=_told(brought, job)))
    return DONE


def _positions(job: Job) -> int:
    """Removes them from the gradebook and from every copy of it; 1 where a copy could not be reached."""
    words, file = job.words, job.gradebook_file()
    with closing(job.gradebook()) as book:
        removed = forget_positions(book)
    complain(words.say("forget.positions" if removed else "forget.no-positions", n=removed, file=file))
    still = [copy for copy in copies(file) if not _cleaned(job, copy)]
    return FOUND if still else DONE


def _cleaned(job: Job, copy: Path) -> bool:
    """Removes the positions from a copy; a copy that is gone may still lie elsewhere."""
    words = job.words
    if not copy.exists():
        complain(words.say("forget.copy-gone", file=copy))
        return True
    try:
        with closing(Gradebook(copy)) as book:
            forget_positions(book)
    except StoreError as error:
        complain(words.say("forget.copy-keeps", file=copy, why=refusal(error, words)))
        return False
    complain(words.say("forget.copy-cleaned", file=copy))
    return True


def _all(job: Job) -> int:
    """Removes every file of the learner, after asking once; without a terminal only `--yes` is an answer."""
    words, gradebook = job.words, job.gradebook_file()
    files = files_of(gradebook)
    gone = [copy for copy in copies(gradebook) if not copy.exists()]
    if not files:
        complain(words.say("forget.nothing-at-all", learner=job.learner()))
        return DONE
    if not job.options.yes and not sys.stdin.isatty():
        complain(words.say("forget.say-yes"))
        return COULD_NOT_RUN
    if not job.options.yes and not _agreed(job, files):
        complain(words.say("forget.kept"))
        return FOUND
    left = erase(gradebook, files)
    for path in files:
        if path not in {each.file for each in left}:
            tell(str(path))
    for each in left:
        complain(words.say("forget.file-left", file=each.file, why=each.why))
    for path in gone:
        complain(words.say("forget.copy-gone", file=path))
    if left:
        complain(words.say("forget.not-all", learner=job.learner(), n=len(left)))
        return FOUND
    complain(words.say("forget.all", learner=job.learner(), n=len(files)))
    return DONE


def _agreed(job: Job, files: tuple[Path, ...]) -> bool:
    words = job.words
    complain(words.say("forget.will-go", learner=job.learner()))
    for path in files:
        sys.stderr.write(f"  {path}\n")
    sys.stderr.write(f"{words.say('forget.ask')} ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in words.say("review.yes").split()
