"""期间: when a period ends (程序规定 第八十条, 行政处罚法 第八十五条, 行政强制法 第六十九条, 民事诉讼法 第八十五条)."""

import datetime as dt
from calendar import monthrange
from dataclasses import dataclass
from typing import Literal

from casecheck.law.calendar import Calendar
from casecheck.model.words import Words

Unit = Literal["working", "calendar", "month", "year", "hour"]
"""工作日, 日 (自然日), 月, 年, 小时."""

Whose = Literal["agency", "party"]
"""Whose act the period limits: that of the agency (行政机关), or that of the party (当事人)."""

LONGEST_BREAK = 14
"""Calendar days that a holiday can surely not exceed: the longest so far were ten (2020) and nine days.

No week has fewer than five working days outside a holiday, so `n` working days never take more than `2n + 14` calendar
days: `7n/5`, the week begun, and the holidays met on the way (some thirty days in a whole year).
"""

_UNITS = {
    "working": ("个工作日", "wd"),
    "calendar": ("日", "d"),
    "month": ("个月", "months"),
    "year": ("年", "years"),
    "hour": ("小时", "h"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Length:
    """How long a period is. Working days and hours are counted, months and years end on the same-numbered day."""

    count: int
    unit: Unit

    def __post_init__(self) -> None:
        if self.count < 0:
            raise ValueError("a period has no negative length")

    @property
    def words(self) -> Words:
        """`15个工作日` · `15 wd`."""
        zh, en = _UNITS[self.unit]
        return Words(zh=f"{self.count}{zh}", en=f"{self.count} {en}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """The last day on which an act is in time.

    `nominal` is the day the count arrives at, `date` the day after rolling over what the law surely lets it roll over,
    `latest` the day after rolling over ordinary weekends as well. `weekend`: `date` is an ordinary weekend, so that
    `date` and `latest` differ and an act between them needs a person's judgement. What is not known is None, and
    `why` says why. `working` is the arithmetic. Without a calendar `earliest` and `bound` are what holds in every year:
    the period ends on no day before `earliest` and on none after `bound`.
    """

    date: dt.date | None
    nominal: dt.date | None = None
    latest: dt.date | None = None
    weekend: bool = False
    why: Words | None = None
    working: Words
    earliest: dt.date | None = None
    bound: dt.date | None = None

    def met_by(self, day: dt.date) -> bool | None:
        """Whether an act on that day is in time; None when that depends on a weekend or on an unknown calendar."""
        if self.nominal is not None and day <= self.nominal:
            return True
        if self.date is None or self.latest is None:
            if self.earliest is not None and day <= self.earliest:
                return True
            return False if self.bound is not None and day > self.bound else None
        if day <= self.date:
            return True
        return None if day <= self.latest else False


def due(start: dt.date, length: Length, calendar: Calendar, whose: Whose = "agency") -> Due:
    """The end of a period that begins with an event on `start`; that day itself is not counted.

    An end on a day off of the holiday notice moves to the first day after the holiday. An ordinary weekend moves the
    end of a period of the party; for one of the agency the rules speak of statutory holidays only, so there the end
    stays and `weekend` is set. Periods in hours have no last day: see `due_time`.
    """
    if length.unit == "hour":
        why = Words(zh="以小时计算的期限须有起止时刻", en="a period in hours needs the time of day, not only the date")
        return Due(date=None, why=why, working=_sum(start, length, None))
    if length.unit == "working":
        end = calendar.add_working(start, length.count)
        if end is None:
            earliest, bound = _later(start, length.count), _later(start, 2 * length.count + LONGEST_BREAK)
            return Due(
                date=None, why=_unknown(start), working=_sum(start, length, None), earliest=earliest, bound=bound
            )
        return Due(date=end, nominal=end, latest=end, working=_sum(start, length, end))
    nominal = shifted(start, length)
    if nominal is None:
        return Due(date=None, why=_unknown(start), working=_sum(start, length, None))
    strict = _after_holiday(nominal, calendar)
    latest = calendar.next_working(nominal)
    end = latest if whose == "party" else strict
    if end is None or latest is None:
        working = _sum(start, length, nominal)
        bound = _later(nominal, LONGEST_BREAK)
        return Due(date=None, nominal=nominal, why=_unknown(nominal), working=working, earliest=nominal, bound=bound)
    weekend = whose == "agency" and end != latest
    working = _sum(start, length, nominal, end, latest if weekend else None)
    return Due(date=end, nominal=nominal, latest=latest, weekend=weekend, working=working)


def _later(day: dt.date, days: int) -> dt.date | None:
    return shifted(day, Length(count=days, unit="calendar"))


def due_time(start: dt.datetime, length: Length) -> dt.datetime | None:
    """The moment a period in hours runs out: by the clock, through weekends and holidays; None past the year 9999."""
    if length.unit != "hour":
        raise ValueError("only periods in hours end at a moment")
    try:
        return start + dt.timedelta(hours=length.count)
    except OverflowError:
        return None


def shifted(start: dt.date, length: Length) -> dt.date | None:
    """`start` moved by calendar days, months or years; the last day of a month that lacks that number; else None."""
    if length.unit == "calendar":
        try:
            return start + dt.timedelta(days=length.count)
        except OverflowError:
            return None
    if length.unit not in ("month", "year"):
        raise ValueError("working days and hours are not counted on the bare calendar")
    months = start.month - 1 + length.count * (12 if length.unit == "year" else 1)
    year, month = start.year + months // 12, months % 12 + 1
    if year > dt.date.max.year:
        return None
    return dt.date(year, month, min(start.day, monthrange(year, month)[1]))


def _after_holiday(day: dt.date, calendar: Calendar) -> dt.date | None:
    holiday = calendar.is_statutory_holiday(day)
    while holiday:
        day += dt.timedelta(days=1)
        holiday = calendar.is_statutory_holiday(day)
    return None if holiday is None else day


def _sum(
    start: dt.date, length: Length, nominal: dt.date | None, end: dt.date | None = None, latest: dt.date | None = None
) -> Words:
    zh, en = f"{start} + {length.words.zh}", f"{start} + {length.words.en}"
    if nominal is not None:
        zh, en = f"{zh} = {nominal}", f"{en} = {nominal}"
    if end is not None and end != nominal:
        zh, en = f"{zh}（休假日，顺延至 {end}）", f"{en} (day off, moved to {end})"
    if latest is not None:
        zh, en = f"{zh}（双休日；次一工作日 {latest}）", f"{en} (weekend; next working day {latest})"
    return Words(zh=zh, en=en)


def _unknown(day: dt.date) -> Words:
    return Words(
        zh=f"没有 {day.year} 年前后的节假日安排，无法计算期限届满日",
        en=f"calendar not known: no holiday notice for the days that follow {day}",
    )
