"""要求听证: whether the party asked for a hearing, and whether it was held, given up, or refused with reason."""

import re
from collections.abc import Sequence
from datetime import date

from casecheck.law.book import LawBook
from casecheck.law.periods import Due, due
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts, Fact, Origin
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.rules.builtin.limits import period
from casecheck.rules.builtin.reading import day, known, settle, text, unread
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.builtin.wording import Hit, hits, papers_of

ASKED, RECORD, REPORT = "听证申请.日期", "听证笔录", "听证报告"
SERVED = "行政处罚告知书.送达日期"
TELLING = (
    "行政处罚决定书",
    "不予行政处罚决定书",
    "行政处理决定审批表",
    "集体讨论记录",
    "陈述申辩笔录",
    "送达回证",
    "有关事项审批表",
    "听证报告",
    "结案审批表",
)
"""Papers that may tell that the party asked for a hearing."""
_ASKED = re.compile(r"(?:提出|申请|要求|请求)[^，。；！？\n]{0,8}听证(?!的[，,]|权|的?权利|告知|程序的|范围)")
_NOT_ASKED = re.compile(
    r"未|没有|无|不|放弃|逾期|可以|可向|可在|有权|权利|如|若|视为|享有|是否|告知|应当|自收到|之内|要求你"
)
_WITHDRAWN = re.compile(r"撤回[^，。；\n]{0,10}(?:听证|申请|要求)|放弃[^，。；\n]{0,8}听证")
_NO_WITHDRAWAL = re.compile(r"视为|视同|未|没有|不")
_REFUSED = re.compile(
    r"(?:不予|不|未)(?:受理|举行|组织|召开|同意)[^，。；\n]{0,8}听证|听证[^，。；\n]{0,12}(?:不予受理|不予组织|不予举行|不予准许)"
)
_LATE = re.compile(r"逾期|超过[^，。；\n]{0,12}(?:期限|期间|时限|工作日|日)|期限已?届?满|超期")
_SCOPE = re.compile(r"不(?:属于|符合|在)[^，。；\n]{0,10}(?:听证|范围|条件)|未达到[^，。；\n]{0,10}(?:听证|标准)")
_SEGMENT = "，。；！？\n"


def segment(hit: Hit) -> str:
    """The words around a place up to the next comma or stop on both sides."""
    said = hit.paper.text
    first = max(said.rfind(mark, 0, hit.match.start()) for mark in _SEGMENT) + 1
    ends = [at for mark in _SEGMENT if (at := said.find(mark, hit.match.end())) >= 0]
    return said[first : min(ends, default=len(said))]


def told(case: CaseFacts) -> list[Hit]:
    """Where a paper tells that the party asked for a hearing: no right, no condition, no denial."""
    return [hit for hit in hits(_ASKED, papers_of(case, TELLING)) if not _denied(hit)]


def _denied(hit: Hit) -> bool:
    """Whether the words tell of a right or of no request; words that open a part of a sentence take that from before."""
    words = segment(hit)
    return bool(_NOT_ASKED.search(hit.before + words if words.startswith(hit.match[0]) else words))


def held(case: CaseFacts) -> bool:
    """Whether the file has the record of a hearing, or the report on one."""
    return bool(case.documents(RECORD) or case.documents(REPORT))


def own(case: CaseFacts) -> list[Fact]:
    """The days on which the party asked in a paper of its own."""
    return [f for f in known(case, ASKED) if f.origin is not Origin.RECITED]


@predicate("hearing_asked")
def hearing_asked(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether the party asked for a hearing: a request of its own, or another paper that tells of one."""
    del law, arguments
    asked = own(case)
    if asked or told(case):
        return Answer(truth=True, used=tuple(asked))
    if case.scope == "document":
        return Answer(truth=None, missing=(Missing(name=ASKED, cause=Cause.DOCUMENT_MISSING),))
    return Answer(truth=False)


@predicate("requested_hearing_held")
def requested_hearing_held(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether a hearing that was asked for was held, given up in writing, or refused for being late or out of scope.

    `period` is the time for asking. A refusal as late is held against the days of service and request: within the time
    it is wrong. A refusal as out of scope, and a request of which only another paper tells, are for a person.
    """
    asked = own(case)
    if held(case):
        return settle((), (), asked)
    if case.scope == "document":
        return settle((), (Missing(name=RECORD, cause=Cause.DOCUMENT_MISSING),))
    others = [p for p in case.dossier.documents if p.form not in ("行政处罚告知书", "行政处罚听证通知书")]
    if _given_up(case, others, asked):
        return settle((), (), asked)
    if unread(case, *case.dossier.documents):
        return settle((), (Missing(name=RECORD, cause=Cause.UNREADABLE),), asked)
    served = max((f for f in known(case, SERVED)), key=day, default=None)
    first = min(asked, key=day, default=None)
    ends = _ends(law, text(arguments, "period"), served)
    refused = list(hits(_REFUSED, others))
    if refused:
        return settle(_refusal(refused, served, first, ends))
    return settle((_not_held(case, served, first, ends),), (), [f for f in (served, first) if f])


def _given_up(case: CaseFacts, papers: Sequence[CaseDocument], asked: Sequence[Fact]) -> bool:
    """Whether the party withdrew the request, or waived the hearing on the day of the request or later."""
    since = min((day(f) for f in asked), default=date.min)
    waived = {f.document for f in known(case, "陈述申辩.放弃日期") if day(f) < since}
    return any(
        hit.document.id not in waived and not _NO_WITHDRAWAL.search(segment(hit)) for hit in hits(_WITHDRAWN, papers)
    )


def _ends(law: LawBook, name: str, served: Fact | None) -> Due | None:
    length = period(law, name, day(served)) if served else None
    return due(day(served), length, law.calendar, "party") if served and length else None


def _params(served: Fact | None, first: Fact | None, ends: Due | None) -> tuple[tuple[str, str], ...]:
    return (
        ("served", day(served).isoformat() if served else ""),
        ("asked", day(first).isoformat() if first else ""),
        ("due", ends.date.isoformat() if ends and ends.date else ""),
    )


def _refusal(refused: list[Hit], served: Fact | None, first: Fact | None, ends: Due | None) -> tuple[Violation, ...]:
    """A refusal as late that the days contradict is a violation; one they bear out is none; the rest is a question."""
    said = refused[0].document
    words = refused[0].paper.text
    late = bool(_LATE.search(words)) and not _SCOPE.search(words)
    in_time = ends.met_by(day(first)) if late and ends and first else None
    if in_time is False:
        return ()
    return (
        Violation(
            facts=tuple(f for f in (served, first) if f),
            quotes=(refused[0].quote(),),
            variant="in_time" if in_time else "refused",
            params=(*_params(served, first, ends), ("paper", said.title)),
            working=ends.working if in_time and ends else None,
            cause=None if in_time else Cause.NEEDS_JUDGEMENT,
            key="refused",
        ),
    )


def _not_held(case: CaseFacts, served: Fact | None, first: Fact | None, ends: Due | None) -> Violation:
    """Neither hearing nor refusal: certain where the party's own request came in time."""
    places = () if first else tuple(hit.quote() for hit in told(case)[:2])
    in_time = ends.met_by(day(first)) if ends and first else None
    variant = "" if in_time else "late" if in_time is False else "told"
    return Violation(
        facts=tuple(f for f in (served, first) if f),
        quotes=places,
        variant=variant,
        params=_params(served, first, ends),
        working=ends.working if ends and first else None,
        cause=None if in_time else Cause.NEEDS_JUDGEMENT,
        key="not held",
    )
