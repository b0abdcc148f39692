"""How is a turn of the conversation written out?"""

from collections.abc import Callable
from typing import Final

from casebot.documents import (
    commands,
    dialogue,
    dilemmas,
    passages,
    questions,
    sides,
    sorting,
    telling,
    verdicts,
)
from casebot.documents.passage import Line, Passage, line, visible
from casebot.documents.sheet import Sheet
from casebot.tutoring.turns import Turn

Writer = Callable[[Turn, Sheet], tuple[Line, ...]]

WRITERS: Final[dict[str, Writer]] = {
    "page": telling.page,
    "figure": telling.figure,
    "sort": sorting.sort,
    "sorted": sorting.summary,
    "welcome-lesson": telling.welcome,
    "end-lesson": telling.end,
    "record": telling.record,
    "sources": telling.sources,
    "passages": passages.passages,
    "case-silent": passages.silent,
    "claims": telling.claims,
    "help": commands.helped,
    "dilemma-help": commands.helped,
    "item": questions.item,
    "typed": questions.typed,
    "chosen": questions.chosen,
    "certain": questions.certain,
    "hint": questions.hint,
    "feedback": questions.feedback,
    "answer": questions.answer,
    "explain": questions.explain,
    "talk-heard": dialogue.talk_heard,
    "talk-nothing": dialogue.talk_heard,
    "point-hint": dialogue.point_help,
    "point-prompt": dialogue.point_help,
    "point-tell": dialogue.point_help,
    "correction": questions.correction,
    "correction-again": questions.correction,
    "try-again": questions.try_again,
    "guess-was-wrong": questions.guess_was_wrong,
    "verdict-correct": verdicts.verdict,
    "verdict-close": verdicts.verdict,
    "verdict-partial": verdicts.verdict,
    "verdict-incorrect": verdicts.verdict,
    "why": verdicts.why,
    "appeal-kept": verdicts.appeal_kept,
    "sides": sides.sides,
    "stakes": sides.stakes,
    "position-before": dilemmas.position_asked,
    "position-after": dilemmas.position_asked,
    "position": dilemmas.position,
    "returned": dilemmas.returned,
    "shift": dilemmas.shift,
    "steelman": dilemmas.steelman,
    "steelman-heard": dilemmas.heard,
    "strongest": dilemmas.strongest,
    "strongest-answer": dilemmas.strongest_answer,
    "criterion": dilemmas.criterion,
    "moved-by": dilemmas.moved_by,
    "picked": dilemmas.picked,
    "epilogue": dilemmas.epilogue,
    "argument": dilemmas.argument,
}


def write(turn: Turn, sheet: Sheet, *, open_item: bool = False) -> Passage:
    """A turn written out on a sheet; content that is gone is said to be gone.

    With `open_item` the options of a question are left out, because the front end shows them itself.
    """
    voice = sheet.voice
    close = turn.key == "verdict-close" and not verdicts.is_plain(turn)
    label = voice.say("verdict.label-close" if close else f"role.{turn.role}")
    writer = questions.stem if open_item and turn.key == "item" else WRITERS.get(turn.key, _sentence)
    return Passage(turn.role, label, writer(turn, sheet) or (line(voice.say("turn.content-gone"), "dim"),))


def _sentence(turn: Turn, sheet: Sheet) -> tuple[Line, ...]:
    """A turn that is a sentence of `words/`; nothing for one that this version does not know."""
    key = f"turn.{turn.key}"
    if key not in sheet.voice:
        return ()
    args: dict[str, object] = {}
    for reason in turn.reasons:
        args |= reason.args
    args |= {name: visible(arg) if isinstance(arg, str) else arg for name, arg in turn.args.items()}
    return (line(sheet.voice.say(key, **args)),)
