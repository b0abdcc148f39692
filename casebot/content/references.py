"""Does everything that a case refers to exist?"""

from collections.abc import Iterable, Iterator

from casebot.content.finding import Finding, TablePath
from casebot.content.library import BROKEN, LOOSE, Loaded
from casebot.content.shape import nearest
from casebot.model.claim import ASSERTED
from casebot.model.item import Evidence
from casebot.model.lesson import MARK, AskStep, DilemmaStep, FigureStep, SortStep, TalkStep
from casebot.model.text import Text

_CLAIM, _ITEM, _OBJECTIVE, _SERIES, _LESSON, _DILEMMA = "301", "302", "303", "304", "305", "306"


class _Names:
    """What exists, for one case."""

    def __init__(self, loaded: Loaded) -> None:
        case = loaded.case
        self.loaded = loaded
        known = loaded.origins
        self.by_code: dict[str, frozenset[str]] = {
            _CLAIM: frozenset(name for table, name in known if table == "claim"),
            _ITEM: frozenset(name for table, name in known if table == "q"),
            _OBJECTIVE: frozenset(name for table, name in known if table == "objective"),
            _SERIES: frozenset(name for table, name in known if table == "series"),
            _LESSON: frozenset(case.lessons),
            _DILEMMA: frozenset(name for table, name in known if table == "dilemma"),
        }

    def missing(
        self, part: tuple[str, str], inner: TablePath, code: str, names: Iterable[str | None], *, listed: bool = True
    ) -> Iterator[Finding]:
        """A finding for each name that does not exist; `inner` is where in the part the names stand."""
        source, path = self.loaded.origins[part]
        if code == _LESSON and ("lesson", BROKEN) in self.loaded.origins:
            return
        for index, name in enumerate(names):
            if name is not None and name not in self.by_code[code]:
                where = (*path, *inner, index) if listed else (*path, *inner)
                near = nearest(name, tuple(self.by_code[code]))
                yield source.finding(code, where, {"name": name} | near)


def references(loaded: Loaded) -> Iterator[Finding]:
    """Unknown claims, items, objectives, series, lessons and dilemmas, and marks that may not stand where they do."""
    names = _Names(loaded)
    yield from _facts(loaded, names)
    yield from _lessons(loaded, names)
    yield from _banks(loaded, names)
    yield from _dilemmas(loaded, names)


def _facts(loaded: Loaded, names: _Names) -> Iterator[Finding]:
    case = loaded.case
    for name, claim in case.claims.items():
        yield from names.missing(("claim", name), ("see_also",), _CLAIM, claim.see_also)
    for name, objective in case.objectives.items():
        yield from names.missing(("objective", name), ("lesson",), _LESSON, (objective.lesson,), listed=False)
    for index, event in enumerate(case.timeline):
        yield from names.missing(("timeline", str(index)), ("claims",), _CLAIM, event.claims)
        yield from names.missing(("timeline", str(index)), ("lesson",), _LESSON, (event.lesson,), listed=False)
    for name, scenario in case.scenarios.items():
        yield from names.missing(("scenario", name), ("claims",), _CLAIM, scenario.claims)
        for index, indicator in enumerate(scenario.indicators):
            yield from names.missing(("scenario", name), ("indicators", index, "claims"), _CLAIM, indicator.claims)
    for name, term in case.terms.items():
        yield from names.missing(("term", name), ("claims",), _CLAIM, term.claims)


def _lessons(loaded: Loaded, names: _Names) -> Iterator[Finding]:
    for lesson_id, lesson in loaded.case.lessons.items():
        if ("lesson-file", lesson_id) not in loaded.origins:
            source, path = loaded.origins["lesson", lesson_id]
            yield source.finding("307", path, {"name": lesson_id, "file": lesson.entry.file})
        for step_id, step in lesson.steps.items():
            part = ("step", f"{lesson_id}/{step_id}")
            yield from names.missing(part, ("claims",), _CLAIM, step.claims)
            yield from _marks(loaded, names, part, step.text)
            match step:
                case AskStep() | TalkStep():
                    yield from names.missing(part, ("item",), _ITEM, (step.item,), listed=False)
                case SortStep():
                    yield from names.missing(part, ("items",), _ITEM, step.items)
                case DilemmaStep():
                    yield from names.missing(part, ("dilemma",), _DILEMMA, (step.dilemma,), listed=False)
                case FigureStep():
                    yield from names.missing(part, ("series",), _SERIES, (step.series,), listed=False)
                    if step.series is None and not step.timeline:
                        source, path = loaded.origins[part]
                        yield source.finding("308", path)
                case _:
                    pass


def _marks(loaded: Loaded, names: _Names, part: tuple[str, str], text: Text | None, *inner: str) -> Iterator[Finding]:
    """What is wrong with the marks `{claim-id}` in a text."""
    source, path = loaded.origins[part]
    for language, value in text.each() if text is not None else ():
        where = (*path, *inner, language) if language else (*path, *inner)
        for match in MARK.finditer(value):
            listed = match[1].split()
            claims = [claim for name in listed if (claim := loaded.case.claims.get(name)) is not None]
            for name in listed:
                if name not in names.by_code[_CLAIM]:
                    yield source.finding(_CLAIM, where, {"name": name} | nearest(name, tuple(names.by_code[_CLAIM])))
            if len({claim.status for claim in claims}) > 1:
                yield source.finding("309", where, {"name": match[1]})
            for name, claim in zip(listed, claims, strict=False):
                if claim.assertion is not None and claim.status in ASSERTED:
                    yield source.finding("310", where, {"name": name})


def _banks(loaded: Loaded, names: _Names) -> Iterator[Finding]:
    for bank_id, bank in loaded.case.banks.items():
        if loaded.case.head.id != LOOSE:
            yield from names.missing(("bank", bank_id), ("lesson",), _LESSON, (bank.head.lesson,), listed=False)
        for item_id, item in bank.items.items():
            part = ("q", f"{bank_id}/{item_id}")
            yield from names.missing(part, ("claims",), _CLAIM, item.claims)
            yield from names.missing(part, ("objective",), _OBJECTIVE, (item.objective,), listed=False)
            yield from _marks(loaded, names, part, item.explain, "explain")
            if isinstance(item, Evidence):
                yield from names.missing(part, ("claim",), _CLAIM, (item.claim,), listed=False)


def _dilemmas(loaded: Loaded, names: _Names) -> Iterator[Finding]:
    for name, dilemma in loaded.case.dilemmas.items():
        part = ("dilemma", name)
        yield from names.missing(part, ("lesson",), _LESSON, (dilemma.lesson,), listed=False)
        yield from names.missing(part, ("epilogue_claims",), _CLAIM, dilemma.epilogue_claims)
        for row, side in enumerate(dilemma.side):
            for column, argument in enumerate(side.argument):
                inner: TablePath = ("side", row, "argument", column)
                yield from names.missing(part, (*inner, "supports"), _CLAIM, argument.supports)
                yield from names.missing(part, (*inner, "rebuttal_claims"), _CLAIM, argument.rebuttal_claims)
                precedent = (argument.precedent_claim,)
                yield from names.missing(part, (*inner, "precedent_claim"), _CLAIM, precedent, listed=False)
