"""责任年龄、责任能力: how old a natural person was on the day of the act (行政处罚法 第三十条、第三十一条)."""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from casecheck.law.book import LawBook
from casecheck.model.fact import CaseFacts, Fact
from casecheck.model.identity import Item
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.model.words import Words
from casecheck.rules.builtin.party import rows_of
from casecheck.rules.builtin.reading import day, known, passage, quote, settle, the
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.identity.matrix import identity
from casecheck.text.citations import mask_quoted
from casecheck.text.identifiers import normalise_name

_EXEMPT, _LIGHTER = "责任年龄.不予处罚", "责任年龄.从轻减轻"
_OLDEST_ACT = timedelta(days=5 * 366)
"""An act is punished five years after it ended at the latest (行政处罚法 第三十六条); an older one is another rule's matter."""
_ENDED = "违法行为.终了日期"
_FOUND = ("案件来源登记表.发现日期", "现场笔录.检查开始", "立案审批表.批准日期")
_DECISIONS = ("行政处罚决定书", "当场行政处罚决定书")
_CARD = ("居民身份证复印件.出生日期", "居民身份证复印件.姓名")
_ASK = Cause.NEEDS_JUDGEMENT
_MILD = frozenset(("警告", "通报批评"))
_CAPACITY = re.compile(
    r"(?:患有|有)?(?:精神病(?!院|人|史[？?])|精神障碍|精神残疾|智力残疾|智力障碍)|无民事行为能力|限制民事行为能力|不能(?:完全)?辨认(?:或者控制)?自己"
)
_DENIED = re.compile(r"^[^。；\n]{0,12}[？?]?\n?(?:答：)?(?:没有|无|否|不是|未)|^[？?]")
_NEGATED = re.compile(r"(?:没有|无|未患|不患|不属于|非)[^。；，\n]{0,6}$")
_TOLD_IN = ("询问笔录", "现场笔录", "情况说明", "案件调查终结报告", "陈述申辩笔录", "听证笔录")


@predicate("age_respected")
def age_respected(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether a person too young for a penalty got none, and one not yet grown up a lighter one.

    The day is that on which the act ended; where no paper names it, the day on which it was found bounds it from above.
    Whether a birthday itself still belongs to the years before is a question. So is what the papers tell of a mental illness.
    """
    del arguments
    capacity = tuple(_capacity(case))
    births = dict(_births(case))
    if len(births) != 1:
        cause = Cause.CONFLICTING if births else _veiled(case)
        return settle(capacity, (Missing(name="当事人.身份证号", cause=cause),), births.values())
    birth, source = next(iter(births.items()))
    act = the(case, _ENDED)
    last = act or _found(case)
    if last is None:
        return settle(capacity, (Missing(name=_ENDED, cause=Cause.NOT_FOUND),), (source,))
    exempt, lighter = _years(law, _EXEMPT, day(last)), _years(law, _LIGHTER, day(last))
    if exempt is None or lighter is None:
        return settle(capacity, (Missing(name=_EXEMPT, cause=Cause.NOT_FOUND),), (source, last))
    working = _working(birth, day(last), sure=act is not None)
    young = (exempt, _stands(birth, day(last), exempt))
    told = _too_young(case, (source, last), young, (lighter, _stands(birth, day(last), lighter)))
    gaps: tuple[Missing, ...] = ()
    if act is None and not told:
        earliest = day(last) - _OLDEST_ACT
        open_age = exempt if _stands(birth, day(last), lighter) < 0 else lighter
        maybe = _stands(birth, earliest, open_age) <= 0
        gaps = (Missing(name=_ENDED, cause=Cause.NOT_FOUND),) if maybe else ()
    return settle((*told, *capacity), gaps, (source, last), working)


def _births(case: CaseFacts) -> Iterator[tuple[date, Fact]]:
    """The birth dates of the party: in its identity numbers that pass their check, and on its identity card."""
    parties = tuple(p for p in identity(case).parties if p.kind == "自然人")
    for row in rows_of(parties, Item.IDENTITY_NUMBER):
        for cell in row.cells:
            number = normalise_name(cell.value or "")
            if cell.valid and cell.fact and len(number) == 18:
                yield datetime.strptime(number[6:14], "%Y%m%d").date(), cell.fact
    own = {party.name for party in parties}
    for fact in known(case, _CARD[0]):
        holders = {normalise_name(str(f.value)) for f in known(case, _CARD[1], fact.document)}
        if holders and holders <= own:
            yield day(fact), fact


def _veiled(case: CaseFacts) -> Cause:
    """Why no birth date is known: the numbers are masked, or none is there."""
    cells = [c for row in rows_of(identity(case).parties, Item.IDENTITY_NUMBER) for c in row.cells if c.fact]
    return Cause.NEEDS_IMAGE if cells else Cause.NOT_FOUND


def _found(case: CaseFacts) -> Fact | None:
    """The first day on which the authority knew of the act: it was done on that day or before."""
    facts = [f for name in _FOUND for f in known(case, name)]
    return min(facts, key=day, default=None)


def _years(law: LawBook, name: str, on: date) -> int | None:
    limit = law.limits.on(name, on)
    return limit.length.count if limit and limit.length else None


def _stands(birth: date, on: date, years: int) -> int:
    """-1 before the birthday of that age, 0 on it, 1 after it. Who was born on 29 February has it on 1 March otherwise."""
    try:
        birthday = birth.replace(year=birth.year + years)
    except ValueError:
        birthday = date(birth.year + years, 3, 1)
    return (on > birthday) - (on < birthday)


def _working(birth: date, on: date, *, sure: bool) -> Words:
    age = on.year - birth.year - ((on.month, on.day) < (birth.month, birth.day))
    act = (
        Words(zh="行为日", en="the act")
        if sure
        else Words(zh="发现日（行为不晚于此日）", en="found (done then or before)")
    )
    return Words(
        zh=f"{birth} 出生，{act.zh} {on}，满 {age} 周岁", en=f"born {birth}, {act.en} {on}: {age} years of age"
    )


def _too_young(
    case: CaseFacts, facts: tuple[Fact, Fact], exempt: tuple[int, int], lighter: tuple[int, int]
) -> tuple[Violation, ...]:
    """`exempt` and `lighter`: the age in years, and how the day of the act stands to that birthday."""
    if exempt[1] <= 0:
        return (_told(facts, exempt, "birthday" if exempt[1] == 0 else "", None if exempt[1] < 0 else _ASK),)
    if lighter[1] > 0:
        return ()
    discretion = [str(f.value) for paper in _DECISIONS for f in known(case, f"{paper}.裁量情节")]
    if any(word in value for value in discretion for word in ("从轻", "减轻", "不予处罚")):
        return ()
    if lighter[1] == 0:
        return (_told(facts, lighter, "birthday_lighter", _ASK),)
    kinds = {str(f.value) for paper in _DECISIONS for f in known(case, f"{paper}.处罚种类")}
    said = any(re.search("从轻|减轻", passage(d).text) for paper in _DECISIONS for d in case.documents(paper))
    doubtful = said or (bool(kinds) and kinds <= _MILD)
    return (_told(facts, lighter, "lighter", _ASK if doubtful else None),)


def _told(facts: tuple[Fact, Fact], age: tuple[int, int], variant: str, cause: Cause | None) -> Violation:
    params = (("day", day(facts[1]).isoformat()), ("years", str(age[0])))
    return Violation(facts=facts, variant=variant, cause=cause, key=variant or "exempt", params=params)


def _capacity(case: CaseFacts) -> Iterator[Violation]:
    """Where a paper tells of a mental illness or of limited capacity; a question and its no are left out."""
    for form in _TOLD_IN:
        for paper in case.documents(form):
            said = mask_quoted(passage(paper).text)
            for found in _CAPACITY.finditer(said):
                if _DENIED.match(said, found.end()) or _DENIED.match(said[found.end() : found.end() + 40]):
                    continue
                if _NEGATED.search(said[max(0, found.start() - 12) : found.start()]):
                    continue
                here = quote(paper, *found.span())
                yield Violation(quotes=(here,), variant="capacity", cause=Cause.NEEDS_JUDGEMENT, key="capacity")
                return
