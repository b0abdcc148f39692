"""How does a gradebook file say what it is?"""

from typing import Final

APPLICATION_ID: Final = 0x43415345
"""The letters CASE, in the file's header."""
VERSION: Final = 1
"""The shape of the tables that this casebot reads and writes."""
