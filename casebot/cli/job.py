"""What is every command given: what was asked, in which words, with which settings?"""

import sys
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from casebot.store.settings import Settings
from casebot.words.words import Words

if TYPE_CHECKING:
    from casebot.desk import Desk

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
        from casebot.desk import NotThereError

        for name in self.options.cases:
            if not folder(name).is_dir():
                raise NotThereError("no-folder", name)
        return places(self.options.cases)

    def learner(self) -> str:
        """Whose record is used."""
        from casebot.model.response import clean

        return clean(self.options.learner) or self.settings.learner

    def desk(self) -> "Desk":
        """The learner's desk. Raises StoreError where the gradebook cannot be used."""
        from casebot.desk import open_desk
        from casebot.store.places import gradebook_file

        learner = self.learner()
        return open_desk(self.roots(), gradebook_file(learner), self.settings, learner, self.words.language)


def tell(text: str) -> None:
    """Writes a line of data."""
    sys.stdout.write(f"{text}\n")


def complain(sentence: str) -> None:
    """Writes a sentence of talk, beside the data."""
    sys.stderr.write(f"casebot: {sentence}\n")
