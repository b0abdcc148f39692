"""`casebot review RESULTS... [BANK.toml...]`: refused answers become aliases, known wrong answers, or nothing.

By lines: for each group its question and what it accepts, then `a` accept it, `w` make it a known wrong answer (then
what to say, by language), Enter for nothing, `q` to end. Of open answers the sentences are shown that no point hears:
`a` then asks for the point and for the words that make it, `w` for the words of the misconception. The change is shown
as a diff first, and written only where the bank passes with it.
"""

import sys
from collections.abc import Callable
from difflib import unified_diff
from pathlib import Path

from casebot.cli.job import DONE, FOUND, Job, complain, tell
from casebot.content.amend import add_answer, add_misconception, add_term, add_wrong
from casebot.content.samples import Bench
from casebot.content.speech import read_phrases
from casebot.desk.books import book_of
from casebot.desk.review import Banks, Group, groups, replace_text, taken_by, trouble
from casebot.documents.findings import message
from casebot.documents.review import group_rows, lacking_text
from casebot.documents.sheet import Sheet
from casebot.grading.lexicon import open_dictionary
from casebot.model.item import Free
from casebot.model.languages import SPOKEN
from casebot.store.results import NotAResultError
from casebot.words.words import Words

Change = Callable[[str], str]
WIDTH = 100


def run(job: Job) -> int:
    """Goes through the groups; returns 1 where a change was refused, or a bank was not found or could not be read."""
    words = job.words
    bench = Bench(open_dictionary(SPOKEN), read_phrases())
    banks = [path for path in job.options.results if path.suffix == ".toml"]
    results = [path for path in job.options.results if path.suffix != ".toml"]
    folders = dict.fromkeys((*(path.parent for path in results), Path()))
    try:
        for path in banks:
            path.stat()
        listed, lacking = groups(results, Banks(job.roots(), banks, folders), bench)
    except NotAResultError as error:
        complain(words.say("error.no-result", file=error.file, line=error.line))
        return FOUND
    except OSError as error:
        complain(words.say("error.unreadable", file=error.filename, why=error.strerror or type(error).__name__))
        return FOUND
    for each in lacking:
        complain(lacking_text(each, words))
    status = FOUND if any(each.why in {"bank", "broken"} for each in lacking) else DONE
    asked = 0
    for group in listed:
        asked += 1
        change = _choice(job, group)
        if change is None:
            break
        if change is not _keep and not _amend(job, group.question.file, change, bench):
            status = FOUND
    if listed or not lacking:
        complain(words.say("review.done" if listed else "review.none", n=asked))
    return status


def _keep(text: str) -> str:
    return text


def _choice(job: Job, group: Group) -> Change | None:
    """What the author makes of a group; None to end."""
    words = job.words
    question, answers = group.question, group.answers
    name, item = question.id, question.item
    for row in group_rows(group, Sheet(book_of(question.case), Words(answers.language), WIDTH), words):
        tell(row)
    said = _read(words.say("review.ask"))
    if said is None or said == "q":
        return None
    if said == "a" and isinstance(item, Free):
        points = [point.id for point in item.keypoints]
        point = _read(words.say("review.point", points=", ".join(points))) or ""
        term = _read(words.say("review.term")) or answers.shown
        if point in points:
            return lambda text: add_term(text, name, points.index(point), answers.language, term)
        return _keep
    if said == "a":
        others = taken_by(question, answers.shown)
        asks = words.say("review.taken", answer=answers.shown, others=", ".join(others))
        if others and not _agreed(job, asks):
            return _keep
        return lambda text: add_answer(text, name, answers.language, answers.shown)
    if said == "w":
        term = (_read(words.say("review.term")) or answers.shown) if isinstance(item, Free) else ""
        why = {language: _read(words.say("review.why", language=language)) or "" for language in SPOKEN}
        why = {language: text for language, text in why.items() if text}
        if not why:
            return _keep
        if term:
            return lambda text: add_misconception(text, name, term, why)
        return lambda text: add_wrong(text, name, answers.shown, why)
    return _keep


def _read(prompt: str) -> str | None:
    sys.stdout.write(f"{prompt} ")
    sys.stdout.flush()
    line = sys.stdin.readline()
    return line.strip() if line else None


def _agreed(job: Job, prompt: str) -> bool:
    return (_read(prompt) or "").lower() in job.words.say("review.yes").split()


def _amend(job: Job, path: Path, change: Change, bench: Bench) -> bool:
    """Shows a change, asks, and writes it where the bank passes with it; False where it does not."""
    words = job.words
    before = path.read_bytes().decode("utf-8")
    after = change(before)
    for row in unified_diff(before.splitlines(), after.splitlines(), path.name, path.name, lineterm="", n=1):
        tell(row)
    if not _agreed(job, words.say("review.write")):
        return True
    found = trouble(path, after, job.roots(), bench)
    if found is not None:
        complain(words.say("review.refused", why=message(found, words)))
        return False
    replace_text(path, after)
    tell(words.say("review.written", file=path))
    return True
