"""Which answers did learners get refused, where do their questions stand, and does a bank still pass when changed?"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, Literal, NamedTuple

from casebot.content.check import check
from casebot.content.finding import Finding
from casebot.content.library import LOOSE, Library, Loaded, load_files
from casebot.content.places import bank_files
from casebot.content.samples import Bench
from casebot.content.targets import targets
from casebot.grading.normalise import fold, normalise
from casebot.grading.setting import Setting
from casebot.grading.unheard import unheard
from casebot.model.case import Case
from casebot.model.item import Cloze, Free, Item, Match, Multiple, Numeric, Order, Short, Single
from casebot.progress.refused import Refused, Typed, refused
from casebot.store.results import read_objections, read_results

Lack = Literal["bank", "item", "broken", "chosen"]
"""Why answers cannot be looked at: no such bank, no such item, one that cannot be read, or one not typed."""
_REFUSED: Final = frozenset({"incorrect", "partial"})


class Question(NamedTuple):
    """A question with its case, and the file and id of its bank."""

    case: Case
    file: Path
    bank: str
    id: str
    item: Item

    @property
    def name(self) -> str:
        """`case/bank/item`."""
        return f"{self.case.head.id}/{self.bank}/{self.id}"


class Group(NamedTuple):
    """Refused answers that are one, and the typed question that they were given to."""

    answers: Refused
    question: Question


class Lacking(NamedTuple):
    """Refused answers and objections that cannot be looked at; `name` is of the bank where that is not found."""

    name: str
    why: Lack
    times: int


class Banks:
    """The banks that answers can be to: those of the places, single files, and those that lie in some folders."""

    def __init__(self, roots: tuple[Path, ...], files: Iterable[Path], folders: Iterable[Path]) -> None:
        """`files` are looked at first; of `folders` only banks by themselves are taken."""
        self._library = Library(roots)
        self._files = tuple(files)
        self._folders = tuple(folders)
        self._read: dict[tuple[str, str], tuple[Loaded, Path] | None] = {}

    def find(self, name: str) -> Question | Lack:
        """The question `case/bank/item`, or why there is none."""
        case, bank, item = (*name.split("/", 2), "", "")[:3]
        if (case, bank) not in self._read:
            self._read[case, bank] = self._find_bank(case, bank)
        read = self._read[case, bank]
        if read is None:
            return "bank"
        loaded, file = read
        found = loaded.case.item(f"{bank}/{item}")
        if found is None:
            return "broken" if ("q", f"{bank}/{item}") in loaded.origins else "item"
        return Question(loaded.case, file, bank, item, found)

    def _find_bank(self, case: str, bank: str) -> tuple[Loaded, Path] | None:
        roots = self._library.roots
        beside = (folder / f"{bank}.toml" for folder in self._folders) if case == LOOSE else ()
        for path in (*(each for each in self._files if each.stem == bank), *beside):
            target = next(iter(targets([path], roots)))
            if path.is_file() and target.case in {case, LOOSE}:
                return load_files(target.case, target.case_files, target.bank_files), path
        loaded = self._library.load(case)
        found = next((path for path in bank_files(roots, case) if path.stem == bank), None)
        return (loaded, found) if loaded is not None and found is not None else None


def groups(results: Sequence[Path], banks: Banks, bench: Bench) -> tuple[list[Group], list[Lacking]]:
    """The refused answers in groups, those most objected to first, and what cannot be looked at.

    Raises NotAResultError for a line that is no entry, OSError where a file cannot be read.
    """
    lacking: Counter[tuple[str, Lack]] = Counter()
    listed = refused(_typed(results, banks, bench, lacking), _plain)
    found = ((each, banks.find(each.item)) for each in listed)
    return (
        [Group(each, question) for each, question in found if isinstance(question, Question)],
        [Lacking(name, why, times) for (name, why), times in lacking.items()],
    )


def _typed(results: Sequence[Path], banks: Banks, bench: Bench, lacking: Counter[tuple[str, Lack]]) -> Iterator[Typed]:
    """Refused answers and objections; of an open answer that does not make all its points, the unheard sentences."""
    for path in results:
        for each in read_results(path):
            if each.verdict not in _REFUSED or not each.response:
                continue
            question = banks.find(each.item)
            if not isinstance(question, Question):
                lacking[_lacked(each.item, question)] += 1
            elif isinstance(question.item, Free):
                setting = Setting(each.lang, bench.lexicon, bench.phrases)
                for sentence in unheard(question.item, each.response, setting):
                    yield Typed(each.item, each.lang, sentence, objection=False)
            elif isinstance(question.item, Short) and each.verdict == "incorrect":
                yield Typed(each.item, each.lang, each.response, objection=False)
        for objection in read_objections(path):
            question = banks.find(objection.item)
            if not isinstance(question, Question):
                lacking[_lacked(objection.item, question)] += 1
            elif isinstance(question.item, Free | Short):
                yield Typed(objection.item, objection.lang, objection.response, objection=True)
            else:
                lacking[objection.item, "chosen"] += 1


def _lacked(name: str, why: Lack) -> tuple[str, Lack]:
    return (name.rpartition("/")[0] if why == "bank" else name), why


def taken_by(question: Question, answer: str) -> tuple[str, ...]:
    """The ids of the bank's other questions of which an answer is an option or a key: accepted here, it may mislead."""
    wanted = _plain(answer)
    items = question.case.banks[question.bank].items
    return tuple(
        name for name, item in items.items() if name != question.id and wanted in map(_plain, _answers_of(item))
    )


def _plain(text: str) -> str:
    return fold(normalise(text))


def _answers_of(item: Item) -> Iterator[str]:
    """The options and keys of a question, in all languages."""
    match item:
        case Single() | Multiple():
            yield from (text for option in item.options for _, text in option.text.each())
        case Order():
            yield from (text for entry in item.items for _, text in entry.text.each())
        case Match():
            yield from (text for pair in item.pairs for side in (pair.left, pair.right) for _, text in side.each())
        case Short():
            yield from (text for _, texts in item.accept.each() for text in texts)
        case Cloze():
            yield from (text for words in item.blanks.values() for _, texts in words.each() for text in texts)
        case Numeric():
            yield f"{item.answer:g}"
        case _:
            pass


def trouble(path: Path, text: str, roots: tuple[Path, ...], bench: Bench) -> Finding | None:
    """The first error that `check` would find in a bank with that text; None where it passes."""
    with TemporaryDirectory(prefix="casebot-") as folder:
        copy = Path(folder) / path.name
        copy.write_bytes(text.encode("utf-8"))
        target = next(iter(targets([path], roots)))
        banks = tuple(copy if each.resolve() == path.resolve() else each for each in target.bank_files)
        tried = target._replace(bank_files=banks, wanted=frozenset({copy.resolve()}))
        found, _ = check(tried, bench)
    return next((each for each in found if each.severity == "error"), None)


def replace_text(path: Path, text: str) -> None:
    """Writes a bank anew, whole or not at all. Raises OSError."""
    fresh = path.with_name(f"{path.name}.new")
    fresh.write_bytes(text.encode("utf-8"))
    fresh.replace(path)
