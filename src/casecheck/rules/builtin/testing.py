"""检测、检验、检疫、鉴定: whether the party was told the result, and the days it took."""

import re
from collections.abc import Iterator
from datetime import date, datetime

from casecheck.law.book import LawBook
from casecheck.law.periods import due
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts, Fact, Origin
from casecheck.model.place import Quote
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.rules.builtin.reading import day, known, missing, running, settle, text, the, unread
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.builtin.seizure import ORDER
from casecheck.rules.clocks.course import Course, courses

REPORT, MANDATE, PERIOD, RESULT = "检验报告", "检验委托书", "检验期间告知书", "检验结果告知书"
RECEIPT, NOTICE = "送达回证", "行政处罚告知书"
_RECORDS = (("询问笔录", "询问开始"), ("现场笔录", "检查开始"))
_RECITING = ("行政处罚决定书", "案件调查终结报告", "行政处罚告知书")
_COMMISSIONED = re.compile(
    r"监督抽[检查]|抽样检验|抽检|(?:委托|送检|抽样|被抽样)[^。；\n]{0,16}(?:市场监督管理|市场监管|监督管理局)|(?:市场监督管理|监督管理局)[^。；\n]{0,12}(?:委托|送检)"
)
_ASKED = re.compile(
    r"(?:检验|检测|检疫|鉴定|抽检|抽样)[^。；？]{0,12}(?:报告|结果|结论|意见)[^。]{0,80}?(?:出示|告知|收到|送达|给你|交给|看过|无异议|没有异议|有异议|复检|认可|清楚|知道)|(?:出示|告知|收到|送达)[^。；？]{0,30}(?:检验|检测|检疫|鉴定|抽检)[^。；？]{0,12}(?:报告|结果|结论|意见)"
)
_REPORT_NAMED = re.compile(r"《[^》]{0,20}(?:检验|检测|检疫|鉴定|抽检)[^》]{0,12}(?:报告|结果|意见)[^》]{0,10}》")
_RECITED = re.compile(
    r"(?:送达|告知|签收|收到)[^。；]{0,30}(?:检验|检测|检疫|鉴定|抽检)[^。；]{0,12}(?:报告|结果|结论|意见)|(?:检验|检测|检疫|鉴定|抽检)[^。；]{0,12}(?:报告|结果|结论|意见)[^。；]{0,30}(?:送达|告知(?!书)|签收|未[^。；]{0,10}(?:复检|异议)|无异议)"
)
"""Words that tell of the result being told; that a list of evidence names the 告知书 tells nothing."""
_TESTED = re.compile(r"(?:检验|检测|检疫|鉴定)[^，。；]{0,10}(?:报告|结果|结论|意见|证书)|抽检结果")


@predicate("test_commissioned")
def test_commissioned(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether the authority had something tested: a mandate or a notice of testing, or a report of a test it ordered.

    A report that the party brought itself (出厂检验) is none.
    """
    del law, arguments
    papers = [p for form in (MANDATE, PERIOD, RESULT) for p in case.documents(form)]
    reports = case.documents(REPORT)
    ordered = [r for r in reports if case.documents("抽样记录") or _COMMISSIONED.search(running(r).text)]
    if papers or ordered:
        return Answer(truth=True)
    if any(unread(case, r) for r in reports):
        return Answer(truth=None, missing=(Missing(name=REPORT, cause=Cause.UNREADABLE),))
    if case.scope == "document":
        return Answer(truth=None, missing=(Missing(name=REPORT, cause=Cause.DOCUMENT_MISSING),))
    return Answer(truth=False)


@predicate("test_result_told")
def test_result_told(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether the party was told the result before the notice of penalty (程序规定 第三十二条).

    A served 检验结果告知书, a served report, or a record of questioning that speaks of the result tells it.
    """
    del law, arguments
    told = list(_told(case))
    noticed = min(known(case, f"{NOTICE}.送达日期"), key=day, default=None)
    if not told:
        return _not_told(case)
    facts = [f for f, _, _ in told if f]
    days = [on for _, on, _ in told if on]
    if noticed is None or len(days) < len(told):
        return settle((), (), facts)
    if min(days) <= day(noticed):
        return settle((), (), [*facts, noticed])
    late = Violation(
        facts=(*facts, noticed),
        quotes=tuple(q for _, _, q in told if q),
        variant="late",
        params=(("told", min(days).isoformat()), ("noticed", day(noticed).isoformat())),
    )
    return settle((late,), (), [*facts, noticed])


def _told(case: CaseFacts) -> Iterator[tuple[Fact | None, date | None, Quote | None]]:
    """What tells the result: the day where it is known, and the words."""
    for paper in case.documents(RESULT):
        served = _own(case, f"{RESULT}.送达日期", paper)
        if served or any(paper.id in r.serves for r in case.documents(RECEIPT)):
            yield served, day(served) if served else None, None
    for receipt in case.documents(RECEIPT):
        named = [f for f in known(case, f"{RECEIPT}.送达文书", receipt.id) if _TESTED.search(str(f.value))]
        on = the(case, f"{RECEIPT}.送达日期", receipt.id)
        body = running(receipt)
        printed = None if named else _REPORT_NAMED.search(body.text)
        if named or printed:
            quote = body.quote(*printed.span()) if printed else None
            yield named[0] if named else None, day(on) if on else None, quote
    for form, field in _RECORDS:
        for record in case.documents(form):
            body = running(record)
            found = _ASKED.search(body.text)
            if found:
                begun = the(case, f"{form}.{field}", record.id)
                on_day = begun.value.date() if begun and isinstance(begun.value, datetime) else None
                yield None, on_day, body.quote(*found.span())


def _own(case: CaseFacts, name: str, paper: CaseDocument) -> Fact | None:
    return next((f for f in known(case, name, paper.id) if f.origin is not Origin.RECITED), None)


def _not_told(case: CaseFacts) -> Answer:
    if case.scope == "document":
        return settle((), (Missing(name=RESULT, cause=Cause.DOCUMENT_MISSING),))
    if case.unread() and unread(case, *case.dossier.documents):
        return settle((), (Missing(name=RESULT, cause=Cause.UNREADABLE),))
    reports = (*case.documents(REPORT), *case.documents(MANDATE), *case.documents(RESULT))
    quotes = tuple(running(r).quote(0, min(len(running(r).text), 30)) for r in reports[:1] if running(r).text)
    untold_paper = case.documents(RESULT)
    variant, cause = "", None
    recited = [
        body.quote(*found.span())
        for form in _RECITING
        for paper in case.documents(form)
        if (found := _RECITED.search((body := running(paper)).text))
    ]
    if recited:
        quotes, variant, cause = tuple(recited), "recited", Cause.NEEDS_JUDGEMENT
    elif untold_paper:
        variant = "unserved"
    elif not case.documents(REPORT):
        return settle((), (Missing(name=REPORT, cause=Cause.DOCUMENT_MISSING),))
    elif any(not r.serves for r in case.documents(RECEIPT)):
        variant, cause = "unbound", Cause.NOT_FOUND
    return settle((Violation(quotes=quotes, variant=variant, cause=cause),))


@predicate("test_period_matters")
def test_period_matters(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether days of testing are told, or are needed to keep a seizure within its length.

    `clock` is the period of the seizure in the ledger.
    """
    if case.documents(PERIOD):
        return Answer(truth=True)
    if case.scope == "document":
        return Answer(truth=None, missing=(Missing(name=PERIOD, cause=Cause.DOCUMENT_MISSING),))
    if not case.documents(MANDATE) and test_commissioned(case, law, arguments).truth is not True:
        return Answer(truth=False)
    runs = courses(law.clocks.by_name[text(arguments, "clock")], case, law)
    return Answer(truth=any(_over(course, law) for course in runs))


def _over(course: Course, law: LawBook) -> bool:
    """Whether a seizure lasted longer than the law allows when no day of testing is taken off."""
    if course.began is None or course.act is None or course.length is None:
        return False
    end = due(course.began, course.length, law.calendar)
    return end.nominal is not None and day(course.act) > end.nominal


@predicate("test_period_told")
def test_period_told(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether the period of testing was told in writing and the paper was served (行政强制法 第二十五条第三款)."""
    del law, arguments
    papers = case.documents(PERIOD)
    if not papers:
        cause = Cause.UNREADABLE if case.unread() and unread(case, *case.dossier.documents) else None
        if cause:
            return settle((), (Missing(name=PERIOD, cause=cause),))
        order = next(iter(case.documents(ORDER)), None)
        body = running(order) if order else None
        quotes = (body.quote(0, min(len(body.text), 40)),) if body and body.text else ()
        return settle((Violation(quotes=quotes),))
    violations: list[Violation] = []
    gaps: list[Missing] = []
    used: list[Fact] = []
    for paper in papers:
        gaps.extend(m for field in ("期间起", "期间止") if (m := missing(case, f"{PERIOD}.{field}", paper.id)))
        served = _own(case, f"{PERIOD}.送达日期", paper)
        if served:
            used.append(served)
        elif any(paper.id in r.serves for r in case.documents(RECEIPT)):
            continue
        elif case.scope == "document" or (case.unread() and unread(case, *case.dossier.documents)):
            cause = Cause.DOCUMENT_MISSING if case.scope == "document" else Cause.UNREADABLE
            gaps.append(Missing(name=RECEIPT, cause=cause, looked=(paper.id,)))
        else:
            violations.append(_unserved(case, paper))
    return settle(violations, gaps, used)


def _unserved(case: CaseFacts, paper: CaseDocument) -> Violation:
    body = running(paper)
    signed = re.search(r"(?:当事人|受送达人|收件人|签收人?)[^。\n]{0,12}?(?:签名|签章|签字|签收|盖章)", body.text)
    cause = Cause.NEEDS_IMAGE if signed else None
    if cause is None and any(not r.serves for r in case.documents(RECEIPT)):
        cause = Cause.NOT_FOUND
    span = signed.span() if signed else (0, min(len(body.text), 30))
    return Violation(
        quotes=(body.quote(*span),) if body.text else (),
        variant="signature" if signed else "unserved",
        cause=cause,
        key=paper.number or paper.id,
    )
