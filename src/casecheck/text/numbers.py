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
    if all(c in DIGIT_VALUES or c.isdecimal() and c.isascii() for c in text):
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
        if above is None or below is None or above == 0 or below >= size:
            return None
        needs_zero = 0 < below < size // 10
        if needs_zero and tail[0] not in "零〇" and len(tail) == 1:
            return None
        return above * size + below
    return _section(text)


def _section(text: str) -> int | None:
    """A number below 10,000 with units; each unit smaller than the one before it."""
    total, digit, last_unit, after_zero = 0, None, 10_000, False
    for position, character in enumerate(text):
        if character in "零〇":
            if digit is not None:
                return None
            after_zero = True
        elif character in _TENS:
            if digit is not None or last_unit <= 10:
                return None
            total, last_unit, after_zero = total + _TENS[character], 10, False
        elif character in DIGIT_VALUES:
            if digit is not None:
                return None
            digit = DIGIT_VALUES[character]
        elif character in _UNITS:
            unit = _UNITS[character]
            if unit >= last_unit or (digit is None and unit != 10):
                return None
            total += (1 if digit is None else digit) * unit
            digit, last_unit, after_zero = None, unit, False
        else:
            return None
        if position == 0 and character not in DIGIT_VALUES and character not in _TENS and character not in "十拾":
            return None
    if digit is None:
        return None if after_zero and len(text) > 1 else total
    if last_unit not in (10, 10_000) and not after_zero:
        return None
    return total + digit


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
