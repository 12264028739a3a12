"""`order: {dates: [A, B, C …], strict: false}`: the known dates follow each other; one violation for each inversion."""

from itertools import pairwise

from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Violation
from casecheck.rules.arguments import mapping, names
from casecheck.rules.context import Context, Reading, day_of, unknown
from casecheck.rules.logic import every
from casecheck.rules.sequence import both_dates, is_later

NAME = "order"


def evaluate(arguments: Json, context: Context) -> Answer:
    """Each known name against the next known one. A conflict or an unread page in between forbids a pass."""
    given = mapping(arguments)
    readings = [context.read(name) for name in names(given["dates"])]
    known = [r for r in readings if r.known]
    if len(known) < 2:
        return unknown(*readings)
    strict = given.get("strict") is True
    answers = [_pair(first, second, strict) for first, second in pairwise(known)]
    hidden = [r for r in readings if r.missing and r.missing.cause in (Cause.UNREADABLE, Cause.CONFLICTING)]
    return every([*answers, *([unknown(*hidden)] if hidden else [])])


def _pair(first: Reading, second: Reading, strict: bool) -> Answer:
    """The latest of the one against the earliest of the other."""
    last = max(first.facts, key=day_of)
    early = min(second.facts, key=day_of)
    working = both_dates(last, early)
    truth = is_later(last, early, or_same=not strict)
    if truth is not False:
        return Answer(truth=truth, used=(last, early), working=working)
    wrong = Violation(
        facts=(last, early),
        working=working,
        key=f"{first.name}>{second.name}",
        params=(("first", first.name), ("second", second.name)),
    )
    return Answer(truth=False, used=(last, early), violations=(wrong,), working=working)
