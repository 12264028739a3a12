"""告知: the notice before the penalty, the time for defence, the hearing right."""

import re
from datetime import date

from casecheck.law.book import LawBook
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts, Fact
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.model.words import Words
from casecheck.rules.builtin.limits import no_calendar, reaches
from casecheck.rules.builtin.reading import (
    day,
    hearsay,
    known,
    lacking,
    missing,
    passage,
    settle,
    text,
    the,
    unread,
)
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.builtin.waiver import waives
from casecheck.rules.clocks.course import Course, courses
from casecheck.text.money import format_yuan

NOTICE = "行政处罚告知书"
DECISION = "行政处罚决定书"
SERVED, DECIDED = f"{NOTICE}.送达日期", f"{DECISION}.决定日期"
HEAVY = ("吊销", "降低资质", "停产停业", "责令关闭", "限制从业", "暂扣许可")
"""Kinds of penalty that open a hearing whatever the amount (处罚法 第六十三条)."""
_HEARING_TOLD = re.compile(r"(?:要求|申请|提出|享有|有权)[^。\n]{0,14}听证|听证(?:的权利|权|申请|要求)")
_HEARING_DENIED = re.compile(r"不(?:符合|属于|适用)[^。\n]{0,10}听证")


@predicate("notice_before_decision")
def notice_before_decision(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether a notice was served before the day of the decision (处罚法 第四十四条、第六十二条)."""
    del law, arguments
    notices = case.documents(NOTICE)
    if not notices:
        return _no_notice(case)
    served, decided = known(case, SERVED), the(case, DECIDED)
    if not served or decided is None:
        return settle((), lacking(case, SERVED, DECIDED), [*served, *([decided] if decided else [])])
    first = min(served, key=day)
    if day(first) < day(decided):
        return settle((), (), (first, decided))
    same_day = day(first) == day(decided)
    waived = _waiver(case, day(decided))
    doubtful = same_day and waived is not None
    violation = Violation(
        facts=tuple(f for f in (first, decided, waived) if f),
        variant="same_day" if same_day else "late",
        params=(("served", day(first).isoformat()), ("decided", day(decided).isoformat())),
        working=Words(
            zh=f"告知书送达 {day(first).isoformat()}；决定 {day(decided).isoformat()}",
            en=f"notice served {day(first).isoformat()}; decided {day(decided).isoformat()}",
        ),
        cause=Cause.NEEDS_JUDGEMENT if doubtful else None,
    )
    return settle((violation,), (), (first, decided))


def _no_notice(case: CaseFacts) -> Answer:
    if case.scope == "document":
        return settle((), (Missing(name=NOTICE, cause=Cause.DOCUMENT_MISSING),))
    if unread(case, *case.dossier.documents) or case.unread():
        return settle((), (Missing(name=NOTICE, cause=Cause.UNREADABLE),))
    decided = known(case, DECIDED)
    return settle((Violation(facts=decided, variant="absent"),), (), decided)


def _waiver(case: CaseFacts, decided: date) -> Fact | None:
    dated = [f for f in known(case, "陈述申辩.放弃日期") if day(f) <= decided and waives(case, f) is not False]
    told = [f for f in known(case, "陈述申辩.放弃") if f.value is True]
    return next(iter([*dated, *told]), None)


@predicate("defence_period_over")
def defence_period_over(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether the decision came after the last day for defence (the period `clock` of the ledger), or after a written waiver.

    Of several notices the last one served before the decision counts. A waiver of which only another paper tells leaves
    the question open. Silence is no waiver.
    """
    served, decided = known(case, SERVED), the(case, DECIDED)
    if not served or decided is None:
        return settle((), lacking(case, SERVED, DECIDED), [*served, *([decided] if decided else [])])
    course = next(iter(courses(law.clocks.by_name[text(arguments, "clock")], case, law)), None)
    last = course.start if course else None
    none_before = all(day(f) >= day(decided) for f in served)
    if course is None or last is None or day(last) > day(decided) or none_before:  # a matter of the notice itself
        return settle((), (), (), _sum(min(served, key=day), decided, None))
    if course.ends is None:
        return settle((), course.lacking, (last, decided))
    if course.met:
        return settle((), (), (last, decided), _sum(last, decided, course.ends.date))
    return _not_over(case, last, decided, course)


def _not_over(case: CaseFacts, last: Fact, decided: Fact, course: Course) -> Answer:
    """A decision before the time was surely over: lawful after a written waiver of this party."""
    end = course.ends
    assert end is not None  # noqa: S101 (the caller looked)
    working = _sum(last, decided, end.date)
    declared = [f for f in known(case, "陈述申辩.放弃日期") if day(last) <= day(f) <= day(decided)]
    waived = next((f for f in declared if waives(case, f)), None)
    if waived:
        return settle((), (), (last, decided, waived), working)
    if course.met is None:
        return settle((no_calendar(end, last, decided),), (), (last, decided), end.working)
    unsure = next((f for f in declared if waives(case, f) is None), None)
    told = next((f for f in known(case, "陈述申辩.放弃") if f.value is True and hearsay(f)), None)
    variant = "unsure" if unsure else "waiver" if told else "told" if hearsay(last, decided) else ""
    if not variant and end.date is None:
        variant = "earliest"
    violation = Violation(
        facts=tuple(f for f in (last, decided, unsure or told) if f),
        variant=variant,
        params=(
            ("served", day(last).isoformat()),
            ("decided", day(decided).isoformat()),
            ("due", (end.date or end.earliest or day(last)).isoformat()),
        ),
        working=working,
        cause=Cause.CONFLICTING if unsure else Cause.DOCUMENT_MISSING if told else None,
    )
    return settle((violation,), (), (last, decided), working)


def _sum(served: Fact, decided: Fact, end: date | None) -> Words:
    zh, en = (f"，申辩期届满 {end.isoformat()}", f", defence until {end.isoformat()}") if end else ("", "")
    return Words(
        zh=f"告知书送达 {day(served).isoformat()}{zh}；决定 {day(decided).isoformat()}",
        en=f"notice served {day(served).isoformat()}{en}; decided {day(decided).isoformat()}",
    )


@predicate("hearing_right_told")
def hearing_right_told(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether a notice that proposes a penalty open to a hearing tells that right (处罚法 第六十三条).

    `person` and `organisation` name the amounts from which a hearing must be offered. For a sole trader (个体工商户) or an
    unknown kind of party the amounts between the two are a question.
    """
    violations: list[Violation] = []
    gaps: list[Missing] = []
    used: list[Fact] = []
    for notice in case.documents(NOTICE):
        told, told_facts = _told(case, notice)
        if told:
            used.extend(told_facts)
            continue
        need, why, facts = _needs_hearing(case, law, arguments, notice)
        used.extend(facts)
        if need is False:
            continue
        if unread(case, notice):
            gaps.append(Missing(name=f"{NOTICE}.告知听证权", cause=Cause.UNREADABLE, looked=(notice.id,)))
        elif not facts:
            gaps.extend(m for m in (missing(case, f"{NOTICE}.拟罚款金额", notice.id),) if m)
        else:
            violations.append(
                Violation(
                    facts=(*facts, *told_facts),
                    variant="" if need else "unclear",
                    params=(("why", why),),
                    cause=None if need else Cause.NEEDS_JUDGEMENT,
                    key=notice.number or "",
                )
            )
    if not case.documents(NOTICE):
        gaps.append(Missing(name=NOTICE, cause=Cause.DOCUMENT_MISSING))
    return settle(violations, gaps, used)


def _told(case: CaseFacts, notice: CaseDocument) -> tuple[bool, tuple[Fact, ...]]:
    facts = known(case, f"{NOTICE}.告知听证权", notice.id)
    if facts:
        return facts[0].value is True, facts
    said = passage(notice).text
    return bool(_HEARING_TOLD.search(said)) and not _HEARING_DENIED.search(said), ()


def _needs_hearing(
    case: CaseFacts, law: LawBook, arguments: Json, notice: CaseDocument
) -> tuple[bool | None, str, tuple[Fact, ...]]:
    kinds = [f for f in known(case, f"{NOTICE}.处罚种类", notice.id) if any(w in str(f.value) for w in HEAVY)]
    if kinds:
        return True, str(kinds[0].value), tuple(kinds)
    fine, income = (
        known(case, f"{NOTICE}.拟罚款金额", notice.id),
        known(case, f"{NOTICE}.拟没收违法所得金额", notice.id),
    )
    kind_known = known(case, f"{NOTICE}.处罚种类", notice.id)
    if not fine and not income:
        unfined = bool(kind_known) and not any("罚款" in str(f.value) for f in kind_known)
        return (False if unfined else None), "", ()
    dated = known(case, f"{NOTICE}.日期", notice.id) or known(case, SERVED, notice.id) or known(case, DECIDED)
    on = day(dated[0]) if dated else date.max
    most = max(int(f.value) for f in (*fine, *income) if isinstance(f.value, int))
    why = f"{format_yuan(most)} 元"
    party = the(case, "当事人.类型")
    limits = (text(arguments, "person"), text(arguments, "organisation"))
    return reaches(case, law, limits, most, on), why, (*fine, *income, *((party,) if party else ()))
