"""How is each part of a dilemma put to the learner?"""

from casebot.grading.steelman import Steelman, steelman
from casebot.tutoring.dispute import Dispute, claims_in_hand, dispute
from casebot.tutoring.draft import Draft
from casebot.tutoring.sides import MIDDLE, Sides, read_by
from casebot.tutoring.weighing import CRITERION, Weighing, strongest_against


def show_dilemma(draft: Draft, name: str) -> None:
    """Opens the dilemma of the step, or says the part that it is at; one that was weighed is shown to be read."""
    dilemma = draft.book.dilemma(name)
    if dispute(draft.state, draft.book) is not None:
        pose(draft)
    elif draft.state.step not in draft.state.done:
        draft.change(weighing=Weighing(dilemma=name))
        draft.say("notice", "dilemma-kept" if draft.state.keep_positions else "dilemma-not-kept")
        _remember(draft, name)
        pose(draft)
    elif dilemma is not None:
        tell_sides(draft, name, read_by(draft.state.reader, name, dilemma))


def _remember(draft: Draft, name: str) -> None:
    """Says where the learner stood the last time."""
    last, dilemma = draft.book.stances.get(name), draft.book.dilemma(name)
    if last is None or dilemma is None:
        return
    turned = read_by(draft.state.reader, name, dilemma).turned
    values = {"before": last.before, "after": last.after}
    known = {when: value for when, value in values.items() if value is not None}
    draft.confide("tells", "returned", dilemma=name, turned=turned, at=last.at, fact=last.fact, **known)


def pose(draft: Draft) -> None:
    """Says what the part asks for."""
    found = dispute(draft.state, draft.book)
    if found is None:
        return
    name, sides, weighing = found
    turned = sides.turned
    match weighing.part:
        case "before" | "after" as when:
            draft.say("asks", f"position-{when}", dilemma=name, turned=turned)
        case "heard" | "heard-again":
            _tell_heard(draft, found)
        case "reason" | "rewrite" as asked:
            draft.say("asks", f"dilemma-{asked}")
        case "steelman":
            side = sides.against(weighing.before)
            leaning = weighing.before not in {None, MIDDLE}
            draft.confide("asks", "steelman", dilemma=name, turned=turned, side=side, leaning=leaning)
        case "strongest-first" | "strongest-second":
            side = int(weighing.part == "strongest-second")
            draft.say("asks", "strongest", dilemma=name, turned=turned, side=side)
        case "answer":
            argument = strongest_against(weighing, sides) or ""
            draft.confide("asks", "strongest-answer", dilemma=name, turned=turned, argument=argument)
        case "fact":
            draft.say("asks", "dilemma-fact" if draft.state.keep_positions else "dilemma-fact-not-kept")
        case "moved":
            moved = weighing.before is not None and weighing.before != weighing.after
            draft.confide("asks", "moved-by", dilemma=name, turned=turned, moved=moved)
        case "end":
            _tell_end(draft, found)
        case criterion if criterion.startswith(CRITERION):
            _ask_criterion(draft, found)
        case _:
            tell_sides(draft, name, sides)


def return_to_dilemma(draft: Draft, name: str) -> None:
    """Says, to one who comes back, what of the part has not been kept; begins anew where all of it was forgotten."""
    if dispute(draft.state, draft.book) is not None:
        pose(draft)
        draft.turns = [turn for turn in draft.turns if turn.fleeting]
    elif draft.state.step not in draft.state.done:
        show_dilemma(draft, name)


def _listen(draft: Draft, found: Dispute) -> Steelman:
    """What is heard of the side that the learner leans against in the best case they wrote for it."""
    sides, weighing = found.sides, found.weighing
    side = sides.both[sides.against(weighing.before)]
    return steelman(sides.dilemma, side.key, weighing.best, draft.book.setting(found.name, draft.state.lang))


def _tell_heard(draft: Draft, found: Dispute) -> None:
    """Which points were made, in which words, and which straw men were used; the words of one are put in lines.

    Where something is lacking the best case may be written once more.
    """
    heard = _listen(draft, found)
    draft.change(weighing=found.weighing.model_copy(update={"lacking": bool(heard.missing or heard.straws)}))
    side = found.sides.against(found.weighing.before)
    key = found.sides.both[side].key
    draft.confide(
        "tells",
        "steelman-heard",
        dilemma=found.name,
        turned=found.sides.turned,
        side=side,
        made=tuple(f"{key}/{each.argument}" for each in heard.covered),
        words=tuple("\n".join(quote.words for quote in each.quotes) for each in heard.covered),
        others=len(heard.others),
        straws=tuple(str(each.straw) for each in heard.straws),
        straw_words=tuple("\n".join(quote.words for quote in each.quotes) for each in heard.straws),
    )


def _ask_criterion(draft: Draft, found: Dispute) -> None:
    asked, criteria = found.weighing.part.removeprefix(CRITERION), found.sides.dilemma.criteria
    numbers = (place for place, each in enumerate(criteria, start=1) if each == asked)
    draft.say("asks", "criterion", criterion=asked, number=next(numbers, 1), of=len(criteria))


def _tell_end(draft: Draft, found: Dispute) -> None:
    """The two positions, and what is known of the matter."""
    name, sides, weighing = found
    values = {"before": weighing.before, "after": weighing.after}
    known = {when: value for when, value in values.items() if value is not None}
    if known:
        draft.confide("tells", "shift", dilemma=name, turned=sides.turned, **known)
    if sides.dilemma.epilogue is not None:
        draft.say("tells", "epilogue", dilemma=name)
    claims = claims_in_hand(found)
    if claims:
        draft.say("source", "sources", claims=claims)


def tell_sides(draft: Draft, name: str, sides: Sides) -> None:
    """Both sides with all their arguments, and who gains and loses."""
    draft.say("tells", "sides", dilemma=name, turned=sides.turned)
