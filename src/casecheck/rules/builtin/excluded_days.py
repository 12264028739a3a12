"""扣除期间: days that a paper takes off the case period, and the papers that show them."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from casecheck.law.book import LawBook
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.rules.builtin.reading import known, running, settle, texts, unread
from casecheck.rules.builtin.registry import predicate

_KINDS = {
    "检验鉴定": r"检测|检验|检疫|鉴定",
    "听证": r"听证",
    "公告": r"公告",
    "中止": r"中止",
    "辨认鉴别": r"辨认|鉴别",
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
    """Whether a paper with first and last day shows each kind of days that was taken off (程序规定 第六十四条第二款)."""
    del law
    violations: list[Violation] = []
    gaps: list[Missing] = []
    for claim in _claims(case, arguments):
        papers, dated = _SHOWN[claim.kind](case)
        if dated:
            continue
        if case.scope == "document":
            gaps.append(Missing(name=_PAPERS[claim.kind], cause=Cause.DOCUMENT_MISSING))
        elif not papers and case.unread() and unread(case, *case.dossier.documents):
            gaps.append(Missing(name=_PAPERS[claim.kind], cause=Cause.UNREADABLE))
        else:
            violations.append(
                Violation(
                    quotes=(running(claim.paper).quote(claim.start, claim.end),),
                    variant="open" if papers else "",
                    params=(("kind", claim.kind),),
                    cause=Cause.NEEDS_JUDGEMENT if papers else None,
                    key=claim.kind,
                )
            )
    return settle(violations, gaps)


def _any_of(case: CaseFacts, *names: str) -> bool:
    return any(known(case, name) for name in names)


def _papers(case: CaseFacts, *forms: str) -> bool:
    return any(case.documents(form) for form in forms)


def _tested(case: CaseFacts) -> tuple[bool, bool]:
    dated = _any_of(case, "检验期间告知书.期间起") and _any_of(case, "检验期间告知书.期间止")
    return _papers(case, "检验期间告知书", "检验委托书", "检验报告"), dated


def _heard(case: CaseFacts) -> tuple[bool, bool]:
    papers = _papers(case, "行政处罚听证通知书", "听证笔录", "听证报告")
    return papers, _any_of(case, "行政处罚听证通知书.送达日期", "行政处罚听证通知书.日期") and _any_of(
        case, "听证笔录.听证日期", "听证报告.日期"
    )


def _announced(case: CaseFacts) -> tuple[bool, bool]:
    return _papers(case, "送达公告", "先行处置物品公告"), _any_of(case, "送达公告.日期")


def _suspended(case: CaseFacts) -> tuple[bool, bool]:
    matters = [running(p).text for p in case.documents("有关事项审批表")]
    stopped = any("中止" in said for said in matters)
    return stopped, stopped and any("恢复" in said for said in matters)


def _identified(case: CaseFacts) -> tuple[bool, bool]:
    asked = _papers(case, "协助辨认/鉴别通知书")
    return asked or _papers(case, "权利人证明材料"), asked and _papers(case, "权利人证明材料")


def _refunded(case: CaseFacts) -> tuple[bool, bool]:
    return _papers(case, "责令退款通知书"), _any_of(case, "责令退款通知书.日期") and _any_of(
        case, "责令退款通知书.退还期限"
    )


_SHOWN: dict[str, Callable[[CaseFacts], tuple[bool, bool]]] = {
    "检验鉴定": _tested,
    "听证": _heard,
    "公告": _announced,
    "中止": _suspended,
    "辨认鉴别": _identified,
    "责令退款": _refunded,
}
"""For each kind: whether any paper on it is in the file, and whether its first and last day are told."""

_PAPERS = {
    "检验鉴定": "检验期间告知书",
    "听证": "听证笔录",
    "公告": "送达公告",
    "中止": "有关事项审批表",
    "辨认鉴别": "协助辨认/鉴别通知书",
    "责令退款": "责令退款通知书",
}
