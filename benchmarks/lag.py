"""For how long does what is used for the first time hold up the screen? `python -m benchmarks.lag`."""

import asyncio
import os
import tempfile
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from statistics import median
from typing import Final

from textual.pilot import Pilot

from casebot.content.places import places
from casebot.store.settings import Settings
from casebot.tui.app import CasebotApp

MOST: Final = 100
"""Milliseconds for which no key is taken, at most."""
BEAT: Final = 0.002
TIMES: Final = 3
TYPED: Final = 0.05
"""Seconds between two keys of one who types fast."""
USES: Final[dict[str, tuple[str, ...]]] = {
    "list of lessons": ("l",),
    "record": ("r",),
    "search": ("ctrl+f", *"twitter", "enter"),
    "list of dilemmas": ("m",),
    "dilemma": ("m", "enter"),
    "help": ("question_mark",),
    "settings": ("comma",),
    "palette": ("ctrl+p",),
    "lesson": ("enter",),
    "page after a question": ("enter", "enter", "enter"),
    "review": ("d",),
    "question to the case": ("slash", *"when did musk buy twitter", "enter"),
}
"""What is used -> the keys that do so from home."""


class Lag:
    """The longest time for which the loop did nothing else, since it was last asked."""

    def __init__(self) -> None:
        """Beats from now on."""
        self._longest = 0.0
        self._beats = asyncio.create_task(self._beat())

    async def _beat(self) -> None:
        while True:
            start = time.perf_counter()
            await asyncio.sleep(BEAT)
            self._longest = max(self._longest, time.perf_counter() - start - BEAT)

    def longest(self) -> float:
        """In milliseconds."""
        found, self._longest = self._longest * 1000, 0.0
        return found

    async def end(self) -> None:
        """Beats no more."""
        self._beats.cancel()
        with suppress(asyncio.CancelledError):
            await self._beats


@asynccontextmanager
async def _home() -> AsyncIterator[tuple[CasebotApp, Pilot[int], Lag]]:
    app = CasebotApp(places(), Settings(certainty=False), "learner", "en")
    async with app.run_test(size=(100, 30)) as pilot:
        lag = Lag()
        try:
            yield app, pilot, lag
        finally:
            await lag.end()


async def _until(pilot: Pilot[int], ready: Callable[[], bool]) -> None:
    for _ in range(500):
        if ready():
            return
        await pilot.pause(0.02)
    raise TimeoutError


async def _use(keys: tuple[str, ...]) -> tuple[float, float]:
    """The longest lags while the rest is loaded behind home, and then from the keys on."""
    async with _home() as (app, pilot, lag):
        await _until(pilot, lambda: app.desk is not None)
        await pilot.pause(1)
        loading = lag.longest()
        for key in keys:
            await pilot.press(key)
            await asyncio.sleep(TYPED)
        await pilot.pause(0.5)
        return loading, lag.longest()


def _in_a_process_of_its_own(keys: tuple[str, ...]) -> tuple[float, float]:
    """What one use loads must not be there for the next."""
    read, write = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.write(write, "{} {}".format(*asyncio.run(_use(keys))).encode())
        os._exit(0)
    os.close(write)
    with os.fdopen(read) as said:
        loading, using = map(float, said.read().split())
    os.waitpid(pid, 0)
    return loading, using


def main() -> None:
    """Prints the longest lag of each first use, the median of a few, with the target."""
    loads = []
    for name, keys in USES.items():
        found = []
        for _ in range(TIMES):
            with tempfile.TemporaryDirectory() as home:
                os.environ["CASEBOT_HOME"] = home
                found.append(_in_a_process_of_its_own(keys))
        loads += [loading for loading, _ in found]
        _tell(name, median(using for _, using in found))
    _tell("load, behind home", median(loads))


def _tell(name: str, lag: float) -> None:
    print(f"{'the first ' + name:<32} {lag:4.0f} ms (target {MOST}){'' if lag <= MOST else '  MISSED'}")


if __name__ == "__main__":
    main()
