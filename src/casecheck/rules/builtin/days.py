"""Counting the days of a period that stops and goes on (期间的扣除)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from casecheck.law.calendar import Calendar
from casecheck.law.periods import Due, Length, due
from casecheck.model.fact import Fact

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Days that do not count, first and last included, and the facts that document them."""

    first: date
    last: date
    facts: tuple[Fact, ...] = ()

    def covers(self, day: date) -> bool:
        """Whether the day is one of them."""
        return self.first <= day <= self.last


def run(start: date, days: int, spans: Sequence[Span]) -> date:
    """The day on which `days` counted days after `start` are over; days in a span do not count, and none counts twice."""
    day = start
    left = days
    while left > 0:
        day += ONE_DAY
        if not any(span.covers(day) for span in spans):
            left -= 1
    return day


def excluded(start: date, end: date, spans: Sequence[Span]) -> int:
    """How many days after `start` up to `end` lie in a span, each once."""
    days = (end - start).days
    return sum(any(s.covers(start + timedelta(days=n)) for s in spans) for n in range(1, days + 1))


def rolled(last: date, calendar: Calendar) -> Due:
    """The end of an agency's period whose count arrives at `last` (程序规定 第八十条: a statutory holiday moves it)."""
    return due(last - ONE_DAY, Length(count=1, unit="calendar"), calendar, "agency")
