"""日期: the ways official papers write a day."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from casecheck.text.folded import fold_text
from casecheck.text.numbers import parse_number

_ZERO = "〇○◯OoОΟ零"
_CN = "一二三四五六七八九壹贰叁肆伍陆柒捌玖"
_MONTH = rf"(?<![\d{_CN}十拾])(?P<month>[\d{_CN}{_ZERO}元十拾]{{1,3}})月份?"
_DAY_TOKEN = rf"(?:\d{{1,3}}(?![\d{_ZERO}])|[\d{_ZERO}]{{2}}(?!\d)|[{_CN}{_ZERO}十拾廿卅]{{1,4}})"
_LINK = r"[、,，及和与\-—–~至到]"
_WRITTEN = re.compile(
    rf"(?:(?P<year>[\d{_ZERO}{_CN}]{{2,8}})年|(?P<relative>[同当次翌去前今]年))?{_MONTH}(?P<day>{_DAY_TOKEN})(?P<word>[日号曰])?"
)
_FURTHER_DAYS = re.compile(rf"(?:{_LINK}{{1,2}}{_DAY_TOKEN}日?){{0,30}}{_LINK}{{1,2}}{_DAY_TOKEN}[日号](?![内起以])")
_FURTHER_DAY = re.compile(rf"(?P<link>{_LINK}{{1,2}})(?P<day>{_DAY_TOKEN})[日号]?")
_NO_DAY_WORD = re.compile(
    r"(?![\d.,%个家次人名份件条批元户台箱瓶期年月倍点时起项款页种类天小分秒千万公吨克袋盒本张辆])"
)
_NUMERIC = re.compile(
    r"(?<![\d.])(?<![A-Za-z]-)(?P<year>\d{4})(?P<mark>[.\-/])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,8})(?!(?P=mark)\d{1,3}(?!\d))"
)
_NUMERIC_END = re.compile(r"(?P<link>[\-—–~至到])(?:(?P<month>\d{1,2})[./])?(?P<day>\d{1,2})(?![\d.,/:元%年月\-])日?")
_BLANK = re.compile(
    r"(?P<year>\d{2,4}|[_xX×某*]{1,6}|二[〇○零0])?年(?P<month>\d{1,2}|[_xX×某*]{0,6})月(?P<day>[_xX×某*]{0,6})[日号]"
)
_WORDS_BEFORE_BLANK = ("出生", "每", "以", "按", "、")
_RANGE_LINKS = frozenset("-—–~至到")
_RELATIVE_YEARS = {"同": 0, "当": 0, "次": 1, "翌": 1}


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in a text. `start` and `end` are offsets in the text it was found in; `value` is None where no day is told.

    `kind`: `full` (2023年5月6日, 2023-05-06, 二〇二三年五月六日) · `range` (a day of a list or range whose month or year is
    printed once: 2023年3月10-18日) · `no_day_word` (日 is missing) · `short_year` (23年5月6日) · `no_year` (4月23日: the
    year is that of the mention before, or not known) · `impossible` (2月30日) · `blank` (年 月 日) · `masked` (X月X日).
    """

    start: int
    end: int
    raw: str
    value: date | None
    kind: str


def find_dates(text: str, default_year: int | None = None) -> list[DateMention]:
    """All dates of a folded text in their order, also blank and impossible ones.

    A date without a year takes that of the mention before it, else `default_year`; at the end of a range that would run
    backwards (12月30日至1月5日) it takes the next year.
    """
    candidates = sorted(
        (
            (match.start(), -match.end(), match)
            for pattern in (_WRITTEN, _NUMERIC, _BLANK)
            for match in pattern.finditer(text)
        ),
        key=lambda candidate: candidate[:2],
    )
    found: list[DateMention] = []
    year = default_year
    for start, _, match in candidates:
        if found and start < found[-1].end:
            continue
        for mention in _read(text, match, year, found[-1] if found else None):
            found.append(mention)
            year = mention.value.year if mention.value else year
    return found


def parse_date(text: str) -> date | None:
    """The day that the whole text writes with its year (a weekday or punctuation may follow), or None."""
    folded = fold_text(text).strip("。，、；：.")
    folded = re.sub(r"（?(?:星期|周)[一二三四五六日天]）?$", "", folded)
    mentions = find_dates(folded)
    if len(mentions) != 1 or mentions[0].kind == "no_year":
        return None
    only = mentions[0]
    return only.value if (only.start, only.end) == (0, len(folded)) else None


def _read(text: str, match: re.Match[str], year: int | None, before: DateMention | None) -> Iterator[DateMention]:
    if match.re is _WRITTEN:
        return _written(text, match, year, before)
    return _numeric(text, match) if match.re is _NUMERIC else _blank(text, match)


def _written(text: str, match: re.Match[str], year: int | None, before: DateMention | None) -> Iterator[DateMention]:
    month, day = _number(match["month"]), _number(match["day"])
    further = _FURTHER_DAYS.match(text, match.end())
    if month is None or day is None or (max(month, day) > 99 and not (match["year"] and match["word"])):
        return
    if not match["word"] and not further and not (match["year"] and _NO_DAY_WORD.match(text, match.end())):
        return
    kind, start = "full" if match["word"] or further else "no_day_word", match.start()
    if match["year"]:
        year, skipped = _year(match["year"])
        start += skipped
        if len(match["year"]) < 4:
            kind = "short_year"
    else:
        kind = "no_year"
        year = _told_year(text, match, year, before, month, day)
        if month > 12 and day > 31:
            return
    certain = year is not None or len(match["year"] or "") >= 4
    yield _mention(text, start, match.end(), _day(year, month, day), kind, certain=certain)
    if further and year is not None:
        for more in _FURTHER_DAY.finditer(text, match.end(), further.end()):
            value = _day(year, month, _number(more["day"]))
            yield _mention(text, more.start("day"), more.end(), value, "range", certain=True)


def _told_year(
    text: str, match: re.Match[str], year: int | None, before: DateMention | None, month: int, day: int
) -> int | None:
    """The year of a date that prints none."""
    if match["relative"]:
        step = _RELATIVE_YEARS.get(match["relative"][0])
        return None if year is None or step is None else year + step
    if before and before.value and year is not None:
        between = text[before.end : match.start()]
        runs_back = (month, day) < (before.value.month, before.value.day)
        if between and len(between) <= 3 and between[-1] in _RANGE_LINKS and runs_back:
            return before.value.year + 1
    return year


def _numeric(text: str, match: re.Match[str]) -> Iterator[DateMention]:
    digits = _day_digits(match["day"], match["month"], text[match.end() : match.end() + 1])
    year = int(match["year"])
    if digits is None or not 1900 <= year <= 2100 or int(match["month"]) > 31 or int(digits) > 39:
        return
    end = match.start("day") + len(digits)
    end += text[end : end + 1] == "日"
    value = _day(year, int(match["month"]), int(digits))
    yield _mention(text, match.start(), end, value, "full", certain=True)
    last = _NUMERIC_END.match(text, end) if match["mark"] != "-" else None
    if last and value:
        later = _day(year, int(last["month"] or match["month"]), int(last["day"]))
        if later and later > value:
            yield _mention(text, last.end("link"), last.end(), later, "range", certain=True)


def _day_digits(digits: str, month: str, following: str) -> str | None:
    """The digits of the day where an hour may have run into them (2023-05-06 09:30 without its space)."""
    padded = len(month) == 2 and month[0] == "0"
    if len(digits) == 1 or (len(digits) == 2 and (following != ":" or padded or digits[0] == "0")):
        return digits
    if following == ":":
        hour = 2 if len(digits) > 2 else 1
        return digits[:-hour] if 1 <= len(digits) - hour <= 2 else None
    return digits[:2] if padded or digits[0] == "0" else None


def _blank(text: str, match: re.Match[str]) -> Iterator[DateMention]:
    before = text[max(0, match.start() - 2) : match.start()]
    parts = (match["year"] or "", match["month"], match["day"])
    if not any(parts) and before.endswith(_WORDS_BEFORE_BLANK):
        return
    masked = all(part and "_" not in part for part in parts)
    yield DateMention(match.start(), match.end(), match[0], None, "masked" if masked else "blank")


def _mention(text: str, start: int, end: int, value: date | None, kind: str, *, certain: bool) -> DateMention:
    return DateMention(start, end, text[start:end], value, "impossible" if value is None and certain else kind)


def _day(year: int | None, month: int | None, day: int | None) -> date | None:
    if year is None or month is None or day is None:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _number(text: str) -> int | None:
    """A year, month or day in either kind of digits, also mixed (2O23)."""
    for zero in _ZERO:
        text = text.replace(zero, "零")
    if text == "元":
        return 1
    stripped = text.lstrip("零0") if len(text) > 1 else text
    value = parse_number(stripped) if stripped else 0
    return value if isinstance(value, int) else None


def _year(text: str) -> tuple[int | None, int]:
    """The year, and how many leading characters are not part of it.

    2023年 may be printed twice (20232023年), and digits of what stood before it may have run into it.
    """
    if len(text) < 4:
        value = _number(text)
        return (2000 + value if len(text) == 2 and value is not None and 10 <= value <= 49 else None), 0
    own = text[-4:]
    value = _number(own)
    if value is None or not 1900 <= value <= 2100:
        return None, 0
    return value, 0 if text == own * 2 else len(text) - 4
