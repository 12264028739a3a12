"""拒不改正、逾期未改正: a fine that only refusal brings needs an order to correct and proof that it was not obeyed."""

import re
from datetime import date

from casecheck.law.book import LawBook
from casecheck.law.penalties import Provision, Tier
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts, Fact, Origin
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.rules.builtin.fining import fining
from casecheck.rules.builtin.grounds import Cited, grounds_of
from casecheck.rules.builtin.onspot import of_the_paper_that_decides
from casecheck.rules.builtin.onspot_measure import RECORD, day_of_record
from casecheck.rules.builtin.reading import day, known, lacking, opening, settle, text, texts, the, unproven
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.builtin.wording import Hit, hits, own_words, papers_of

ORDER = "责令改正通知书"
_REFUSAL = re.compile(r"拒不|逾期")
_OTHERWISE = re.compile(r"或者|情节严重")
_NOT_CORRECTED = re.compile(
    r"拒不(?:改正|整改|停止)|拒绝改正|逾期[^。；，]{0,6}(?:未|不|没有|仍)[^。；，]{0,8}|(?:仍|尚|仍然)?(?:未|没有|不)(?:按[^。；，]{0,12})?(?:予以|进行|完成|及时)?(?:改正|整改|纠正)|(?:继续|依然|仍在|仍然)[^。；，]{0,12}"
)
_CORRECTED = re.compile(
    r"(?<!未)(?:已|已经|均已|全部)(?:按[^。；，]{0,12})?(?:予以|进行|完成)?(?:改正|整改|纠正)|整改到位|改正完毕|整改完毕"
)
_ORDERED = re.compile(r"责令[^。；，]{0,16}(?:改正|整改|停止)")
_RECHECK = re.compile(r"复查|再次检查|回访|第二次检查|二次检查|逾期[^。；，]{0,6}(?:未|不|没有|仍)|拒不改正")


@predicate("fine_needs_refusal")
def fine_needs_refusal(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether every provision cited that can set the fine does so only on refusal to correct (拒不改正, 逾期未改正).

    `grounds` are the facts with the provisions, `fine` is the sum, `on` the day of the decision. A provision with another way
    to a fine (`或者情节严重`, a tier without that condition) does not need it.
    """
    arguments = of_the_paper_that_decides(case, arguments)
    fine, decided = the(case, text(arguments, "fine")), the(case, text(arguments, "on"))
    cited = grounds_of(case, texts(arguments, "grounds"))
    if cited and not any(
        _REFUSAL.search(t.precondition or "") for _, c in cited for p in law.penalties.find(c) for t in p.tiers
    ):
        return Answer(truth=False)
    if fine is None or decided is None or not cited:
        if fine is None and (decided is not None or not cited):
            return Answer(truth=False)
        return Answer(truth=None, missing=lacking(case, text(arguments, "on"), texts(arguments, "grounds")[0]))
    return Answer(truth=_conditional(law, cited, day(decided), fine), used=(fine, *(f for f, _ in cited)))


def _conditional(law: LawBook, cited: list[Cited], on: date, fine: Fact) -> bool:
    kept, unknown = fining(law, {c.name: c for _, c in cited}, on)
    provisions = [p for found in kept.values() for p in found]
    return bool(provisions) and not unknown and all(_on_refusal(p, fine) for p in provisions)


def _on_refusal(provision: Provision, fine: Fact) -> bool:
    """Whether a fine of that sum needs refusal: it lies in a range with that condition and in no other plain one."""
    needing = [
        t
        for t in provision.tiers
        if _REFUSAL.search(t.precondition or "") and not _OTHERWISE.search(t.precondition or "")
    ]
    others = [t for t in provision.tiers if t not in needing and not (t.when and t.when.circumstance)]
    return any(_may_be(t, fine) for t in needing) and not any(_may_be(t, fine) for t in others)


def _may_be(tier: Tier, fine: Fact) -> bool:
    """Whether the sum may lie in the range; one that is reckoned from a base may be anything."""
    if tier.minimum is None or tier.maximum is None or not isinstance(fine.value, int):
        return True
    return tier.minimum <= fine.value <= tier.maximum


@predicate("refusal_proven")
def refusal_proven(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether the file holds an order to correct before the decision (`on`) and a later record that it was not obeyed.

    The later record is a 现场笔录, or another of `records` whose words tell it. What only the decision or the report recites is a question,
    as is a record made before the time to correct was over or one that tells of correction.
    """
    del law
    arguments = of_the_paper_that_decides(case, arguments)
    decided = the(case, text(arguments, "on"))
    orders = [f for f in known(case, f"{ORDER}.日期") if f.origin is not Origin.RECITED]
    if decided is None or (case.documents(ORDER) and not orders):
        return settle((), lacking(case, text(arguments, "on"), f"{ORDER}.日期"))
    if not orders:
        return _no_order(case, decided)
    first = min(orders, key=day)
    if day(first) >= day(decided):
        params = (("ordered", day(first).isoformat()), ("decided", day(decided).isoformat()))
        return settle((Violation(facts=(first, decided), variant="late", params=params, key="late"),), (), orders)
    return _obeyed_or_not(case, arguments, first, decided)


def _no_order(case: CaseFacts, decided: Fact) -> Answer:
    cause = unproven(case)
    if cause is not None:
        return settle((), (Missing(name=ORDER, cause=cause),), (decided,))
    told = list(hits(_ORDERED, _not_deciding(case)))
    variant = "told" if told else ""
    doubt = Cause.NEEDS_JUDGEMENT if told else None
    quotes = tuple(h.quote() for h in told[:3])
    return settle(
        (Violation(facts=(decided,), quotes=quotes, variant=variant, cause=doubt, key="order"),), (), (decided,)
    )


def _not_deciding(case: CaseFacts) -> list[CaseDocument]:
    """The papers that were made before the case was decided on: records, statements, papers of other makers."""
    deciding = ("决定书", "告知书", "审批表", "终结报告", "审核", "讨论记录", "目录", "封面", "备考表", "公示")
    return [d for d in case.dossier.documents if not any(word in (d.form or "") for word in deciding)]


def _obeyed_or_not(case: CaseFacts, arguments: Json, order: Fact, decided: Fact) -> Answer:
    """What the records after the order tell."""
    later = [
        r
        for r in case.documents(RECORD)
        if (on := day_of_record(case, r)) is not None and day(order) < on <= day(decided)
    ]
    told = [h for h in hits(_NOT_CORRECTED, papers_of(case, texts(arguments, "records"))) if _after(case, h, order)]
    if not later and not told:
        return _no_record(case, order, decided)
    limit = the(case, f"{ORDER}.改正期限", order.document)
    corrected = list(hits(_CORRECTED, later))
    params = [("ordered", day(order).isoformat())]
    if corrected and not told:
        violation = Violation(
            facts=(order,),
            quotes=tuple(h.quote() for h in corrected[:2]),
            variant="corrected",
            params=tuple(params),
            cause=Cause.NEEDS_JUDGEMENT,
            key="corrected",
        )
        return settle((violation,), (), (order,))
    seen = max((on for r in later if (on := day_of_record(case, r))), default=None)
    if limit is not None and seen is not None and seen <= day(limit) and not told:
        params += [("limit", day(limit).isoformat()), ("seen", seen.isoformat())]
        violation = Violation(
            facts=(order, limit), variant="early", params=tuple(params), cause=Cause.NEEDS_JUDGEMENT, key="early"
        )
        return settle((violation,), (), (order, limit))
    return settle((), (), (order,))


def _after(case: CaseFacts, hit: Hit, order: Fact) -> bool:
    """Whether the paper that tells it may be later than the order: its day, where it is known."""
    paper = hit.document
    form = case.form(paper.form) if paper.form else None
    dated = the(case, f"{form.short}.日期", paper.id) if form else None
    return paper.id != order.document and (dated is None or day(dated) > day(order))


def _no_record(case: CaseFacts, order: Fact, decided: Fact) -> Answer:
    cause = unproven(case)
    if cause is not None:
        return settle((), (Missing(name=RECORD, cause=cause),), (order,))
    recited = [
        own_words(p).quote(*m.span())
        for p in case.dossier.documents
        if p.form and ("决定书" in p.form or "终结报告" in p.form)
        if (m := _RECHECK.search(own_words(p).text))
    ]
    params = (("ordered", day(order).isoformat()), ("decided", day(decided).isoformat()))
    violation = Violation(
        facts=(order,),
        quotes=tuple(recited[:2])
        or opening(case.dossier.document(order.document) if order.document else case.dossier.documents[0]),
        variant="recited" if recited else "unproven",
        params=params,
        cause=Cause.NEEDS_JUDGEMENT if recited else None,
        key="record",
    )
    return settle((violation,), (), (order,))
