"""中止、终止、协查、限期提供材料: steps by which an inquiry stands still, ends, or waits for others."""

import re
from collections.abc import Iterator
from datetime import date

from casecheck.law.book import LawBook
from casecheck.law.periods import due
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.rules.builtin.reading import (
    day,
    known,
    missing,
    opening,
    running,
    settle,
    text,
    the,
    unproven,
    unread,
)
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.builtin.wording import hits
from casecheck.text.dates import find_dates
from casecheck.text.folded import fold

MATTERS, CLOSING, REPORT = "有关事项审批表", "结案审批表", "案件调查终结报告"
LETTER, DEMAND = "协助调查函", "限期提供材料通知书"
_PAUSED = re.compile(r"中止(?:对)?(?:本案|案件|该案)?(?:的)?调查|(?:本案|案件|该案)(?:的)?调查(?:已|予以)?中止")
_GROUND = re.compile(
    r"裁判|判决|裁定|审结|审理结果|行政决定|解释|确认|请示|不可抗力|疫情|洪水|地震|下落不明|无法联系|失联|查找不到"
)
_RESUMED = re.compile(r"恢复(?:对)?(?:本案|案件|该案)?(?:的)?调查")
_ENDED = re.compile(r"终止(?:对)?(?:本案|案件|该案)?(?:的)?调查")
_GONE = re.compile(r"死亡|去世|病故|注销|破产|解散|主体(?:资格)?(?:已)?(?:终止|消灭|灭失)|法人终止|承受人")
_PROOF = re.compile(
    r"死亡(?:医学)?证明|火化证明|户(?:籍|口)[^。；]{0,6}注销|注销(?:登记|核准|通知|证明|公告)|(?:登记状态|状态)[^。；]{0,4}注销|准予注销|破产|清算"
)
_HEIRS = re.compile(r"(?<!无)(?<!无权利义务)(?<!没有)(?:承受人|承继|继受|继承人)|合并|分立|清算组")
_ANSWERS = re.compile(r"复函|回函|回复|答复")
_CAME_IN = re.compile(r"(?:收悉|收到|接到|收函)")
_LATER = re.compile(r"延期|延长|推迟")
_HANDED_IN = re.compile(r"(?:按期|逾期|如期|未|已|拒不|拒绝|没有|期限内)[^。；]{0,20}(?:提供|提交)|(?:提供|提交)了")
_REFUSED = re.compile(r"(?:逾期|期限内|拒不|拒绝|未按(?:期|要求)|至今)[^。；]{0,12}(?:未|不)?(?:能)?(?:提供|提交)")
_UNTIL = re.compile(r"(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})个?(?:工作)?(?:日|天)(?:之?内|以?前)|日(?:之|以)?前")


@predicate("suspension_in_order")
def suspension_in_order(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether a suspension (中止调查) was approved, on a ground of 程序规定 第四十六条, and the inquiry taken up again.

    Moot where no paper tells of one.
    """
    del law, arguments
    told = [h for h in hits(_PAUSED, case.dossier.documents) if "不计入" not in h.clause and h.document.form]
    approved = known(case, "中止调查.批准日期")
    if not told and not approved:
        return settle(moot=True)
    cause = unproven(case)
    if not approved:
        if cause is not None:
            return settle((), (Missing(name="中止调查.批准日期", cause=cause),))
        quote = told[0].quote()
        return settle([Violation(quotes=(quote,), params=(("paper", told[0].document.title),), key="approval")])
    violations: list[Violation] = []
    forms = [d for d in case.documents(MATTERS) if _PAUSED.search(running(d).text) and not unread(case, d)]
    for form in forms:
        if not _GROUND.search(running(form).text):
            params = (("approved", day(approved[0]).isoformat()),)
            doubt = Violation(
                quotes=opening(form), variant="ground", params=params, cause=Cause.NEEDS_JUDGEMENT, key=f"g {form.id}"
            )
            violations.append(doubt)
    resumed = known(case, "恢复调查.批准日期")
    decided = any(case.documents(f) for f in ("行政处罚决定书", "不予行政处罚决定书"))
    if decided and not resumed and cause is None:
        said = next((h.quote() for h in hits(_RESUMED, case.dossier.documents)), None)
        violations.append(
            Violation(
                facts=approved[:1],
                quotes=(said,) if said else (),
                variant="resumed",
                params=(("approved", day(approved[0]).isoformat()),),
                cause=Cause.NEEDS_JUDGEMENT if said else None,
                key="resumed",
            )
        )
    return settle(violations, (), (*approved, *resumed))


@predicate("termination_grounded")
def termination_grounded(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether an inquiry that was terminated (终止调查) had the ground of 程序规定 第四十七条, proof of it, and no successor."""
    del law, arguments
    forms = [d for n in (MATTERS, CLOSING) for d in case.documents(n) if _ENDED.search(running(d).text)]
    if not forms:
        return settle(moot=True)
    fault = _without_ground(forms) or _without_proof(case, forms) or _with_heirs(case, forms[0])
    if fault is not None:
        return fault
    return settle((), [m for d in forms[:1] if (m := missing(case, f"{_short(case, d)}.批准日期", d.id))])


def _without_ground(forms: list[CaseDocument]) -> Answer | None:
    if _GONE.search("".join(running(d).text for d in forms)):
        return None
    return settle([Violation(quotes=opening(forms[0]), params=(("paper", forms[0].title),), key="ground")])


def _without_proof(case: CaseFacts, forms: list[CaseDocument]) -> Answer | None:
    others = [d for d in case.dossier.documents if d not in forms and d.form != "卷内文件目录"]
    if any(_PROOF.search(running(d).text) for d in others):
        return None
    cause = unproven(case)
    if cause is not None:
        return settle((), (Missing(name=MATTERS, cause=cause),))
    return settle(
        [Violation(quotes=opening(forms[0]), variant="proof", params=(("paper", forms[0].title),), key="proof")]
    )


def _with_heirs(case: CaseFacts, form: CaseDocument) -> Answer | None:
    heirs = next(iter(hits(_HEIRS, case.dossier.documents)), None)
    if heirs is None:
        return None
    params = (("paper", form.title), ("words", heirs.match[0]))
    doubt = Violation(quotes=(heirs.quote(),), variant="heirs", params=params, cause=Cause.NEEDS_JUDGEMENT, key="heirs")
    return settle([doubt])


def _short(case: CaseFacts, paper: CaseDocument) -> str:
    form = case.form(paper.form) if paper.form else None
    return form.short if form else MATTERS


@predicate("assistance_answered")
def assistance_answered(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether each 协助调查函 has its answer in the file, within `limit` of its receipt (程序规定 第四十五条第二款)."""
    violations: list[Violation] = []
    gaps: list[Missing] = []
    letters = case.documents(LETTER)
    for letter in letters:
        answers = [
            d
            for d in case.dossier.documents
            if d.form is None and _ANSWERS.search(d.title) and (_names(d, letter.number) or len(letters) == 1)
        ]
        if not answers:
            cause = unproven(case)
            if cause is not None:
                gaps.append(Missing(name=LETTER, cause=cause, looked=(letter.id,)))
            else:
                params = (("number", letter.number or ""),)
                violations.append(
                    Violation(quotes=opening(letter), variant="none", params=params, key=f"none {letter.id}")
                )
            continue
        violations.extend(_answered_late(case, law, letter, answers[0], text(arguments, "limit").removeprefix("$")))
    return settle(violations, gaps, known(case, f"{LETTER}.日期"))


def _names(paper: CaseDocument, number: str | None) -> bool:
    return bool(number) and fold(number or "").text in running(paper).text


def _answered_late(
    case: CaseFacts, law: LawBook, letter: CaseDocument, answer: CaseDocument, name: str
) -> Iterator[Violation]:
    body = running(answer)
    days = [d for d in find_dates(body.text) if d.value]
    came = next((d.value for d in days if _CAME_IN.search(body.text[d.end : d.end + 8])), None)
    sent = the(case, f"{LETTER}.日期", letter.id)
    start: date | None = came or (day(sent) if sent else None)
    answered = days[-1].value if days else None
    if start is None or answered is None or _LATER.search(body.text):
        return
    limit = law.limits.on(name, start)
    ends = due(start, limit.length, law.calendar) if limit and limit.length else None
    if ends is None or ends.date is None or answered <= ends.date:
        return
    params = (("start", start.isoformat()), ("due", ends.date.isoformat()), ("answered", answered.isoformat()))
    yield Violation(
        quotes=opening(answer),
        params=(*params, ("number", letter.number or "")),
        working=ends.working,
        cause=None if came else Cause.NEEDS_JUDGEMENT,
        key=f"late {letter.id}",
    )


@predicate("materials_demanded")
def materials_demanded(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether a demand for papers (限期提供材料通知书) sets a period, is served where its neglect is used, and has an outcome."""
    del law, arguments
    violations: list[Violation] = []
    gaps: list[Missing] = []
    for paper in case.documents(DEMAND):
        params = (("paper", paper.title),)
        if not _UNTIL.search(running(paper).text) and not known(case, f"{DEMAND}.提供期限", paper.id):
            if unread(case, paper):
                gaps.append(Missing(name=f"{DEMAND}.提供期限", cause=Cause.UNREADABLE, looked=(paper.id,)))
            else:
                violations.append(
                    Violation(quotes=opening(paper), variant="period", params=params, key=f"p {paper.id}")
                )
        cause = unproven(case)
        if cause is not None:
            gaps.append(Missing(name=REPORT, cause=cause))
            continue
        others = [d for d in case.dossier.documents if d.id != paper.id]
        used = next(iter(hits(_REFUSED, [d for d in others if d.form in (REPORT, "行政处罚决定书")])), None)
        served = known(case, f"{DEMAND}.送达日期", paper.id) or any(paper.id in d.serves for d in others)
        if used is not None and not served:
            violations.append(Violation(quotes=(used.quote(),), params=params, key=f"served {paper.id}"))
        elif not any(_HANDED_IN.search(running(d).text) for d in others):
            doubt = Violation(
                quotes=opening(paper),
                variant="outcome",
                params=params,
                cause=Cause.NEEDS_JUDGEMENT,
                key=f"o {paper.id}",
            )
            violations.append(doubt)
    return settle(violations, gaps, known(case, f"{DEMAND}.日期"))
