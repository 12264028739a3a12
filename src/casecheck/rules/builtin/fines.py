"""罚款幅度: the fine against the range of the provision it rests on."""

import re
from collections.abc import Iterator

from casecheck.law.book import LawBook
from casecheck.law.fines import FineRange, fine_range
from casecheck.law.penalties import Provision
from casecheck.model.fact import Absent, CaseFacts, Fact
from casecheck.model.place import Quote
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.model.words import Words
from casecheck.rules.builtin.fining import fining as setting_the_fine
from casecheck.rules.builtin.onspot import of_the_paper_that_decides
from casecheck.rules.builtin.provisions import citation, is_ground, titled
from casecheck.rules.builtin.reading import day, known, lacking, running, settle, text, texts, the
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.builtin.remedies import is_excerpt
from casecheck.text.money import find_money, format_yuan

_GRAVE = re.compile("情节(?:严|较)重|严重情节")
"""Circumstances that a denial of grave circumstances excludes."""
_SUMMED = re.compile(
    r"(?:每|逐)一?[套件次批台户条处个份人箱瓶只辆宗项间][^。；，]{0,12}(?:处以?|罚款?)[^。；，]{0,10}元"
    r"|(?:合并|分别|逐[套件次项])(?:给予|予以|进行|作出)?(?:行政)?(?:处罚|罚款|计罚)|合并执行罚款"
)
"""Words by which a fine is told to be reckoned for each piece or each act."""
_TOTAL = re.compile(r"(?:共计|合计|总计|共)(?:处以?)?罚款|罚款(?:金额)?(?:共计|合计|总计)")
"""Words before a sum of fines; the parts stand before them."""
_PART = re.compile(r"罚款(?:人民币)?$")
_NEAR = 400


@predicate("fine_in_statutory_range")
def fine_in_statutory_range(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether the fine lies in the range of the penalty provision (处罚法 第五十七条).

    `fine`, `grounds`, `on` are facts; `bases` maps the amounts a range is computed from to facts, `uncomputable` and
    `too_low` to the facts that say they cannot be computed or are plainly too low; `discretion` is the fact with 减轻,
    `grave` that of 情节严重, `party` that of the kind of party. Outside every tier that may apply is a violation, inside
    all of them a pass; inside the usual ones, too, where the papers argue nothing grave; else it is a question. Above the
    range, a fine that is added up of several, by the decision or of the fines it lists, is a question. Below the floor 减轻处罚 may allow it: then whether
    its ground is proven is for a person to judge.
    """
    arguments = of_the_paper_that_decides(case, arguments)
    fine, on = the(case, text(arguments, "fine")), the(case, text(arguments, "on"))
    cited = [(f, c) for name in texts(arguments, "grounds") for f in known(case, name) if (c := citation(f))]
    grounds = {titled(c): (f, c) for f, c in cited if is_ground(c)}
    if fine is None or on is None or not grounds or not isinstance(fine.value, int):
        names = [n for n, f in ((text(arguments, "fine"), fine), (text(arguments, "on"), on)) if f is None]
        return settle((), lacking(case, *names, *(texts(arguments, "grounds")[:1] if not grounds else ())))
    fining, unknown = setting_the_fine(law, {name: c for name, (_, c) in grounds.items()}, day(on))
    used = [fine, *(f for f, _ in grounds.values())]
    if not fining:
        gap = Missing(name=text(arguments, "grounds").split(".")[-1], cause=Cause.NEEDS_JUDGEMENT)
        return settle((_question((fine,), "unknown", "、".join(grounds), fine.value),), (gap,), used)
    if len(fining) > 1 or unknown:
        return _several(case, arguments, fine, fining, used, (*fining, *unknown))
    name, provisions = next(iter(fining.items()))
    span = fine_range(provisions, _bases(case, arguments), _stated(case, arguments, provisions))
    if span is None:
        return settle((_question((fine,), "unknown", name, fine.value),), (), used)
    return _judged(case, arguments, (fine, *(f for f, _ in grounds.values())), name, span)


def _bases(case: CaseFacts, arguments: Json) -> dict[str, int | None]:
    """The amounts the papers state; None where they say that one cannot be computed. What they say both ways is not known."""
    bases: dict[str, int | None] = {}
    uncomputable = {name for name, fact in _named(case, arguments, "uncomputable") if fact.value is True}
    for name, fact in _named(case, arguments, "bases"):
        if isinstance(fact.value, int) and (name not in uncomputable or fact.value == 0):
            bases.setdefault(name, fact.value)
    stated = {name for name, _ in _named(case, arguments, "bases")}
    return bases | dict.fromkeys(uncomputable - stated)


def _named(case: CaseFacts, arguments: Json, key: str) -> Iterator[tuple[str, Fact]]:
    """The facts that an argument maps words to, the first paper that has one before the others."""
    listed = arguments.get(key) if isinstance(arguments, dict) else None
    for name, facts in (listed if isinstance(listed, dict) else {}).items():
        for source in facts if isinstance(facts, list) else [facts]:
            fact = the(case, str(source))
            if fact:
                yield name, fact


def _stated(case: CaseFacts, arguments: Json, provisions: tuple[Provision, ...]) -> dict[str, bool]:
    """The circumstances of the tiers that the papers deny, what they find too low, and what kind the party is."""
    stated = {f"{name}明显偏低": True for name, fact in _named(case, arguments, "too_low") if fact.value is True}
    grave = the(case, _name(arguments, "grave"))
    if grave is not None and grave.value is False:
        circumstances = {t.when.circumstance for p in provisions for t in p.tiers if t.when and t.when.circumstance}
        stated |= {name: False for name in circumstances if _GRAVE.search(name)}
    party = the(case, _name(arguments, "party"))
    person = {"自然人": True, "法人": False}.get(str(party.value)) if party else None
    if person is not None:
        stated |= {"个人": person, "单位": not person}
    return stated


def _name(arguments: Json, key: str) -> str:
    value = arguments.get(key) if isinstance(arguments, dict) else None
    return value if isinstance(value, str) else ""


def _nothing_grave(case: CaseFacts, arguments: Json) -> bool:
    """Whether the decision was read to its end and argues neither 情节严重 nor 从重处罚."""
    name = _name(arguments, "grave")
    if not name or any("从重" in str(f.value) for f in known(case, text(arguments, "discretion"))):
        return False
    grave = the(case, name)
    return isinstance(case.slot(name), Absent) if grave is None else grave.value is False


def _judged(case: CaseFacts, arguments: Json, facts: tuple[Fact, ...], name: str, span: FineRange) -> Answer:
    fine = facts[0].value
    if not isinstance(fine, int):
        raise TypeError("a fine is money")
    permitted = span.permits(fine)
    if permitted is None and span.usually_permits(fine) and _nothing_grave(case, arguments):
        span, permitted = span.as_usual(), True
    working = _working(fine, span)
    if permitted:
        return settle((), (), facts, working)
    mitigated = [f for f in known(case, text(arguments, "discretion")) if "减轻" in str(f.value)]
    below = fine < span.minimum
    above = span.maximum is not None and fine > span.maximum
    if permitted is False and below and mitigated:
        return settle((_question((*facts, *mitigated), "mitigated", name, fine, span),), (), facts, working)
    if permitted is False and below and _cut_short(case, facts[0]):
        gap = Missing(name=text(arguments, "discretion"), cause=Cause.NOT_FOUND)
        return settle((), (gap,), facts, working)
    told = _summed(case, facts[0]) if above else ()
    if permitted is False and above and (told or len(facts[0].places) > 1):
        return settle((_question(facts, "summed", name, fine, span, told),), (), facts, working)
    if permitted is False and (below or above):
        variant = "below" if below else ""
        return settle((_violation(facts, variant, name, fine, span, None),), (), facts, working)
    return settle((_question(facts, "tier", name, fine, span),), (), facts, working)


def _cut_short(case: CaseFacts, fine: Fact) -> bool:
    """Whether the decision is only an extract, in which the reasons for 减轻处罚 may have been left out."""
    paper = case.dossier.document(fine.document) if fine.document else None
    return paper is not None and is_excerpt(case, paper)


def _several(
    case: CaseFacts,
    arguments: Json,
    fine: Fact,
    fining: dict[str, tuple[Provision, ...]],
    used: list[Fact],
    grounds: tuple[str, ...],
) -> Answer:
    """Several provisions: only a fine above the sum of all upper ends is surely too high."""
    bases = _bases(case, arguments)
    spans = [fine_range(provisions, bases, _stated(case, arguments, provisions)) for provisions in fining.values()]
    maxima = [s.maximum for s in spans if s is not None]
    names = "、".join(grounds)
    total = fine.value
    if not isinstance(total, int):
        raise TypeError("a fine is money")
    if len(fining) == len(grounds) and len(maxima) == len(fining) and all(m is not None for m in maxima):
        top = sum(m for m in maxima if m is not None)
        told = _summed(case, fine)
        if total > top and (told or len(fine.places) > len(fining)):
            return settle((_question(tuple(used), "several", names, total, None, told),), (), used)
        if total > top:
            span_words = Words(
                zh=f"各条上限合计 {format_yuan(top)} 元 < 罚款 {format_yuan(total)} 元",
                en=f"upper ends together {format_yuan(top)} < fine {format_yuan(total)} yuan",
            )
            violation = Violation(
                facts=tuple(used),
                params=(("fine", format_yuan(total)), ("provision", names), ("range", f"≤{format_yuan(top)}")),
                working=span_words,
            )
            return settle((violation,), (), used, span_words)
    if len(fining) == 1:  # the other grounds carry no fine in the table: one range may still decide
        span = spans[0]
        if span is not None and span.permits(total):
            return settle((), (), used, _working(total, span))
    return settle((_question(tuple(used), "several", names, total),), (), used)


def _summed(case: CaseFacts, fine: Fact) -> tuple[Quote, ...]:
    """The words of the decision that make the fine a sum: the range of one act then says nothing of the whole."""
    paper = case.dossier.document(fine.document) if fine.document else None
    line = running(paper) if paper else None
    if line is None or not isinstance(fine.value, int):
        return ()
    found = _SUMMED.search(line.text) or next(
        (m for m in _TOTAL.finditer(line.text) if _parts(line.text[max(0, m.start() - _NEAR) : m.start()], fine.value)),
        None,
    )
    return (line.quote(*found.span()),) if found else ()


def _parts(said: str, total: int) -> bool:
    """Whether smaller fines are told there."""
    return any(0 < m.fen < total and _PART.search(said[: m.start]) for m in find_money(said))


def _working(fine: int, span: FineRange) -> Words:
    return Words(
        zh=f"罚款 {format_yuan(fine)} 元；法定幅度 {_range(span)} 元（{span.tier.zh}）",
        en=f"fine {format_yuan(fine)}; statutory range {_range(span)} yuan ({span.tier.en})",
    )


def _range(span: FineRange) -> str:
    top = format_yuan(span.maximum) if span.maximum is not None else "…"
    return f"{format_yuan(span.minimum)}–{top}"


def _violation(
    facts: tuple[Fact, ...],
    variant: str,
    name: str,
    fine: int,
    span: FineRange | None,
    cause: Cause | None,
    quotes: tuple[Quote, ...] = (),
) -> Violation:
    return Violation(
        facts=facts,
        quotes=quotes,
        variant=variant,
        params=(
            ("fine", format_yuan(fine)),
            ("provision", name),
            ("range", _range(span) if span else ""),
        ),
        working=_working(fine, span) if span else None,
        cause=cause,
        key=name,
    )


def _question(
    facts: tuple[Fact, ...],
    variant: str,
    name: str,
    fine: int,
    span: FineRange | None = None,
    quotes: tuple[Quote, ...] = (),
) -> Violation:
    return _violation(facts, variant, name, fine, span, Cause.NEEDS_JUDGEMENT, quotes)
