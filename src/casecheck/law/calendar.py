"""工作日: which days are working days, by the yearly holiday notices of the State Council (国务院办公厅节假日安排通知)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

_DAY = timedelta(days=1)
_SATURDAY = 5
_YEAR_END = (12, 29)
"""From this day of December on, the notice for the next year may still move days (as those for 2007, 2008, 2019)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HolidayNotice:
    """The notice for one year: days off (weekends inside a holiday included) and weekend days worked (调休)."""

    year: int
    days_off: frozenset[date]
    make_up_days: frozenset[date]


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """The days of all years whose notice is known: those of the package `chinesecalendar`, and `extra` ones.

    A day of a year without a notice is neither working nor free: it is not known (None), and so is everything
    computed over it.
    """

    extra: tuple[HolidayNotice, ...] = ()

    def is_working(self, day: date) -> bool | None:
        """Whether people work on that day; None when its year is not known."""
        notice = self._notice(day)
        if notice is None:
            return None
        if day in notice.days_off:
            return False
        return day.weekday() < _SATURDAY or day in notice.make_up_days

    def is_statutory_holiday(self, day: date) -> bool | None:
        """Whether that day belongs to the break of a holiday (an ordinary weekend does not); None when not known.

        A notice either lists the weekend beside the holiday or says that the holiday joins it (与周末连休): both are the
        same break.
        """
        working = self.is_working(day)
        return None if working is None else not working and any(self._listed(d) for d in self._free_around(day))

    def _free_around(self, day: date) -> Iterator[date]:
        """The free day itself, and the free days before and after it up to the next working day."""
        yield day
        for step in (-_DAY, _DAY):
            near = day
            while date.min < near < date.max and self.is_working(near := near + step) is False:
                yield near

    def _listed(self, day: date) -> bool:
        notice = self._notice(day)
        return notice is not None and day in notice.days_off

    def is_ordinary_weekend(self, day: date) -> bool | None:
        """Whether that day is off only because it is a Saturday or Sunday; None when its year is not known."""
        working, holiday = self.is_working(day), self.is_statutory_holiday(day)
        return None if working is None else not working and not holiday

    def add_working(self, day: date, count: int) -> date | None:
        """The `count`-th working day after `day` (which itself is not counted); `day` for 0; None when not known."""
        if count < 0:
            raise ValueError("a period has no negative length")
        left = count
        if not left:
            return day
        for current in _days_after(day):
            working = self.is_working(current)
            if working is None:
                return None
            left -= working
            if not left:
                return current
        return None

    def next_working(self, day: date) -> date | None:
        """`day` when it is a working day, else the first one after it; None when not known."""
        working = self.is_working(day)
        return day if working else None if working is None else self.add_working(day, 1)

    def working_between(self, first: date, last: date) -> int | None:
        """How many working days follow `first` up to and including `last`; 0 when `last` is not after `first`."""
        count = 0
        for current in _days_after(first):
            if current > last:
                break
            working = self.is_working(current)
            if working is None:
                return None
            count += working
        return count

    def _notice(self, day: date) -> HolidayNotice | None:
        """The notices that settle a day, as one; the last days of December need the notice of the next year too."""
        own = self._of_year(day.year)
        if own is None or (day.month, day.day) < _YEAR_END:
            return own
        return own if self._of_year(day.year + 1) is not None else None

    def _of_year(self, year: int) -> HolidayNotice | None:
        for notice in self.extra:
            if notice.year == year:
                return notice
        return _packaged().get(year)


def _days_after(day: date) -> Iterator[date]:
    while day < date.max:
        day += _DAY
        yield day


@cache
def _packaged() -> dict[int, HolidayNotice]:
    """The notices of the package, by year; loaded on first use because a run without periods never needs them."""
    from chinese_calendar import constants

    off: dict[int, set[date]] = {}
    worked: dict[int, set[date]] = {}
    for day in constants.holidays:
        off.setdefault(day.year, set()).add(day)
    for day in constants.workdays:
        worked.setdefault(day.year, set()).add(day)
    return {
        year: HolidayNotice(year=year, days_off=frozenset(days), make_up_days=frozenset(worked.get(year, ())))
        for year, days in off.items()
    }
