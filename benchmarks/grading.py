"""How good and how quick is the grading of typed answers? `python -m benchmarks.grading FOLDER`.

FOLDER holds CSV files of pairs (`lang,key,response,expected,source`; expected is accept or reject) and of answers
marked by people (`asag_*.csv`: question, references split by " ||| ", response, label). casebot stands beside plain
baselines in one run: exact, edit distance 1 and 2, rapidfuzz, and the rule H5P publishes for "accept spelling errors".

FRR is the share of right answers refused, FAR that of wrong ones accepted, each a mean over the sources of a group
(the word before the colon); BA = 1 - (FRR + FAR) / 2 over the groups.
"""

import csv
import math
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from statistics import mean
from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA
from spellchecker import SpellChecker

from benchmarks.hostile import hostile
from casebot.grading.compare import liken, read_key
from casebot.grading.lexicon import open_dictionary
from casebot.grading.matching import Guard, typo
from casebot.grading.normalise import normalise
from casebot.grading.sentences import NEGATION, Sentence, forms_of, sentences
from casebot.grading.words import Word, articles, fillers
from casebot.model.languages import SPOKEN

LEXICON = open_dictionary(SPOKEN)
"""Opened before any clock runs: casebot opens it once, behind what the learner reads."""
ACCEPTED = 0.6
"""The share of a reference's words from which an answer counts as accepted; chosen on the development answers."""
REACH = 3
"""How many words before another a negation reaches."""
TURNED = 0.5
"""What a word is worth that is there with the other sign."""
RARITY = 1.5
"""How much more a rare word weighs: the power of the logarithm of its rarity."""
WARM = 2_000
"""Pairs graded before the clock runs."""


@lru_cache(maxsize=4)
def _guard(language: str) -> Guard:
    return Guard(LEXICON, language)


def accepts(lang: str, key: str, response: str) -> bool:
    """Whether a response counts as a key."""
    guard = _guard(lang)
    return liken(read_key(key, lang, guard.lexicon), normalise(response), guard, lang).likeness != "no"


def covers(lang: str, question: str, references: Sequence[str], response: str) -> float:
    """How much of the best of some references a response says, 0 to 1; .5 and more counts as accepted.

    The share of the reference's words that the response has with the same sign, rare words weighing more. The question
    is not looked at: leaving its words out of account made the figure worse.
    """
    del question
    guard = _guard(lang)
    said = [each for sentence in sentences(response, guard, lang) for each in _signed(sentence, lang)]
    best = max((_said(reference, said, guard) for reference in references if reference.strip()), default=0.0)
    return min(1.0, best / (2 * ACCEPTED))


def _said(reference: str, said: Sequence[tuple[Word, bool]], guard: Guard) -> float:
    language = guard.language
    wanted = [each for sentence in sentences(reference, guard, language) for each in _signed(sentence, language)]
    total = hit = 0.0
    for word, negated in wanted:
        weight = _rarity(word.plain, guard.language) ** RARITY
        signs = [sign for other, sign in said if _alike(word, other, guard)]
        total += weight
        hit += weight * (1.0 if negated in signs else TURNED if signs else 0.0)
    return hit / total if total else 0.0


def _signed(sentence: Sentence, language: str) -> Iterator[tuple[Word, bool]]:
    """The words of a sentence that carry meaning, each with whether a negation stands before it in its clause."""
    loose = articles(language) | fillers(language)
    negators = sentence.forms[NEGATION]
    for place, each in enumerate(sentence.words):
        if each.word.plain not in loose and place not in negators:
            before = (at for at in negators if place - REACH <= at < place)
            yield each.word, any(sentence.clauses[at] == sentence.clauses[place] for at in before)


def _alike(wanted: Word, given: Word, guard: Guard) -> bool:
    """Whether a word stands for another; a slip is no real word of any language."""
    if not set(forms_of(wanted)).isdisjoint(forms_of(given)):
        return True
    real = any(guard.lexicon.real(given.text, language) for language in SPOKEN)
    return not real and not any(map(str.isdigit, wanted.plain)) and typo(wanted.plain, given.plain, guard)


@lru_cache(maxsize=4)
def _counts(language: str) -> tuple[Callable[[str], int], float]:
    found = SpellChecker(language=language, distance=1).word_frequency
    return found.__getitem__, math.fsum(found[word] for word in found.keys())  # noqa: SIM118 - it is no mapping


@lru_cache(maxsize=65_536)
def _rarity(word: str, language: str) -> float:
    count, total = _counts(language)
    return math.log(total / (count(word) + 50))


class Pair(NamedTuple):
    """A response that should, or should not, count as a key."""

    language: str
    key: str
    response: str
    accept: bool
    source: str


Matcher = Callable[[str, str, str], bool]


def _edits(limit: int) -> Matcher:
    return lambda _, key, response: OSA.distance(normalise(key), normalise(response)) <= limit


def _h5p(_: str, key: str, response: str) -> bool:
    """H5P, "accept spelling errors": from 3 letters one error, from 10 two; none in shorter answers."""
    one, other = key.lower().strip(), response.lower().strip()
    return OSA.distance(one, other) <= (0 if len(one) < 3 else 1 if len(one) < 10 else 2)


MATCHERS: dict[str, Matcher] = {
    "casebot": accepts,
    "exact": lambda _, key, response: key.casefold().strip() == response.casefold().strip(),
    "edit distance 1": _edits(1),
    "edit distance 2": _edits(2),
    "rapidfuzz ratio >= 80": lambda _, key, response: fuzz.ratio(key.lower(), response.lower()) >= 80,
    "token_set_ratio >= 85": lambda _, key, response: fuzz.token_set_ratio(key.lower(), response.lower()) >= 85,
    "H5P": _h5p,
}


def read_pairs(folder: Path) -> list[Pair]:
    """The pairs of a folder."""
    pairs = []
    for path in sorted(folder.glob("*.csv")):
        with path.open(newline="", encoding="utf-8") as file:
            rows = csv.DictReader(file)
            if {"key", "expected"} <= set(rows.fieldnames or ()):
                pairs += [
                    Pair(row["lang"], row["key"], row["response"], row["expected"] == "accept", row["source"])
                    for row in rows
                ]
    return pairs


def rates(matcher: Matcher, pairs: Sequence[Pair]) -> dict[tuple[bool, str], float]:
    """The share of errors by side (accept or not) and source."""
    wrong: dict[tuple[bool, str], list[bool]] = defaultdict(list)
    for pair in pairs:
        wrong[pair.accept, pair.source].append(matcher(pair.language, pair.key, pair.response) != pair.accept)
    return {side: mean(errors) for side, errors in wrong.items()}


def groups(found: dict[tuple[bool, str], float]) -> dict[tuple[bool, str], float]:
    """The mean over the sources of each group."""
    listed: dict[tuple[bool, str], list[float]] = defaultdict(list)
    for (accept, source), rate in found.items():
        listed[accept, source.partition(":")[0]].append(rate)
    return {group: mean(each) for group, each in listed.items()}


def balanced(found: dict[tuple[bool, str], float], *, real: bool) -> float:
    """Balanced accuracy over the groups; `real` leaves out the groups made by rule."""
    by_group = {key: rate for key, rate in groups(found).items() if not real or key[1] in REAL}
    sides = [[rate for (accept, _), rate in by_group.items() if accept is side] for side in (True, False)]
    return 1 - sum(mean(side) if side else 0.0 for side in sides) / 2


REAL = frozenset({"typo", "confusable", "entity", "antonym"})


def table(pairs: Sequence[Pair]) -> None:
    """Prints the errors by source for casebot, and by group for every matcher."""
    found = {name: rates(matcher, pairs) for name, matcher in MATCHERS.items()}
    print("casebot, errors by source")
    for (accept, source), rate in sorted(found["casebot"].items(), key=lambda each: (not each[0][0], each[0][1])):
        count = sum(pair.source == source and pair.accept == accept for pair in pairs)
        print(f"  {'FRR' if accept else 'FAR'} {source:<36}{count:>6}{rate:>9.4f}")
    names = sorted({key for each in found.values() for key in groups(each)}, key=lambda key: (not key[0], key[1]))
    heads = [f"{'FRR' if accept else 'FAR'} {group}" for accept, group in names]
    print("\n" + " " * 24 + "".join(f"{head:>16}" for head in heads) + f"{'BA real':>10}{'BA all':>10}")
    for name, each in found.items():
        by_group = groups(each)
        cells = "".join(f"{by_group.get(key, math.nan):>16.4f}" for key in names)
        print(f"{name:<24}{cells}{balanced(each, real=True):>10.4f}{balanced(each, real=False):>10.4f}")


def speed(pairs: Sequence[Pair]) -> None:
    """Prints answers a second on one thread, and the slowest ones."""
    for pair in pairs[:WARM]:
        accepts(pair.language, pair.key, pair.response)
    times = []
    for pair in pairs:
        begun = time.perf_counter()
        accepts(pair.language, pair.key, pair.response)
        times.append(time.perf_counter() - begun)
    times.sort()
    print(f"\n{len(times) / sum(times):,.0f} answers a second, each with another key")
    print(f"p50 {times[len(times) // 2] * 1e6:.0f} us, p99 {times[len(times) * 99 // 100] * 1e6:.0f} us", end=", ")
    print(f"slowest {times[-1] * 1e3:.2f} ms")
    begun = time.perf_counter()
    for pair in pairs:
        accepts(pair.language, "specific performance", pair.response)
    print(f"{len(pairs) / (time.perf_counter() - begun):,.0f} answers a second to one question")


def marked(path: Path) -> None:
    """Prints the macro-F1 on answers marked by people, where the file has labels."""
    with path.open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    if not rows or "label" not in rows[0]:
        return
    cells: dict[tuple[bool, bool], int] = defaultdict(int)
    for row in rows:
        share = covers(row["lang"], row["question"], row["references"].split(" ||| "), row["response"])
        cells[row["label"] == "accept", share >= 0.5] += 1
    scores = [2 * cells[c, c] / max(1, 2 * cells[c, c] + cells[not c, c] + cells[c, not c]) for c in (True, False)]
    print(f"{path.name}: {len(rows)} answers, macro-F1 {mean(scores):.4f}")


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    read = read_pairs(folder)
    table(read)
    speed(read)
    hostile()
    for marked_file in sorted(folder.glob("asag_*.csv")):
        marked(marked_file)
