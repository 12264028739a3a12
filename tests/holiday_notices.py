"""Days off and worked weekends of 2019 to 2026, written down from the yearly notices of the State Council.

A calendar of the tests' own: nothing here comes from the package that the program counts with. A weekend that a holiday
joins (与周末连休) belongs to its break.
"""

from datetime import date, timedelta

_OFF = {
    2019: "0101 0204-0210 0405-0407 0501-0504 0607-0609 0913-0915 1001-1007",
    2020: "0101 0124-0202 0404-0406 0501-0505 0625-0627 1001-1008",
    2021: "0101-0103 0211-0217 0403-0405 0501-0505 0612-0614 0919-0921 1001-1007",
    2022: "0101-0103 0131-0206 0403-0405 0430-0504 0603-0605 0910-0912 1001-1007 1231",
    2023: "0101-0102 0121-0127 0405 0429-0503 0622-0624 0929-1006 1230-1231",
    2024: "0101 0210-0217 0404-0406 0501-0505 0608-0610 0915-0917 1001-1007",
    2025: "0101 0128-0204 0404-0406 0501-0505 0531-0602 1001-1008",
    2026: "0101-0103 0215-0223 0404-0406 0501-0505 0619-0621 0925-0927 1001-1007",
}
_WORKED = {
    2019: "0202 0203 0428 0505 0929 1012",
    2020: "0119 0426 0509 0628 0927 1010",
    2021: "0207 0220 0425 0508 0918 0926 1009",
    2022: "0129 0130 0402 0424 0507 1008 1009",
    2023: "0128 0129 0423 0506 0625 1007 1008",
    2024: "0204 0218 0407 0428 0511 0914 0929 1012",
    2025: "0126 0208 0427 0928 1011",
    2026: "0104 0214 0228 0509 0920 1010",
}
DAY = timedelta(days=1)


def _day(year: int, text: str) -> date:
    return date(year, int(text[:2]), int(text[2:]))


def _days(year: int, text: str) -> set[date]:
    found = set()
    for part in text.split():
        first, _, last = part.partition("-")
        day, end = _day(year, first), _day(year, last or first)
        while day <= end:
            found.add(day)
            day += DAY
    return found


OFF = {day for year, text in _OFF.items() for day in _days(year, text)}
WORKED = {day for year, text in _WORKED.items() for day in _days(year, text)}
FIRST, LAST = date(2019, 1, 1), date(2026, 12, 31)


def works(day: date) -> bool:
    """Whether people work on that day."""
    return day in WORKED or (day.weekday() < 5 and day not in OFF)


def counted(start: date, days: int, unit: str, off: frozenset[date] = frozenset()) -> date:
    """The day on which so many days are over; the first day and days in `off` do not count."""
    day = start
    while days:
        day += DAY
        days -= day not in off and (unit == "calendar" or works(day))
    return day


def moved(day: date, *, over_weekends: bool) -> date:
    """A last day that falls on a holiday moves behind it; one on a plain weekend only if `over_weekends`."""
    while day in OFF or (over_weekends and not works(day)):
        day += DAY
    return day
