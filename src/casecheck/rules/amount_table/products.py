"""数量 × 单价 in several units: a product worked out with its units, as far as they convert."""

import re
from dataclasses import dataclass
from fractions import Fraction

from casecheck.rules.amount_table.expressions import TIMES, TOKEN, UnclearError, Worth, worth
from casecheck.rules.amount_table.units import Sizes, factor, measures, unit_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    """Both sides in the unit of the right one.

    `used` tells the conversions in words, `packaged` whether one of them is the size of a package that the paper states.
    """

    left: Worth
    right: Worth
    used: tuple[str, ...]
    packaged: bool


@dataclass(frozen=True, slots=True)
class _Operand:
    number: str
    over: str
    under: str


def with_units(left: str, right: str, sizes: Sizes) -> Product | None:
    """The product on the left in the unit of the number on the right; None where a unit does not convert."""
    operands, stated = _operands(left), _operands(right)
    if operands is None or stated is None or len(stated) != 1 or stated[0].under or not stated[0].over:
        return None
    value, overs, steps = Fraction(1), [o.over for o in operands if o.over], list[tuple[str, str]]()
    for under in (o.under for o in operands if o.under):
        over = next((o for o in sorted(overs, key=lambda o: o != under) if factor(o, under, sizes) is not None), None)
        if over is None:
            return None
        overs.remove(over)
        steps.append((over, under))
    wanted = stated[0].over
    kept = next((o for o in sorted(overs, key=lambda o: o != wanted) if factor(o, wanted, sizes) is not None), None)
    if kept is None:
        return None
    overs.remove(kept)
    steps.append((kept, wanted))
    if any(measures(rest) or rest.endswith("元") for rest in overs):
        return None  # kilograms times days, a price twice
    taken = [(a, b) for a, b in steps if unit_name(a) != unit_name(b)]
    for one, into in steps:
        value *= factor(one, into, sizes) or 1
    plain = worth("×".join(o.number for o in operands))
    return Product(
        left=Worth(value=plain.value * value, slack=plain.slack * value),
        right=worth(stated[0].number),
        used=tuple(f"1{a}={_count(factor(a, b, sizes))}{b}" for a, b in taken),
        packaged=any(measures(a) is None or measures(b) is None for a, b in taken),
    )


def _operands(side: str) -> list[_Operand] | None:
    """The factors of a product without brackets; None for anything else."""
    found: list[_Operand] = []
    for part in re.split(f"[{TIMES}]", side):
        match = TOKEN.fullmatch(part)
        if match is None or not match["number"]:
            return None
        over, *under = (match["unit"] or "").split("/")
        if len(under) > 1 or over.startswith(("万", "亿", "%")):
            return None
        try:
            worth(match["number"])
        except UnclearError:
            return None
        found.append(_Operand(match["number"], over, under[0] if under else ""))
    return found


def _count(value: Fraction | None) -> str:
    return f"{float(value or 0):g}"
