"""期间 between two facts: when it ends, whether the act was in time, the arithmetic."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from casecheck.law.limits import Limit
from casecheck.law.periods import Due, Whose, due
from casecheck.model.fact import Fact
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.model.words import Words
from casecheck.rules.arguments import mapping, text
from casecheck.rules.clocks.hours import hours_met, moments
from casecheck.rules.context import Context, Reading, day_of, distinct

Side = Literal["in_time", "before_end", "after_end"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A period of the law that runs from a fact: `{from, length, whose}` as a rule writes it."""

    start: str
    length: str
    whose: Whose

    @classmethod
    def of(cls, arguments: Json) -> "Period":
        """The period written in a rule."""
        whose: Whose = "party" if mapping(arguments).get("whose") == "party" else "agency"
        return cls(start=text(arguments, "from"), length=text(arguments, "length"), whose=whose)


def pairs(first: Reading, second: Reading) -> tuple[tuple[Fact, Fact], ...]:
    """Facts to be held against each other: of the same paper where both stand in the same papers, else each with each."""
    left, right = distinct(first.facts), distinct(second.facts)
    same_form = first.name.partition(".")[0] == second.name.partition(".")[0]
    if same_form and len({f.document for f in (*left, *right)}) > 1:
        return tuple((a, b) for a in left for b in right if a.document == b.document)
    return tuple((a, b) for a in left for b in right)


def check_period(
    period: Period, start: Fact, act: Fact, side: Side, context: Context, *, or_same: bool = False
) -> Answer:
    """Whether an act stands on the right side of the end of a period.

    `in_time`: on the last day or before it; `before_end`: before the last day (on it with `or_same`); `after_end`:
    after the last day. What an ordinary weekend or an unknown calendar leaves open is None.
    """
    limit = context.limit(period.length, day_of(start))
    if limit is None or limit.length is None:
        return Answer(truth=None, used=(start, act), missing=(Missing(name=period.length, cause=Cause.NOT_FOUND),))
    if limit.length.unit == "hour":
        truth = _in_hours(start, act, limit, side)
        working = _hours_working(start, act, limit)
        return _answer(truth, start, act, limit, working, period)
    end = due(day_of(start), limit.length, context.law.calendar, period.whose)
    truth = _on_side(end, day_of(act), side, or_same)
    working = _working(end, day_of(act), side, truth)
    return _answer(truth, start, act, limit, working, period, lacking=end.date is None)


def _on_side(end: Due, act: date, side: Side, or_same: bool) -> bool | None:
    if side == "in_time":
        return end.met_by(act)
    if end.date is None or end.latest is None:
        return _without_calendar(end, act, side)
    first, last = end.date, end.latest
    if side == "after_end":
        return True if act > last else False if act <= first else None
    if act < first or (or_same and act == first):
        return True
    return False if act > last or (act == last and not or_same) else None


def _without_calendar(end: Due, act: date, side: Side) -> bool | None:
    """What holds whichever days are holidays; None between the bounds."""
    if end.earliest is not None and act < end.earliest + timedelta(days=side == "after_end"):
        return side != "after_end"
    if end.bound is not None and act > end.bound:
        return side == "after_end"
    return None


def _answer(
    truth: bool | None,
    start: Fact,
    act: Fact,
    limit: Limit,
    working: Words,
    period: Period,
    lacking: bool = False,
) -> Answer:
    cause = Cause.NEEDS_JUDGEMENT if truth is None or (truth is False and not limit.verified) else None
    if truth is None and lacking:
        cause = Cause.NOT_FOUND
    answered = None if cause else truth
    wrong = Violation(facts=(start, act), working=working, cause=cause, key=f"{period.start}>{act.name}")
    violations = () if truth is True else (wrong,)
    return Answer(truth=answered, used=(start, act), violations=violations, working=working)


def _working(end: Due, act: date, side: Side, truth: bool | None) -> Words:
    zh, en = end.working.zh, end.working.en
    if end.why is not None:
        return Words(zh=f"{zh}；实际{act}；{end.why.zh}", en=f"{en}; actual {act}; {end.why.en}")
    zh, en = f"{zh}；实际{act}", f"{en}; actual {act}"
    if end.date is None:
        return Words(zh=zh, en=en)
    days = (act - end.date).days
    if side == "in_time" and truth is not True:
        return Words(zh=f"{zh}，逾期{days}日", en=f"{en}; {days} d late")
    if side == "after_end" and truth is not True:
        return Words(zh=f"{zh}，期限届满前", en=f"{en}; before the period had ended")
    return Words(zh=zh, en=en)


def _in_hours(start: Fact, act: Fact, limit: Limit, side: Side) -> bool | None:
    assert limit.length is not None  # noqa: S101 (the caller looked)
    in_time = hours_met(moments(start), moments(act), limit.length)
    return in_time if side != "after_end" or in_time is None else not in_time


def _hours_working(start: Fact, act: Fact, limit: Limit) -> Words:
    assert limit.length is not None  # noqa: S101 (the caller looked)
    begin, done = (
        str(f.value).removesuffix(":00") if isinstance(f.value, datetime) else str(f.value) for f in (start, act)
    )
    return Words(
        zh=f"{begin} + {limit.length.words.zh}；实际{done}", en=f"{begin} + {limit.length.words.en}; actual {done}"
    )
