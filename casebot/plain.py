"""The conversation as lines: for screen readers, pipes, plain terminals and scripts.

One line is read at each `>`: a page (empty goes on), an answer (`answer @2` carries the certainty), a certainty if it
is asked for; `/command` anywhere. The last line is for scripts, alike in every language: `score 14.5/18 complete`,
or `complete` for a dilemma by itself, which has no score, or `saved at step ID` (of a preview `left at step ID`);
questions to the case have none.
"""

import re
from collections.abc import Callable
from shutil import get_terminal_size
from typing import Final, TextIO

from casebot.desk import Desk
from casebot.documents.passage import Line, Passage
from casebot.documents.sheet import Sheet
from casebot.documents.transcript import write
from casebot.documents.voice import Voice
from casebot.documents.wrap import cells, rows
from casebot.store.failure import MovedOnError
from casebot.tutoring.moves import LEVELS, Do, Move, Say
from casebot.tutoring.turns import Reply, Turn

_SURE: Final = re.compile(r"^(?P<text>.*\S)\s+@(?P<level>[123])\s*$", re.DOTALL)
_SILENT: Final = frozenset({"typed", "certain"})
"""Turns that only say again what was typed at the prompt."""
WIDEST: Final = 80
NARROWEST: Final = 40


class Conversation:
    """A session of the desk, held over two streams."""

    def __init__(self, desk: Desk, voice_of: Callable[[str], Voice], lines: TextIO, out: TextIO) -> None:
        """`voice_of` gives the voice of a language, which may change on the way."""
        self._desk = desk
        self._voice_of = voice_of
        self._lines = lines
        self._out = out
        self._told = False
        columns = get_terminal_size().columns if out.isatty() else WIDEST
        self._width = max(NARROWEST, min(WIDEST, columns))

    def hold(self, reply: Reply, *, resumed: bool) -> int:
        """Talks until the end of the session or of the input; returns the exit status.

        Raises StoreError where an answer cannot be kept; the last line then says where the session stands.
        """
        try:
            self._talk(reply, resumed=resumed)
        finally:
            self._last_line()
        return 0

    def _talk(self, reply: Reply, *, resumed: bool) -> None:
        if resumed:
            self._print(Turn(role="notice", key="resumed"))
            reply = self._move(Do("repeat"))
        else:
            self._show(reply)
        while reply.expects.kind != "end" and not reply.leave:
            if reply.expects.kind == "verdict":
                reply = self._move(Do("continue"))
                continue
            self._tell_how(reply)
            text = self._read()
            if text is None:
                break
            language = self._desk.language
            reply = self._move(_move(text))
            if self._desk.language != language:
                reply = self._move(Do("repeat"))

    def _tell_how(self, reply: Reply) -> None:
        """Says before the first page how to go on from it."""
        if reply.expects.kind == "page" and not self._told:
            self._told = True
            self._print(Turn(role="notice", key="page-how"))

    def _read(self) -> str | None:
        self._out.write("> ")
        self._out.flush()
        text = self._lines.readline()
        if not self._lines.isatty():
            self._out.write("\n")
        return text.rstrip("\r\n") if text else None

    def _move(self, move: Move) -> Reply:
        try:
            reply = self._desk.move(move)
        except MovedOnError:
            self._desk.reload()
            if self._desk.state is None:
                self._print(Turn(role="notice", key="removed"))
                return Reply((), self._desk.expects)
            self._print(Turn(role="notice", key="moved-on"))
            reply = self._desk.move(Do("repeat"))
        self._show(reply)
        return reply

    def _show(self, reply: Reply) -> None:
        for turn in reply.turns:
            if turn.key not in _SILENT:
                self._print(turn)

    def _print(self, turn: Turn) -> None:
        voice = self._voice_of(self._desk.language)
        passage = write(turn, Sheet(self._desk.book, voice, self._width - 2))
        label = voice.say("plain.label", label=passage.label)
        self._out.write("\n".join(passage_rows(passage, label, self._width)) + "\n\n")
        self._out.flush()

    def _last_line(self) -> None:
        state, row = self._desk.state, self._desk.progress
        if state is None or row is None or state.run == "ask":
            return
        if not state.finished:
            said = f"{'left' if state.preview else 'saved'} at step {state.step}"
        else:
            said = "complete" if state.run == "dilemma" else f"score {row.score:g}/{row.outof} complete"
        self._out.write(f"{said}\n")
        self._out.flush()


def _move(text: str) -> Move:
    sure = _SURE.match(text)
    if sure is not None:
        return Say(sure["text"], LEVELS[sure["level"]])
    return Do("help") if text.strip() == "?" else Say(text)


def passage_rows(passage: Passage, label: str, width: int) -> list[str]:
    """A passage as rows of at most `width` characters, a label before the first."""
    shown: list[str] = []
    for place, line in enumerate(passage.lines):
        shown += _rows(line, width, label if place == 0 else "")
    return shown


def _rows(line: Line, width: int, label: str) -> list[str]:
    text = f"{label}{line.text}"
    if line.fixed:
        return [f"{label}\n{line.text}" if label else line.text]
    first, *others = rows(text, width - line.hang, cells)
    return [first, *(" " * line.hang + row for row in others)]
