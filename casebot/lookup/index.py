"""What is kept ready of a case, so that a question finds its claims?"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from math import log
from typing import Final

from casebot.grading.lexicon import Lexicon
from casebot.grading.units import CURRENCIES, unit
from casebot.lookup.gathering import BARE, OWN, WEIGHTS, Saying, pages, sayings
from casebot.lookup.moments import is_year, of_date, spans, stamps
from casebot.lookup.terms import MEANING, Tongue, Word, initials, split, tongues
from casebot.lookup.wordbook import Groups, Wordbook
from casebot.model.case import Case, Term
from casebot.model.claim import Claim
from casebot.model.text import EVERY, Text

GLOSSARY: Final = "term:"
"""What the group of a glossary entry's names begins with."""
_FEW: Final = 2
"""Years that a claim may name without naming each of them less."""
_DATED: Final = 0.5
"""What a claim's date tells of a year where its sentence names others: it may be that of a report."""
MONEY: Final = "?money"
NUMBER: Final = "?number"
DAY: Final = "?day"
VOICE: Final = "?voice"
"""The terms of claims that state an amount of money, a number, a day, or who says it."""
_VOICED: Final = frozenset({"party-claim", "reported"})


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Index:
    """The terms of a case, each with the claims that hold it. Made once; its methods open nothing."""

    case: Case
    lexicon: Lexicon
    tongues: Mapping[str, Tongue]
    postings: Mapping[str, Mapping[str, float]]
    """Term -> claim -> the weights of where it stands in the claim, summed."""
    rarity: Mapping[str, float]
    """Term -> its inverse document frequency."""
    unknown: float
    """The rarity of a word that no claim holds."""
    vocabulary: Mapping[str, Mapping[str, Word]]
    """Language -> word in lower case without accents -> the word."""
    letters: Mapping[str, Mapping[str, tuple[str, ...]]]
    """Language -> first letter -> the words of the vocabulary."""
    names: frozenset[str]
    """Words that stand with a capital only."""
    lengths: Mapping[str, float]
    """Claim -> the length of its sentence, by the mean of all claims."""
    terms: Mapping[str, frozenset[str]]
    """Claim -> the terms of its sentence."""
    asserted: Mapping[str, frozenset[str]]
    """Claim -> the terms and meanings of the assertion that it grades."""
    asked: Mapping[str, tuple[tuple[frozenset[str], ...], ...]]
    """Claim -> the questions it is declared to answer, each as the terms and meanings of the words that tell."""
    pages: Mapping[str, str]
    """Claim -> the first page that teaches it, as `lesson/step`."""

    @classmethod
    def build(cls, case: Case, lexicon: Lexicon, book: Wordbook) -> "Index":
        """The index of a case."""
        languages = case.head.languages
        builder = _Builder(tongues(languages, lexicon, book.speech, book.groups, _glossary(case)))
        for saying in sayings(case):
            builder.add(saying)
        for name, claim in case.claims.items():
            builder.sign(name, claim)
        for name, term in case.terms.items():
            builder.enter(name, term)
        return builder.done(case, lexicon)


def _glossary(case: Case) -> dict[str, Groups]:
    """The names of each glossary entry as words of one meaning."""
    found: dict[str, dict[str, tuple[tuple[tuple[str, ...], str], ...]]] = {
        language: {} for language in case.head.languages
    }
    for name, term in case.terms.items():
        for language, text in (*term.name.each(), *((EVERY, other) for other in term.also)):
            phrase = split(text)
            for each in found if language == EVERY else (language,):
                if phrase and each in found:
                    found[each][phrase[0]] = (*found[each].get(phrase[0], ()), (phrase, GLOSSARY + name))
    return dict(found.items())


@dataclass(slots=True)
class _Builder:
    """An index in the making."""

    tongues: Mapping[str, Tongue]
    postings: dict[str, dict[str, float]] = field(default_factory=lambda: defaultdict(dict))
    lengths: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    terms: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    asserted: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    asked: dict[str, list[tuple[frozenset[str], ...]]] = field(default_factory=lambda: defaultdict(list))
    texts: dict[tuple[str, str], tuple[list[Word], list[str]]] = field(default_factory=dict)
    """The words and terms of what was read already, since pages and sources tell of several claims."""
    sums: dict[float, float] = field(default_factory=dict)
    """Every sum of weights once: there are some twenty of them, standing in tens of thousands of places."""

    def add(self, saying: Saying) -> None:
        """Counts the terms of a text."""
        _, terms = self.read(saying.text, saying.language, bare=saying.field in BARE)
        if saying.field == "sentence":
            self.lengths[saying.claim] += len(saying.text)
            self.terms[saying.claim].update(terms)
        elif saying.field == "assertion":
            self.asserted[saying.claim].update(terms)
        elif saying.field == "asked":
            self.asked[saying.claim].extend(self.telling(each, saying.language) for each in saying.text.split("?"))
        name, weight, postings, sums = saying.claim, WEIGHTS[saying.field], self.postings, self.sums
        for term in terms if saying.field in OWN else dict.fromkeys(terms):
            held = postings[term]
            total = held.get(name, 0.0) + weight
            held[name] = sums.setdefault(total, total)

    def tongue(self, language: str) -> Tongue:
        """The tongue of a language; what is of no language is read in the first of the case."""
        return self.tongues.get(language) or next(iter(self.tongues.values()))

    def read(self, text: str, language: str, *, bare: bool = False) -> tuple[list[Word], list[str]]:
        """The words of a text, and its terms and meanings."""
        found = self.texts.get((text, language))
        if found is None:
            tongue = self.tongue(language)
            words = tongue.bare_words(text) if bare else tongue.words(text)
            terms = [term for word in words for term in word.terms]
            terms += [meaning for _, _, meaning in tongue.phrases(words)]
            terms += initials(text)
            found = self.texts[text, language] = (words, terms)
        return found

    def telling(self, question: str, language: str) -> tuple[frozenset[str], ...]:
        """The terms and meanings of each word that tells what a question is about."""
        skip = self.tongue(language).speech.skip
        words, _ = self.read(question, language)
        return tuple(frozenset(word.terms) for word in words if word.plain not in skip)

    def sign(self, name: str, claim: Claim) -> None:
        """Notes the months a claim names and what it states."""
        for sign in self.traits(claim):
            self.postings[sign][name] = 1.0
        for sign, weight in self.moments(claim):
            held = self.postings[sign]
            held[name] = max(held.get(name, 0.0), weight)

    def enter(self, name: str, term: Term) -> None:
        """Counts the name of a glossary entry for the claims that it lists: they tell who or what it is."""
        held = self.postings.get(MEANING + GLOSSARY + name)
        if held is not None:
            for claim in term.claims:
                held[claim] = held.get(claim, 0.0) + WEIGHTS["entry"]

    def moments(self, claim: Claim) -> Iterator[tuple[str, float]]:
        """The months and years that a claim names; the more years, the less each tells, and its date less than they."""
        named = [
            span
            for text in (claim.text, claim.assertion)
            if text is not None
            for span in spans(self.plain(text), self.tongue(next(iter(text.root))).speech.seasons)
        ]
        years = {span.year for span in named if span.year}
        for span in named:
            for stamp in stamps(span):
                yield stamp, _FEW / max(_FEW, len(years))
        if claim.date:
            for stamp in stamps(of_date(claim.date)):
                yield stamp, _DATED if years else 1.0

    def plain(self, text: Text) -> list[str]:
        """The plain words of a text in its first language."""
        language, words = next(text.each())
        return [word.plain for word in self.read(words, language)[0]]

    def traits(self, claim: Claim) -> Iterator[str]:
        plain = self.plain(claim.text)
        units = [found.kind for word in plain if (found := unit(word)) is not None]
        if CURRENCIES.intersection(units):
            yield MONEY
        if any(word[0].isdigit() and not is_year(word) for word in plain):
            yield NUMBER
        if claim.date and len(claim.date) == len("2000-01-01"):
            yield DAY
        if claim.said_by is not None or claim.status in _VOICED:
            yield VOICE

    def done(self, case: Case, lexicon: Lexicon) -> Index:
        """The index of all that was added."""
        count = len(case.claims)
        mean = sum(self.lengths.values()) / max(1, count)
        vocabulary = {language: tongue.known() for language, tongue in self.tongues.items()}
        return Index(
            case=case,
            lexicon=lexicon,
            tongues=self.tongues,
            postings=dict(self.postings),
            rarity={term: _rarity(count, len(held)) for term, held in self.postings.items()},
            unknown=_rarity(count, 0),
            vocabulary=vocabulary,
            letters={language: _by_letter(known) for language, known in vocabulary.items()},
            names=frozenset[str]().union(*(tongue.names() for tongue in self.tongues.values())),
            lengths={name: length / mean for name, length in self.lengths.items()},
            terms={name: frozenset(terms) for name, terms in self.terms.items()},
            asserted={name: frozenset(terms) for name, terms in self.asserted.items()},
            asked={name: tuple(filter(None, listed)) for name, listed in self.asked.items()},
            pages=pages(case),
        )


def _rarity(count: int, held: int) -> float:
    """The inverse document frequency, as in Okapi BM25."""
    return log(1 + (count - held + 0.5) / (held + 0.5))


def _by_letter(words: Mapping[str, Word]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for word in words:
        found[word[0]].append(word)
    return {letter: tuple(listed) for letter, listed in found.items()}
