"""先后: which of two dates or times comes first."""

from datetime import datetime

from casecheck.model.fact import Fact
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Violation
from casecheck.model.words import Words
from casecheck.rules.arguments import mapping, text
from casecheck.rules.context import Context, Reading, day_of, unknown
from casecheck.rules.logic import every
from casecheck.rules.periods import Period, Side, check_period, pairs


def compare(arguments: Json, context: Context, *, after: bool) -> Answer:
    """The answer of `before` and `after`: every value of the one against every value of the other."""
    given = mapping(arguments)
    act = context.read(text(arguments, "date"))
    or_same = given.get("or_same") is True
    period = Period.of(given["end_of"]) if "end_of" in given else None
    start = context.read(period.start if period else text(arguments, "than"))
    if not known_both(act, start):
        return unknown(act, start)
    answers: list[Answer] = []
    for first, second in pairs(start, act):
        if period is not None:
            side: Side = "after_end" if after else "before_end"
            answers.append(check_period(period, first, second, side, context, or_same=or_same))
        else:
            answers.append(_ordered(first, second, or_same) if after else _ordered(second, first, or_same))
    return every(answers) if answers else unknown(act, start)


def known_both(first: Reading, second: Reading) -> bool:
    """Whether both are known without contradiction."""
    return bool(first.known and second.known)


def is_later(first: Fact, second: Fact, *, or_same: bool) -> bool | None:
    """Whether `second` comes after `first`: by the minute where both tell the time, else by the day.

    None where one tells only the day and both fall on it, unless the same day will do.
    """
    if isinstance(first.value, datetime) and isinstance(second.value, datetime):
        return second.value >= first.value if or_same else second.value > first.value
    a, b = day_of(first), day_of(second)
    if a == b and not or_same and isinstance(first.value, datetime) is not isinstance(second.value, datetime):
        return None
    return b >= a if or_same else b > a


def both_dates(first: Fact, second: Fact) -> Words:
    """`A 2023-09-08；B 2023-09-01`: two dates with the names they carry."""
    one, two = (f"{fact.name} {shown(fact)}" for fact in (first, second))
    return Words(zh=f"{one}；{two}", en=f"{one}; {two}")


def shown(fact: Fact) -> str:
    """A date or a time in figures."""
    value = fact.value
    return value.isoformat(sep=" ", timespec="minutes") if isinstance(value, datetime) else str(value)


def _ordered(first: Fact, second: Fact, or_same: bool) -> Answer:
    truth = is_later(first, second, or_same=or_same)
    working = both_dates(first, second)
    if truth is not False:
        return Answer(truth=truth, used=(first, second), working=working)
    key = f"{first.name}>{second.name}"
    params = (("first", first.name), ("second", second.name))
    wrong = Violation(facts=(first, second), working=working, key=key, params=params)
    return Answer(truth=False, used=(first, second), violations=(wrong,), working=working)
