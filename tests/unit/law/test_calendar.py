"""工作日: days off and make-up days of the yearly notices, and years without one."""

from datetime import date

import pytest

from casecheck.law.calendar import Calendar, HolidayNotice

CALENDAR = Calendar()
NOTICE_2027 = HolidayNotice(
    year=2027, days_off=frozenset([date(2027, 1, 1)]), make_up_days=frozenset([date(2027, 1, 9)])
)


@pytest.mark.parametrize(
    "day",
    [
        date(2026, 1, 4),
        date(2026, 2, 14),
        date(2026, 2, 28),
        date(2026, 5, 9),
        date(2026, 9, 20),
        date(2026, 10, 10),
    ],
)
def test_a_weekend_day_made_up_for_a_holiday_is_worked(day: date) -> None:
    assert day.weekday() >= 5
    assert CALENDAR.is_working(day) is True
    assert CALENDAR.is_ordinary_weekend(day) is False


def test_a_weekday_inside_a_holiday_is_off() -> None:
    assert CALENDAR.is_working(date(2023, 10, 2)) is False
    assert CALENDAR.is_statutory_holiday(date(2023, 10, 2)) is True


def test_an_ordinary_weekend_is_no_statutory_holiday() -> None:
    saturday = date(2023, 8, 5)
    assert CALENDAR.is_working(saturday) is False
    assert CALENDAR.is_statutory_holiday(saturday) is False
    assert CALENDAR.is_ordinary_weekend(saturday) is True


def test_a_year_without_a_notice_is_not_known() -> None:
    for day in (date(2003, 6, 3), date(2027, 6, 2), date(2027, 6, 5), date.max):
        assert CALENDAR.is_working(day) is None
        assert CALENDAR.is_statutory_holiday(day) is None
        assert CALENDAR.is_ordinary_weekend(day) is None
        assert CALENDAR.next_working(day) is None


def test_the_last_days_of_december_wait_for_the_notice_of_the_next_year() -> None:
    assert CALENDAR.is_working(date(2026, 12, 28)) is True
    assert CALENDAR.is_working(date(2026, 12, 29)) is None
    assert CALENDAR.is_working(date(2018, 12, 29)) is True  # a Saturday worked for the new year of 2019
    assert Calendar(extra=(NOTICE_2027,)).is_working(date(2026, 12, 29)) is True


def test_a_notice_of_the_data_adds_a_year() -> None:
    calendar = Calendar(extra=(NOTICE_2027,))
    assert calendar.is_working(date(2027, 1, 1)) is False
    assert calendar.is_working(date(2027, 1, 9)) is True
    assert calendar.is_working(date(2027, 1, 10)) is False


def test_working_days_are_counted_after_the_first_day() -> None:
    monday = date(2023, 8, 7)
    assert CALENDAR.add_working(monday, 5) == date(2023, 8, 14)
    assert CALENDAR.add_working(monday, 0) == monday
    assert CALENDAR.working_between(monday, date(2023, 8, 14)) == 5
    assert CALENDAR.working_between(monday, monday) == 0
    assert CALENDAR.working_between(date(2023, 8, 14), monday) == 0


def test_working_days_jump_over_a_holiday_and_count_its_make_up_day() -> None:
    # 2023-09-29 to 10-06 are off, 10-07 and 10-08 (a weekend) are worked
    assert CALENDAR.add_working(date(2023, 9, 28), 1) == date(2023, 10, 7)
    assert CALENDAR.working_between(date(2023, 9, 28), date(2023, 10, 8)) == 2


def test_counting_into_an_unknown_year_gives_nothing() -> None:
    assert CALENDAR.add_working(date(2026, 12, 25), 10) is None
    assert CALENDAR.working_between(date(2026, 12, 25), date(2027, 1, 8)) is None
    assert CALENDAR.add_working(date.max, 1) is None


def test_a_negative_count_is_refused() -> None:
    with pytest.raises(ValueError, match="negative"):
        CALENDAR.add_working(date(2023, 8, 7), -1)
