"""How quickly is content read and checked, and what do hostile files cost? `python -m benchmarks.content`."""

import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import tomli
from pydantic import TypeAdapter

from casebot.content.check import check
from casebot.content.library import load_files
from casebot.content.samples import Bench
from casebot.content.speech import read_phrases
from casebot.content.targets import Target
from casebot.content.toml import without_collector
from casebot.grading.lexicon import open_dictionary
from casebot.model.item import AnyItem, Item
from casebot.model.languages import SPOKEN

ITEM: TypeAdapter[Item] = TypeAdapter(AnyItem)
HEAD = '[bank]\nformat = 1\ntitle = "Many"\n'
QUESTION = """
[q.item-{n}]
kind = "short"
en = "What is the name of thing {n}?"
fr = "Comment s'appelle la chose {n} ?"
accept = {{ en = ["thing {n}", "the thing {n}"], fr = ["chose {n}", "la chose {n}"] }}
wrong = [ {{ match = ["nothing {n}"], why = {{ en = "No.", fr = "Non." }} }} ]
hints = [ {{ en = "A thing.", fr = "Une chose." }} ]
explain = {{ en = "It is thing {n}.", fr = "C'est la chose {n}." }}
samples.right = ["thing {n}"]
samples.wrong = ["other"]
"""
BOMBS = {
    "nested deeply": "a = " + "[" * 100_000,
    "a text of 100 MB": 'a = "' + "x" * 100_000_000 + '"',
    "a million keys": "".join(f"k{n} = 1\n" for n in range(1_000_000)),
    "a million quotes": '"' * 1_000_000,
}


def bank(count: int) -> str:
    """A bank of that many questions."""
    return HEAD + "".join(QUESTION.format(n=n) for n in range(count))


def seconds(do: Callable[[], object], times: int = 5) -> float:
    """The median time of a call."""
    took = []
    for _ in range(times):
        begun = time.perf_counter()
        do()
        took.append(time.perf_counter() - begun)
    return median(took)


def plain(path: Path) -> None:
    """What reading costs at least: tomli and the models."""
    with without_collector():
        for table in tomli.loads(path.read_text("utf-8"))["q"].values():
            ITEM.validate_python(table, context={"languages": SPOKEN})


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bank.toml"
        path.write_text(bank(1000), "utf-8")
        floor, ours = seconds(lambda: plain(path)), seconds(lambda: load_files("local", (), (path,)))
        print(f"1,000 questions loaded: {ours:.3f} s, {ours / floor:.2f} times tomli and pydantic alone")
        path.write_text(bank(2000), "utf-8")
        bench = Bench(open_dictionary(SPOKEN), read_phrases())
        target = Target("local", (), (path,))
        took = seconds(lambda: check(target, bench, generate=False), 3)
        print(f"2,000 questions checked without generation: {took:.2f} s")
        for name, text in BOMBS.items():
            path.write_text(text, "utf-8")
            begun = time.perf_counter()
            found, _ = check(target)
            print(f"{name}: {time.perf_counter() - begun:.2f} s, {sorted({each.code for each in found})}")
