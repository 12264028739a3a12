"""期间: first day not counted, ends that roll over, months and years, hours."""

from datetime import date, datetime

import pytest

from casecheck.law.calendar import Calendar
from casecheck.law.periods import Length, Unit, due, due_time, shifted

CALENDAR = Calendar()


def length(count: int, unit: Unit) -> Length:
    return Length(count=count, unit=unit)


def test_five_working_days_after_service_on_a_monday_end_on_the_next_monday() -> None:
    end = due(date(2023, 8, 7), length(5, "working"), CALENDAR, "party")
    assert end.date == date(2023, 8, 14)
    assert end.met_by(date(2023, 8, 14)) is True
    assert end.met_by(date(2023, 8, 15)) is False


def test_ninety_days_after_filing() -> None:
    end = due(date(2023, 5, 10), length(90, "calendar"), CALENDAR)
    assert end.date == date(2023, 8, 8)
    assert end.working.en == "2023-05-10 + 90 d = 2023-08-08"
    assert end.working.zh == "2023-05-10 + 90日 = 2023-08-08"


def test_an_end_inside_a_holiday_moves_to_the_first_day_after_it() -> None:
    end = due(date(2023, 9, 1), length(30, "calendar"), CALENDAR)  # 10-01; off until 10-06, 10-07 is worked
    assert end.nominal == date(2023, 10, 1)
    assert end.date == end.latest == date(2023, 10, 7)
    assert not end.weekend
    assert end.met_by(date(2023, 10, 7)) is True
    assert end.met_by(date(2023, 10, 8)) is False
    assert "2023-10-07" in end.working.zh


def test_a_period_of_the_agency_that_ends_on_a_plain_saturday_is_left_to_judgement() -> None:
    end = due(date(2023, 7, 6), length(30, "calendar"), CALENDAR, "agency")
    assert end.date == end.nominal == date(2023, 8, 5)
    assert end.weekend
    assert end.latest == date(2023, 8, 7)
    assert end.met_by(date(2023, 8, 5)) is True
    assert end.met_by(date(2023, 8, 7)) is None
    assert end.met_by(date(2023, 8, 8)) is False


def test_a_period_of_the_party_that_ends_on_a_plain_saturday_moves_to_monday() -> None:
    end = due(date(2023, 7, 6), length(30, "calendar"), CALENDAR, "party")
    assert end.date == date(2023, 8, 7)
    assert not end.weekend
    assert end.met_by(date(2023, 8, 7)) is True


def test_a_holiday_that_runs_into_a_plain_weekend_still_flags_it() -> None:
    # the new year of 2026 is off 01-01 to 01-03; 01-04 (Sunday) is worked
    end = due(date(2025, 12, 2), length(30, "calendar"), CALENDAR)
    assert (end.nominal, end.date, end.weekend) == (date(2026, 1, 1), date(2026, 1, 4), False)


@pytest.mark.parametrize(
    ("start", "unit", "count", "end"),
    [
        (date(2023, 5, 10), "month", 3, date(2023, 8, 10)),
        (date(2023, 11, 30), "month", 3, date(2024, 2, 29)),
        (date(2022, 11, 30), "month", 3, date(2023, 2, 28)),
        (date(2023, 12, 31), "month", 1, date(2024, 1, 31)),
        (date(2024, 2, 29), "year", 1, date(2025, 2, 28)),
        (date(2021, 8, 2), "year", 2, date(2023, 8, 2)),
    ],
)
def test_months_and_years_end_on_the_same_numbered_day(start: date, unit: Unit, count: int, end: date) -> None:
    assert shifted(start, length(count, unit)) == end


def test_an_end_in_a_year_without_a_calendar_is_not_guessed() -> None:
    end = due(date(2026, 12, 1), length(90, "calendar"), CALENDAR)
    assert end.date is None
    assert end.nominal == date(2027, 3, 1)
    assert end.why is not None
    assert end.why.en.startswith("calendar not known")
    assert end.met_by(date(2027, 3, 1)) is True  # rolling over only makes a period longer
    assert end.met_by(date(2027, 3, 2)) is None


def test_working_days_that_run_into_a_year_without_a_calendar_are_not_guessed() -> None:
    end = due(date(2026, 12, 25), length(10, "working"), CALENDAR)
    assert (end.date, end.nominal) == (None, None)
    assert (end.earliest, end.bound) == (date(2027, 1, 4), date(2027, 1, 28))
    assert [end.met_by(day) for day in (date(2027, 1, 4), date(2027, 1, 5), date(2027, 1, 28), date(2027, 1, 29))] == [
        True, None, None, False,
    ]  # fmt: skip


def test_hours_run_by_the_clock_through_a_weekend() -> None:
    friday = datetime(2023, 8, 4, 16, 30)
    assert due_time(friday, length(24, "hour")) == datetime(2023, 8, 5, 16, 30)
    assert due(friday.date(), length(24, "hour"), CALENDAR).date is None


def test_only_hours_end_at_a_moment() -> None:
    with pytest.raises(ValueError, match="hours"):
        due_time(datetime(2023, 8, 4), length(1, "working"))


def test_a_period_past_the_last_year_has_no_end() -> None:
    assert due(date.max, length(1, "calendar"), CALENDAR).date is None
    assert shifted(date.max, length(1, "year")) is None
    assert due_time(datetime.max, length(1, "hour")) is None


def test_no_period_is_negative() -> None:
    with pytest.raises(ValueError, match="negative"):
        length(-1, "calendar")
