"""How many tries has an item, and what is a right answer worth at each?"""

from typing import Final

from casebot.model.bank import Policy
from casebot.model.item import Evidence, Free, Item, Single, TrueFalse

HINT_COST: Final = 0.2
LEAST: Final = 0.3
LATER: Final = 0.4
"""The factor of a third try, where a bank's policy allows one."""


def factors(item: Item, policy: Policy) -> tuple[float, ...]:
    """The factor of each try, from the first (1) to the last."""
    if isinstance(item, TrueFalse | Evidence | Free) or (isinstance(item, Single) and len(item.options) == 2):
        usual: tuple[float, ...] = (1.0,)
    elif isinstance(item, Single):
        usual = (1.0, 0.5)
    else:
        usual = (1.0, 0.6)
    if policy.tries is None:
        return usual
    return (*usual, *(LATER,) * 3)[: policy.tries]


def factor(item: Item, policy: Policy, tries: int, hints: int) -> float:
    """The factor of a try: `tries` were used before it, and `hints` asked for since; 0.3 stays at least."""
    values = factors(item, policy)
    full = values[min(tries, len(values) - 1)]
    return max(min(full, LEAST), full - HINT_COST * hints)


def tries_left(item: Item, policy: Policy, tries: int) -> int:
    """How many tries are left after `tries` of them."""
    return max(0, len(factors(item, policy)) - tries)
