"""How are the figures of questions printed: as a table with its warnings, or as JSON?"""

from collections.abc import Iterator
from dataclasses import asdict

from casebot.documents.voice import Voice
from casebot.progress.items import EARLY, FEW, Figures, ItemFigures


def as_json(found: Figures) -> dict[str, object]:
    """{"learners", "attempts", "alpha", "sem", "items": [{"item", "n", "facility", "discrimination", "options"}]}."""
    return asdict(found)


def as_rows(found: Figures, voice: Voice) -> Iterator[str]:
    """A line of how many, a line of how reliable, and a few lines for each question."""
    yield voice.say("stats.head", learners=found.learners, attempts=found.attempts)
    if found.alpha is not None and found.sem is not None:
        yield voice.say("stats.alpha", alpha=_r(found.alpha), sem=_r(found.sem), n=found.complete)
    else:
        yield voice.say("stats.no-alpha", few=FEW)
    width = max((len(item.item) for item in found.items), default=0)
    for item in found.items:
        yield from _rows(item, width, voice)


def _rows(item: ItemFigures, width: int, voice: Voice) -> Iterator[str]:
    if item.facility is None or item.interval is None:
        yield f"{item.item:<{width}}  {voice.say('stats.few', n=item.n, few=FEW)}"
        return
    low, high = item.interval
    r = _r(item.discrimination) if item.discrimination is not None else "-"
    said = voice.say(
        "stats.item", n=item.n, facility=_r(item.facility), low=_r(low), high=_r(high), r=r, unanswered=item.unanswered
    )
    yield f"{item.item:<{width}}  {said}"
    for flag in item.flags:
        yield f"    {voice.say(f'stats.{flag}', early=EARLY)}"
    for option in item.options:
        r = _r(option.discrimination) if option.discrimination is not None else "-"
        mark = f"  {voice.say(f'stats.{option.flag}')}" if option.flag else ""
        yield f"    {option.option:<24}{option.n:>6}  {round(option.share * 100):>3} %  {r}{mark}"


def _r(value: float) -> str:
    return f"{value:.2f}"
