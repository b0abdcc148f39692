"""On what is a turn written out: which book, in whose voice, how wide, and on screen or line by line?"""

from typing import NamedTuple

from casebot.documents.voice import Voice
from casebot.model.text import Text
from casebot.tutoring.book import Book


class Sheet(NamedTuple):
    """The book that turns refer to, the voice they are said in, and the width in cells."""

    book: Book
    voice: Voice
    width: int
    screen: int = 0
    """Columns of the window; 0 where the conversation is held line by line."""

    def show(self, text: Text) -> str:
        """A text in the reader's language, typeset."""
        return self.voice.typeset(text.show(self.voice.language))
