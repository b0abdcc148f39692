"""Which lesson or dilemma does a name mean, with its case before it or without?"""

from collections.abc import Callable, Iterable
from typing import Final, NamedTuple

from casebot.desk.refusal import NotThereError, Refusal
from casebot.model.case import Case


class Kind(NamedTuple):
    """What is named: where a case has it, and what is said where a name means none or several."""

    names: Callable[[Case], Iterable[str]]
    unknown: Refusal
    several: Refusal


LESSON: Final = Kind(lambda case: case.lessons, "unknown-lesson", "several-lessons")
DILEMMA: Final = Kind(lambda case: case.dilemmas, "unknown-dilemma", "several-dilemmas")


def find(name: str, kind: Kind, cases: Iterable[str], case_of: Callable[[str], Case]) -> tuple[str, str]:
    """The case and the id that `[CASE/]NAME` means. Raises NotThereError; one name must mean one thing."""
    case, slash, wanted = name.rpartition("/")
    found = [each for each in ((case,) if slash else cases) if wanted in kind.names(case_of(each))]
    if len(found) == 1:
        return found[0], wanted
    if found:
        raise NotThereError(kind.several, name, tuple(f"{each}/{wanted}" for each in found))
    listed = (f"{each}/{one}" for each in in_order(cases, case_of) for one in kind.names(case_of(each)))
    raise NotThereError(kind.unknown, name, tuple(listed))


def in_order(cases: Iterable[str], case_of: Callable[[str], Case]) -> list[str]:
    """The cases in the order their authors gave them."""
    return sorted(cases, key=lambda case: (case_of(case).head.order, case))
