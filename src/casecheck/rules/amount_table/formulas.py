"""算式: the sums and products that a paper writes out, worked out again."""

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from casecheck.model.amounts import Reckoning, Result
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts
from casecheck.model.words import Words
from casecheck.rules.amount_table.expressions import OPERAND, SIGN, TOKEN, UnclearError, differs, worth
from casecheck.rules.amount_table.products import with_units
from casecheck.rules.amount_table.units import Sizes, stated_sizes
from casecheck.rules.builtin.reading import title_of
from casecheck.rules.builtin.wording import own_words

RULE = "FACT-ARITH"
_EQUATION = re.compile(
    rf"(?<![\d.,A-Za-z%×*✖╳+\-—–−÷/=）\]】约〔]){OPERAND}(?:{SIGN}{OPERAND})+(?:=（*{OPERAND}(?:{SIGN}{OPERAND})*)+"
    rf"(?![\d.%×*✖╳+÷=])(?![\-—–−][\d（])"
)
_MEASURES = {
    "毫克": "mg",
    "千克": "kg",
    "公斤": "kg",
    "市斤": "斤",
    "克": "g",
    "吨": "t",
    "毫升": "ml",
    "公升": "l",
    "升": "l",
    "平米": "平方米",
    "㎡": "平方米",
    "千米": "公里",
    "km": "公里",
    "米": "m",
    "日": "天",
    "个月": "月",
}
_MEASURE = re.compile(
    r"(?<=[\d/每元一（）])(?:(?P<word>毫克|千克|公斤|市斤|斤|克|吨|两|毫升|公升|升|平方米|平米|㎡|立方米|亩|公顷|公里|千米|厘米|毫米|米"
    r"|小时|分钟|天|日|周|个月|月|季度|年)|(?P<letters>mg|kg|g|t|ml|l|cm|mm|km|m)(?![A-Za-z]))",
    re.IGNORECASE,
)
_SCALED = re.compile(r"[\d）](?:千(?![克米瓦])|百|十|折|成(?!本)|角|分(?!钟)|打)|(?:/|每)(?:千(?![克米瓦])|[百万十])")


def formulas(case: CaseFacts, paper: CaseDocument) -> Iterator[Reckoning]:
    """Each formula of a paper with what it comes to."""
    said = own_words(paper)
    sizes = stated_sizes(said.text)
    for found in _EQUATION.finditer(said.text):
        after = said.text[found.end() : found.end() + 1]
        if after.isascii() and after.isalpha():
            continue
        sides = found.group().split("=")
        spare = sides[-1].count("）") - sides[-1].count("（")
        if spare > 0:  # the bracket around the whole remark
            sides[-1] = sides[-1].removesuffix("）" * spare)
        quote = said.quote(found.start(), found.end())
        for left, right in pairwise(sides):
            worked = _in_units(left, right, sizes) if units_differ(found.group()) else _plain(left, right)
            if worked is None:
                continue
            computed, result, why = worked
            yield Reckoning(
                sort="formula",
                paper=title_of(case, paper.id),
                document=paper.id,
                left=left,
                stated=right,
                computed=computed,
                result=result,
                rule=RULE,
                quote=quote,
                why=why,
            )


_Worked = tuple[str, Result, Words | None]


def _plain(left: str, right: str) -> _Worked | None:
    try:
        one, other = worth(left), worth(right)
    except (UnclearError, ZeroDivisionError):
        return None
    doubtful = differs(one, other, right)
    return shown(one.value), Result.OK if doubtful is None else Result.ROUNDING if doubtful else Result.DIFFERS, None


def _in_units(left: str, right: str, sizes: Sizes) -> _Worked:
    """A formula in several units. A size that the paper states may be that of other goods: it can only confirm."""
    product = None if _SCALED.search(f"{left}={right}") else with_units(left, right, sizes)
    if product is None:
        return (
            "",
            Result.NOT_CONVERTIBLE,
            Words(zh="计量单位不同或者含折扣、倍数，无法换算", en="units that nothing converts"),
        )
    doubtful = differs(product.left, product.right, right)
    why = (
        Words(zh="；".join(product.used), en="; ".join(f"“{used}”" for used in product.used)) if product.used else None
    )
    if doubtful is None:
        return shown(product.left.value), Result.OK, why
    if product.packaged:
        return "", Result.NOT_CONVERTIBLE, why
    return shown(product.left.value), Result.ROUNDING if doubtful else Result.DIFFERS, why


def units_differ(words: str) -> bool:
    """Whether working it out takes more than its numbers."""
    return _converts(words) or _repacked(words)


def _converts(words: str) -> bool:
    """Whether the words take more than their numbers to work out: two measures, 折, 千元 and the like."""
    measures = {m["word"] or (m["letters"] or "").lower() for m in _MEASURE.finditer(words)}
    return len({_MEASURES.get(m, m) for m in measures}) > 1 or bool(_SCALED.search(words))


def _repacked(words: str) -> bool:
    """Whether a price is that of another unit than the one counted (10箱×20元/瓶): how many go into one is not written."""
    counted: set[str] = set()
    priced: set[str] = set()
    for token in TOKEN.finditer(words.split("=")[0]):
        first, *rest = (token["unit"] or "").split("/")
        counted.add(_MEASURES.get(first, first))
        priced.update(_MEASURES.get(unit, unit) for unit in rest)
    others = {unit for unit in counted if unit and not unit.endswith("元")}
    return bool(others) and bool(priced - counted)


def shown(value: Fraction) -> str:
    """A value as a message prints it: four decimal places at most."""
    return f"{float(value):.4f}".rstrip("0").rstrip(".")
