"""数量的来龙去脉: what was seized is what was returned, confiscated, handed over or destroyed, thing by thing."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from casecheck.law.book import LawBook
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts, Fact
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Violation
from casecheck.rules.amount_table.units import factor, unit_name
from casecheck.rules.builtin.disposal import BRACKETED, DECISIONS, LIST, kind_of, order_of
from casecheck.rules.builtin.onspot_measure import lists_of
from casecheck.rules.builtin.reading import day, known, running, settle, the
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.builtin.seizure import ORDER
from casecheck.text.folded import fold_text
from casecheck.text.numbers import parse_number

DISPOSED = "涉案物品处理记录"
_SEIZED = re.compile("查封|扣押|强制措施")
_GIVEN = re.compile(r"退还|返还|发还|解除|移交|移送")
_ADDED = re.compile(r"登记保存|召回|上缴|主动交")
_COUNT = re.compile(r"^(?:共|约)?([0-9]{1,9}|[一二三四五六七八九十百千两]{1,7})(?![0-9.])")
_UNIT = re.compile(
    r"^(?:共|约)?(?:[0-9]{1,9}|[一二三四五六七八九十百千两]{1,7})(毫克|千克|公斤|市斤|斤|克|吨|毫升|公升|升|kg|g|ml|[个件瓶盒箱袋包条支只台套双桶罐提捆把])",
    re.IGNORECASE,
)
_SAME = ("公斤", "千克", "kg", "克", "g", "斤", "市斤", "毫升", "ml", "升", "公升")
_NOT_PLAIN = re.compile(r"[^\u4e00-\u9fffA-Za-z0-9.]")
_TESTED = ("抽样记录", "检验委托书", "检验报告")


@predicate("quantities_agree")
def quantities_agree(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether each thing on a list of seizure is accounted for: returned + confiscated (or handed over) = seized.

    行政强制法 第二十七条. Compared are whole numbers of things named alike on the lists and in the order of the decision; a
    thing that no later paper counts is the matter of another rule. What tests may have used up is a question.
    """
    del law, arguments
    seized, facts, units = _seized(case)
    if not seized:
        return settle(moot=True)
    lists = [x for x in case.documents(LIST) if x.id not in {f.document for f in facts}]
    given = _sum(case, LIST, [x for x in lists if _GIVEN.search(running(x).text)])
    ordered = [order_of(d) for name in DECISIONS for d in case.documents(name)]
    violations: list[Violation] = []
    compared: list[Fact] = []
    for kind, count in seized.items():
        taken = _ordered(ordered, kind, units[kind])
        if taken is None and given[kind] == 0:
            continue
        own = [f for f in facts if kind_of(str(f.value)) == kind]
        compared.extend(own)
        accounted = (taken or 0) + given[kind]
        if taken is not None or accounted > count:
            violations.extend(_difference(case, own, count, accounted, taken or 0, given[kind]))
        if taken is not None:
            violations.extend(_destroyed(case, own, kind, taken))
    return settle(violations, (), compared, moot=not compared)


def _seized(case: CaseFacts) -> tuple[Counter[str], list[Fact], dict[str, set[str]]]:
    """How much of each thing was seized, the names on the lists, and the units that stand with the numbers."""
    papers: dict[str, CaseDocument] = {}
    for order in case.documents(ORDER):
        dated = the(case, f"{ORDER}.日期", order.id)
        for listed in lists_of(case, order, _SEIZED, {day(dated)} if dated else set()):
            papers.setdefault(listed.id, listed)
    facts = [f for p in papers.values() for f in known(case, f"{LIST}.物品名称", p.id)]
    units: dict[str, set[str]] = defaultdict(set)
    for paper in papers.values():
        names, counts = known(case, f"{LIST}.物品名称", paper.id), known(case, f"{LIST}.数量", paper.id)
        for name, count in zip(names, counts, strict=False):
            units[kind_of(str(name.value))] |= _unit(str(count.value))
    return _sum(case, LIST, papers.values()), facts, units


def _sum(case: CaseFacts, form: str, papers: Iterable[CaseDocument]) -> Counter[str]:
    """How much the lists count of each thing; a list whose names and numbers do not pair off is left out."""
    total: Counter[str] = Counter()
    for paper in papers:
        names, counts = known(case, f"{form}.物品名称", paper.id), known(case, f"{form}.数量", paper.id)
        if len(names) != len(counts):
            continue
        for name, count in zip(names, counts, strict=True):
            number = _number(str(count.value))
            if number is not None and kind_of(str(name.value)):
                total[kind_of(str(name.value))] += number
    return total


def _number(said: str) -> int | None:
    found = _COUNT.match(fold_text(said))
    value = parse_number(found[1]) if found else None
    return value if isinstance(value, int) else None


def _unit(said: str) -> set[str]:
    """The unit behind a number, as one spelling of it; none where the cell has only the number."""
    found = _UNIT.match(fold_text(said))
    return {unit_name(found[1])} if found else set()


def _ordered(orders: Sequence[str], kind: str, units: set[str]) -> int | None:
    """How much of a thing the decisions confiscate; None where none counts it in the units of the list (3瓶 is no 405克)."""
    counts: list[int] = []
    for said in orders:
        text = _NOT_PLAIN.sub("", BRACKETED.sub("", fold_text(said).lower())).replace("牌", "")
        for found in re.finditer(re.escape(kind), text):
            number = _number(text[found.end() :])
            other = _unit(text[found.end() :])
            if number is not None and not (units and other and other.isdisjoint(_spellings(units))):
                counts.append(number)
    return counts[0] if len(set(counts)) == 1 else None


def _spellings(units: set[str]) -> set[str]:
    """Units that say the same, so that their numbers compare (公斤, 千克)."""
    return {other for other in (*units, *_SAME) if any(factor(unit, other, {}) == 1 for unit in units)}


def _difference(
    case: CaseFacts, own: Sequence[Fact], count: int, accounted: int, taken: int, given: int
) -> Iterator[Violation]:
    if accounted == count:
        return
    cause, variant = None, "short"
    if accounted < count and any(case.documents(form) for form in _TESTED):
        cause, variant = Cause.NEEDS_JUDGEMENT, "tested"
    elif accounted > count:
        others = any(_ADDED.search(running(d).text) for d in case.documents(LIST))
        cause, variant = (Cause.NEEDS_JUDGEMENT if others else None), "more"
    name = str(own[0].value) if own else ""
    params = defaultdict(str, item=name, seized=str(count), taken=str(taken), given=str(given))
    params["left"] = str(abs(count - accounted))
    yield Violation(facts=tuple(own), variant=variant, params=tuple(params.items()), cause=cause, key=name)


def _destroyed(case: CaseFacts, own: Sequence[Fact], kind: str, taken: int) -> Iterator[Violation]:
    """What the record of disposal counts otherwise than the decision confiscated."""
    total = _sum(case, DISPOSED, case.documents(DISPOSED))
    if kind in total and total[kind] != taken:
        name = str(own[0].value) if own else kind
        params = (("item", name), ("taken", str(taken)), ("disposed", str(total[kind])))
        facts = tuple(f for f in case.named(f"{DISPOSED}.物品名称") if kind_of(str(f.value)) == kind)
        yield Violation(facts=(*own, *facts), variant="disposed", params=params, key=f"disposed {name}")
