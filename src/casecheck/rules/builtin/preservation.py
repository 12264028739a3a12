"""先行登记保存: what was done with the preserved evidence in seven working days."""

from casecheck.law.book import LawBook
from casecheck.law.periods import Due
from casecheck.model.fact import CaseFacts, Fact
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.rules.builtin.limits import no_calendar
from casecheck.rules.builtin.reading import day, missing, passage, settle, text, texts, title_of, unread
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.clocks.course import courses

NOTICE = "先行登记保存证据通知书"


@predicate("preserved_then_dealt_with")
def preserved_then_dealt_with(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether each preservation was dealt with within the period `clock` of the ledger (处罚法 第五十六条, 程序规定 第三十五条).

    Where it was not, papers that speak of dealing with it (`words`) leave the question open.
    """
    violations: list[Violation] = []
    gaps: list[Missing] = []
    used: list[Fact] = []
    runs = courses(law.clocks.by_name[text(arguments, "clock")], case, law)
    for course in runs:
        begin, dealt, end = course.start, course.act, course.ends
        if begin is None or end is None:
            gaps.extend(course.lacking)
            continue
        used.extend((begin, dealt) if dealt else (begin,))
        if dealt and course.met is None:
            violations.append(no_calendar(end, begin, dealt))
        elif not course.met:
            told = _told_elsewhere(case, arguments, {begin.document, dealt.document if dealt else None})
            violations.append(_overdue(case, begin, dealt, end, told))
    undated = [n for n in case.documents(NOTICE) if n.id not in {c.start.document for c in runs if c.start}]
    gaps.extend(m for notice in undated if (m := missing(case, f"{NOTICE}.日期", notice.id)))
    if not case.documents(NOTICE):
        gaps.append(Missing(name=NOTICE, cause=Cause.DOCUMENT_MISSING))
    return settle(violations, list(dict.fromkeys(gaps)), used)


def _overdue(case: CaseFacts, begin: Fact, dealt: Fact | None, end: Due, told: str) -> Violation:
    cause: Cause | None = None
    if dealt is None and unread(case, *case.dossier.documents):
        cause = Cause.UNREADABLE
    elif told:
        cause = Cause.NEEDS_JUDGEMENT
    variant = "told" if told else "" if dealt else "none"
    return Violation(
        facts=(begin, dealt) if dealt else (begin,),
        variant=variant,
        params=(
            ("begin", day(begin).isoformat()),
            ("due", (end.date or end.bound or day(begin)).isoformat()),
            ("dealt", day(dealt).isoformat() if dealt else ""),
            ("way", dealt.name.split(".", 1)[0] if dealt else ""),
            ("papers", told),
        ),
        working=end.working,
        cause=cause,
        key=day(begin).isoformat(),
    )


_NAMING = ("卷内文件目录", "送达回证")
"""Papers that name others by their titles; they tell no more than these do."""


def _told_elsewhere(case: CaseFacts, arguments: Json, read: set[str | None]) -> str:
    words = texts(arguments, "words")
    for paper in case.dossier.documents:
        if paper.id not in read and paper.form not in _NAMING and any(word in passage(paper).text for word in words):
            return title_of(case, paper.id)
    return ""
