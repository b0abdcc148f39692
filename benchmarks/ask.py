"""How often does the case answer the question that was asked? `python -m benchmarks.ask [--misses] [FOLDER]`.

The open questions and the kept ones are scored apart, by language too, and beside them what plain BM25 and rapidfuzz's
token_set reach; misses are listed for the open ones only. `ours` are questions of whoever wrote the look-up, harder to
refuse than the others: they serve to see whether a change helps, and prove nothing. `second` was written from the
claims alone before the refusals were last tuned, and is open since. FOLDER is another place with the
case than the shipped one. Time is measured too: the index built anew in this process, with the dictionary open and at
first no word looked up yet, beside a floor (the same texts split into words); and each question put twice.
"""

import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from math import log
from pathlib import Path
from typing import Final, NamedTuple

from rapidfuzz import fuzz

from casebot.content.library import Library
from casebot.content.places import shipped
from casebot.content.toml import without_collector
from casebot.content.wordbook import read_wordbook
from casebot.grading.lexicon import Dictionary
from casebot.grading.normalise import fold, normalise
from casebot.grading.words import fillers
from casebot.lookup.answer import MOST, Answer, look_up
from casebot.lookup.gathering import sayings
from casebot.lookup.index import Index
from casebot.lookup.terms import pieces
from casebot.model.case import Case
from casebot.model.languages import SPOKEN

FOLDER: Final = Path(__file__).resolve().parent / "ask"
CASE: Final = "x-xai"
REFUSED: Final = 0.10
"""The share of answerable questions that a rival may refuse; its threshold is set by it on the same questions."""
Rank = Callable[["Question"], list[tuple[str, float]]]
"""The claims for a question, the best first, each with a score."""


class Question(NamedTuple):
    """A question with the claims that answer it, judged by someone who saw neither index nor code."""

    id: str
    language: str
    kind: str
    text: str
    claims: frozenset[str]


class Pair(NamedTuple):
    """A question, one that goes on from it, and the claims that answer the second."""

    id: str
    language: str
    first: str
    then: str
    claims: frozenset[str]


def rows(path: Path) -> Iterator[dict[str, object]]:
    for line in path.read_text("utf-8").splitlines():
        yield json.loads(line)


def questions(folder: Path) -> list[Question]:
    """The questions of a folder."""
    return [
        Question(str(row["id"]), str(row["lang"]), str(row["kind"]), str(row["text"]), names(row))
        for row in rows(folder / "questions.jsonl")
    ]


def pairs(folder: Path) -> list[Pair]:
    """The follow-ups of a folder."""
    return [
        Pair(str(row["id"]), str(row["lang"]), str(row["first"]), str(row["then"]), names(row))
        for row in rows(folder / "follow-ups.jsonl")
    ]


def names(row: dict[str, object]) -> frozenset[str]:
    listed = row["claims"]
    return frozenset(map(str, listed)) if isinstance(listed, list) else frozenset()


def case(place: Path) -> Case:
    """The case as a place has it."""
    loaded = Library((place,)).load(CASE)
    if loaded is None:
        raise FileNotFoundError(place)
    return loaded.case


def words(text: str, language: str, lexicon: Dictionary) -> list[str]:
    """The lemmas of a text without stop words, as a plain index has them."""
    plain = re.findall(r"[^\W_]+", normalise(text))
    return [fold(lexicon.lemma(word, language)) for word in plain if fold(word) not in fillers(language)]


def texts(shelf: Case) -> dict[str, dict[str, str]]:
    """Claim -> language -> all that the claim says."""
    return {
        name: {
            language: " ".join(
                text.show(language)
                for text in (claim.text, claim.assertion, claim.note, claim.article_says)
                if text is not None
            )
            for language in SPOKEN
        }
        for name, claim in shelf.claims.items()
    }


def bm25(shelf: Case, lexicon: Dictionary) -> Rank:
    """Okapi BM25 (k1 1.2, b .75) over the lemmas of all that a claim says, in both languages."""
    held = {
        name: Counter(word for language, text in spoken.items() for word in words(text, language, lexicon))
        for name, spoken in texts(shelf).items()
    }
    count = len(held)
    found_in = Counter(word for counts in held.values() for word in counts)
    mean = sum(counts.total() for counts in held.values()) / count

    def score(counts: Counter[str], asked: Sequence[str]) -> float:
        norm = 1.2 * (0.25 + 0.75 * counts.total() / mean)
        return sum(
            log(1 + (count - found_in[word] + 0.5) / (found_in[word] + 0.5))
            * counts[word]
            * 2.2
            / (counts[word] + norm)
            for word in asked
        )

    def rank(question: Question) -> list[tuple[str, float]]:
        asked = words(question.text, question.language, lexicon)
        return best({name: score(counts, asked) for name, counts in held.items()})

    return rank


def token_set(shelf: Case) -> Rank:
    """The token_set_ratio of rapidfuzz between the question and the claim's sentence in the question's language."""
    said = texts(shelf)

    def rank(question: Question) -> list[tuple[str, float]]:
        asked = fold(normalise(question.text))
        return best(
            {name: fuzz.token_set_ratio(asked, fold(normalise(each[question.language]))) for name, each in said.items()}
        )

    return rank


def best(scores: dict[str, float]) -> list[tuple[str, float]]:
    return sorted(scores.items(), key=lambda each: (-each[1], each[0]))[:MOST]


class Figures(NamedTuple):
    """Shares, each with what it is a share of; None where there is nothing to count."""

    first: float | None
    third: float | None
    refused: float | None
    unanswerable: float | None
    premises: float | None

    def line(self, name: str) -> str:
        """The figures under their headings."""
        shown = "".join("       -" if share is None else f"{share:>8.3f}" for share in self)
        return f"  {name:<22}{shown}"


def share(hits: Sequence[bool]) -> float | None:
    return sum(hits) / len(hits) if hits else None


def figures(asked: Sequence[Question], found: dict[str, list[str]]) -> Figures:
    """What answers are worth: hit@1 and @3 and refusals of answerable questions, refusals of others, premises."""
    of = {
        kind: [each for each in asked if each.kind == kind] for kind in ("answerable", "unanswerable", "false-premise")
    }

    def hit(each: Question, most: int) -> bool:
        return not each.claims.isdisjoint(found[each.id][:most])

    return Figures(
        share([hit(each, 1) for each in of["answerable"]]),
        share([hit(each, MOST) for each in of["answerable"]]),
        share([not found[each.id] for each in of["answerable"]]),
        share([not found[each.id] for each in of["unanswerable"]]),
        share([hit(each, 1) for each in of["false-premise"]]),
    )


def rival(rank: Rank, asked: Sequence[Question]) -> dict[str, list[str]]:
    """What a rival answers that refuses below the score which refuses a tenth of the answerable questions."""
    ranked = {each.id: rank(each) for each in asked}
    tops = sorted(ranked[each.id][0][1] for each in asked if each.kind == "answerable")
    least = tops[int(REFUSED * len(tops))] if tops else 0.0
    return {name: [claim for claim, _ in listed] if listed[0][1] >= least else [] for name, listed in ranked.items()}


def ours(index: Index, asked: Sequence[Question]) -> dict[str, Answer]:
    return {each.id: look_up((index,), each.text, each.language) for each in asked}


def follow_ups(index: Index, listed: Sequence[Pair], *, misses: bool) -> float | None:
    """The share of follow-ups whose first claim answers; the first question is answered by the program."""
    right = []
    for pair in listed:
        first = look_up((index,), pair.first, pair.language)
        then = look_up((index,), pair.then, pair.language, first.asked)
        right.append(bool(then.claims) and then.claims[0].claim in pair.claims)
        if misses and not right[-1]:
            print(f"    {pair.id}: {pair.first!r} {pair.then!r}: {[found.claim for found in then.claims]}")
    return share(right)


def wrong(each: Question, answer: Answer) -> bool:
    named = [found.claim for found in answer.claims]
    return bool(named) if each.kind == "unanswerable" else not named or named[0] not in each.claims


def tell(index: Index, rivals: dict[str, Rank], folder: Path, *, misses: bool) -> None:
    """Prints the figures of one folder."""
    asked = questions(folder)
    answers = ours(index, asked)
    print(f"{folder.name}: {len(asked)} questions")
    print(f"  {'':<22}{'hit@1':>8}{'hit@3':>8}{'refused':>8}{'unansw.':>8}{'premise':>8}")
    found = {name: [each.claim for each in answer.claims] for name, answer in answers.items()}
    for language in ("", *SPOKEN):
        some = [each for each in asked if language in {"", each.language}]
        print(figures(some, found).line(f"casebot {language}"))
    for name, rank in rivals.items():
        print(figures(asked, rival(rank, asked)).line(name))
    right = follow_ups(index, pairs(folder), misses=misses)
    print(f"  follow-ups right{'' if right is None else f'{right:>14.3f}'}")
    for each in asked if misses else ():
        if wrong(each, answers[each.id]):
            print(f"    {each.id} {each.kind}: {each.text!r}: {found[each.id] or 'refused'}, not {sorted(each.claims)}")


def processor(work: Callable[[], object]) -> float:
    """Milliseconds of processor time that a piece of work takes; others on the machine do not count."""
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


def timed(index: Index, asked: Sequence[Question]) -> list[float]:
    """Milliseconds of each question put once more."""
    spent = []
    for each in asked:
        start = time.perf_counter()
        look_up((index,), each.text, each.language)
        spent.append((time.perf_counter() - start) * 1000)
    return sorted(spent)


def main(arguments: Sequence[str]) -> None:
    misses = "--misses" in arguments
    place = next((Path(each) for each in arguments if not each.startswith("-")), shipped())
    shelf = case(place)
    book = read_wordbook()
    lexicon = Dictionary(SPOKEN)
    with without_collector():
        spent = [processor(lambda: Index.build(shelf, lexicon, book)) for _ in range(5)]
        floor = min(processor(lambda: [pieces(saying.text) for saying in sayings(shelf)]) for _ in range(5))
    index = Index.build(shelf, lexicon, book)
    print(
        f"index of {len(shelf.claims)} claims: {spent[0]:.0f} ms of processor time at first, then {min(spent):.0f} ms, "
        f"{min(spent) / floor:.1f} times what splitting the texts into words takes"
    )
    rivals = {"BM25": bm25(shelf, lexicon), "rapidfuzz token_set": token_set(shelf)}
    tell(index, rivals, FOLDER, misses=misses)
    tell(index, rivals, FOLDER / "kept", misses=False)
    tell(index, rivals, FOLDER / "second", misses=misses)
    tell(index, rivals, FOLDER / "ours", misses=False)
    took = timed(index, questions(FOLDER))
    print(f"a question: p50 {took[len(took) // 2]:.2f} ms, p99 {took[int(len(took) * 0.99)]:.2f} ms")


if __name__ == "__main__":
    main(sys.argv[1:])
