"""先行登记保存: what was done with the preserved evidence in seven working days."""

from casecheck.law.book import LawBook
from casecheck.law.periods import Due, due
from casecheck.model.fact import CaseFacts, Fact
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.rules.builtin.limits import no_calendar, period
from casecheck.rules.builtin.reading import day, known, missing, passage, settle, text, texts, the, title_of, unread
from casecheck.rules.builtin.registry import predicate

NOTICE = "先行登记保存证据通知书"


@predicate("preserved_then_dealt_with")
def preserved_then_dealt_with(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether each preservation was followed by one of the `ways` within `limit` (处罚法 第五十六条, 程序规定 第三十五条).

    `ways` are the date facts of the papers that deal with the evidence. Without any, papers that speak of dealing with it
    (`words`) leave the question open.
    """
    violations: list[Violation] = []
    gaps: list[Missing] = []
    used: list[Fact] = []
    for notice in case.documents(NOTICE):
        begin = the(case, f"{NOTICE}.日期", notice.id)
        limit = period(law, text(arguments, "limit"), day(begin)) if begin else None
        if begin is None or limit is None:
            gap = missing(case, f"{NOTICE}.日期", notice.id)
            gaps.append(gap or Missing(name=text(arguments, "limit"), cause=Cause.NEEDS_JUDGEMENT))
            continue
        used.append(begin)
        end = due(day(begin), limit, law.calendar, "agency")
        later = [f for name in texts(arguments, "ways") for f in known(case, name) if day(f) >= day(begin)]
        dealt = min(later, key=day) if later else None
        if dealt:
            used.append(dealt)
        in_time = end.met_by(day(dealt)) if dealt else False
        if dealt and in_time is None:
            violations.append(no_calendar(end, begin, dealt))
        elif not in_time:
            told = _told_elsewhere(case, arguments, notice.id)
            violations.append(_overdue(case, begin, dealt, end, told))
    if not case.documents(NOTICE):
        gaps.append(Missing(name=NOTICE, cause=Cause.DOCUMENT_MISSING))
    return settle(violations, gaps, used)


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


def _told_elsewhere(case: CaseFacts, arguments: Json, notice: str) -> str:
    words = texts(arguments, "words")
    for paper in case.dossier.documents:
        if paper.id != notice and any(word in passage(paper).text for word in words):
            return title_of(case, paper.id)
    return ""
