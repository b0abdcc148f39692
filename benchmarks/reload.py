"""How long after a save does the author see it? `python -m benchmarks.reload`: target .5 s, in a folder of 200."""

import asyncio
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from textual.pilot import Pilot

from casebot.content.skeleton import new_bank
from casebot.model.quiz import Quiz
from casebot.store.settings import Settings
from casebot.tui.app import CasebotApp
from casebot.tui.screens.lesson import LessonScreen

TIMES = 8
FILES = 200
Save = Callable[[Path, str], object]


def _in_place(path: Path, text: str) -> None:
    path.write_text(text, "utf-8")


def _renamed(path: Path, text: str) -> None:
    fresh = path.with_suffix(".new")
    fresh.write_text(text, "utf-8")
    fresh.replace(path)


def _made_again(path: Path, text: str) -> None:
    path.unlink()
    path.write_text(text, "utf-8")


SAVES: dict[str, Save] = {"in place": _in_place, "by rename": _renamed, "deleted and made again": _made_again}


def _watched(folder: Path, bank: Path, good: str) -> dict[str, list[float]]:
    """Seconds from a save to the first line of `check --watch` on the folder."""
    command = [sys.executable, "-m", "casebot", "check", "--watch", "--format", "concise", "--no-generate", str(folder)]
    watching = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    if watching.stdout is None:
        raise RuntimeError
    found: dict[str, list[float]] = {name: [] for name in SAVES}
    try:
        time.sleep(4)
        for number in range(TIMES):
            for name, save in SAVES.items():
                start = time.perf_counter()
                save(bank, good.replace("accept", f"acept{number}", 1))
                watching.stdout.readline()
                found[name].append(time.perf_counter() - start)
                time.sleep(0.5)
    finally:
        watching.kill()
        watching.wait()
        watching.stdout.close()
    return found


async def _previewed(bank: Path, good: str) -> dict[str, list[float]]:
    """Seconds from a save to the new text in the learner's screen."""
    app = CasebotApp((), Settings(certainty=False), "learner", "en", str(bank))
    app.quiz = Quiz(str(bank), 0, shuffle=False, at="third", watch=True)
    found: dict[str, list[float]] = {name: [] for name in SAVES}
    async with app.run_test(size=(80, 30)) as pilot:
        await _until(pilot, lambda: isinstance(app.screen, LessonScreen))
        for number in range(TIMES):
            for name, save in SAVES.items():
                stem = f"How many kinds, {name} {number}?"
                start = time.perf_counter()
                save(bank, good.replace("How many kinds of question are there?", stem))
                await _until(pilot, lambda stem=stem: stem in _stem(app))  # type: ignore[misc]
                found[name].append(time.perf_counter() - start)
    return found


def _stem(app: CasebotApp) -> str:
    item = app.desk.book.item(app.desk.expects.item) if app.desk is not None else None
    return str(getattr(item, "text", ""))


async def _until(pilot: Pilot[int], there: Callable[[], bool]) -> None:
    while not there():  # noqa: ASYNC110 - the app has no event for it
        await asyncio.sleep(0.005)
    await pilot.pause()


def main() -> None:
    """Prints the median and the longest time by way of saving."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        bank = new_bank("mine", folder)[0]
        good = bank.read_text("utf-8")
        previewed = asyncio.run(_previewed(bank, good))
        bank.write_text(good, "utf-8")
        for number in range(FILES - 1):
            (folder / f"bank-{number}.toml").write_text(good, "utf-8")
        watched = _watched(folder, bank, good)
    for what, figures in (("preview", previewed), (f"check --watch, {FILES} files", watched)):
        for how, seconds in figures.items():
            print(f"{what:<28} {how:<24} median {median(seconds):.2f} s, longest {max(seconds):.2f} s")


if __name__ == "__main__":
    main()
