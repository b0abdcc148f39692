"""What can be opened by a name beside lessons and banks? No lesson is called so."""

from typing import Final

DUE: Final = ":due"
AHEAD: Final = ":ahead"
TEST_OUT: Final = ":test-out "
"""Before the name of a lesson."""
PRACTISE: Final = ":practise "
"""Before `case/objective`."""
