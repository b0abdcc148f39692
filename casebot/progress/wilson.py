"""Within what does a share lie, seen in so many cases?"""

import math
from typing import Final

Z: Final = 1.959963984540054
"""The normal deviate of 95 %."""


def wilson(share: float, n: int) -> tuple[float, float]:
    """Wilson's interval of 95 % for a share of n."""
    centre = (share + Z * Z / (2 * n)) / (1 + Z * Z / n)
    half = Z / (1 + Z * Z / n) * math.sqrt(share * (1 - share) / n + Z * Z / (4 * n * n))
    return max(0.0, centre - half), min(1.0, centre + half)
