"""`casebot review RESULTS...`: refused answers become aliases, known wrong answers, or nothing; the bank is amended.

By lines: for each group `a` accept it, `w` make it a known wrong answer (then what to say, by language), Enter for
nothing, `q` to end. Of open answers the sentences are shown that no point hears: `a` then asks for the point and for
the words that make it, `w` for the words of the misconception. The change is shown as a diff first, and written only
where the bank passes with it.
"""

import sys
from collections.abc import Callable, Iterator
from difflib import unified_diff
from pathlib import Path
from tempfile import TemporaryDirectory

from casebot.cli.job import DONE, FOUND, Job, complain, tell
from casebot.content.amend import add_answer, add_misconception, add_term, add_wrong
from casebot.content.check import check
from casebot.content.library import Library
from casebot.content.places import bank_files
from casebot.content.samples import Bench
from casebot.content.speech import read_phrases
from casebot.content.targets import targets
from casebot.documents.findings import message
from casebot.grading.lexicon import open_dictionary
from casebot.grading.normalise import fold, normalise
from casebot.grading.setting import Setting
from casebot.grading.unheard import unheard
from casebot.model.case import Case
from casebot.model.item import Free, Item, Short
from casebot.model.languages import SPOKEN
from casebot.progress.refused import Refused, Typed, refused
from casebot.store.results import NotAResultError, read_objections, read_results

Change = Callable[[str], str]


def run(job: Job) -> int:
    """Goes through the groups; returns 1 where a change was refused because the bank would not pass."""
    words = job.words
    bench = Bench(open_dictionary(SPOKEN), read_phrases())
    library = Library(job.roots())
    cases: dict[str, Case | None] = {}

    def item_of(name: str) -> Item | None:
        case, _, rest = name.partition("/")
        if case not in cases:
            loaded = library.load(case)
            cases[case] = loaded.case if loaded is not None else None
        found = cases[case]
        return found.item(rest) if found is not None else None

    try:
        groups = refused(_typed(job.options.results, item_of, bench), lambda text: fold(normalise(text)))
    except NotAResultError as error:
        complain(words.say("error.no-result", file=error.file, line=error.line))
        return FOUND
    except OSError as error:
        complain(words.say("error.unreadable", file=error.filename, why=error.strerror or type(error).__name__))
        return FOUND
    status = DONE
    asked = 0
    for group in groups:
        case, bank, name = (*group.item.split("/"), "", "")[:3]
        item = item_of(group.item)
        path = next((each for each in bank_files(job.roots(), case) if each.stem == bank), None)
        if not isinstance(item, Short | Free) or path is None:
            continue
        asked += 1
        change = _choice(job, group, name, item)
        if change is None:
            break
        if change is not _keep and not _amend(job, path, change, bench):
            status = FOUND
    complain(words.say("review.done", n=asked))
    return status


def _typed(files: list[Path], item_of: Callable[[str], Item | None], bench: Bench) -> Iterator[Typed]:
    """Refused answers and objections; of an open answer that does not make all its points, the unheard sentences."""
    for path in files:
        for each in read_results(path):
            item = item_of(each.item)
            if isinstance(item, Free) and each.verdict in {"incorrect", "partial"}:
                setting = Setting(each.lang, bench.lexicon, bench.phrases)
                for sentence in unheard(item, each.response, setting):
                    yield Typed(each.item, each.lang, sentence, objection=False)
            elif each.verdict == "incorrect" and each.response:
                yield Typed(each.item, each.lang, each.response, objection=False)
        for objection in read_objections(path):
            yield Typed(objection.item, objection.lang, objection.response, objection=True)


def _keep(text: str) -> str:
    return text


def _choice(job: Job, group: Refused, name: str, item: Short | Free) -> Change | None:
    """What the author makes of a group; None to end."""
    words = job.words
    tell(words.say("review.group", item=group.item, answer=group.shown, times=group.times, objections=group.objections))
    said = _read(words.say("review.ask"))
    if said is None or said == "q":
        return None
    if said == "a" and isinstance(item, Free):
        points = [point.id for point in item.keypoints]
        point = _read(words.say("review.point", points=", ".join(points))) or ""
        term = _read(words.say("review.term")) or group.shown
        if point in points:
            return lambda text: add_term(text, name, points.index(point), group.language, term)
        return _keep
    if said == "a":
        return lambda text: add_answer(text, name, group.language, group.shown)
    if said == "w":
        term = (_read(words.say("review.term")) or group.shown) if isinstance(item, Free) else ""
        why = {language: _read(words.say("review.why", language=language)) or "" for language in SPOKEN}
        why = {language: text for language, text in why.items() if text}
        if not why:
            return _keep
        if term:
            return lambda text: add_misconception(text, name, term, why)
        return lambda text: add_wrong(text, name, group.shown, why)
    return _keep


def _read(prompt: str) -> str | None:
    sys.stdout.write(f"{prompt} ")
    sys.stdout.flush()
    line = sys.stdin.readline()
    return line.strip() if line else None


def _amend(job: Job, path: Path, change: Change, bench: Bench) -> bool:
    """Shows a change, asks, and writes it where the bank passes with it; False where it does not."""
    words = job.words
    before = path.read_bytes().decode("utf-8")
    after = change(before)
    for row in unified_diff(before.splitlines(), after.splitlines(), path.name, path.name, lineterm="", n=1):
        tell(row)
    if (_read(words.say("review.write")) or "").lower() not in words.say("review.yes").split():
        return True
    why = _trouble(job, path, after, bench)
    if why:
        complain(words.say("review.refused", why=why))
        return False
    fresh = path.with_name(f"{path.name}.new")
    fresh.write_bytes(after.encode("utf-8"))
    fresh.replace(path)
    tell(words.say("review.written", file=path))
    return True


def _trouble(job: Job, path: Path, text: str, bench: Bench) -> str:
    """What `check` would say first of the bank with that text; "" where it passes."""
    with TemporaryDirectory(prefix="casebot-") as folder:
        copy = Path(folder) / path.name
        copy.write_bytes(text.encode("utf-8"))
        target = next(iter(targets([path], job.roots())))
        banks = tuple(copy if each.resolve() == path.resolve() else each for each in target.bank_files)
        tried = target._replace(bank_files=banks, wanted=frozenset({copy.resolve()}))
        found, _ = check(tried, bench)
    errors = [message(each, job.words) for each in found if each.severity == "error"]
    return errors[0] if errors else ""
