"""How right is a choice, an order, or things put together?"""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from casebot.grading.choices import Chosen, choices, choose_one, choose_some
from casebot.grading.normalise import fold, normalise
from casebot.grading.setting import Setting
from casebot.grading.typed import best, expected, known_wrong
from casebot.grading.verdict import Grade, Reason, blank, scored
from casebot.model.claim import STANDINGS, Bucket, Claim
from casebot.model.identity import LETTERS, entry_ids, left_ids, right_ids
from casebot.model.item import Cloze, Evidence, Match, Multiple, Order, Single, TrueFalse
from casebot.model.response import join_ids, split_pairs

_SHORT_PAIRS: Final = re.compile(r"([1-8])\s*(?:[-=:>]|->)?\s*([a-h])\b")
"""Pairs in the shortest form: 1a 2-b."""
_HALF: Final[dict[Bucket, frozenset[Bucket]]] = {standing.bucket: standing.half for standing in STANDINGS.values()}


def grade_single(item: Single, response: str, setting: Setting) -> Grade:
    """Right if the one right option was chosen."""
    chosen = choose_one(response, choices(item), setting.phrases.options, setting.guard(setting.language))
    if chosen is None:
        return blank("not-an-option" if response.strip() else "empty")
    options = dict(zip(entry_ids(item.options), item.options, strict=True))
    option = options[chosen.id]
    key = next((name for name, each in options.items() if each.right), "")
    if option.right:
        return _right(key, chosen)
    feedback = (f"option:{chosen.id}",) if option.why is not None else ()
    return Grade("incorrect", 0.0, key, (), feedback, (option.tag,) if option.tag else ())


def _right(key: str, chosen: Chosen) -> Grade:
    """The grade of the right option, by the slips with which it was named."""
    return Grade("close" if chosen.reasons else "correct", 1.0, key, chosen.reasons)


def grade_multiple(item: Multiple, response: str, setting: Setting) -> Grade:
    """Right options chosen minus wrong ones, over the right ones there are, never below 0."""
    chosen = choose_some(response, choices(item), setting.phrases.options, setting.guard(setting.language))
    if not chosen:
        return blank("not-an-option" if response.strip() else "empty")
    options = dict(zip(entry_ids(item.options), item.options, strict=True))
    right = [name for name, option in options.items() if option.right]
    wrong = [name for name in chosen if not options[name].right]
    hits = len(set(chosen) & set(right))
    tags = tuple(tag for name in wrong if (tag := options[name].tag))
    score = max(0, hits - len(wrong)) / max(1, len(right))
    reasons = (
        () if score == 1 else (Reason("chosen", {"right": str(hits), "wrong": str(len(wrong)), "of": str(len(right))}),)
    )
    grade = scored(score, join_ids(right), reasons)
    told = tuple(f"option:{name}" for name in wrong if options[name].why is not None)
    return grade._replace(feedback=told, tags=tags)


def grade_truth(item: TrueFalse, response: str, setting: Setting) -> Grade:
    """Right if the statement was judged as the author does."""
    chosen = choose_one(response, choices(item), setting.phrases.options, setting.guard(setting.language))
    if chosen is None:
        return blank("not-an-option" if response.strip() else "empty")
    key = "true" if item.answer else "false"
    if chosen.id == key:
        return _right(key, chosen)
    return Grade("incorrect", 0.0, key, (), ("statement",) if item.why else (), (item.tag,) if item.tag else ())


def bucket(item: Evidence, claims: Mapping[str, Claim]) -> Bucket | None:
    """Where a statement belongs: as the item says, or as its claim's status does; None where the claim is missing."""
    if item.answer is not None:
        return item.answer
    claim = claims.get(item.claim or "")
    return claim.standing.bucket if claim else None


def half_credit(item: Evidence, claims: Mapping[str, Claim]) -> frozenset[Bucket]:
    """The buckets that earn half credit for a statement."""
    claim = claims.get(item.claim or "")
    if claim is not None and item.answer is None:
        return claim.standing.half
    return _HALF[item.answer] if item.answer is not None else frozenset()


def grade_evidence(item: Evidence, response: str, setting: Setting) -> Grade:
    """Right in the statement's bucket, half right in a neighbouring one."""
    chosen = choose_one(response, choices(item), setting.phrases.options, setting.guard(setting.language))
    key = bucket(item, setting.claims)
    if chosen is None or key is None:
        return blank("not-an-option" if response.strip() else "empty")
    if chosen.id == key:
        return _right(key, chosen)
    share = 0.5 if chosen.id in half_credit(item, setting.claims) else 0.0
    return scored(share, key, (Reason("bucket", {"chosen": chosen.id}),))


def longest_common(first: Sequence[str], second: Sequence[str]) -> int:
    """The length of the longest common subsequence."""
    row = [0] * (len(second) + 1)
    for left in first:
        previous = row[:]
        for place, right in enumerate(second):
            row[place + 1] = previous[place] + 1 if left == right else max(previous[place + 1], row[place])
    return row[-1]


def grade_order(item: Order, response: str, setting: Setting) -> Grade:
    """The longest run in the right order, over all there is; a run of one counts for nothing, as in Moodle."""
    names = entry_ids(item.items)
    chosen = choose_some(response, choices(item), setting.phrases.options, setting.guard(setting.language))
    if chosen is None:
        return blank("not-an-option" if response.strip() else "empty")
    if sorted(chosen) != sorted(names):
        return blank("incomplete", need=str(len(names)))
    common = longest_common(names, chosen)
    if common == len(names):
        return Grade("correct", 1.0, join_ids(names))
    first = next(place for place, name in enumerate(chosen) if name != names[place])
    reasons = (Reason("order", {"place": str(first + 1), "chosen": chosen[first]}),)
    return scored(common / len(names) if common > 1 else 0.0, join_ids(names), reasons)


def _side(text: str, names: Sequence[str], numbered: bool) -> str | None:
    plain = text.strip().lower()
    if plain in names:
        return plain
    place = (
        int(plain) - 1
        if numbered and plain.isdigit() and plain.isascii()
        else LETTERS.find(plain)
        if len(plain) == 1
        else -1
    )
    return names[place] if 0 <= place < len(names) else None


def read_pairs(item: Match, response: str, shown: Sequence[str] = ()) -> dict[str, str]:
    """Which left id a response puts with which right id: lefts by id or number, rights by id or letter as `shown`."""
    lefts, rights = left_ids(item), shown or right_ids(item)
    found = {}
    short = _SHORT_PAIRS.findall(response.lower()) if _SHORT_PAIRS.sub("", response.lower()).strip(" ,;") == "" else []
    pairs = dict(short) or split_pairs(response.replace(",", ";") if ";" not in response else response)
    for left, right in pairs.items():
        one, other = _side(left, lefts, numbered=True), _side(right, rights, numbered=False)
        if one is not None and other is not None:
            found[one] = other
    return found


def grade_match(item: Match, response: str) -> Grade:
    """The share of pairs put together rightly."""
    rights = dict(zip(left_ids(item), right_ids(item), strict=True))
    same = {name: str(pair.right.root) for name, pair in zip(right_ids(item), item.pairs, strict=True)}
    given = read_pairs(item, response)
    if not given:
        return blank("not-pairs" if response.strip() else "empty")
    hits = [left for left, right in rights.items() if left in given and same[given[left]] == same[right]]
    key = ";".join(f"{left}={right}" for left, right in rights.items())
    return scored(len(hits) / len(rights), key, _parts(len(hits), len(rights)))


def _parts(right: int, of: int) -> tuple[Reason, ...]:
    return () if right == of else (Reason("parts", {"right": str(right), "of": str(of)}),)


def read_blanks(item: Cloze, response: str) -> dict[str, str]:
    """What a response writes in each blank: `blank=text` parts, or the texts in the order of the blanks."""
    named = {name: text for name, text in split_pairs(response).items() if name in item.blanks}
    if named:
        return named
    parts = response.split(";")
    if len(parts) == 1 < len(item.blanks) == response.count(", ") + 1:
        parts = response.split(", ")
    return dict(zip(item.blanks, (part.strip() for part in parts), strict=False))


def grade_cloze(item: Cloze, response: str, setting: Setting) -> Grade:
    """The share of blanks filled rightly."""
    unknown = setting.phrases.unknown
    given = {name: text for name, text in read_blanks(item, response).items() if fold(normalise(text)) not in unknown}
    if not any(given.values()):
        return blank("empty")
    hits: dict[str, str] = {}
    feedback, tags = tuple[str, ...](), tuple[str, ...]()
    close = False
    for name, accept in item.blanks.items():
        text = normalise(given.get(name, ""))
        place = known_wrong(item.wrong, text) if text else None
        found, key = best(expected(accept, setting), text, setting)
        if place is not None:
            tag = item.wrong[place].tag
            feedback, tags = (*feedback, f"wrong:{place}"), (*tags, tag) if tag else tags
        elif key is not None and found.likeness != "no":
            hits[name] = key.written
            close = close or found.likeness == "close"
    share = len(hits) / len(item.blanks)
    grade = scored(share, ";".join(f"{name}={text}" for name, text in hits.items()), _blanks(item, hits), close=close)
    return grade._replace(feedback=feedback, tags=tags)


def _blanks(item: Cloze, hits: Mapping[str, str]) -> tuple[Reason, ...]:
    wrong = [name for name in item.blanks if name not in hits]
    return (*_parts(len(hits), len(item.blanks)), *(Reason("blank-wrong", {"blank": name}) for name in wrong))
