"""倍数罚: a fine that is stated as so many times a base."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from casecheck.law.book import LawBook
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts, Fact
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.model.words import Words
from casecheck.rules.builtin.reading import known, lacking, settle, text, texts, the
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.builtin.wording import Hit, hits, papers_of
from casecheck.text.money import find_money, format_yuan
from casecheck.text.numbers import parse_number

_BASES = {
    "货值": "货值金额",
    "违法所得": "违法所得",
    "非法所得": "违法所得",
    "违法经营额": "违法经营额",
    "非法经营额": "违法经营额",
    "广告费": "广告费用",
}
_MULTIPLE = re.compile(
    r"(?<![\d.点至~\-—])(?P<count>\d+(?:\.\d+)?|[一二两三四五六七八九十百]+(?:点[一二三四五六七八九])?)倍"
    r"(?!以上|以下|以内|至|到|-|~|—|、|或|和)"
)
_BASE = re.compile("|".join(_BASES))
_RULE_TALK = re.compile(
    r"基准|幅度|规定的|以上|以下|区间|标准为|请求|申请|要求|希望|恳请|提出|建议|认为过|罚则|最高|最低|不超过|法定|从重处罚的|原拟|拟作出|告知"
)
_ADJUSTED = re.compile(
    r"^(?:的?罚款(?:数额|金额)?)?(?:的|后|再|，|按|乘以|×)*(?:\d+(?:\.\d+)?[%折成]|百分之|[一二三四五六七八九]+[成折]|一半|半数|[一二三四五六七八九十]+分之)"
    r"|抹[去零除掉]|零头|尾数|取整|凑整|去零|整数|舍去|四舍五入|减按|折算|折合|减半|酌减|再减|扣减|减去|扣除|抵扣|抵缴"
)
"""The multiple is not yet the fine."""
_FINE = re.compile(r"罚款")
_TERM = re.compile(r"[×xX*✖╳÷+]")
_REFUNDED = re.compile(r"退还|退款|退赔|清退|退费")


@dataclass(frozen=True, slots=True, kw_only=True)
class Multiple:
    """罚款倍数: the times, the word of the base, and the sums that stand in its clause."""

    hit: Hit
    count: Decimal
    base: str
    stated: int | None
    """The base as the clause gives it, in 分."""
    fine: int | None
    """The fine as the clause gives it, in 分."""
    step: int
    """One unit of the last printed place of the fine, in 分."""
    adjusted: bool
    """The clause goes on to take a share of the multiple or to round it."""


@predicate("fine_is_the_multiple")
def fine_is_the_multiple(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether base × multiple gives the fine where a decision states a multiple.

    `paper` is the form, `fine` the fact with its total, `bases` maps the names of bases to facts. A sum of the same clause
    counts before a fact; a fact counts only where the paper states one multiple, and where it is more than nothing: that
    there was no income is found of another act. A part of a yuan that the order drops is no difference.
    """
    del law
    total = the(case, text(arguments, "fine"))
    found = [m for paper in papers_of(case, texts(arguments, "paper")) for m in multiples_in(paper)]
    if total is None:
        return settle((), lacking(case, text(arguments, "fine")))
    violations: list[Violation] = []
    gaps: list[Missing] = []
    used: list[Fact] = [total]
    for one in worked_out(case, found, total, bases_of(arguments)):
        if one.fine is None or one.base is None:
            if one.base is None and one.alone:
                gaps.append(Missing(name=one.multiple.base, cause=Cause.NEEDS_JUDGEMENT))
            continue
        used.extend((one.taken,) if one.taken else ())
        if one.agrees:
            continue
        if one.multiple.adjusted:
            gaps.append(Missing(name=text(arguments, "fine"), cause=Cause.NEEDS_JUDGEMENT))
        else:
            violations.append(_difference(one))
    return settle(violations, gaps, used)


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkedMultiple:
    """A multiple with its base and fine in 分, None where not known.

    `taken` is the fact that gave the base where the clause gives none; `alone`: the paper states no other multiple;
    `certain`: the fine is that of this multiple, and not a sum of several.
    """

    multiple: Multiple
    base: int | None
    taken: Fact | None
    fine: int | None
    alone: bool
    certain: bool

    @property
    def product(self) -> Decimal:
        """Base × multiple in 分."""
        return self.multiple.count * (self.base or 0)

    @property
    def agrees(self) -> bool:
        """Whether the product is the fine as far as it is printed; a part of a yuan that is dropped is no difference."""
        fine = self.fine or 0
        short = self.product - fine
        return abs(short) < max(self.multiple.step, 2) or (fine % 100 == 0 and 0 <= short < 100)


def worked_out(
    case: CaseFacts, found: Sequence[Multiple], total: Fact, bases: Mapping[str, Sequence[str]]
) -> Iterator[WorkedMultiple]:
    """The multiples of a paper with their bases and fines; `bases` are the facts of each base, by its name."""
    alone = len({(m.count, m.base) for m in found}) == 1
    told = next((m.fine for m in found if m.fine is not None), None)
    for multiple in found:
        base_fact = _base_fact(case, bases.get(multiple.base, ()), multiple) if alone else None
        whole = (told if told is not None else _sum(total)) if alone else None
        yield WorkedMultiple(
            multiple=multiple,
            base=multiple.stated if multiple.stated is not None else (_sum(base_fact) or None),
            taken=base_fact if multiple.stated is None else None,
            fine=multiple.fine if multiple.fine is not None else whole,
            alone=alone,
            certain=multiple.fine is not None or total.origin.value != "derived",
        )


def bases_of(arguments: Json) -> dict[str, tuple[str, ...]]:
    """The facts of each base among the arguments."""
    listed = arguments.get("bases") if isinstance(arguments, dict) else None
    return {base: texts(listed, base) for base in listed} if isinstance(listed, dict) else {}


def _sum(fact: Fact | None) -> int | None:
    return fact.value if fact is not None and isinstance(fact.value, int) and not fact.masked else None


def _base_fact(case: CaseFacts, names: Sequence[str], multiple: Multiple) -> Fact | None:
    """The base as a paper finds it. What is confiscated is no measure where part of it was paid back."""
    for name in names:
        if "没收" in name and _REFUNDED.search(multiple.hit.paper.text):
            continue
        found = known(case, name)
        if found:
            return found[0]
    return None


def multiples_in(paper: CaseDocument) -> Iterator[Multiple]:
    """The multiples that an order or its reasons apply: exact ones, of a named base, beside the word 罚款."""
    for hit in hits(_MULTIPLE, (paper,)):
        sentence = re.split(r"，(?=(?:决定|本局|我局|故|因此))", hit.before)[-1]
        near = hit.before[-60:]
        after = hit.paper.text[hit.match.end() : hit.match.end() + 40]
        bases = list(_BASE.finditer(near))
        count = parse_number(hit.match["count"])
        beside = _FINE.search(re.split("[。；]", after)[0][:24]) or re.search(r"罚款[^，。；]{0,24}$", near)
        if not bases or count is None or beside is None or _RULE_TALK.search(sentence[-80:] + after[:12]):
            continue
        between = near[bases[-1].end() :]
        if re.search(r"[。；]", between) or re.match(r"的?(?:规定|标准|情形)", after):
            continue
        stated = find_money(between)
        rest = re.split("[。；]", after)[0]
        sums = [
            m
            for m in find_money(rest)
            if not re.search("合计|共计|没收", rest[: m.start]) and not _TERM.match(rest, m.end)
        ]
        printed = sums[0].raw if sums else ""
        yield Multiple(
            hit=hit,
            count=Decimal(count),
            base=_BASES[bases[-1].group()],
            stated=stated[-1].fen if stated else None,
            fine=sums[0].fen if sums else None,
            step=_step(printed),
            adjusted=bool(_ADJUSTED.search(hit.paper.text[hit.match.end() : hit.match.end() + 60])),
        )


def _step(printed: str) -> int:
    places = re.search(r"\.(\d+)", printed)
    return {0: 100, 1: 10}.get(len(places[1]) if places else 0, 1)


def _difference(one: WorkedMultiple) -> Violation:
    multiple, base, fine = one.multiple, one.base or 0, one.fine or 0
    computed = format_yuan(int(one.product))
    shown = f"{format_yuan(base)} × {multiple.count.normalize():f}"
    return Violation(
        quotes=(multiple.hit.quote(),),
        variant="" if one.certain else "several",
        params=(
            ("base", multiple.base),
            ("base_amount", format_yuan(base)),
            ("multiple", f"{multiple.count.normalize():f}"),
            ("computed", computed),
            ("fine", format_yuan(fine)),
        ),
        working=Words(
            zh=f"{shown} = {computed} ≠ {format_yuan(fine)}", en=f"{shown} = {computed} ≠ {format_yuan(fine)}"
        ),
        cause=None if one.certain else Cause.NEEDS_JUDGEMENT,
        key=f"{multiple.base} {multiple.count}",
    )
