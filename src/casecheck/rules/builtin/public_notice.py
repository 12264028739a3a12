"""公告送达: the last resort, for thirty days, after which alone the next step may follow."""

import re
from collections.abc import Iterator
from datetime import timedelta

from casecheck.law.book import LawBook
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts, Fact, Origin
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Severity, Violation
from casecheck.rules.builtin.limits import period
from casecheck.rules.builtin.reading import day, known, missing, running, settle, text, the, unread
from casecheck.rules.builtin.registry import predicate
from casecheck.text.numbers import parse_number

ANNOUNCEMENT = "送达公告"
FAILED = re.compile(
    r"退回|退件|退信|查无此人|原址查无|无法联系|联系不上|未能联系|下落不明|无人签收|无人接收|拒收|拒签|拒绝签收|未妥投|投递失败|无法(?:直接|邮寄|投递)?送达|未能(?:直接|邮寄)?送达|迁移新址|地址不详|人去楼空|已搬离|已搬迁|其他方式无法"
)
"""Words that tell of an attempt to serve a paper that failed."""
_LENGTH = re.compile(
    r"(?:公告|发布|张贴|刊登|发出)[^。；]{0,16}?(?:经过?|满|起)[，]?(?:经过?|满)?(?P<count>[0-9]{1,3}|[一二三四五六七八九十]{1,4})个?(?:日|天|工作日)[^。；]{0,12}?(?:视为|即为)[^。；]{0,4}送达"
)
_POSTED = re.compile(
    r"公告[^。；\n]{0,20}(?:张贴|发布|刊登|刊载|网站|公告栏|报)|(?:张贴|发布|刊登|刊载|公告栏|网站)[^。；\n]{0,20}公告"
)
_OF_NOTICE = re.compile(r"告知书")


@predicate("announced_rightly")
def announced_rightly(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether service by public notice came after other manners failed, for `period`, and was waited for.

    `decided` is the day of the decision: not before a notice of penalty so served took effect.
    """
    violations: list[Violation] = []
    gaps: list[Missing] = []
    used: list[Fact] = []
    for paper in case.documents(ANNOUNCEMENT):
        posted = the(case, f"{ANNOUNCEMENT}.日期", paper.id)
        if posted is None:
            gaps.extend(m for m in (missing(case, f"{ANNOUNCEMENT}.日期", paper.id),) if m)
        else:
            used.append(posted)
            violations.extend(_early(case, law, arguments, paper, posted))
            violations.extend(_length(law, arguments, paper, posted))
        others = [d for d in case.dossier.documents if d.id != paper.id and d.form != "卷内文件目录"]
        if any(FAILED.search(running(d).text) for d in others):
            pass
        elif case.scope == "document":
            gaps.append(Missing(name="邮寄凭证", cause=Cause.DOCUMENT_MISSING))
        elif case.unread() and unread(case, *case.dossier.documents):
            gaps.append(Missing(name="邮寄凭证", cause=Cause.UNREADABLE))
        else:
            violations.append(_untried(paper))
        if case.scope != "document" and not any(_POSTED.search(running(d).text) for d in others):
            violations.append(_shown(paper, "posted", Severity.MINOR, Cause.NEEDS_IMAGE))
    if not case.documents(ANNOUNCEMENT):
        gaps.append(Missing(name=ANNOUNCEMENT, cause=Cause.DOCUMENT_MISSING))
    return settle(violations, gaps, used)


def _untried(paper: CaseDocument) -> Violation:
    """No other paper tells of a failed attempt; what the announcement itself says of one is for a person to judge."""
    said = FAILED.search(running(paper).text)
    return _shown(paper, "told" if said else "", None, Cause.NEEDS_JUDGEMENT if said else None)


def _shown(paper: CaseDocument, variant: str, severity: Severity | None, cause: Cause | None) -> Violation:
    body = running(paper)
    return Violation(
        quotes=(body.quote(0, min(len(body.text), 40)),) if body.text else (),
        variant=variant,
        severity=severity,
        cause=cause,
        key=f"{variant} {paper.number or paper.id}",
    )


def _length(law: LawBook, arguments: Json, paper: CaseDocument, posted: Fact) -> Iterator[Violation]:
    want = period(law, text(arguments, "period"), day(posted))
    body = running(paper)
    printed = _LENGTH.search(body.text)
    count = parse_number(printed["count"]) if printed else None
    if want is None or printed is None or not isinstance(count, int) or count == want.count:
        return
    yield Violation(
        quotes=(body.quote(*printed.span()),),
        variant="short" if count < want.count else "old",
        params=(("told", str(count)), ("want", str(want.count))),
        severity=None if count < want.count else Severity.MINOR,
        key=f"length {paper.number or paper.id}",
    )


def _early(case: CaseFacts, law: LawBook, arguments: Json, paper: CaseDocument, posted: Fact) -> Iterator[Violation]:
    """The decision came before the notice of penalty, served by this announcement, took effect."""
    want = period(law, text(arguments, "period"), day(posted))
    decided = next(iter(known(case, text(arguments, "decided"))), None)
    if want is None or decided is None or not _OF_NOTICE.search(running(paper).text):
        return
    if any(f.origin in (Origin.EXTRACTED, Origin.CORRECTED) for f in known(case, "行政处罚告知书.送达日期")):
        return
    effective = day(posted) + timedelta(days=want.count)
    if day(posted) <= day(decided) <= effective:
        yield Violation(
            facts=(posted, decided),
            variant="early",
            params=(
                ("posted", day(posted).isoformat()),
                ("effective", effective.isoformat()),
                ("decided", day(decided).isoformat()),
            ),
            key=f"early {paper.number or paper.id}",
        )
