"""Periods in hours: they run by the clock, through nights, weekends and holidays (二十四小时)."""

from datetime import datetime, timedelta

from casecheck.law.periods import Due, Length, due_time
from casecheck.model.fact import Fact
from casecheck.model.words import Words
from casecheck.rules.builtin.reading import day


def hours_met(start: Fact, act: Fact, length: Length) -> bool | None:
    """Whether the act was in time; where only days are known, the answer holds only if it does for every hour of them."""
    earliest, latest = moments(start)
    first, last = moments(act)
    ends = due_time(earliest, length), due_time(latest, length)
    if ends[0] is None or ends[1] is None:
        return None
    return True if last <= ends[0] else False if first > ends[1] else None


def hours_due(start: Fact, length: Length) -> Due:
    """The day on which the period runs out; the arithmetic shows the moment where the time of the start is known."""
    begin = moments(start)[0]
    end = due_time(begin, length)
    exact = isinstance(start.value, datetime)
    shown = begin.isoformat(" ", "minutes") if exact else day(start).isoformat()
    until = "" if end is None else end.isoformat(" ", "minutes") if exact else end.date().isoformat()
    said = Words(zh=f"{shown} + {length.words.zh} = {until}", en=f"{shown} + {length.words.en} = {until}")
    last = end.date() if end else None
    return Due(date=last, nominal=last, latest=last, working=said)


def moments(fact: Fact) -> tuple[datetime, datetime]:
    """The first and the last minute that a fact may mean: those of its day where it gives no time."""
    if isinstance(fact.value, datetime):
        return fact.value, fact.value
    begin = datetime.combine(day(fact), datetime.min.time())
    return begin, begin + timedelta(days=1, minutes=-1)
