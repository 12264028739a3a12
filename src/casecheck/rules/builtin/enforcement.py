"""申请强制执行: the three months in which the court may be asked."""

import re
from datetime import date

from casecheck.law.book import LawBook
from casecheck.law.periods import Due
from casecheck.model.fact import CaseFacts, Fact
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Violation
from casecheck.model.words import Words
from casecheck.rules.builtin.provisions import citation, is_ground, is_price
from casecheck.rules.builtin.reading import day, known, lacking, running, settle, text, the
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.clocks.course import courses

DECISION, APPLICATION = "行政处罚决定书", "强制执行申请书"
_REVIEWED = re.compile(
    r"复议机关|行政复议决定|(?:受理|提起|申请)(?:了)?(?:行政)?(?:复议|诉讼)[^。；]{0,20}(?:维持|驳回|受理|撤回)|行政判决|终审"
)
_NEVER = re.compile(r"(?:未|没有|不|均未|也未)[^。；]{0,20}$")


@predicate("applied_within_window")
def applied_within_window(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether the court was asked in the period `clock` of the ledger: after the time to sue, within three months.

    A review or suit, payment by instalments, price grounds and a wrong time told to the party shift it: then a person
    must reckon.
    """
    course = next(iter(courses(law.clocks.by_name[text(arguments, "clock")], case, law)), None)
    served, applied, over = (course.start, course.act, course.began) if course else (None, None, None)
    if course is None or served is None or applied is None:
        gaps = lacking(case, f"{DECISION}.送达日期", f"{APPLICATION}.日期")
        return settle((), gaps, [f for f in (served, applied) if f])
    ends = course.ends
    if ends is None or over is None:
        return settle((), course.lacking, (served, applied))
    working = _working(served, over, ends, applied)
    nominal = max(c.ends.nominal for c in course.preceding if c.ends and c.ends.nominal)
    variant = _place(day(applied), nominal, over, ends)
    shifts = _shifted(case)
    if variant is None and not shifts:
        return settle((), (), (served, applied), working)
    doubtful = variant in ("edge", "weekend") or bool(shifts)
    violation = Violation(
        facts=(served, applied),
        variant="shifted" if shifts else variant or "",
        params=(
            ("served", day(served).isoformat()),
            ("over", over.isoformat()),
            ("ends", str(ends.date)),
            ("applied", day(applied).isoformat()),
            ("why", "、".join(shifts)),
        ),
        working=working,
        cause=Cause.NEEDS_JUDGEMENT if doubtful else None,
    )
    return settle((violation,), (), (served, applied), working)


def _place(applied: date, nominal: date, over: date, ends: Due) -> str | None:
    """Where the application stands: None inside the window."""
    if applied <= nominal:
        return "early"
    if applied <= over:
        return "edge"
    in_time = ends.met_by(applied)
    return None if in_time else "weekend" if in_time is None else ""


def _shifted(case: CaseFacts) -> list[str]:
    """What in the file may move the window."""
    found = []
    if case.documents("法院文书") or any(
        not _NEVER.search(said[max(0, m.start() - 24) : m.start()])
        for paper in case.documents(APPLICATION)
        for said in (running(paper).text,)
        for m in _REVIEWED.finditer(said)
    ):
        found.append("复议或者诉讼")
    if case.documents("延期/分期缴纳罚款通知书"):
        found.append("延期、分期缴纳")
    grounds = [c for f in known(case, f"{DECISION}.处罚依据") if (c := citation(f)) is not None and is_ground(c)]
    if any(is_price(c) for c in grounds) or any(f.value is True for f in known(case, f"{DECISION}.复议前置")):
        found.append("复议前置")
    told = the(case, f"{DECISION}.诉讼期限")
    if told is not None and str(told.value) not in ("6个月", "六个月"):
        found.append("告知的起诉期限")
    return found


def _working(served: Fact, over: date, ends: Due, applied: Fact) -> Words:
    return Words(
        zh=f"{day(served).isoformat()} 送达，起诉期限至 {over}；三个月至 {ends.date}；申请 {day(applied).isoformat()}",
        en=f"served {day(served).isoformat()}, time to sue until {over}; three months until {ends.date}; applied {day(applied).isoformat()}",
    )
