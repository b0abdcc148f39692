"""What does a typed line mean: a command, an answer, a question, or small talk?"""

from difflib import get_close_matches
from typing import Final, get_args

from casebot.grading.normalise import fold, normalise
from casebot.grading.typed import expected
from casebot.model.attempt import Certainty
from casebot.model.item import Free, Item, Numeric, Short
from casebot.tutoring.answering import canonical, conclude, judge, take
from casebot.tutoring.commands import go_on, hint, use
from casebot.tutoring.draft import Draft
from casebot.tutoring.moves import Word

_WORDS: Final[dict[str, Word]] = {word: word for word in get_args(Word)}
_LEVELS: Final[dict[str, Certainty]] = {"1": 1, "2": 2, "3": 3, "&": 1, "é": 2, '"': 3}


def read_line(draft: Draft, text: str, certainty: Certainty | None) -> None:
    """Reads a line in the order that keeps an answer an answer.

    1 a command; 2 a phrase that is the whole line, unless the open item knows it as an answer; 3 what grades as right,
    as partly right or as a known wrong answer; 4 a question; 6 the answer, wrong. Only 3 and 6 use a try.
    """
    line = text.strip()
    if line.startswith("/"):
        command(draft, line)
        return
    opened = draft.open_item()
    if opened is None:
        _outside(draft, line)
        return
    name, item, asking, _ = opened
    if asking.pending is not None:
        _certainty(draft, line, asking.pending)
        return
    phrase = fold(normalise(line))
    intent = draft.book.phrases.intents.get(phrase)
    if intent is not None and not _known(draft, name, item, phrase):
        _small_talk(draft, text, intent)
    elif not _answers(draft, name, item, line) and is_question(draft, line):
        draft.say("you", "typed", text=text)
        draft.say("notice", "case-waits")
        hint(draft)
    else:
        take(draft, text, certainty)


def command(draft: Draft, line: str) -> None:
    """Carries out `/word`; an unknown one is told with the nearest there is."""
    typed = fold(normalise(line.lstrip("/")))
    action = draft.book.phrases.commands.get(typed)
    word = _WORDS.get(action or "")
    if word is not None:
        use(draft, word)
        return
    near = get_close_matches(typed, draft.book.phrases.commands, n=1, cutoff=0.6)
    if near:
        draft.say("notice", "command-near", typed=line, near=f"/{near[0]}")
    else:
        draft.say("notice", "command-unknown", typed=line)


def is_question(draft: Draft, line: str) -> bool:
    """Whether a line ends in a question mark or begins with a question word."""
    words = fold(normalise(line)).replace("'", " ").split()
    return bool(words) and (line.rstrip().endswith("?") or words[0] in draft.book.phrases.questions)


def _outside(draft: Draft, line: str) -> None:
    """A line while no question is open."""
    if not line:
        go_on(draft)
        return
    draft.say("you", "typed", text=line)
    intent = draft.book.phrases.intents.get(fold(normalise(line)))
    word = _WORDS.get(intent or "")
    if word is not None:
        use(draft, word)
    else:
        draft.say("notice", "nothing-asked")


def _certainty(draft: Draft, line: str, pending: str) -> None:
    level = _LEVELS.get(line)
    if level is None:
        draft.say("notice", "certainty-first")
        return
    draft.say("you", "certain", level=level)
    conclude(draft, pending, level)


def _small_talk(draft: Draft, text: str, intent: str) -> None:
    draft.say("you", "typed", text=text)
    word = _WORDS.get(intent)
    if word is not None:
        use(draft, word)
    else:
        draft.say("notice", f"talk-{intent}")


def _known(draft: Draft, name: str, item: Item, phrase: str) -> bool:
    """Whether a phrase is a key, an alias, a known wrong answer or an option of the open item."""
    if isinstance(item, Short):
        keys = {fold(key.text) for key in expected(item.accept, draft.book.setting(name, draft.state.lang))}
        wrong = {fold(normalise(text)) for entry in item.wrong for _, texts in entry.match.each() for text in texts}
        return phrase in keys | wrong
    if isinstance(item, Numeric | Free):
        return False
    return canonical(name, item, phrase, draft.state.seed, dict(draft.book.phrases.options)) is not None


def _answers(draft: Draft, name: str, item: Item, line: str) -> bool:
    """Whether a line grades as right, partly right, a known wrong answer, an option, or any quantity asked for."""
    result = judge(draft, name, item, line)
    if result.verdict in {"correct", "close", "partial"} or result.feedback:
        return True
    if isinstance(item, Short | Free):
        return False
    return result.verdict == "incorrect"
