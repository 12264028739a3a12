"""计量单位: which units are the same, which the metric system converts, and what a paper says goes into a package."""

import re
from collections.abc import Mapping
from fractions import Fraction

Sizes = Mapping[tuple[str, str], Fraction]
"""How many of the second unit go into one of the first, as a paper states it (箱, 瓶 → 12)."""

_METRIC: dict[str, tuple[str, Fraction]] = {
    **{u: ("mass", f) for u, f in (("毫克", Fraction(1, 1000)), ("mg", Fraction(1, 1000)), ("克", Fraction(1)), ("g", Fraction(1)))},
    **{u: ("mass", Fraction(1000)) for u in ("千克", "公斤", "kg")},
    **{u: ("mass", f) for u, f in (("斤", Fraction(500)), ("市斤", Fraction(500)), ("两", Fraction(50)), ("吨", Fraction(10**6)), ("t", Fraction(10**6)))},
    **{u: ("volume", f) for u, f in (("毫升", Fraction(1)), ("ml", Fraction(1)), ("升", Fraction(1000)), ("公升", Fraction(1000)), ("l", Fraction(1000)), ("立方米", Fraction(10**6)))},
    **{u: ("length", f) for u, f in (("毫米", Fraction(1)), ("mm", Fraction(1)), ("厘米", Fraction(10)), ("cm", Fraction(10)), ("米", Fraction(1000)), ("m", Fraction(1000)))},
    **{u: ("length", Fraction(10**6)) for u in ("千米", "公里", "km")},
    **{u: ("area", f) for u, f in (("平方米", Fraction(1)), ("平米", Fraction(1)), ("㎡", Fraction(1)), ("公顷", Fraction(10000)))},
    **{u: ("time", f) for u, f in (("分钟", Fraction(1)), ("小时", Fraction(60)), ("天", Fraction(1440)), ("日", Fraction(1440)))},
}  # fmt: skip
"""Units of 法定计量单位 and 斤, 两 of the market (500 g, 50 g), by what they measure and how many of the smallest they are."""
_ALIKE = {"元人民币": "元", "圆": "元", "个月": "月"}
_PACKED = r"[箱件盒包袋瓶罐桶听支条组提篮扎捆板套筐排串壶坛]"
_INNER = (
    r"(?:毫克|千克|公斤|市斤|斤|克|吨|毫升|公升|升|mg|kg|g|ml|l|[盒包袋瓶罐桶听支条只个枚粒片块颗根张件套双本把台])"
)
_SIZE = re.compile(
    rf"每(?P<one>{_PACKED})(?:内?装有?|为|含有?|有|共|计|净重|净含量)?(?P<count>\d+(?:\.\d+)?)(?P<of>{_INNER})(?![元/a-z])"
    rf"|(?<![\d.])1(?P<two>{_PACKED})(?:=|等于|折合|即|有|装)(?P<count2>\d+(?:\.\d+)?)(?P<of2>{_INNER})(?![元/a-z])"
    rf"|(?<![\d.])(?P<count3>\d+(?:\.\d+)?)(?P<of3>{_INNER})/(?P<three>{_PACKED})",
    re.IGNORECASE,
)


def unit_name(unit: str) -> str:
    """One spelling of a unit."""
    unit = unit.lower()
    return _ALIKE.get(unit, unit)


def factor(unit: str, into: str, sizes: Sizes) -> Fraction | None:
    """How many of `into` one `unit` is: the same, metric, or stated by the paper (`sizes`); None when nobody says."""
    unit, into = unit_name(unit), unit_name(into)
    if unit == into:
        return Fraction(1)
    if measures(unit) and measures(into):
        return _metric(unit, into)
    for (outer, inner), count in sizes.items():
        if outer == unit and (held := _metric(inner, into)):
            return count * held
        if outer == into and (held := _metric(inner, unit)):
            return 1 / (count * held)
    return None


def _metric(unit: str, into: str) -> Fraction | None:
    """How many of `into` one `unit` is by the metric system alone."""
    if unit == into:
        return Fraction(1)
    one, two = _METRIC.get(unit), _METRIC.get(into)
    return one[1] / two[1] if one and two and one[0] == two[0] else None


def measures(unit: str) -> str | None:
    """What a unit measures (`mass volume length area time`); None for one that counts pieces or packages."""
    found = _METRIC.get(unit_name(unit))
    return found[0] if found else None


def stated_sizes(text: str) -> Sizes:
    """每箱12瓶, 1箱=12瓶, 12瓶/箱: what the text says of packages; one that it sizes in several ways is left out."""
    found: dict[tuple[str, str], set[Fraction]] = {}
    for match in _SIZE.finditer(text):
        outer = match["one"] or match["two"] or match["three"]
        inner = unit_name(match["of"] or match["of2"] or match["of3"])
        count = Fraction(match["count"] or match["count2"] or match["count3"])
        if outer != inner and count:
            found.setdefault((outer, inner), set()).add(count)
    return {units: next(iter(counts)) for units, counts in found.items() if len(counts) == 1}
