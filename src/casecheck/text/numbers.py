"""数字: numbers written in Arabic digits, in Chinese numerals and in financial capitals (大写)."""

import re
from decimal import Decimal

from casecheck.text.folded import fold_text

DIGIT_VALUES: dict[str, int] = {
    **{
        c: v
        for v, group in enumerate(
            ("零〇○O", "一壹弌", "二贰貳弍两", "三叁參叄弎", "四肆", "五伍", "六陆陸", "七柒", "八捌", "九玖")
        )
        for c in group
    },
    "ㄧ": 1,
    "幺": 1,
}
"""Numerals by their value; small and capital forms, and the letter and circle that stand for zero."""
_UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_MYRIADS = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
_TENS = {"廿": 20, "卄": 20, "卅": 30, "卌": 40}
_SMALL = "零一二三四五六七八九"
NUMERAL_CHARACTERS = "".join(c for c in {**DIGIT_VALUES, **_UNITS, **_MYRIADS, **_TENS} if c not in "Oㄧ幺○")
"""Characters that a Chinese number may consist of, for use in a pattern."""
CAPITAL_CHARACTERS = "壹贰貳叁參叄肆伍陆陸柒捌玖拾佰仟"
"""Characters that only 大写 uses."""
_ARABIC = re.compile(r"([+-]?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?([十百千万亿]{0,3})")
_DIGIT = f"[{''.join(c for c in DIGIT_VALUES if c not in '零〇○O')}]"
_SECTION = re.compile(
    rf"(?:[零〇]?(?P<thousands>{_DIGIT})[千仟])?(?:[零〇]?(?P<hundreds>{_DIGIT})[百佰])?"
    rf"(?:[零〇]?(?:(?P<tens>{_DIGIT})?(?P<ten>[十拾])|(?P<tens_sign>[廿卄卅卌])))?(?P<zero>[零〇])?(?P<ones>{_DIGIT})?"
)
_MAX_LENGTH = 64


def parse_number(text: str) -> int | Decimal | None:
    """The number that the whole text writes, or None when it is none or malformed.

    Arabic (full-width, with thousands commas, with 万 or 亿 after it), Chinese numerals in either form, or a row of
    Chinese digits (二〇二三). `一千二` is refused: it may mean 1,200 or 1,002.
    """
    text = fold_text(text)
    if not text or len(text) > _MAX_LENGTH:
        return None
    match = _ARABIC.fullmatch(text)
    if match:
        return _arabic(match)
    if all(c in DIGIT_VALUES or (c.isdecimal() and c.isascii()) for c in text):
        return int("".join(c if c.isascii() and c.isdecimal() else str(DIGIT_VALUES[c]) for c in text))
    return _chinese(text)


def _arabic(match: re.Match[str]) -> int | Decimal:
    number = Decimal(match[1] + match[2].replace(",", "") + (match[3] or ""))
    for unit in match[4]:
        number *= _UNITS.get(unit) or _MYRIADS[unit]
    return int(number) if number == number.to_integral_value() and not (match[3] and not match[4]) else number


def _chinese(text: str) -> int | None:
    """A number with units: 亿 sections of 万 sections of 千百十."""
    for sign in ("亿", "億", "万", "萬"):
        head, unit, tail = text.rpartition(sign)
        if not unit:
            continue
        size = _MYRIADS[unit]
        above, below = _chinese(head), _chinese(tail) if tail else 0
        if above is None or below is None or above == 0 or below >= size or (tail and below == 0):
            return None
        if len(tail) == 1 and 0 < below < size // 10:
            return None
        return above * size + below
    return _section(text)


def _section(text: str) -> int | None:
    """A number below 10,000 with units, each smaller than the one before it."""
    match = _SECTION.fullmatch(text)
    if not match or not text:
        return None
    tens = _TENS.get(match["tens_sign"] or "", 0) or (10 * _digit(match["tens"], 1) if match["ten"] else 0)
    if match["ones"] is None and match["zero"] and text not in ("零", "〇"):
        return None
    hundreds_only = (match["thousands"] or match["hundreds"]) and not tens
    if match["ones"] and hundreds_only and not match["zero"]:
        return None
    return 1000 * _digit(match["thousands"]) + 100 * _digit(match["hundreds"]) + tens + _digit(match["ones"])


def _digit(character: str | None, default: int = 0) -> int:
    return DIGIT_VALUES[character] if character else default


def to_chinese(number: int) -> str:
    """The number in small Chinese numerals, as statutes number their articles: 12 → 十二, 105 → 一百零五."""
    if number < 0:
        return "负" + to_chinese(-number)
    if number < 10:
        return _SMALL[number]
    text = _spell(number)
    return text[1:] if text.startswith("一十") else text


def _spell(number: int) -> str:
    if number >= 10**4:
        size, unit = (10**8, "亿") if number >= 10**8 else (10**4, "万")
        above, below = divmod(number, size)
        if not below:
            return _spell(above) + unit
        return _spell(above) + unit + ("零" if below < size // 10 else "") + _spell(below)
    text, pending = "", False
    for size, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, size)
        if digit:
            text += ("零" if pending and text else "") + _SMALL[digit] + unit
            pending = False
        else:
            pending = True
    return text
