"""Where does a sentence use an author's terms?"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from casebot.grading.lexicon import Lexicon
from casebot.grading.matching import Guard, typo
from casebot.grading.reach import NE, negators
from casebot.grading.sentences import NEGATION, Sentence, forms_of, placed
from casebot.grading.words import Word, articles, fillers
from casebot.model.dilemma import Groups

GAP: Final = 2
"""How many other words may stand between two words of a term."""
BESIDE: Final = 1
"""How many words, articles not counted, may stand between a negation and a negative term behind it."""
BEHIND: Final = 2
"""How many words behind a French verb its negation may stand."""
_BEHIND: Final = frozenset("pas jamais rien plus guere nothing nobody".split())
_HELPERS: Final = frozenset("do does did is are was were can could will would has have had should may might be".split())
"""Verbs that only carry a negation: a term "does not work" is heard in "never works"."""
_POINTERS: Final = frozenset("them him us me you one other others eux lui nous vous moi toi autre autres faire".split())
"""Words that do not name what is negated: a term "without them" is looked for as it is written."""
_SMALL: Final = articles("en") | articles("fr")


class Quote(NamedTuple):
    """Words of the learner as typed, and where they stand: the first character, and the one behind the last."""

    words: str
    start: int
    end: int


class Hit(NamedTuple):
    """A term found in a sentence: its group, its words, where they stand there, the negations that belong to it."""

    group: int
    term: tuple[Word, ...]
    places: tuple[int, ...]
    negations: tuple[int, ...]
    quote: Quote


class Term(NamedTuple):
    """The words that are looked for, in this order; `negative` where a negation belongs to them."""

    words: tuple[Word, ...]
    negative: bool = False
    behind: bool = False
    """Whether the negation may follow, as in `ne sert pas`."""


class _Index(NamedTuple):
    """All terms with their groups, in the author's order, and which of them begin with what."""

    terms: tuple[tuple[int, Term], ...]
    by_form: Mapping[str, Sequence[int]]
    by_word: Mapping[str, Sequence[int]]


def said(groups: Groups, sentence: Sentence, text: str, guard: Guard) -> tuple[Hit, ...]:
    """The terms that a sentence uses and does not deny.

    A term under a negation that belongs to no term is denied, and with it, where the negation is one of the verb or of
    the subject, all that its clause says.
    """
    told = [hit for hit in _found(groups, sentence, text, guard) if sentence.unsaid.isdisjoint(hit.places)]
    claimed = {place for hit in told for place in hit.negations}
    positive = [hit for hit in told if not hit.negations]
    denied: set[int] = set()
    clauses: set[int] = set()
    for negation, places in sentence.denied.items():
        if negation in claimed or all(places.isdisjoint(hit.places) for hit in positive):
            continue
        denied |= places
        if negation in sentence.spreading:
            clauses.add(sentence.clauses[negation])
    return tuple(
        hit
        for hit in told
        if hit.negations or (denied.isdisjoint(hit.places) and sentence.clauses[hit.places[0]] not in clauses)
    )


def apart(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    """One hit a group, where each has words of its own; only a term that stands in two groups hits both."""
    groups: dict[int, dict[tuple[tuple[int, ...], tuple[Word, ...]], Hit]] = {}
    for hit in hits:
        groups.setdefault(hit.group, {}).setdefault((hit.places, hit.term), hit)
    found: list[Hit] = []
    for group in sorted(groups, key=lambda number: (len(groups[number]), number)):
        free = (hit for hit in groups[group].values() if all(_beside(hit, other) for other in found))
        found += [hit for hit in (next(free, None),) if hit is not None]
    return tuple(found)


def _beside(hit: Hit, other: Hit) -> bool:
    same = (hit.places, hit.term) == (other.places, other.term)
    return same or set(hit.places).isdisjoint(other.places)


def _found(groups: Groups, sentence: Sentence, text: str, guard: Guard) -> Iterator[Hit]:
    for group, term in _candidates(groups, sentence, guard):
        for places in _runs(term.words, sentence, guard):
            negations = _negations(term, places, sentence) if term.negative else ()
            if negations or not term.negative:
                around = (*places, *negations)
                start, end = sentence.words[min(around)].start, sentence.words[max(around)].end
                yield Hit(group, term.words, places, negations, Quote(text[start:end], start, end))


def _candidates(groups: Groups, sentence: Sentence, guard: Guard) -> list[tuple[int, Term]]:
    """The terms, with their groups, of which a sentence has the first word."""
    index = _index(groups, guard.language, guard.lexicon)
    found = {at for form in sentence.forms for at in index.by_form.get(form, ())}
    for place in sentence.slips:
        given = sentence.words[place].word.plain
        found.update(at for word, places in index.by_word.items() if typo(word, given, guard) for at in places)
    return [index.terms[at] for at in sorted(found)]


@lru_cache(maxsize=1024)
def _index(groups: Groups, language: str, lexicon: Lexicon) -> _Index:
    terms = tuple((number, _term(term, language, lexicon)) for number, group in enumerate(groups) for term in group)
    by_form: defaultdict[str, list[int]] = defaultdict(list)
    by_word: defaultdict[str, list[int]] = defaultdict(list)
    for at, (_, term) in enumerate(terms):
        for word in term.words[:1]:
            by_word[word.plain].append(at)
            for form in forms_of(word):
                by_form[form].append(at)
    return _Index(terms, by_form, by_word)


def _term(term: str, language: str, lexicon: Lexicon) -> Term:
    words = tuple(each.word for each in placed(term, 0, len(term), language, lexicon))
    negating = negators(words)
    content = tuple(
        word for place, word in enumerate(words) if place not in negating and word.plain not in articles(language)
    )
    if not negating:
        return Term(content or words)
    bare = tuple(word for word in content if word.plain not in _HELPERS | NE)
    named = any(word.plain not in fillers(language) | _POINTERS for word in bare)
    follows = any(words[place].plain in NE | _BEHIND for place in negating)
    return Term(bare if named else words, negative=True, behind=follows)


def _runs(wanted: tuple[Word, ...], sentence: Sentence, guard: Guard) -> Iterator[tuple[int, ...]]:
    """Where the words of a term stand in their order, few others between them."""
    columns = [_places(word, sentence, guard) for word in wanted]
    if not columns or not all(columns):
        return
    for first in columns[0]:
        places = [first]
        for column in columns[1:]:
            after = next((place for place in column if places[-1] < place <= places[-1] + GAP + 1), None)
            if after is None:
                break
            places.append(after)
        else:
            yield tuple(places)


def _places(word: Word, sentence: Sentence, guard: Guard) -> list[int]:
    found = {place for form in forms_of(word) for place in sentence.forms.get(form, ())}
    if not any(map(str.isdigit, word.plain)):
        slips = (place for place in sentence.slips if place not in found)
        found.update(place for place in slips if typo(word.plain, sentence.words[place].word.plain, guard))
    return sorted(found)


def _negations(term: Term, places: tuple[int, ...], sentence: Sentence) -> tuple[int, ...]:
    """The negations of a clause that stand beside the words of a negative term."""

    def near(place: int) -> bool:
        if place > places[-1]:
            behind = sentence.words[place].word.plain in _BEHIND
            return term.behind and behind and place <= places[-1] + BEHIND
        between = range(place + 1, places[0])
        return sum(sentence.words[each].word.plain not in _SMALL for each in between) <= BESIDE

    clause = sentence.clauses[places[0]]
    return tuple(place for place in sentence.forms[NEGATION] if sentence.clauses[place] == clause and near(place))
