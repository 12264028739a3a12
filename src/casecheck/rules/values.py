"""A test of every value that a name has."""

from collections.abc import Callable

from casecheck.model.fact import Fact
from casecheck.model.verdict import Answer, Cause, Violation
from casecheck.model.words import Words
from casecheck.rules.context import Reading, distinct, unknown
from casecheck.rules.logic import every


def each_value(
    reading: Reading, holds: Callable[[Fact], bool | None], working: Callable[[Fact], Words | None] = lambda _: None
) -> Answer:
    """True when all values hold; one violation for each that does not; None when nothing is known."""
    if not reading.facts:
        return unknown(reading)
    answers = [_one(fact, holds(fact), working(fact)) for fact in distinct(reading.facts)]
    return every(answers)


def _one(fact: Fact, truth: bool | None, working: Words | None) -> Answer:
    if truth is True:
        return Answer(truth=True, used=(fact,), working=working)
    cause = Cause.NEEDS_JUDGEMENT if truth is None else None
    key = f"{fact.name}|{fact.about}" if fact.about else fact.name
    params = (("value", fact.raw), ("about", fact.about or ""))
    wrong = Violation(facts=(fact,), key=key, cause=cause, working=working, params=params)
    return Answer(truth=truth, used=(fact,), violations=(wrong,), working=working)
