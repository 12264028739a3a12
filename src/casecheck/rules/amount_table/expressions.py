"""算式: the value of an expression of numbers with units, and how far rounding may have moved it."""

import re
from dataclasses import dataclass
from fractions import Fraction

NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?"
UNIT = r"(?:%|[\u4e00-\u9fff㎡]{1,6}|[kKmM]?[gGlLmM])"
OPERAND = rf"（*{NUMBER}(?:{UNIT}(?:/{UNIT})*)?(?:）(?:{UNIT}(?:/{UNIT})*)?)*"
SIGN = r"[×xX*✖╳+\-—–−÷/]"
TOKEN = re.compile(
    rf"(?P<number>{NUMBER})(?P<unit>{UNIT}(?:/{UNIT})*)?|(?P<sign>{SIGN})|(?P<mark>[（）])(?:{UNIT}(?:/{UNIT})*)?"
)
TIMES, DIVIDED, PLUS = "×xX*✖╳", "÷/", "+"
_PENNY = Fraction(1, 100)


@dataclass(frozen=True, slots=True, kw_only=True)
class Worth:
    """The value of an expression, and how far rounding of the numbers in it may have moved it."""

    value: Fraction
    slack: Fraction


class UnclearError(Exception):
    """What stands there is no expression."""


def differs(one: Worth, other: Worth, printed: str) -> bool | None:
    """Whether two values differ.

    None: the same as printed. True: rounding may be why they differ. False: they differ.
    """
    gap = abs(one.value - other.value)
    step = _step(printed) if one.slack or one.value.denominator > 1 else Fraction(0)
    if gap <= max(step, _PENNY):
        return None
    return gap <= one.slack + other.slack


def _step(printed: str) -> Fraction:
    """One unit of the last printed place of the last number."""
    number = list(TOKEN.finditer(printed))[-1]
    digits, unit = number["number"] or "", number["unit"] or ""
    return Fraction(1, 10 ** len(digits.partition(".")[2])) * _factor(unit)


def _factor(unit: str) -> Fraction:
    if unit == "%":
        return _PENNY
    return Fraction({"万": 10_000, "亿": 100_000_000}.get(unit[:1], 1))


def worth(expression: str) -> Worth:
    """The value of a printed expression; UnclearError when it is not one."""
    tokens = []
    at = 0
    while at < len(expression):
        found = TOKEN.match(expression, at)
        if found is None or found.end() == at:
            raise UnclearError
        tokens.append(found)
        at = found.end()
    worth, rest = _sum(tokens)
    if rest:
        raise UnclearError
    return worth


def _sum(tokens: list[re.Match[str]]) -> tuple[Worth, list[re.Match[str]]]:
    total, rest = _product(tokens)
    while rest and rest[0]["sign"] and rest[0]["sign"] not in TIMES + DIVIDED:
        sign = rest[0]["sign"]
        term, rest = _product(rest[1:])
        value = total.value + term.value if sign == PLUS else total.value - term.value
        total = Worth(value=value, slack=total.slack + term.slack)
    return total, rest


def _product(tokens: list[re.Match[str]]) -> tuple[Worth, list[re.Match[str]]]:
    total, rest = _atom(tokens)
    while rest and rest[0]["sign"] and rest[0]["sign"] in TIMES + DIVIDED:
        sign = rest[0]["sign"]
        factor, rest = _atom(rest[1:])
        if sign in DIVIDED:
            value = total.value / factor.value
            slack = (total.slack + abs(value) * factor.slack) / abs(factor.value)
        else:
            value = total.value * factor.value
            slack = abs(total.value) * factor.slack + abs(factor.value) * total.slack
        total = Worth(value=value, slack=slack)
    return total, rest


def _atom(tokens: list[re.Match[str]]) -> tuple[Worth, list[re.Match[str]]]:
    if not tokens:
        raise UnclearError
    first, rest = tokens[0], tokens[1:]
    if first["mark"] == "（":
        worth, rest = _sum(rest)
        if not rest or rest[0]["mark"] != "）":
            raise UnclearError
        return worth, rest[1:]
    if not first["number"]:
        raise UnclearError
    number, factor = first["number"].replace(",", ""), _factor(first["unit"] or "")
    places = len(number.partition(".")[2])
    slack = Fraction(1, 2 * 10**places) * factor if places else Fraction(0)
    return Worth(value=Fraction(number) * factor, slack=slack), rest
