"""Which languages does casebot speak?"""

from typing import Final

SPOKEN: Final = ("en", "fr")
