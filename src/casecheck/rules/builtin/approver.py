"""主要负责人批准: measures that only the head of the authority, or of a city's authority, may approve."""

import re
from collections.abc import Sequence
from datetime import date

from casecheck.law.book import LawBook
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts
from casecheck.model.place import Quote
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.rules.builtin.measure_approval import MATTERS
from casecheck.rules.builtin.reading import day, known, opening, running, settle, text, the, unproven
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.builtin.seizure import ORDER
from casecheck.rules.builtin.wording import Hit, hits
from casecheck.text.dates import find_dates
from casecheck.text.folded import fold_text

_HEAD = re.compile(r"主要负责人|(?<!副)局长(?!助理|办公)|一把手")
_DEPUTY = re.compile(r"分管[^。；\n]{0,6}(?:领导|负责人|局长)|副局长|主管(?:领导|局长)")
_MEASURE, _ENDS = re.compile("查封|扣押|强制措施"), re.compile("解除")
_AGENCY = re.compile(
    r"[\u4e00-\u9fff]{2,24}?(?:市场监督管理(?:委员会|分局|局)|市场监管局|工商行政管理局)(?:[\u4e00-\u9fff]{1,6}分局)?"
)
_COUNTY = re.compile(r"(?<!自治)(?:县|旗)(?!级)|市[\u4e00-\u9fff]{1,8}区|分局|自治县|^[\u4e00-\u9fff]{1,6}区")
_OF_A_CITY = re.compile(r"[\u4e00-\u9fff]{2,5}市(?:市场监督管理局|市场监管局)")
_MUNICIPALITY = re.compile(r"^(?:北京|上海|天津|重庆)市")
_CITY = re.compile(
    r"(?:市局|设区的市|上一?级(?:市场监督管理|市场监管)?(?:部门|机关|局)|[\u4e00-\u9fff]{2,6}市(?:市场监督管理局|市场监管局))"
    r"[^。；]{0,24}(?:批准|同意|批复)"
)
_NOT_YET = re.compile(r"未|没有|拟|建议|应当|须|需|待|申请|提请|不(?:同意|予|批准)")
_REPLY = re.compile(r"批复|批准书|请示|报告书|审批|呈批|复函|函")
_HOURS = 1
"""In urgency the approval may follow within twenty-four hours (行政强制法 第十九条): at most on the next day."""


@predicate("approved_by_principal")
def approved_by_principal(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether the head (主要负责人) approved a seizure and its extension; with `level: city` the head of a city's authority.

    Only a form that names a deputy, a county authority without a word of the city, or an approval of the city after the
    measure is a defect: a form that names no office leaves it open who signed, and what another paper tells of an approval
    is no approval. District authorities of a 直辖市 and cities at county level are left open, too.
    """
    del law
    order = next(iter(case.documents(ORDER)), None)
    if order is None:
        return settle((), (Missing(name=ORDER, cause=Cause.DOCUMENT_MISSING),))
    answer = _of_the_city(case, order) if text(arguments, "level") == "city" else None
    return answer or _signed(case, _forms(case))


def _of_the_city(case: CaseFacts, order: CaseDocument) -> Answer | None:
    """What the level of the authority settles; None where its own head is the one who approves."""
    authority = _authority(order)
    if authority is not None and _OF_A_CITY.fullmatch(authority):
        return None
    words = [h for h in hits(_CITY, [d for d in case.dossier.documents if d.id != order.id]) if _given(h)]
    approvals = [h for h in words if _approves(case, h.document)]
    if approvals:
        return settle([v for v in (_of_approval(case, order, approvals),) if v])
    if words:  # another paper tells of it
        return settle((_doubt((words[0].quote(),), "told", authority or "", words[0].document.title),))
    if authority is None or _MUNICIPALITY.match(authority) or not _COUNTY.search(authority):
        return settle((_doubt(opening(order), "level", authority or ""),))
    cause = unproven(case)
    if cause is not None:
        return settle((), (Missing(name=MATTERS, cause=cause),))
    return settle(
        (Violation(quotes=opening(order), variant="county", params=(("authority", authority),), key="county"),)
    )


def _given(hit: Hit) -> bool:
    """Whether the clause says that the city approved, not that it was, or should be, asked."""
    return _NOT_YET.search(hit.before + hit.match[0]) is None


def _approves(case: CaseFacts, paper: CaseDocument) -> bool:
    """Whether it is a paper by which measures are approved: the form for such matters, a request or a reply."""
    return paper.form == case.form_name(MATTERS) or (paper.form is None and _REPLY.search(paper.title) is not None)


def _of_approval(case: CaseFacts, order: CaseDocument, approvals: Sequence[Hit]) -> Violation | None:
    """What is wrong or open with the approval of the city: its day, or the office of who gave it."""
    measure = the(case, f"{ORDER}.日期", order.id)
    by_head = [h for h in approvals if _HEAD.search(h.clause)]
    if not by_head:
        deputy = next((d for h in approvals if (d := _DEPUTY.search(h.clause))), None)
        quotes = (approvals[0].quote(),)
        if deputy is None:
            return _doubt(quotes, "unnamed", "", approvals[0].document.title)
        params = (("paper", approvals[0].document.title), ("office", deputy[0]))
        return Violation(quotes=quotes, params=params, key="city")
    days = [on for h in by_head if (on := _approved_on(case, h.document))]
    if not days or measure is None:
        return _doubt((by_head[0].quote(),), "undated", "", by_head[0].document.title)
    late = (min(days) - day(measure)).days
    if late <= 0:
        return None
    return Violation(
        quotes=(by_head[0].quote(),),
        facts=(measure,),
        variant="late",
        params=(("begun", day(measure).isoformat()), ("approved", min(days).isoformat())),
        cause=Cause.NEEDS_JUDGEMENT if late <= _HOURS else None,
        key="late",
    )


def _approved_on(case: CaseFacts, paper: CaseDocument) -> date | None:
    """The day of approval of the form; of another paper the last day that it prints."""
    stated = the(case, f"{MATTERS}.批准日期", paper.id)
    if stated is not None:
        return day(stated)
    found = [m.value for m in find_dates(running(paper).text) if m.value]
    return found[-1] if found and paper.form is None else None


def _signed(case: CaseFacts, forms: Sequence[CaseDocument]) -> Answer:
    if not forms:
        return settle((), (Missing(name=MATTERS, cause=unproven(case) or Cause.DOCUMENT_MISSING),))
    violations: list[Violation] = []
    for form in forms:
        body = running(form)
        if _HEAD.search(body.text):
            continue
        deputy = _DEPUTY.search(body.text)
        if deputy is None:
            violations.append(_doubt(opening(form), "unnamed", "", form.title))
            continue
        params = (("paper", form.title), ("office", deputy[0]))
        quotes = (body.quote(*deputy.span()),)
        violations.append(Violation(quotes=quotes, variant="", params=params, key=form.number or form.id))
    return settle(violations)


def _doubt(quotes: tuple[Quote, ...], variant: str, authority: str, paper: str = "") -> Violation:
    params = (("authority", authority), ("paper", paper))
    return Violation(
        quotes=quotes, variant=variant, params=params, cause=Cause.NEEDS_JUDGEMENT, key=f"{variant} {paper}"
    )


def _forms(case: CaseFacts) -> list[CaseDocument]:
    """The approval forms of the seizure and of its extension, by their matter where it was read, else by their words."""
    return [d for d in case.documents(MATTERS) if _MEASURE.search(said := _matter(case, d)) and not _ENDS.search(said)]


def _matter(case: CaseFacts, form: CaseDocument) -> str:
    stated = "".join(str(f.value) for f in known(case, f"{MATTERS}.审批事项", form.id))
    return form.title + stated if stated else running(form).text


def _authority(order: CaseDocument) -> str | None:
    """The authority that the seizure decision names first, as a rule at its head."""
    found = (_AGENCY.search(fold_text(block.text)) for block in order.blocks)
    return next((match[0] for match in found if match), None)
