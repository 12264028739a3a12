"""主体存续: whether the party still existed when it was punished (行政处罚法 第五十九条; 程序规定 第四十七条)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from casecheck.law.book import LawBook
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts, Fact
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Violation
from casecheck.rules.builtin.reading import day, known, lacking, quote, running, settle, the, title_of
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.identity.matrix import identity
from casecheck.text.citations import mask_quoted
from casecheck.text.dates import find_dates

_REGISTER = "查询打印件"
_STATUS = re.compile(
    r"(?:登记状态|经营状态|企业状态|主体状态|市场主体状态|存续状态|状态)(?:[：为]|显示为?)?(?:已)?(?P<end>注销|吊销)"
)
_GONE = (
    r"(?P<end>注销(?!许可|备案|了?(?:该|其)|账号|商标|证书|店铺|网店)|死亡|去世|吊销营业执照|被吊销(?!许可|食品|药品))"
)
_BETWEEN = r"(?:[，]?(?:现|经查|已|经)*(?:于|在)?(?P<day>[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日)?[，]?(?:已|被|经|依法|申请|自行|办理|因病|意外|完成|准予|核准|工商|企业|登记机关|市场监督管理部门|了)*)"
_SURE = frozenset(("注销", "死亡", "去世"))
_NEAR = 40
_DECISIONS = ("行政处罚决定书", "当场行政处罚决定书")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ended:
    """Where a paper says that the party ended: the span in its running text, how, and on which day if it says so."""

    paper: CaseDocument
    start: int
    end: int
    how: str
    on: date | None


@predicate("party_existed")
def party_existed(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether no paper says that the party was deregistered, or had died, before the decision.

    A licence that was revoked (吊销) leaves the party in being until it is deregistered: a question. So is an end without a day,
    unless a print-out of the register from before the decision shows it.
    """
    del law, arguments
    decided = next((f for form in _DECISIONS for f in known(case, f"{form}.决定日期")), None)
    if decided is None:
        paper = next((form for form in _DECISIONS if case.documents(form)), _DECISIONS[0])
        return settle((), lacking(case, f"{paper}.决定日期"))
    names = {n for p in identity(case).parties if len(n := p.name) >= 2}
    before = [e for e in _endings(case, names) if e.on is None or e.on <= day(decided)]
    violations = [_told(case, ended, decided, _cause(case, ended, day(decided))) for ended in before]
    return settle(violations[:2], (), (decided,))


def _endings(case: CaseFacts, names: set[str]) -> Iterator[_Ended]:
    """What papers say of the end of the party, once for each paper."""
    subject = "|".join(["当事人", *(re.escape(n) for n in sorted(names, key=len, reverse=True))])
    sentence = re.compile(rf"(?:{subject}){_BETWEEN}{_GONE}")
    for paper in case.dossier.documents:
        body = running(paper)
        said = mask_quoted(body.text)
        found = sentence.search(said)
        if found is None and paper.form == _REGISTER and any(name in said for name in names):
            found = _STATUS.search(said)
        if found is None:
            continue
        span = said[found.start() : found.end() + _NEAR]
        stop = re.search("[。；]", span[found.end() - found.start() :])
        span = span[: found.end() - found.start() + (stop.start() if stop else _NEAR)]
        days = [d.value for d in find_dates(span) if d.value]
        yield _Ended(
            paper=paper, start=found.start(), end=found.end(), how=found["end"][:2], on=days[0] if days else None
        )


def _cause(case: CaseFacts, ended: _Ended, decided: date) -> Cause | None:
    """Why the end of the party must be asked; None where it surely came before the decision."""
    if ended.how not in _SURE:
        return Cause.NEEDS_JUDGEMENT
    if ended.on is not None:
        return None
    printed = the(case, f"{_REGISTER}.时间", ended.paper.id) if ended.paper.form == _REGISTER else None
    return None if printed is not None and day(printed) <= decided else Cause.NEEDS_JUDGEMENT


def _told(case: CaseFacts, ended: _Ended, decided: Fact, cause: Cause | None) -> Violation:
    body = running(ended.paper)
    first, last = body.positions[ended.start], body.positions[ended.end - 1] + 1
    return Violation(
        facts=(decided,),
        quotes=(quote(ended.paper, first, last),),
        variant="revoked" if ended.how not in _SURE else "" if cause is None else "undated",
        params=(
            ("paper", title_of(case, ended.paper.id)),
            ("on", ended.on.isoformat() if ended.on else "—"),
            ("decided", day(decided).isoformat()),
        ),
        cause=cause,
        key=ended.paper.id,
    )
