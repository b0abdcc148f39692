"""What is every command given: what was asked, in which words, with which settings?"""

import sys
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from casebot.store.settings import Settings
from casebot.words.words import Words

if TYPE_CHECKING:
    from casebot.desk import Desk
    from casebot.store.gradebook import Gradebook

USUAL: Final = 80
NARROWEST: Final = 40
WIDEST: Final = 100
DONE = 0
FOUND = 1
COULD_NOT_RUN = 2


class Job(NamedTuple):
    """One call of a command. Status 0: it did its work; 1: errors found, or refused; 2: it could not run."""

    options: Namespace
    words: Words
    settings: Settings
    notice: str = ""
    """What was said before the command began, and is said again on a screen that would hide it."""

    def roots(self) -> tuple[Path, ...]:
        """The places with cases. Raises NotThereError for a folder that was named and is none."""
        from casebot.content.places import folder, places

        for name in self.options.cases:
            if not folder(name).is_dir():
                from casebot.desk import NotThereError

                raise NotThereError("no-folder", name)
        return places(self.options.cases)

    def learner(self) -> str:
        """Whose record is used."""
        from casebot.model.response import clean

        return clean(self.options.learner) or self.settings.learner

    def gradebook_file(self) -> Path:
        """Where the learner's gradebook is, or would be."""
        from casebot.store.places import gradebook_file

        return gradebook_file(self.learner())

    def gradebook(self) -> "Gradebook":
        """The learner's gradebook, to be closed; what was kept aside in it goes. Raises StoreError."""
        from casebot.store.forgetting import let_go
        from casebot.store.gradebook import Gradebook

        opened = Gradebook(self.gradebook_file())
        let_go(opened)
        return opened

    def desk(self) -> "Desk":
        """The learner's desk. Raises StoreError where the gradebook cannot be used."""
        from casebot.desk import open_desk

        learner = self.learner()
        return open_desk(self.roots(), self.gradebook_file(), self.settings, learner, self.words.language)


def columns() -> int:
    """The cells of a line of data: as wide as the terminal, within limits; the usual width for a file or a pipe."""
    from shutil import get_terminal_size

    return max(NARROWEST, min(WIDEST, get_terminal_size().columns)) if sys.stdout.isatty() else USUAL


def tell(text: str) -> None:
    """Writes a line of data."""
    sys.stdout.write(f"{text}\n")


def complain(sentence: str) -> None:
    """Writes a sentence of talk, beside the data."""
    sys.stderr.write(f"casebot: {sentence}\n")
