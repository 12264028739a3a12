"""权利人辨认鉴别: the opinion of the owner of a right, its certificate, its authority, its reasons (程序规定 第三十条)."""

import re
from collections.abc import Sequence

from casecheck.law.book import LawBook
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Severity, Violation
from casecheck.rules.builtin.reading import known, opening, running, settle, unproven
from casecheck.rules.builtin.registry import predicate
from casecheck.text.dates import find_dates

_OWNER, _REGISTER = "权利人证明材料", "查询打印件"
_OPINION = re.compile(r"鉴别|鉴定|辨认|真伪")
_NO_OPINION = re.compile(r"通知书|注册证|授权|委托|专利证|主体资格|身份证明")
_CERTIFICATE = re.compile(r"注册证|商标注册号|注册号|核准注册|商标详情|专利证书|专利号|登记证书")
_VALIDITY = re.compile(r"有效期|专用(?:权)?期限|续展|至[0-9]{4}年[0-9]{1,2}月")
_AUTHORITY = re.compile(r"授权|委托")
_REASONS = re.compile(
    r"理由|依据|(?:经|通过)[^。；]{0,12}(?:比对|对比|辨认|鉴别|检查|查验)|不符|不一致|区别|差异|特征|特点|防伪|做工|材质|印刷|未(?:曾)?(?:生产|授权|许可|委托)"
)


@predicate("owner_opinion_complete")
def owner_opinion_complete(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether an opinion on goods by the owner of the right comes with the right, the authority, reasons and its day.

    That the right is not proved, or the opinion has no day, the papers show; whether reasons or an authority are needed where
    none was read is a question: the owner may have signed himself.
    """
    del law, arguments
    papers = case.documents(_OWNER)
    opinions = [d for d in papers if _OPINION.search(d.title) and not _NO_OPINION.search(d.title)]
    opinions = opinions or [d for d in papers if _states_opinion(d)]
    if not opinions:
        return settle(moot=True)
    around = [*papers, *case.documents(_REGISTER)]
    violations: list[Violation] = []
    gaps: list[Missing] = []
    cause = unproven(case)
    shown = opening(opinions[0])
    if not _any(_CERTIFICATE, around):
        if cause:
            gaps.append(Missing(name=_OWNER, cause=cause))
        else:
            violations.append(Violation(quotes=shown, variant="certificate", key="certificate"))
    elif not _any(_VALIDITY, around):
        violations.append(Violation(quotes=shown, variant="validity", cause=Cause.NEEDS_JUDGEMENT, key="validity"))
    if not _any(_AUTHORITY, papers):
        violations.append(Violation(quotes=shown, variant="authority", cause=Cause.NEEDS_JUDGEMENT, key="authority"))
    for paper in opinions:
        violations.extend(_of_opinion(case, paper))
    return settle(violations, gaps)


def _of_opinion(case: CaseFacts, paper: CaseDocument) -> Sequence[Violation]:
    said, shown = running(paper).text, opening(paper)
    found: list[Violation] = []
    if not _REASONS.search(said):
        found.append(Violation(quotes=shown, variant="reasons", cause=Cause.NEEDS_JUDGEMENT, key=f"reasons {paper.id}"))
    dated = known(case, f"{_OWNER}.日期", paper.id) or any(d.value for d in find_dates(said))
    if not dated and not paper.unread_pages:
        found.append(Violation(quotes=shown, variant="date", severity=Severity.MINOR, key=f"date {paper.id}"))
    return found


def _states_opinion(paper: CaseDocument) -> bool:
    said = running(paper).text
    return not _NO_OPINION.search(paper.title) and bool(
        re.search(r"(?:鉴别|鉴定|辨认)(?:意见|结论|结果)|(?:系|为|属于)[^。]{0,10}假冒", said)
    )


def _any(words: re.Pattern[str], papers: Sequence[CaseDocument]) -> bool:
    return any(words.search(paper.title + running(paper).text) for paper in papers)
