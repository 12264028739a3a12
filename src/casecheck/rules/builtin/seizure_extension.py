"""延长查封、扣押: approved before the period ended, for no longer than the law allows, with the reason."""

from collections.abc import Iterator, Sequence
from datetime import date

from casecheck.law.book import LawBook
from casecheck.law.periods import Due, Length
from casecheck.law.suspensions import due_without
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts, Fact
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Severity, Violation
from casecheck.model.words import Words
from casecheck.rules.builtin.reading import day, lacking, running, settle, text, the
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.builtin.seizure import LONGER, MATTERS, ORDER, approved_longer
from casecheck.rules.clocks.course import Course, courses
from casecheck.rules.clocks.extensions import extension_length


@predicate("seizure_extended_in_time")
def seizure_extended_in_time(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether each extension of a seizure was approved within the period `clock` of the ledger and is short enough.

    行政强制法 第二十五条. An extension that does not name its seizure belongs to the last one before it.
    """
    violations: list[Violation] = []
    gaps: list[Missing] = []
    used: list[Fact] = []
    workings: list[Words] = []
    term = law.clocks.by_name[text(arguments, "clock")]
    runs = courses(term, case, law)
    for longer in case.documents(LONGER):
        dated = the(case, f"{LONGER}.日期", longer.id)
        course = _begun_before(runs, dated)
        if course is None or dated is None or course.start is None:
            gaps.extend(lacking(case, f"{LONGER}.日期", f"{ORDER}.日期"))
            continue
        more = extension_length(term.extensions[0], case, law, course.start)
        if course.base is None or course.limit is None or course.limit.length is None or more is None:
            gaps.append(Missing(name=f"${term.limit}", cause=Cause.NEEDS_JUDGEMENT))
            continue
        begin, ends = course.start, course.base
        approval = approved_longer(case, day(begin))
        used.extend(f for f in (begin, dated, approval) if f)
        whole = Length(count=course.limit.length.count + more.count, unit=more.unit)
        last = due_without(day(begin), whole, [span.off for span in course.offs], law.calendar)
        workings.append(_working(day(begin), ends, approval or dated))
        found = list(_faults(case, longer, (begin, dated, approval), ends, last, more))
        violations.extend(found)
        if approval is None and not any(v.variant in ("", "weekend") for v in found):
            gaps.append(Missing(name=MATTERS, cause=Cause.DOCUMENT_MISSING, looked=(longer.id,)))
    return settle(violations, gaps, used, workings[0] if workings else None)


def _begun_before(runs: Sequence[Course], dated: Fact | None) -> Course | None:
    """The seizure that a later paper prolongs: the last one before it."""
    earlier = [c for c in runs if dated and c.start and day(c.start) <= day(dated)]
    return max(earlier, key=lambda c: c.began or date.min) if earlier else None


def _faults(
    case: CaseFacts,
    longer: CaseDocument,
    papers: tuple[Fact, Fact, Fact | None],
    ends: Due,
    last: Due,
    more: Length,
) -> Iterator[Violation]:
    begin, dated, approval = papers
    act = approval or dated
    facts = tuple(f for f in papers if f)
    params = (
        ("begin", day(begin).isoformat()),
        ("due", str(ends.date or "")),
        ("approved", day(act).isoformat()),
        ("decided", day(dated).isoformat()),
    )
    in_time = ends.met_by(day(act))
    stated = the(case, f"{ORDER}.期限止", begin.document)
    if in_time is not True:
        cause = None if in_time is False else Cause.NEEDS_JUDGEMENT
        yield Violation(facts=facts, variant="weekend" if cause else "", params=params, cause=cause, key="late")
    elif approval and ends.met_by(day(dated)) is False:
        yield Violation(facts=facts, variant="told_late", params=params, cause=Cause.NEEDS_JUDGEMENT, key="told")
    elif stated and day(act) > day(stated):
        yield Violation(
            facts=(*facts, stated),
            variant="stated",
            params=(*params, ("stated", day(stated).isoformat())),
            cause=Cause.NEEDS_JUDGEMENT,
            key="stated",
        )
    yield from _too_long(case, longer, last, more)
    yield from _no_reason(longer, approval, case)


def _too_long(case: CaseFacts, longer: CaseDocument, last: Due, more: Length) -> Iterator[Violation]:
    until = the(case, f"{LONGER}.期限止", longer.id)
    days = the(case, f"{LONGER}.期限天数", longer.id)
    latest = last.latest or last.nominal
    if until is not None:
        wrong = latest is not None and day(until) > latest
    else:
        wrong = days is not None and isinstance(days.value, int) and days.value > more.count
    shown = until or days
    if wrong and shown:
        params = (("until", shown.raw), ("more", str(more.count)), ("latest", str(last.date or "")))
        yield Violation(facts=(shown,), variant="long", params=params, key="long")


def _no_reason(longer: CaseDocument, approval: Fact | None, case: CaseFacts) -> Iterator[Violation]:
    papers = [longer, *([case.dossier.document(approval.document)] if approval and approval.document else [])]
    if not any("复杂" in running(paper).text for paper in papers):
        body = running(longer)
        quotes = (body.quote(0, min(len(body.text), 30)),) if body.text else ()
        yield Violation(
            quotes=quotes, variant="reason", severity=Severity.MAJOR, cause=Cause.NEEDS_JUDGEMENT, key="reason"
        )


def _working(begin: date, ends: Due, act: Fact) -> Words:
    return Words(
        zh=f"{begin.isoformat()} 起，届满 {ends.date}；批准延长 {day(act).isoformat()}",
        en=f"from {begin.isoformat()}, due {ends.date}; extension approved {day(act).isoformat()}",
    )
