"""What belongs together? Two lists: a letter puts its entry beside the line that is marked."""

from rich.cells import cell_len
from textual.content import Content

from casebot.documents.wrap import rows
from casebot.model.identity import LETTERS
from casebot.model.response import join_pairs, split_pairs
from casebot.tui.widgets.options import MARGIN, Options, Row


class Pairs(Options):
    """Numbered lines above, lettered entries below; each shows the other's number or letter once they are paired."""

    def __init__(self) -> None:
        """Two empty lists."""
        super().__init__("pairs")
        self.lefts: tuple[Row, ...] = ()
        self.pairs: dict[str, str] = {}
        self.marked = 0
        """The place of the line that the next letter is paired with."""

    def show_pairs(self, lefts: tuple[Row, ...], rights: tuple[Row, ...], response: str, *, keep: bool) -> None:
        """Offers these lists, with the pairs of a response; with `keep` the same line stays marked."""
        self.show("match", rights, keep=keep)
        self.lefts = lefts
        known, given = {row.id for row in rights}, split_pairs(response)
        self.pairs = {row.id: given[row.id] for row in lefts if given.get(row.id) in known}
        self.marked = min(self.marked, len(lefts) - 1) if keep else self._free(0)
        self.cursor = -1 - self.marked
        self.refresh(layout=True)

    @property
    def complete(self) -> bool:
        """Whether every line has its entry."""
        return len(self.pairs) == len(self.lefts)

    @property
    def response(self) -> str:
        """The pairs so far, in the form of `model.response`."""
        return join_pairs({row.id: self.pairs[row.id] for row in self.lefts if row.id in self.pairs})

    def pick(self, place: int) -> None:
        """Pairs the entry at a place with the marked line, away from any other; a second time takes it back.

        The next line without an entry is marked.
        """
        if not 0 <= place < len(self.rows):
            return
        left, right = self.lefts[self.marked].id, self.rows[place].id
        taken_back = self.pairs.get(left) == right
        self.pairs = {one: other for one, other in self.pairs.items() if one != left and other != right}
        if not taken_back:
            self.pairs[left] = right
            self.marked = self._free(self.marked)
        self._go(-1 - self.marked)

    def _free(self, start: int) -> int:
        """The place of the first line without an entry from a place on, round to the ones before; else that place."""
        order = (*range(start, len(self.lefts)), *range(start))
        return next((place for place in order if self.lefts[place].id not in self.pairs), start)

    def take(self, place: int) -> None:
        """Marks the line at a place, or pairs the entry."""
        if place < 0:
            self.mark(-1 - place)
        else:
            self.pick(place)

    def mark(self, place: int) -> None:
        """Marks the line at a place."""
        if 0 <= place < len(self.lefts):
            self.marked = place
            self._go(-1 - place)

    def move(self, by: int) -> None:
        """Moves the cursor through both lists; a line under it is marked."""
        places = [*(-1 - place for place in range(len(self.lefts))), *range(len(self.rows))]
        place = places[(places.index(self.cursor) + by) % len(places)]
        self.marked = -1 - place if place < 0 else self.marked
        self._go(place)

    def _go(self, place: int) -> None:
        self.cursor = place
        self.refresh(layout=True)
        self.keep_in_view(place)
        self.post_message(self.Changed())

    def lines(self, width: int) -> list[tuple[int, Content]]:
        """The rows of the widget: those of a line at -1 minus its place, those of an entry at its own."""
        letters = dict(zip((row.id for row in self.rows), LETTERS, strict=False))
        numbers = {right: str(place) for place, row in enumerate(self.lefts, 1) if (right := self.pairs.get(row.id))}
        lines: list[tuple[int, Content]] = []
        for place, row in enumerate(self.lefts):
            letter = letters.get(self.pairs.get(row.id, ""), "")
            lines += self._entry(-1 - place, str(place + 1), letter, row.text, width)
        lines.append((len(self.rows), Content("")))
        for place, row in enumerate(self.rows):
            lines += self._entry(place, letters[row.id], numbers.get(row.id, ""), row.text, width)
        return lines

    def _entry(self, place: int, name: str, other: str, text: str, width: int) -> list[tuple[int, Content]]:
        names = ["options--picked"] if other else []
        here = place in {self.cursor, -1 - self.marked}
        names += ["options--cursor"] if here else []
        style = self.get_visual_style(*names) if names else self.visual_style
        head = f"{'>' if here else ' '}{name} {f'= {other}' if other else '   '}  "
        parts = rows(text, max(8, width - MARGIN - 1), cell_len)
        leads = [head, *(" " * len(head) for _ in parts[1:])]
        return [
            (place, (Content(lead) + Content(part)).stylize_before(style))
            for lead, part in zip(leads, parts, strict=True)
        ]
