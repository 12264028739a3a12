"""不计入期限的日子: periods that stand still while a test, a hearing or an announcement runs (程序规定 第六十四条第二款)."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from casecheck.law.calendar import Calendar
from casecheck.law.periods import LONGEST_BREAK, Due, Length, Whose, due
from casecheck.model.words import Words

_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class DaysOff:
    """Days that do not count, first and last included."""

    first: dt.date
    last: dt.date

    def covers(self, day: dt.date) -> bool:
        """Whether the day is one of them."""
        return self.first <= day <= self.last


def days_off(start: dt.date, end: dt.date, offs: Sequence[DaysOff]) -> int:
    """How many days after `start` up to `end` do not count, each once."""
    days = (end - start).days
    return sum(any(o.covers(start + dt.timedelta(days=n)) for o in offs) for n in range(1, days + 1))


def due_without(
    start: dt.date, length: Length, offs: Sequence[DaysOff], calendar: Calendar, whose: Whose = "agency"
) -> Due:
    """The end of a period that stands still on `offs`; a day that several of them cover is left out once.

    Days before `start` were never counted, so nothing is credited for them. Periods in months, years and hours never
    stand still here: ValueError when they are given days off.
    """
    offs = [o for o in offs if o.last > start and o.last >= o.first]
    if not offs:
        return due(start, length, calendar, whose)
    if length.unit == "calendar":
        return _rolled(start, length, _last_counted(start, length.count, offs), offs, calendar, whose)
    if length.unit != "working":
        raise ValueError("only periods in days stand still")
    end = _last_working(start, length.count, offs, calendar)
    if end is not None:
        return Due(date=end, nominal=end, latest=end, working=_sum(start, length, end, days_off(start, end, offs)))
    plain = due(start, length, calendar, whose)
    most = 2 * length.count + LONGEST_BREAK + sum((o.last - o.first).days + 1 for o in offs)
    return Due(
        date=None,
        why=plain.why or Words(zh="没有节假日安排，无法计算期限届满日", en="calendar not known"),
        working=_sum(start, length, None, 0),
        earliest=start + dt.timedelta(days=length.count),
        bound=start + dt.timedelta(days=most),
    )


def _last_counted(start: dt.date, count: int, offs: Sequence[DaysOff]) -> dt.date:
    day, left = start, count
    while left > 0:
        day += _DAY
        left -= not any(o.covers(day) for o in offs)
    return day


def _last_working(start: dt.date, count: int, offs: Sequence[DaysOff], calendar: Calendar) -> dt.date | None:
    day, left = start, count
    while left > 0:
        day += _DAY
        working = calendar.is_working(day)
        if working is None:
            return None
        left -= working and not any(o.covers(day) for o in offs)
    return day


def _rolled(
    start: dt.date, length: Length, last: dt.date, offs: Sequence[DaysOff], calendar: Calendar, whose: Whose
) -> Due:
    """The end as for a period without days off whose count arrives at the same day."""
    end = due(last - _DAY, Length(count=1, unit="calendar"), calendar, whose)
    tail = end.working.zh.partition(f"= {last}")[2], end.working.en.partition(f"= {last}")[2]
    said = _sum(start, length, last, days_off(start, last, offs))
    return Due(
        date=end.date,
        nominal=end.nominal,
        latest=end.latest,
        weekend=end.weekend,
        why=end.why,
        working=Words(zh=said.zh + tail[0], en=said.en + tail[1]),
        earliest=end.earliest,
        bound=end.bound,
    )


def _sum(start: dt.date, length: Length, end: dt.date | None, off: int) -> Words:
    zh, en = f"{start} + {length.words.zh}", f"{start} + {length.words.en}"
    if off:
        zh, en = f"{zh} + 不计入 {off} 日", f"{en} + {off} d not counted"
    if end is not None:
        zh, en = f"{zh} = {end}", f"{en} = {end}"
    return Words(zh=zh, en=en)
