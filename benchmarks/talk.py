"""What is heard in answers to open questions? `python -m benchmarks.talk`: recall and precision.

Of points and of misconceptions, in answers by someone who had seen the questions, the points' sentences and the
corrections, and neither terms nor code; a third is kept apart and only scored.
"""

import json
from collections import Counter
from pathlib import Path

from casebot.content.library import Library
from casebot.content.places import shipped
from casebot.desk.books import book_of
from casebot.grading.grade import grade
from casebot.model.item import Free

HERE = Path(__file__).parent / "talk"
CASE = "x-xai"
WHAT = ("points", "misconceptions")


def score(path: Path) -> dict[str, Counter[str]]:
    """Hits, false alarms and misses, of points and of misconceptions, in all and by language."""
    loaded = Library((shipped(),)).load(CASE)
    if loaded is None:
        raise FileNotFoundError(CASE)
    book = book_of(loaded.case)
    found = {f"{what} {part}": Counter[str]() for what in WHAT for part in ("all", "en", "fr")}
    for row in map(json.loads, path.read_text("utf-8").splitlines()):
        name = f"{CASE}/{row['item']}"
        item = book.item(name)
        if not isinstance(item, Free):
            continue
        result = grade(item, row["text"], book.setting(name, row["lang"]))
        heard: dict[str, set[object]] = {
            "points": {reason.args["point"] for reason in result.reasons if reason.code == "point"},
            "misconceptions": {int(about.partition(":")[2]) for about in result.feedback},
        }
        for what in WHAT:
            wanted = set(row[what])
            for part in ("all", row["lang"]):
                count = found[f"{what} {part}"]
                count["hit"] += len(wanted & heard[what])
                count["alarm"] += len(heard[what] - wanted)
                count["miss"] += len(wanted - heard[what])
    return found


def main() -> None:
    """Prints the table of both parts."""
    for part, path in (("looked at", HERE / "answers.jsonl"), ("kept, scored only", HERE / "kept" / "answers.jsonl")):
        print(f"{part:<24}{'n':>5}{'recall':>9}{'precision':>11}")
        for what, count in score(path).items():
            n = count["hit"] + count["miss"]
            recall = count["hit"] / n if n else 1.0
            said = count["hit"] + count["alarm"]
            precision = count["hit"] / said if said else 1.0
            print(f"  {what:<22}{n:>5}{recall:>9.3f}{precision:>11.3f}")


if __name__ == "__main__":
    main()
