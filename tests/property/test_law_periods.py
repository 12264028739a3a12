"""Working days and period ends, over all days of the known years."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from casecheck.law.calendar import Calendar
from casecheck.law.periods import Length, Unit, Whose, due

CALENDAR = Calendar()
KNOWN = st.dates(date(2010, 1, 1), date(2025, 6, 30))
ANY_DAY = st.dates()
CALENDAR_UNITS = st.sampled_from(["calendar", "month", "year"])
WHOSE = st.sampled_from(["agency", "party"])


@given(KNOWN, st.integers(0, 60))
def test_adding_and_counting_working_days_agree(day: date, count: int) -> None:
    end = CALENDAR.add_working(day, count)
    assert end is not None
    assert CALENDAR.working_between(day, end) == count
    assert end == day or CALENDAR.is_working(end)


@given(KNOWN, st.integers(0, 200), st.integers(0, 200))
def test_counting_working_days_adds_up(first: date, one: int, two: int) -> None:
    middle, last = first + timedelta(days=one), first + timedelta(days=one + two)
    parts = [CALENDAR.working_between(first, middle), CALENDAR.working_between(middle, last)]
    assert None not in parts
    assert CALENDAR.working_between(first, last) == sum(part or 0 for part in parts)


@given(ANY_DAY)
def test_a_day_is_one_of_three_kinds_or_not_known(day: date) -> None:
    kinds = [CALENDAR.is_working(day), CALENDAR.is_statutory_holiday(day), CALENDAR.is_ordinary_weekend(day)]
    assert kinds.count(True) == 1 or kinds == [None, None, None]


@given(KNOWN, CALENDAR_UNITS, st.integers(1, 12), WHOSE)
def test_ends_only_ever_move_later_and_never_past_the_next_working_day(
    start: date, unit: Unit, count: int, whose: Whose
) -> None:
    length = Length(count=1 if unit == "year" else count, unit=unit)
    end = due(start, length, CALENDAR, whose)
    if end.date is None or end.latest is None or end.nominal is None:
        return
    assert start < end.nominal <= end.date <= end.latest
    assert CALENDAR.is_working(end.latest)
    assert not CALENDAR.is_statutory_holiday(end.date)
    assert end.weekend == (end.date != end.latest)
    if whose == "party":
        assert end.date == end.latest


@given(ANY_DAY, st.sampled_from(["working", "calendar", "month", "year"]), st.integers(0, 200), WHOSE, ANY_DAY)
def test_no_day_or_length_raises_and_an_earlier_act_is_never_worse(
    start: date, unit: Unit, count: int, whose: Whose, act: date
) -> None:
    end = due(start, Length(count=count, unit=unit), CALENDAR, whose)
    rank = {True: 2, None: 1, False: 0}
    if act > date.min:
        assert rank[end.met_by(act - timedelta(days=1))] >= rank[end.met_by(act)]
    assert (end.date is None) == (end.why is not None)
