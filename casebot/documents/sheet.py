"""On what is a turn written out: which book, in whose voice, how wide?"""

from typing import NamedTuple

from casebot.documents.voice import Voice
from casebot.model.text import Text
from casebot.tutoring.book import Book


class Sheet(NamedTuple):
    """The book that turns refer to, the voice they are said in, and the width in cells."""

    book: Book
    voice: Voice
    width: int

    def show(self, text: Text) -> str:
        """A text in the reader's language, typeset."""
        return self.voice.typeset(text.show(self.voice.language))
