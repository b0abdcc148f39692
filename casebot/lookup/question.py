"""By which words, months and kind does a question ask?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, Literal, NamedTuple

from casebot.grading.normalise import normalise
from casebot.grading.numerals import UNITS
from casebot.lookup.index import DAY, GLOSSARY, MONEY, NUMBER, VOICE, Index
from casebot.lookup.moments import MOMENT, Span, is_year, spans
from casebot.lookup.spelling import kin, misspells, respelt
from casebot.lookup.terms import MEANING, Tongue, Word, pieces, plain_form
from casebot.lookup.wordbook import Kind, Phrase

SYNONYM: Final = 0.7
FOREIGN: Final = 0.9
SPELT: Final = 0.9
KIN: Final = 0.5
"""How well a word of the same meaning, of the other language, misspelt or of the same root stands for a word."""
LIGHT: Final = 0.4
"""What a light word tells, by a full one."""
MONTH: Final = 0.3
YEAR: Final = 0.2
YEAR_ONLY: Final = 0.4
"""What the right year tells where a month was asked for."""
AMOUNT: Final = 0.15
KIND: Final = 0.15
"""What a month, a year, a number and the kind of question tell, in parts of what a word tells that no claim holds."""
Role = Literal["word", "name", "moment", "amount", "kind"]
_SIGNS: Final[Mapping[Kind, tuple[tuple[str, float], ...]]] = {
    "when": ((DAY, 1.0),),
    "how-much": ((MONEY, 1.0), (NUMBER, 0.8)),
    "how-many": ((NUMBER, 1.0),),
    "who-says": ((VOICE, 1.0),),
    "why": ((f"{MEANING}reason", 1.0), (f"{MEANING}cause", 1.0)),
}
"""What a claim has that answers a question of a kind, each with how well it does."""


class Slot(NamedTuple):
    """A word, phrase, month or kind that a question asks by."""

    text: str
    terms: tuple[tuple[str, float], ...]
    """The terms that stand for it, each with how well it does (0 to 1); none where no claim holds it."""
    weight: float
    """How much it tells, in the measure of rarity."""
    role: Role = "word"


class Question(NamedTuple):
    """A question as it is looked up."""

    text: str
    language: str
    kind: Kind
    slots: tuple[Slot, ...]
    spans: tuple[Span, ...] = ()
    """The months and years it names."""
    shift: int | None = None
    """Months from the last time that was spoken of ("the year before": -12)."""
    seasons: tuple[int, ...] = ()
    """The months of a part of the year named without its year."""
    beyond: bool = False
    """Whether it asks for what a case seldom holds: advice, an opinion, private matters, what will be."""


def language_of(plain: Sequence[str], index: Index, usual: str) -> str:
    """The language that most small words belong to, or else most words that are known; `usual` where these tie."""

    def known(language: str) -> tuple[int, int, bool]:
        others = [tongue.speech.skip for other, tongue in index.tongues.items() if other != language]
        speech, words = index.tongues[language].speech, index.vocabulary[language]
        small = sum(word in speech.skip and not any(word in other for other in others) for word in plain)
        return small, sum(word in speech.bases or word in words for word in plain), language == usual

    return max(index.tongues, key=known)


def place_of(plain: Sequence[str], phrase: Phrase) -> int | None:
    """Where the words of a phrase stand side by side in a text, first."""
    places = range(len(plain) - len(phrase) + 1)
    return next((place for place in places if tuple(plain[place : place + len(phrase)]) == phrase), None)


def read(text: str, language: str, index: Index) -> Question:
    """A question as it is looked up in an index; `language` is the learner's, the words may be another's."""
    raw = pieces(normalise(text))
    plain = list(map(plain_form, raw))
    own = language_of(plain, index, language)
    tongue = index.tongues[own]
    reader = _Reader(index, tongue, raw, plain)
    kind = reader.kind()
    shift = reader.shift()
    found = spans(plain, tongue.speech.seasons)
    seasons = next((months for word, months in tongue.speech.seasons.items() if word in plain), ())
    slots = (
        *reader.phrases(),
        *(moment(span, index) for span in found),
        *reader.singles(dated=bool(found)),
        *_asked(kind, index),
    )
    return Question(text, own, kind, slots, tuple(found), shift, seasons, reader.beyond())


def moment(span: Span, index: Index) -> Slot:
    """The slot of a month or year."""
    terms: dict[str, float] = {}
    if span.year:
        terms[f"{MOMENT}{span.year}"] = YEAR_ONLY if span.months else 1.0
    for month in span.months:
        terms[f"{MOMENT}{span.year or ''}-{month}"] = 1.0
    held = tuple((term, factor) for term, factor in terms.items() if term in index.postings)
    return Slot(" ".join(terms), held, (MONTH if span.months else YEAR) * index.unknown, "moment")


def _asked(kind: Kind, index: Index) -> Iterator[Slot]:
    signs = tuple(sign for sign in _SIGNS.get(kind, ()) if sign[0] in index.postings)
    if signs:
        yield Slot(kind, signs, KIND * index.unknown, "kind")


def _meant(meaning: str) -> tuple[str, float]:
    """A meaning with how well it stands for its words; the names of an entry of the glossary are all as good."""
    return meaning, 1.0 if meaning.startswith(MEANING + GLOSSARY) else SYNONYM


class _Reader:
    """Reads the words of one question."""

    def __init__(self, index: Index, tongue: Tongue, raw: list[str], plain: list[str]) -> None:
        self.index, self.tongue, self.raw, self.plain = index, tongue, raw, plain
        self.known = index.vocabulary.get(tongue.language, {})
        self.words = [tongue.word(form) for form in raw]
        self.used: set[int] = set()

    def kind(self) -> Kind:
        """What the question asks for; the words that say it are used up."""
        for phrase, kind in self.tongue.speech.kinds:
            place = place_of(self.plain, phrase)
            if place is not None:
                self.used.update(range(place, place + len(phrase)))
                return kind
        return "open"

    def beyond(self) -> bool:
        """Whether the question asks for what a case seldom holds."""
        speech = self.tongue.speech
        return any(place_of(self.plain, phrase) is not None for phrase in speech.beyond) or any(
            word.plain.endswith(speech.future) and word.term != word.plain for word in self.words
        )

    def shift(self) -> int | None:
        """The months from the last time to that of the question; the words that say it are used up."""
        for phrase, months in self.tongue.speech.shifts:
            place = place_of(self.plain, phrase)
            if place is not None:
                self.used.update(range(place, place + len(phrase)))
                return months
        for phrase, months in self.tongue.speech.units:
            place = place_of(self.plain, phrase)
            number = self.plain[place - 1] if place else ""
            count = int(number) if number.isdecimal() else UNITS.get(number)
            if place and count is not None:
                self.used.update(range(place - 1, place + len(phrase)))
                return count * months
        return None

    def phrases(self) -> list[Slot]:
        """The slots of phrases of one meaning, longer ones first; their words are used up."""
        found: dict[range, list[str]] = {}
        for place, length, meaning in self.tongue.phrases(self.words):
            found.setdefault(range(place, place + length), []).append(meaning)
        slots = []
        for places in sorted(found, key=lambda places: (-len(places), places.start)):
            if self.used.isdisjoint(places):
                self.used.update(places)
                plain = [self.plain[at] for at in places]
                inner = [(self.words[at].term, KIN) for at in places if self.tells(self.plain[at])]
                slot = self.slot(" ".join(plain), [*map(_meant, found[places]), *inner])
                slots.append(slot._replace(role="name") if self.named(plain) else slot)
        return slots

    def tells(self, plain: str) -> bool:
        """Whether a word says what the question is about."""
        return plain not in self.tongue.speech.skip and plain not in self.tongue.speech.light

    def singles(self, *, dated: bool) -> Iterator[Slot]:
        """The slots of single words and numbers; years, and months where one is named, have slots of their own."""
        for place, plain in enumerate(self.plain):
            passed = self.small(place) or (dated and plain in self.tongue.speech.seasons)
            unheard = len(plain) == 1 and plain not in self.index.postings
            if place in self.used or passed or unheard or is_year(plain):
                continue
            if plain[0].isdigit():
                yield Slot(
                    plain,
                    ((plain, 1.0),) if plain in self.index.postings else (),
                    AMOUNT * self.index.unknown,
                    "amount",
                )
            else:
                yield self.single(place)

    def small(self, place: int) -> bool:
        """Whether a word, or its dictionary form where it has no meaning of its own, never tells anything."""
        word, skip = self.words[place], self.tongue.speech.skip
        if word.plain in skip or (word.term in skip and not word.meanings):
            return True
        return not word.meanings and word.term not in self.index.postings and self.slip(place)

    def slip(self, place: int) -> bool:
        """Whether a word is a slip of one that tells nothing ("realy")."""
        speech = self.tongue.speech
        return misspells(
            self.raw[place], self.plain[place], speech.skip | speech.light, self.tongue.language, self.index
        )

    def single(self, place: int) -> Slot:
        """The slot of a word."""
        word, plain = self.words[place], self.plain[place]
        terms = [*self.stands(place, word), *map(_meant, word.meanings)]
        guessed = self.guessed(place) if not terms else []
        terms += guessed
        strange = not guessed and not self.index.lexicon.real(self.raw[place], self.tongue.language)
        slot = self.slot(plain, terms, LIGHT if plain in self.tongue.speech.light else 1.0)
        return slot._replace(role="name") if strange or self.named((plain,)) else slot

    def named(self, plain: Iterable[str]) -> bool:
        """Whether a word of these is a name, in the case or anywhere; how a learner writes it does not count."""
        return any(word in self.index.names or word in self.tongue.speech.names for word in plain if self.tells(word))

    def stands(self, place: int, word: Word) -> list[tuple[str, float]]:
        """The terms of a word that some claim holds, in its own language or another."""
        plain = self.plain[place]
        held = self.known.get(plain, word)
        found = [(term, 1.0) for term in (held.term, word.term) if term in self.index.postings]
        if found:
            return [*found, *map(_meant, held.meanings)]
        for known in self.index.vocabulary.values():
            other = known.get(plain)
            if other is not None:
                return [(other.term, FOREIGN), *map(_meant, other.meanings)]
        if word.meanings:
            return []
        return [(term, KIN) for other in kin(plain, self.index) for term in (other.term, *other.meanings)]

    def guessed(self, place: int) -> list[tuple[str, float]]:
        """The terms of the word that was meant by a misspelt one."""
        meant = respelt(self.raw[place], self.plain[place], self.tongue.language, self.index)
        return [(meant.term, SPELT), *((meaning, SYNONYM) for meaning in meant.meanings)] if meant else []

    def slot(self, text: str, terms: Sequence[tuple[str, float]], factor: float = 1.0) -> Slot:
        """A slot of the terms that claims hold: half its weight is the rarity of its words, half that of meanings."""
        best: dict[str, float] = {}
        for term, stands in terms:
            if term in self.index.postings:
                best[term] = max(best.get(term, 0.0), stands)
        rarity = self.index.rarity
        exact = [rarity[term] for term in best if not term.startswith(MEANING)]
        meant = [rarity[term] for term in best if term.startswith(MEANING)]
        halves = [max(values) for values in (exact, meant) if values]
        weight = sum(halves) / len(halves) if halves else self.index.unknown
        return Slot(text, tuple(best.items()), weight * factor)
