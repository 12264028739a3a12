"""时间: hours of a day, as records of inspections and interviews give them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from casecheck.text.days import DateMention, find_dates

_CLOCK = re.compile(
    r"(?P<next>[次翌]日)?(?P<part>上午|下午|晚上|晚|早上|早|凌晨|中午|夜间|夜)?(?P<hour>[01]?\d|2[0-4])"
    r"(?:[时点](?!间|段|候|效|起)(?:(?P<minute>[0-5]?\d)分?|(?P<half>半|整))?|:(?P<colon>[0-5]\d)(?::[0-5]\d)?)"
)
_LONE = re.compile(r"(?<![\d.:第小每])(?=(?:[次翌]日)?(?:上午|下午|晚上|晚|早上|早|凌晨|中午|夜间|夜)?\d{1,2}[时点:])")
_LINK = re.compile(r"起?[至到\-—–~]{1,2}")
_AFTER_DATE = re.compile(r"[，,]?(?:（?(?:星期|周)[一二三四五六日天]）?)?")
_NEAR = 25
_AFTERNOON = frozenset(("下午", "晚上", "晚", "夜间", "夜"))


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time of a day, or a span of time. `start` and `end` are offsets in the text.

    `finish` is None where only one time is printed. It may lie before `begin`: the text is given as it stands.
    """

    start: int
    end: int
    raw: str
    begin: datetime
    finish: datetime | None = None


def find_times(text: str) -> list[TimeMention]:
    """Times of a folded text that belong to a day: 2023年5月6日9时30分至10时00分, 2023-05-06 09:30, 下午3点半.

    A time that does not follow a date takes the one shortly before it; where there is none it is left out, and so is a
    lone `9:30`.
    """
    dates = find_dates(text)
    starts = {mention.start: mention for mention in dates}
    found: list[TimeMention] = []
    for position, day, adjacent in _positions(text, dates):
        if found and position < found[-1].end:
            continue
        mention = _at(text, position, day, starts, adjacent=adjacent)
        if mention:
            found.append(mention)
    return found


def _positions(text: str, dates: list[DateMention]) -> Iterator[tuple[int, DateMention, bool]]:
    """Where a clock time may start, the date it belongs to, and whether it follows that date directly."""
    points: list[tuple[int, DateMention | None]] = []
    for mention in dates:
        after = _AFTER_DATE.match(text, mention.end)
        points.append((after.end() if after else mention.end, mention))
    direct = {point for point, _ in points}
    points.extend((match.start(), None) for match in _LONE.finditer(text) if match.start() not in direct)
    last: DateMention | None = None
    for point, own in sorted(points, key=lambda pair: pair[0]):
        last = own or last
        if last is not None and point - last.end <= _NEAR:
            yield point, last, own is not None


def _at(
    text: str, position: int, day: DateMention, starts: dict[int, DateMention], *, adjacent: bool
) -> TimeMention | None:
    clock = _CLOCK.match(text, position)
    if not clock or day.value is None or (clock["colon"] and not adjacent):
        return None
    begin = _moment(day.value, clock)
    if begin is None:
        return None
    start, end, finish = day.start if adjacent else position, clock.end(), None
    link = _LINK.match(text, end)
    if link:
        own = starts.get(link.end())
        later = _CLOCK.match(text, own.end if own else link.end())
        until = own.value if own else begin.date()
        if later and until:
            finish = _moment(until, later, clock["part"])
            end = later.end() if finish else end
    return TimeMention(start, end, text[start:end], begin, finish)


def _moment(day: date, clock: re.Match[str], part_before: str | None = None) -> datetime | None:
    hour = int(clock["hour"])
    minute = int(clock["minute"] or clock["colon"] or (30 if clock["half"] == "半" else 0))
    part = clock["part"] or part_before
    if part in _AFTERNOON and 1 <= hour < 12:
        hour += 12
    if part == "中午" and hour in (1, 2):
        hour += 12
    if hour == 24 and minute:
        return None
    try:
        days = (1 if clock["next"] else 0) + hour // 24
        return datetime(day.year, day.month, day.day, hour % 24, minute) + timedelta(days=days)
    except (ValueError, OverflowError):
        return None
