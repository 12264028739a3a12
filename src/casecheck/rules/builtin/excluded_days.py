"""扣除期间: days that a paper takes off the case period, and the papers that show them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from casecheck.law.book import LawBook
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.rules.builtin.reading import running, settle, texts, unread
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.clocks.spans import spans

_KINDS = {
    "检验检测鉴定": r"检测|检验|检疫|鉴定",
    "听证": r"听证",
    "公告": r"公告",
    "中止": r"中止",
    "权利人辨认": r"辨认|鉴别",
    "责令退款": r"退还多收|退款",
}
_OFF = re.compile(
    r"(?:不计入|不计算在|不计|扣除|扣减|剔除)[^。；\n]{0,20}(?:办案期限|办理期限|案件期限|办案时限|办案期间)|(?:办案期限|办理期限|办案时限)[^。；\n]{0,24}(?:扣除|扣减|剔除|不计入)"
)
_STATUTE = re.compile(r"前款|等时间不计入|权利人辨认或者鉴别、责令")
"""The words of 程序规定 第六十四条 itself, which tell of no case."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Claim:
    """A sentence that takes days off, and the kind of days."""

    kind: str
    paper: CaseDocument
    start: int
    end: int


def _claims(case: CaseFacts, arguments: Json) -> Iterator[_Claim]:
    seen: set[str] = set()
    for form in texts(arguments, "papers"):
        for paper in case.documents(form):
            said = running(paper).text
            for match in _OFF.finditer(said):
                start = max(said.rfind(mark, 0, match.start()) for mark in "。；") + 1
                sentence = said[start : match.end()]
                if _STATUTE.search(said[start : match.end() + 8]):
                    continue
                for kind, pattern in _KINDS.items():
                    if kind not in seen and re.search(pattern, sentence):
                        seen.add(kind)
                        yield _Claim(kind=kind, paper=paper, start=start, end=match.end())


@predicate("days_taken_off")
def days_taken_off(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether one of `papers` takes days off the case period."""
    del law
    if any(True for _ in _claims(case, arguments)):
        return Answer(truth=True)
    if not any(case.documents(form) for form in texts(arguments, "papers")):
        return Answer(truth=None, missing=(Missing(name=texts(arguments, "papers")[0], cause=Cause.DOCUMENT_MISSING),))
    return Answer(truth=False)


@predicate("excluded_days_shown")
def excluded_days_shown(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether papers with first and last day show each kind of days that was taken off (程序规定 第六十四条第二款).

    Which papers show which kind is told by the ledger.
    """
    violations: list[Violation] = []
    gaps: list[Missing] = []
    kinds = {kind.name: kind for kind in law.clocks.suspensions}
    for claim in _claims(case, arguments):
        if spans([kinds[claim.kind]], case, law, date.min):
            continue
        papers = any(case.documents(form) for form in _PAPERS[claim.kind])
        stopped = papers and (claim.kind != "中止" or _suspended(case))
        first = _PAPERS[claim.kind][0]
        if case.scope == "document":
            gaps.append(Missing(name=first, cause=Cause.DOCUMENT_MISSING))
        elif not stopped and case.unread() and unread(case, *case.dossier.documents):
            gaps.append(Missing(name=first, cause=Cause.UNREADABLE))
        else:
            violations.append(
                Violation(
                    quotes=(running(claim.paper).quote(claim.start, claim.end),),
                    variant="open" if stopped else "",
                    params=(("kind", claim.kind),),
                    cause=Cause.NEEDS_JUDGEMENT if stopped else None,
                    key=claim.kind,
                )
            )
    return settle(violations, gaps)


def _suspended(case: CaseFacts) -> bool:
    return any("中止" in running(paper).text for paper in case.documents("有关事项审批表"))


_PAPERS = {
    "检验检测鉴定": ("检验期间告知书", "检验委托书", "检验报告"),
    "听证": ("听证笔录", "行政处罚听证通知书", "听证报告"),
    "公告": ("送达公告", "先行处置物品公告"),
    "中止": ("有关事项审批表",),
    "权利人辨认": ("协助辨认/鉴别通知书", "权利人证明材料"),
    "责令退款": ("责令退款通知书",),
}
"""For each kind of days the papers that may tell of them, the one that shows them first."""
