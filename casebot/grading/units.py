"""Which words and signs are units, and how do units of one kind relate?"""

from decimal import Decimal
from typing import Final, NamedTuple


class Unit(NamedTuple):
    """A unit as a multiple of the base unit of its kind."""

    kind: str
    factor: Decimal


def _kind(kind: str, **factors: str) -> dict[str, Unit]:
    """Words of one kind; each argument names a factor (x1e3 is a thousand) and lists its words."""
    return {
        word: Unit(kind, Decimal(factor.removeprefix("x").replace("_", ".")))
        for factor, words in factors.items()
        for word in words.split()
    }


UNITS: Final[dict[str, Unit]] = {
    **_kind("USD", x1="$ us$ usd dollar dollars bucks"),
    **_kind("EUR", x1="€ eur euro euros"),
    **_kind("GBP", x1="£ gbp pound pounds livre livres sterling"),
    **_kind("JPY", x1="¥ jpy yen yens"),
    **_kind("CHF", x1="chf franc francs"),
    **_kind("cents", x1="¢ cent cents centime centimes"),
    **_kind("%", x1="% percent pourcent pct percentage pourcentage"),
    **_kind(
        "mass",
        x1="g gram grams gramme grammes",
        x1e3="kg kilo kilos kilogram kilograms kilogramme kilogrammes",
        x1e6="t tonne tonnes ton tons",
    ),
    **_kind(
        "length",
        x1="m metre metres meter meters",
        x1e3="km kilometre kilometres kilometer kilometers",
        x0_01="cm centimetre centimetres centimeter centimeters",
        x1609_344="mile miles",
    ),
    **_kind(
        "bytes",
        x1e3="kb ko",
        x1e6="mb mo megabyte megabytes megaoctet megaoctets",
        x1e9="gb go gigabyte gigabytes gigaoctet gigaoctets",
        x1e12="tb to terabyte terabytes teraoctet teraoctets",
    ),
    **_kind(
        "power",
        x1="w watt watts",
        x1e3="kw kilowatt kilowatts",
        x1e6="mw megawatt megawatts",
        x1e9="gw gigawatt gigawatts",
    ),
    **_kind(
        "time",
        x1="s sec second seconds seconde secondes",
        x60="min minute minutes",
        x3600="h hr hrs hour hours heure heures",
        x86400="day days jour jours j",
        x604800="week weeks semaine semaines",
    ),
    **_kind("months", x1="month months mois", x12="year years yr yrs an ans annee annees"),
}
CURRENCIES: Final = frozenset({"USD", "EUR", "GBP", "CHF"})
"""Kinds of money that have a hundred cents."""
SIGNS: Final = "$€£¥¢%"
_CENTS: Final = Decimal(100)


def in_kind(value: Decimal, kind: str, wanted: str) -> Decimal | None:
    """An amount of one kind in the base unit of another; None where the two cannot be compared."""
    if kind == wanted:
        return value
    if kind == "cents" and wanted in CURRENCIES:
        return value / _CENTS
    return value * _CENTS if wanted == "cents" and kind in CURRENCIES else None


def unit(word: str) -> Unit | None:
    """The unit that a folded lower-case word or sign names, or None."""
    return UNITS.get(word)
