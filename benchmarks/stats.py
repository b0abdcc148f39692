"""How long do the figures of 1,000,000 attempts take, and how much memory? `python -m benchmarks.stats`."""

import json
import resource
import tempfile
import time
from pathlib import Path
from random import Random

from casebot.progress.items import Try, figures
from casebot.store.results import read_results

LEARNERS, ITEMS = 20_000, 50


def write(path: Path) -> None:
    """Writes a million attempts, always the same."""
    rng = Random(1)  # noqa: S311 - no secret
    with path.open("w", encoding="utf-8") as file:
        for learner in range(LEARNERS):
            for item in range(ITEMS):
                score = int(rng.random() < 0.7)
                row = {"type": "attempt", "learner": f"learner-{learner}", "item": f"case/bank/item-{item}", "try": 1}
                row |= {"phase": "lesson", "lang": "en", "response": f"option-{rng.randrange(4)}", "score": score}
                file.write(json.dumps(row | {"verdict": "correct" if score else "incorrect"}) + "\n")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        results = Path(folder) / "results.jsonl"
        write(results)
        begun = time.perf_counter()
        count = sum(1 for _ in results.open("rb"))
        floor = time.perf_counter() - begun
        begun = time.perf_counter()
        found = figures((Try(each.learner, each.item, each.response, each.score) for each in read_results(results)), {})
        took = time.perf_counter() - begun
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        times = f"{took / floor:.0f} times reading the lines"
        print(f"{count:,} attempts, {len(found.items)} questions: {took:.1f} s ({times})")
        print(f"{memory:.0f} MiB at most")
