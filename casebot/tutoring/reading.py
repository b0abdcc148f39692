"""What does a typed line mean: a command, an answer, a question, or small talk?"""

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Final, get_args

from casebot.grading.normalise import fold, normalise
from casebot.model.attempt import Certainty
from casebot.model.item import Cloze, Free, Numeric, Short, Words
from casebot.tutoring.answering import conclude, take
from casebot.tutoring.asking import put
from casebot.tutoring.commands import appeal, go_on, use
from casebot.tutoring.correcting import correct
from casebot.tutoring.deliberating import hear, open_argument
from casebot.tutoring.draft import Draft, Open
from casebot.tutoring.judging import Judgment, judge
from casebot.tutoring.moves import LEVELS, Word
from casebot.tutoring.state import Pending

ASK: Final = "ask"
_WORDS: Final[dict[str, Word]] = {word: word for word in get_args(Word)}


def read_line(draft: Draft, text: str, certainty: Certainty | None) -> None:
    """Reads a line in the order that keeps an answer an answer.

    1 a command; 2 a phrase that is the whole line, unless the open item knows it as an answer; 3 what grades as right,
    as partly right or as a known wrong answer; 4 a question; 6 the answer, wrong. Only 3 and 6 use a try.
    """
    line = text.strip()
    opened = draft.open_item()
    if line.startswith("/"):
        command(draft, line)
    elif draft.state.waiting == "correction":
        correct(draft, line)
    elif opened is None:
        word = _WORDS.get(draft.book.phrases.intents.get(fold(normalise(line)), ""))
        if word is not None:
            draft.say("you", "typed", text=line)
            use(draft, word)
        elif not hear(draft, text):
            _outside(draft, line)
    elif opened.asking.pending is not None:
        _certainty(draft, opened, opened.asking.pending, line)
    else:
        _to_question(draft, opened, text, certainty)


def _to_question(draft: Draft, opened: Open, text: str, certainty: Certainty | None) -> None:
    state = draft.state
    judged = judge(draft.book, opened.name, opened.item, text, state.lang, state.seed, opened.planned.among)
    intent = draft.book.phrases.intents.get(fold(normalise(text)))
    if intent is not None and not _known(opened, judged, text):
        _small_talk(draft, text, intent)
    elif not _answers(opened, judged) and is_question(draft, text):
        draft.say("you", "typed", text=text)
        put(draft, text)
    else:
        take(draft, opened, text, judged, certainty)


def command(draft: Draft, line: str) -> None:
    """Carries out `/word`; an unknown one is told with the nearest there is."""
    typed = fold(normalise(line.lstrip("/")))
    commands = draft.book.phrases.commands
    name, _, number = typed.rpartition(" ")
    if number.isdecimal() and commands.get(name, name) in {"argument", ""} and open_argument(draft, number):
        return
    word = _WORDS.get(commands.get(typed, ""))
    if word is not None:
        use(draft, word)
        return
    first, _, rest = line.lstrip("/").strip().partition(" ")
    named = commands.get(fold(normalise(first)), "")
    if named in _WORDS or named == ASK or rest:
        draft.say("you", "typed", text=line)
        if named == "appeal":
            appeal(draft, rest.strip())
        elif named in _WORDS:
            use(draft, _WORDS[named])
        else:
            put(draft, rest if named == ASK else line.lstrip("/"))
        return
    alike = [name for name in draft.book.phrases.commands if name[:1] == typed[:1]]
    near = get_close_matches(typed, alike, n=1, cutoff=0.6)
    if near:
        draft.say("notice", "command-near", typed=line, near=f"/{near[0]}")
    else:
        draft.say("notice", "command-unknown", typed=line)


def is_question(draft: Draft, line: str) -> bool:
    """Whether a line ends in a question mark or begins with a question word."""
    plain = _spaced(line)
    asked = line.rstrip().endswith("?") or any(
        plain.startswith(_spaced(question)) for question in draft.book.phrases.questions
    )
    return asked and plain.strip(" ?") != ""


def _spaced(line: str) -> str:
    """Its words in plain letters, a space behind each."""
    return " ".join((*fold(normalise(line)).replace("'", " ").replace("-", " ").split(), ""))


def _outside(draft: Draft, line: str) -> None:
    """A line while no question is open."""
    if not line:
        go_on(draft)
        return
    draft.say("you", "typed", text=line)
    put(draft, line)


def _certainty(draft: Draft, opened: Open, pending: Pending, line: str) -> None:
    level = LEVELS.get(line) or LEVELS.get(draft.book.phrases.certainty.get(fold(normalise(line)), ""))
    if level is None:
        draft.say("notice", "certainty-first")
        return
    draft.say("you", "certain", level=level)
    conclude(draft, opened, pending, level)


def _small_talk(draft: Draft, text: str, intent: str) -> None:
    draft.say("you", "typed", text=text)
    word = _WORDS.get(intent)
    if word is not None:
        use(draft, word)
    else:
        draft.say("notice", f"talk-{intent}")


def _known(opened: Open, judged: Judgment, text: str) -> bool:
    """Whether a line is, as it stands, a key, an alias, a known wrong answer or an option of the open item."""
    item = opened.item
    if isinstance(item, Short | Cloze):
        return fold(normalise(text)) in {fold(normalise(each)) for each in _written(item)}
    return judged.named or (isinstance(item, Numeric) and bool(judged.grade.feedback))


def _written(item: Short | Cloze) -> Iterator[str]:
    lists: list[Words] = [item.accept] if isinstance(item, Short) else list(item.blanks.values())
    for words in (*lists, *(wrong.match for wrong in item.wrong)):
        for _, texts in words.each():
            yield from texts


def _answers(opened: Open, judged: Judgment) -> bool:
    """Whether a line grades as right, partly right, a known wrong answer, an option, or any quantity asked for."""
    grade = judged.grade
    if grade.verdict in {"correct", "close", "partial"} or grade.feedback:
        return True
    return grade.verdict == "incorrect" and not isinstance(opened.item, Short | Cloze | Free)
