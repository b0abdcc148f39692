"""What is asked of a bank by itself?"""

from typing import NamedTuple


class Quiz(NamedTuple):
    """A bank to be asked by itself: its file, how many questions at most (0: all), and whether in another order.

    `at` is the question to begin with; with `watch` the bank is read again whenever it is saved.
    """

    file: str
    most: int
    shuffle: bool
    at: str = ""
    watch: bool = False
