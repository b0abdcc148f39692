"""What is added to a bank is added, and nothing else is touched."""

from pathlib import Path

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from casebot.content.amend import add_answer, add_wrong

ROOT = Path(__file__).resolve().parent.parent.parent
BANK = (ROOT / "question_banks/x-xai/acquisition.toml").read_text("utf-8")
SHORTS = [name for name, item in tomli.loads(BANK)["q"].items() if item["kind"] == "short"]
WORDS = st.text(min_size=1, max_size=30).filter(lambda text: text.strip() and text.isprintable())


def lines_but_new(before: str, after: str) -> bool:
    """Whether all that stood there before stands there still, in its order."""
    left = iter(after)
    return all(char in left for char in before)


@given(st.sampled_from(SHORTS), st.sampled_from(["en", "fr"]), WORDS)
def test_an_alias_is_the_last_of_its_list_and_all_else_stays(item: str, language: str, answer: str) -> None:
    after = add_answer(BANK, item, language, answer)
    was, now = tomli.loads(BANK), tomli.loads(after)
    accept = now["q"][item]["accept"]
    listed = accept[language] if isinstance(accept, dict) else accept
    assert listed.pop() == answer
    assert now == was
    assert lines_but_new(BANK, after)


@given(st.sampled_from(SHORTS), WORDS, WORDS)
def test_a_known_wrong_answer_is_the_last_of_its_list_and_all_else_stays(item: str, answer: str, why: str) -> None:
    after = add_wrong(BANK, item, answer, {"en": why, "fr": why}, "a-tag")
    was, now = tomli.loads(BANK), tomli.loads(after)
    assert now["q"][item]["wrong"].pop() == {"match": [answer], "why": {"en": why, "fr": why}, "tag": "a-tag"}
    assert now == was
    assert lines_but_new(BANK, after)


SMALL = """# a bank
[q.a] # the first
kind = "short"
accept = [ "x", 'y' ] # two answers
en = "?"

[q.b]
accept = [
  "one",  # first
  "two",
]
"""


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_comments_layout_and_line_ends_stay(end: str) -> None:
    text = SMALL.replace("\n", end)
    added = add_answer(text, "a", "en", "z")
    assert added == text.replace("'y' ]", "'y', \"z\" ]")
    added = add_answer(text, "b", "en", "three")
    assert '"two",' + end + '  "three",' + end + "]" in added
    added = add_wrong(text, "a", "z", {"en": "no"})
    assert f'# two answers{end}wrong = [ {{ match = ["z"], why = {{ en = "no" }} }} ]{end}en' in added


def test_an_item_without_answers_is_refused() -> None:
    with pytest.raises(KeyError):
        add_answer(SMALL, "c", "en", "z")
