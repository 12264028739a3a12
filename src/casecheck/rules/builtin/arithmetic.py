"""金额计算: sums and products that a paper writes out, worked out again."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from casecheck.law.book import LawBook
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts
from casecheck.model.place import Quote
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.model.words import Words
from casecheck.rules.builtin.reading import settle, texts, the, title_of, unread
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.builtin.tables import rows_of
from casecheck.rules.builtin.totals import weighed_totals
from casecheck.rules.builtin.wording import own_words, papers_of
from casecheck.text.money import format_yuan

_NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?"
_UNIT = r"(?:%|[\u4e00-\u9fff㎡]{1,6}|[kKmM]?[gGlLmM])"
_OPERAND = rf"（*{_NUMBER}(?:{_UNIT}(?:/{_UNIT})*)?(?:）(?:{_UNIT}(?:/{_UNIT})*)?)*"
_SIGN = r"[×xX*✖╳+\-—–−÷/]"
_EQUATION = re.compile(
    rf"(?<![\d.,A-Za-z%×*✖╳+\-—–−÷/=）\]】约〔]){_OPERAND}(?:{_SIGN}{_OPERAND})+(?:=（*{_OPERAND}(?:{_SIGN}{_OPERAND})*)+"
    rf"(?![\d.%×*✖╳+÷=])(?![\-—–−][\d（])"
)
_TOKEN = re.compile(
    rf"(?P<number>{_NUMBER})(?P<unit>{_UNIT}(?:/{_UNIT})*)?|(?P<sign>{_SIGN})|(?P<mark>[（）])(?:{_UNIT}(?:/{_UNIT})*)?"
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
_SCALE = re.compile(r"[十百千万亿]+(?=元)")
_COUNTED_IN = re.compile(r"（(?:千(?![克米瓦])|[百万十亿])")
_OTHER_PARTS = re.compile(r"优惠|折|运费|减|让利|税|扣|补贴|赠|抵|服务费|手续费|押金|退")
_TIMES, _DIVIDED, _PLUS = "×xX*✖╳", "÷/", "+"
_PENNY = Fraction(1, 100)


@dataclass(frozen=True, slots=True, kw_only=True)
class Worth:
    """The value of an expression, and how far rounding of the numbers in it may have moved it."""

    value: Fraction
    slack: Fraction


class UnclearError(Exception):
    """What stands there is no expression."""


@predicate("arithmetic_holds")
def arithmetic_holds(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether every sum or product that the agency's papers write out comes to what they say, to a cent.

    `papers` are the forms; in their tables 数量 × 单价 = 金额 of each row is worked out too. `total` are the facts whose sum
    the decision gives as 罚没款合计. A difference that the rounding of the numbers can explain is a question. Moot where
    nothing is written out that could be worked out again.
    """
    del law
    papers = papers_of(case, texts(arguments, "papers"))
    sums = [s for paper in papers for s in (*_equations(case, paper), *_rows(case, paper))]
    sums += _grand_totals(case, arguments)
    violations = {s.key: s for s in sums if s is not None}
    looked = tuple(p.id for p in papers if unread(case, p))
    gaps = (Missing(name="金额", cause=Cause.UNREADABLE, looked=looked),) if looked else ()
    return settle(tuple(violations.values()), gaps, moot=not sums)


def _equations(case: CaseFacts, paper: CaseDocument) -> Iterator[Violation | None]:
    """Each formula of a paper that could be worked out: None where it comes to what it says."""
    said = own_words(paper)
    for found in _EQUATION.finditer(said.text):
        after = said.text[found.end() : found.end() + 1]
        if _converts(found.group()) or _repacked(found.group()) or (after.isascii() and after.isalpha()):
            continue
        sides = found.group().split("=")
        spare = sides[-1].count("）") - sides[-1].count("（")
        if spare > 0:  # the bracket around the whole remark
            sides[-1] = sides[-1].removesuffix("）" * spare)
        try:
            worths = [_worth(side) for side in sides]
        except (UnclearError, ZeroDivisionError):
            continue
        for (left, one), (right, other) in pairwise(zip(sides, worths, strict=True)):
            doubtful = _differs(one, other, right)
            shown = said.quote(found.start(), found.end())
            yield None if doubtful is None else _wrong(case, paper, shown, left, one.value, right, doubtful)


def _converts(words: str) -> bool:
    """Whether the words take more than their numbers to work out: two measures, 折, 千元 and the like."""
    measures = {m["word"] or (m["letters"] or "").lower() for m in _MEASURE.finditer(words)}
    return len({_MEASURES.get(m, m) for m in measures}) > 1 or bool(_SCALED.search(words))


def _repacked(words: str) -> bool:
    """Whether a price is that of another unit than the one counted (10箱×20元/瓶): how many go into one is not written."""
    counted: set[str] = set()
    priced: set[str] = set()
    for token in _TOKEN.finditer(words.split("=")[0]):
        first, *rest = (token["unit"] or "").split("/")
        counted.add(_MEASURES.get(first, first))
        priced.update(_MEASURES.get(unit, unit) for unit in rest)
    others = {unit for unit in counted if unit and not unit.endswith("元")}
    return bool(others) and bool(priced - counted)


def _differs(one: Worth, other: Worth, printed: str) -> bool | None:
    """None: the same as printed. True: rounding may be why they differ. False: they differ."""
    gap = abs(one.value - other.value)
    step = _step(printed) if one.slack or one.value.denominator > 1 else Fraction(0)
    if gap <= max(step, _PENNY):
        return None
    return gap <= one.slack + other.slack


def _step(printed: str) -> Fraction:
    """One unit of the last printed place of the last number."""
    number = list(_TOKEN.finditer(printed))[-1]
    digits, unit = number["number"] or "", number["unit"] or ""
    return Fraction(1, 10 ** len(digits.partition(".")[2])) * _factor(unit)


def _factor(unit: str) -> Fraction:
    if unit == "%":
        return _PENNY
    return Fraction({"万": 10_000, "亿": 100_000_000}.get(unit[:1], 1))


def _worth(expression: str) -> Worth:
    """The value of an expression; UnclearError when it is not one."""
    tokens = []
    at = 0
    while at < len(expression):
        found = _TOKEN.match(expression, at)
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
    while rest and rest[0]["sign"] and rest[0]["sign"] not in _TIMES + _DIVIDED:
        sign = rest[0]["sign"]
        term, rest = _product(rest[1:])
        value = total.value + term.value if sign == _PLUS else total.value - term.value
        total = Worth(value=value, slack=total.slack + term.slack)
    return total, rest


def _product(tokens: list[re.Match[str]]) -> tuple[Worth, list[re.Match[str]]]:
    total, rest = _atom(tokens)
    while rest and rest[0]["sign"] and rest[0]["sign"] in _TIMES + _DIVIDED:
        sign = rest[0]["sign"]
        factor, rest = _atom(rest[1:])
        if sign in _DIVIDED:
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


def _rows(case: CaseFacts, paper: CaseDocument) -> Iterator[Violation | None]:
    """Rows of tables with 数量, 单价 and 金额 in the same units and nothing else that makes up the amount."""
    for row in rows_of(paper):
        counted = next((n for n in row if n.startswith("数量")), None)
        priced = next((n for n in row if n.startswith("单价")), None)
        summed = next((n for n in row if re.match(r"金额|小计|总价|货值|价款", n)), None)
        if counted is None or priced is None or summed is None or any(_OTHER_PARTS.search(n) for n in row):
            continue
        count, price, amount = row[counted], row[priced], row[summed]
        units = "".join(f"/{c.words} " for n, c in row.items() if "单位" in n)
        heads = f"{counted} {priced} {summed}"
        if _scale(priced) != _scale(summed) or _COUNTED_IN.search(counted):
            continue
        if _converts(f"{heads} {units}{count.words} {price.words} {amount.words}"):
            continue
        if _repacked(f"{count.words}×{price.words}"):
            continue
        try:
            one, two, three = (_worth(c.words) for c in (count, price, amount))
        except (UnclearError, ZeroDivisionError):
            continue
        product = Worth(value=one.value * two.value, slack=one.value * two.slack + two.value * one.slack)
        doubtful = _differs(product, three, amount.words)
        left = f"{count.words}×{price.words}"
        place = Quote(text=amount.text, place=amount.place, document=paper.id)
        wrong = doubtful is not None
        yield _wrong(case, paper, place, left, product.value, amount.words, bool(doubtful)) if wrong else None


def _scale(heading: str) -> str:
    """万 of a heading in 万元."""
    found = _SCALE.search(heading)
    return found.group() if found else ""


def _wrong(
    case: CaseFacts, paper: CaseDocument, shown: Quote, left: str, value: Fraction, right: str, doubtful: bool
) -> Violation:
    computed = f"{float(value):.4f}".rstrip("0").rstrip(".")
    return Violation(
        quotes=(shown,),
        variant="rounding" if doubtful else "",
        params=(
            ("paper", title_of(case, paper.id)),
            ("left", left),
            ("computed", computed),
            ("stated", right),
        ),
        working=Words(zh=f"{left} = {computed} ≠ {right}", en=f"“{left}” = {computed} ≠ “{right}”"),
        cause=Cause.NEEDS_JUDGEMENT if doubtful else None,
        key=f"{title_of(case, paper.id)} {left}={right}",
    )


def _grand_totals(case: CaseFacts, arguments: Json) -> Iterator[Violation | None]:
    """Each 罚没款合计 of a decision against the sum of its parts: None where they agree."""
    names = texts(arguments, "total")
    parts = [fact for name in names if (fact := the(case, name))]
    if not names or len(parts) < len(names) or len({f.document for f in parts}) > 1:
        return
    amounts = [f.value for f in parts if isinstance(f.value, int)]
    paper = next((p for p in case.dossier.documents if p.id == parts[0].document), None)
    for total, terms in weighed_totals(paper, amounts) if paper else ():
        if terms is None:
            yield None
            continue
        shown = own_words(total.paper).quote(total.start, total.end)
        left = " + ".join(map(format_yuan, terms))
        yield _wrong(case, total.paper, shown, left, Fraction(sum(terms), 100), format_yuan(total.fen), False)
