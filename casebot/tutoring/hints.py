"""Which hint comes next?"""

from casebot.tutoring.draft import Draft


def next_rung(draft: Draft, *, asked: bool) -> bool:
    """Says the next rung of the open question's ladder; False where there is none. One asked for costs credit."""
    opened = draft.open_item()
    if opened is None:
        return False
    name, item, asking, planned = opened
    bank = draft.book.bank(name)
    if planned.phase == "pre" or asking.rungs >= len(item.hints) or (bank is not None and not bank.policy.hints):
        return False
    draft.say("hints", "hint", item=name, rung=asking.rungs)
    draft.ask(rungs=asking.rungs + 1, asked=asking.asked + asked)
    return True
