import pytest

from benchmarks.hostile import made
from casebot.grading.arranged import longest_common
from casebot.grading.grade import grade
from casebot.grading.lexicon import Lexicon
from casebot.model.case import Case
from casebot.tutoring.book import Book


@pytest.mark.parametrize(
    ("item", "response", "verdict", "score"),
    [
        ("cause", "rust", "correct", 1),
        ("cause", "a", "correct", 1),
        ("cause", "1", "correct", 1),
        ("cause", "De la rouille", "correct", 1),
        ("cause", "cuts", "incorrect", 0),
        ("cause", "d", "blank", 0),
        ("cause", "wind", "blank", 0),
        ("closed", "faux", "correct", 1),
        ("closed", "true", "incorrect", 0),
        ("signs", "closing,rust", "correct", 1),
        ("signs", "b and a", "correct", 1),
        ("signs", "closing", "partial", 0.5),
        ("signs", "closing,rust,flood", "partial", 0.5),
        ("signs", "closing,flood", "incorrect", 0),
        ("signs", "flood,sabotage", "incorrect", 0),
        ("sequence", "fall,inspect,close,paid", "correct", 1),
        ("sequence", "abcd", "correct", 1),
        ("sequence", "inspect,fall,close,paid", "partial", 0.75),
        ("sequence", "d c b a", "incorrect", 0),
        ("sequence", "a b c", "blank", 0),
        ("pairs", "april=rust;may=closing;june=payment", "correct", 1),
        ("pairs", "1=a; 2=c; 3=b", "partial", 0.3333),
        ("pairs", "1=b; 2=c; 3=a", "incorrect", 0),
        ("pairs", "rust", "blank", 0),
        ("fill", "what=bridge;month=May", "correct", 1),
        ("fill", "pont; mai", "correct", 1),
        ("fill", "bridge; April", "partial", 0.5),
        ("fill", "", "blank", 0),
        ("known", "no-support", "correct", 1),
        ("known", "sans appui", "correct", 1),
        ("known", "disputed", "partial", 0.5),
        ("known", "documented", "incorrect", 0),
        ("open", "The mayor closed it because of the danger of corrosion.", "correct", 1),
        ("open", "rust", "partial", 0.5),
        ("open", "It was not rust", "incorrect", 0),
        ("open", "There was a sabotage", "incorrect", 0),
        ("open", " ", "blank", 0),
    ],
)
def test_each_kind_is_scored_by_its_rule(
    small_book: Book, item: str, response: str, verdict: str, score: float
) -> None:
    name = f"small/bank/{item}"
    found = small_book.item(name)
    assert found is not None
    result = grade(found, response, small_book.setting(name, "en"))
    assert result.verdict == verdict
    assert result.score == pytest.approx(score, abs=0.0001)


def test_a_mistake_brings_what_the_author_says_to_it(small_book: Book) -> None:
    for item, response, feedback, tags in (
        ("cause", "cuts", ("option:cuts",), ("sabotage",)),
        ("signs", "flood, sabotage, rust", ("option:flood", "option:sabotage"), ()),
        ("closed", "true", ("statement",), ("june",)),
        ("city", "gazelle", ("wrong:0",), ("gazelle",)),
        ("year", "2018", ("wrong:0",), ("fall-for-closing",)),
        ("open", "they were cut", ("misconception:0",), ("sabotage",)),
    ):
        found = small_book.item(f"small/bank/{item}")
        assert found is not None
        result = grade(found, response, small_book.setting(f"small/bank/{item}", "en"))
        assert (result.feedback, result.tags) == (feedback, tags)


def test_the_longest_common_subsequence_keeps_the_order() -> None:
    assert longest_common("abcd", "acbd") == 3
    assert longest_common("abcd", "dcba") == 1
    assert longest_common("", "a") == 0


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_sample_of_the_shipped_banks_grades_as_its_author_says(
    shipped: Case, shipped_book: Book, language: str
) -> None:
    wanted = {"right": {"correct", "close"}, "close": {"close"}, "partial": {"partial"}, "wrong": {"incorrect"}}
    wrong = []
    graded = 0
    for bank in shipped.banks.values():
        for name, item in bank.items.items():
            setting = shipped_book.setting(f"x-xai/{bank.id}/{name}", language)
            for kind, verdicts in wanted.items():
                samples = getattr(item.samples, kind)
                for sample in (samples.get(language) or ()) if samples else ():
                    result = grade(item, sample, setting)
                    graded += 1
                    if result.verdict not in verdicts:
                        wrong.append((name, kind, sample, result.verdict, result.reasons))
    assert wrong == []
    assert graded > 50


def test_what_a_lexicon_knows(lexicon: Lexicon) -> None:
    assert lexicon.real("moderation", "en")
    assert not lexicon.real("moderaton", "en")
    assert lexicon.real("reduction", "fr"), "French words without their accents are real words too"
    assert lexicon.lemma("bought", "en") == "buy"
    assert lexicon.lemma("zxqv", "en") == "zxqv"
    assert not lexicon.real("maison", "xx")


@pytest.mark.parametrize(
    ("language", "response", "verdict"),
    [
        ("fr", "Une clause permettait de suspendre.", "correct"),
        ("fr", "Aucune clause ne permettait de suspendre.", "incorrect"),
        ("en", "Aucune clause ne permettait de suspendre.", "incorrect"),
        ("en", "A clause let it suspend.", "correct"),
        ("fr", "No clause let it suspend.", "incorrect"),
    ],
)
def test_what_undoes_a_point_is_heard_in_every_language(
    small_book: Book, language: str, response: str, verdict: str
) -> None:
    item = made(
        kind="free",
        keypoints=[
            {
                "id": "clause",
                "terms": {"en": [["clause"], ["suspend"]], "fr": [["clause"], ["suspendre"]]},
                "unless": {"en": [["no clause"]], "fr": [["aucune clause"]]},
                "hint": "h",
                "prompt": "p",
                "tell": "t",
            }
        ],
    )
    assert grade(item, response, small_book.setting("small/bank/open", language)).verdict == verdict


@pytest.mark.parametrize(
    ("response", "found"),
    [
        ("The ropes were cut by hand.", True),
        ("Somebody cut the ropes. No one knows who.", True),
        ("Nobody cut the ropes.", False),
        ("As some say the ropes were cut.", False),
        ("Some say so. The ropes were cut.", True),
        ("The ropes were old. Costs were cut.", False),
        ("That is false, the ropes were cut.", True),
    ],
)
def test_a_misconception_is_voiced_in_one_sentence_and_undone_only_there(
    small_book: Book, response: str, found: bool
) -> None:
    item = made(
        kind="free",
        keypoints=[{"id": "rust", "terms": {"en": [["rust"]]}, "hint": "h", "prompt": "p", "tell": "t"}],
        misconceptions=[{"terms": {"en": [["ropes"], ["cut"]]}, "unless": {"en": [["some say"]]}, "why": "w"}],
    )
    feedback = grade(item, response, small_book.setting("small/bank/open", "en")).feedback
    assert bool(feedback) is found
