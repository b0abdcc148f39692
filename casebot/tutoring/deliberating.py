"""What happens with what a learner says or does while weighing a dilemma? Nothing of it is scored."""

import re
from collections.abc import Callable
from typing import Final

from casebot.grading.normalise import normalise
from casebot.model.attempt import Note, Position
from casebot.progress.stances import about
from casebot.tutoring.dispute import Dispute, claims_in_hand, dispute
from casebot.tutoring.draft import Draft
from casebot.tutoring.moves import Word
from casebot.tutoring.posing import pose, tell_sides
from casebot.tutoring.sides import WHOLE
from casebot.tutoring.steps import go_back, pass_on
from casebot.tutoring.weighing import offered, part_behind

_POSITION: Final = re.compile(r"(?s)\s*(\d{1,3})(?!\d)\s*(?:%|/\s*100(?!\d))?(.*)")
_LETTER: Final = re.compile(r"[^\W\d_]")
_LEADING: Final = " \t\n,;:.-–—"


def hear(draft: Draft, text: str) -> bool:
    """Takes a line, or an answer by name, at a dilemma; False where none is being weighed."""
    found = dispute(draft.state, draft.book)
    if found is None:
        return False
    line = text.strip()
    match found.weighing.wants:
        case "position":
            _place(draft, found, line)
        case "pick":
            _pick(draft, found, line)
        case "page" | "pause":
            _leaf(draft, found, line)
        case "best":
            _best(draft, found, text)
        case "text":
            _write(draft, found, text)
    return True


def use_at_dilemma(draft: Draft, word: Word) -> bool:
    """Carries out a command that means something of its own at a dilemma; False for the others."""
    found = dispute(draft.state, draft.book)
    if found is None:
        return False
    commands: dict[Word, Callable[[Draft, Dispute], None]] = {
        "continue": _go_on,
        "skip": _skip,
        "back": _back,
        "source": _source,
        "why": _stakes,
        "argument": lambda draft, found: _open(draft, found, ""),
    }
    if word in commands:
        commands[word](draft, found)
    elif word in {"help", "hint"}:
        draft.say("notice", f"dilemma-{word}")
    else:
        return False
    return True


def open_argument(draft: Draft, given: str) -> bool:
    """Shows an argument by its number: its claims, its precedent, its best rebuttal; False where there is none."""
    found = dispute(draft.state, draft.book)
    if found is None:
        return False
    _open(draft, found, given)
    return True


def _change(draft: Draft, found: Dispute, **changes: object) -> Dispute:
    weighing = found.weighing.model_copy(update=changes)
    draft.change(weighing=weighing)
    return found._replace(weighing=weighing)


def _next(draft: Draft, found: Dispute) -> None:
    """Goes to the next part; behind the last one the dilemma is done, and what was said of it is dropped."""
    part = part_behind(found.weighing, found.sides)
    if part is None:
        draft.change(weighing=None)
        pass_on(draft)
    else:
        _change(draft, found, part=part)
        pose(draft)


def _echo(draft: Draft, found: Dispute, text: str) -> None:
    """Says what the learner typed; naming the dilemma lets it be found again where positions are to be forgotten."""
    draft.confide("you", "typed", text=text, dilemma=found.name)


def _keep(draft: Draft, found: Dispute, part: str, text: str) -> None:
    """Keeps what was written at a part, where that is kept at all."""
    state = draft.state
    if state.keep_positions:
        note = Note(
            id=draft.new_id(),
            learner=state.learner,
            session=state.session,
            about=about(found.name, part),
            at=draft.at,
            lang=state.lang,
            text=text,
        )
        draft.entries.append(note)


def _keep_position(draft: Draft, found: Dispute, reason: str) -> None:
    """Keeps the position of the part that is being left, where it is kept at all."""
    state, after = draft.state, found.weighing.part == "after"
    value = found.weighing.after if after else found.weighing.before
    if state.keep_positions and value is not None:
        position = Position(
            id=draft.new_id(),
            learner=state.learner,
            session=state.session,
            dilemma=found.name,
            when="after" if after else "before",
            at=draft.at,
            lang=state.lang,
            value=value,
            reason=reason,
        )
        draft.entries.append(position)


def _place(draft: Draft, found: Dispute, line: str) -> None:
    """Reads a position; a reason may stand behind it in the same line."""
    read = _POSITION.fullmatch(line)
    rest = read[2].strip(_LEADING) if read else ""
    if read is None or int(read[1]) > WHOLE or (read[2].strip() and not _LETTER.search(rest)):
        if line:
            _echo(draft, found, line)
        draft.say("notice", "position-number")
        return
    value = found.sides.own(int(read[1]))
    draft.confide("you", "position", dilemma=found.name, turned=found.sides.turned, value=value)
    found = _change(draft, found, **{found.weighing.part: value})
    if found.weighing.part == "after":
        _keep_position(draft, found, rest)
    elif rest:
        found = _change(draft, found, part="reason")
        _keep_position(draft, found, rest)
    if rest:
        _echo(draft, found, rest)
    _next(draft, found)


def _pick(draft: Draft, found: Dispute, line: str) -> None:
    point, choice = found.sides.point(line), offered(found.weighing, found.sides)
    if point is None or point.name not in choice:
        if line:
            _echo(draft, found, line)
        numbers = [each.number for each in found.sides.points if each.name in choice]
        draft.say("notice", "argument-number", least=min(numbers), most=max(numbers))
        return
    draft.confide("you", "picked", dilemma=found.name, turned=found.sides.turned, argument=point.name)
    if found.weighing.part == "moved":
        _keep(draft, found, "moved", point.name)
    else:
        found = _change(draft, found, strongest=(*found.weighing.strongest, point.name))
        _keep(draft, found, found.weighing.part, point.name)
    _next(draft, found)


def _leaf(draft: Draft, found: Dispute, line: str) -> None:
    """A line where there is only something to read: a number opens an argument."""
    if not line:
        _next(draft, found)
    elif found.sides.point(line) is not None:
        _open(draft, found, line)
    else:
        _echo(draft, found, line)
        draft.say("notice", "sides-or-on" if found.weighing.part == "sides" else "nothing-asked")


def _write(draft: Draft, found: Dispute, text: str) -> None:
    """Takes a line; an empty one goes past an offer, and elsewhere is none."""
    if not text.strip():
        _blank(draft, found)
        return
    _echo(draft, found, text)
    if found.weighing.part == "reason":
        _keep_position(draft, found, text.strip())
    else:
        _keep(draft, found, found.weighing.part, text.strip())
    _next(draft, found)


def _blank(draft: Draft, found: Dispute) -> None:
    if found.weighing.optional:
        _next(draft, found)
    else:
        draft.say("notice", "dilemma-blank")


def _best(draft: Draft, found: Dispute, text: str) -> None:
    """Takes a best case, which is then heard for the points it makes; it may be written again once."""
    first = found.weighing.part == "steelman"
    if not text.strip():
        _blank(draft, found)
        return
    if not first and normalise(text) == normalise(found.weighing.best):
        _next(draft, found)
        return
    _echo(draft, found, text)
    _keep(draft, found, found.weighing.part, text.strip())
    found = _change(draft, found, best=text)
    _next(draft, found if first else _change(draft, found, rewritten=True))


def _go_on(draft: Draft, found: Dispute) -> None:
    """Goes on from what there is to read, or past an offer; a question waits."""
    weighing = found.weighing
    if weighing.wants in {"page", "pause"}:
        _next(draft, found)
    elif weighing.wants == "position":
        draft.say("notice", "position-number")
    else:
        _blank(draft, found)


def _skip(draft: Draft, found: Dispute) -> None:
    """Goes on without an answer."""
    if found.weighing.part == "reason":
        _keep_position(draft, found, "")
    _next(draft, found)


def _back(draft: Draft, found: Dispute) -> None:
    """Shows both sides again; before they are read, the position may be given anew or the page before be shown."""
    if found.weighing.read:
        tell_sides(draft, found.name, found.sides)
        if found.weighing.part != "sides":
            draft.say("notice", "sides-again")
    elif found.weighing.part == "reason":
        _change(draft, found, part="before", before=None)
        pose(draft)
    else:
        go_back(draft)


def _stakes(draft: Draft, found: Dispute) -> None:
    """Tells why each group gains or loses."""
    if found.weighing.read:
        draft.say("tells", "stakes", dilemma=found.name)
    else:
        draft.say("notice", "sides-later")


def _open(draft: Draft, found: Dispute, given: str) -> None:
    """Shows what an argument rests on, what is said against it, and its precedent."""
    point = found.sides.point(given)
    if not found.weighing.read:
        draft.say("notice", "sides-later")
    elif point is None:
        draft.say("notice", "argument-first", most=len(found.sides.points))
    else:
        _change(draft, found, opened=point.name)
        draft.say("source", "argument", dilemma=found.name, turned=found.sides.turned, argument=point.name)


def _source(draft: Draft, found: Dispute) -> None:
    """Shows claims in full: those of what is known of it, or of the argument that was opened last."""
    claims = claims_in_hand(found)
    if not found.weighing.read:
        draft.say("notice", "sides-later")
    elif claims:
        draft.say("source", "claims", claims=claims)
    elif found.weighing.part == "end" or found.weighing.opened:
        draft.say("notice", "no-source")
    else:
        draft.say("notice", "argument-first", most=len(found.sides.points))
