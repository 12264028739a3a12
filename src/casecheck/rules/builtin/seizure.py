"""查封、扣押: how long things were held."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from casecheck.law.book import LawBook
from casecheck.law.limits import Limit
from casecheck.law.suspensions import days_off
from casecheck.model.fact import CaseFacts, Fact
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Severity, Violation
from casecheck.rules.builtin.reading import day, known, missing, running, settle, text, the, unread
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.clocks.course import Course, courses, late_only
from casecheck.rules.clocks.shown import arithmetic

ORDER = "实施行政强制措施决定书"
LONGER = "延长行政强制措施期限决定书"
RELEASE = "解除行政强制措施决定书"
MATTERS = "有关事项审批表"
PROLONGS = re.compile(r"延长[^。；]{0,16}(?:查封|扣押|强制措施)|(?:查封|扣押|强制措施)[^。；]{0,16}(?:延长|延期)")


def approved_longer(case: CaseFacts, begin: date) -> Fact | None:
    """The leader's approval of the extension, on a form that speaks of it."""
    found = [
        fact
        for form in case.documents(MATTERS)
        if PROLONGS.search(running(form).text)
        for fact in known(case, f"{MATTERS}.批准日期", form.id)
        if day(fact) > begin
    ]
    return min(found, key=day) if found else None


@predicate("held_within_limit")
def held_within_limit(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether each 查封、扣押 ended within the period `clock` of the ledger (行政强制法 第二十五条).

    The end is the release or the penalty decision, whichever came first. A release or an extension belongs to the seizure
    decision whose number it names; with several seizures one that names none leaves the question open. Where only the
    extension came too late, that is told of the extension.
    """
    violations: list[Violation] = []
    gaps: list[Missing] = []
    used: list[Fact] = []
    runs = courses(law.clocks.by_name[text(arguments, "clock")], case, law)
    workings = [arithmetic(course) for course in runs if course.ends and course.act]
    for course in runs:
        begin = course.start
        if begin is None or course.ends is None or course.limit is None:
            gaps.extend(course.lacking)
            continue
        used.extend(f for f in (begin, course.act) if f)
        violations.extend(_stated_too_long(case, begin, course.limit))
        if course.act is None and not course.doubtful:
            gaps.extend(_no_end(case))
        elif course.act is None or (course.met is None and course.doubtful):
            violations.append(_whose(begin, course.doubtful))
        elif (
            course.met is not True and not late_only(course, law) and not _only_untold(case, course, begin, course.act)
        ):
            violations.append(_held(case, course, begin, course.act))
    undated = [d for d in case.documents(ORDER) if d.id not in {c.start.document for c in runs if c.start}]
    gaps.extend(m for order in undated if (m := missing(case, f"{ORDER}.日期", order.id)))
    if not case.documents(ORDER):
        gaps.append(Missing(name=ORDER, cause=Cause.DOCUMENT_MISSING))
    return settle(violations, list(dict.fromkeys(gaps)), used, workings[0] if workings else None)


def _only_untold(case: CaseFacts, course: Course, begin: Fact, act: Fact) -> bool:
    """Whether the leader approved an extension in time that covers the days, and only the paper for the party is missing.

    That the extension was not told in writing is reported by `extension_told`.
    """
    approval = approved_longer(case, day(begin))
    if case.documents(LONGER) or approval is None or course.ends is None or course.limit is None:
        return False
    first, more = course.ends.latest, course.limit.length
    if first is None or more is None or more.unit != "calendar" or day(approval) > first:
        return False
    return day(act) <= first + timedelta(days=more.count)


def _stated_too_long(case: CaseFacts, begin: Fact, limit: Limit) -> Iterator[Violation]:
    stated = the(case, f"{ORDER}.期限止", begin.document)
    days = the(case, f"{ORDER}.期限天数", begin.document)
    number = days.value if days and isinstance(days.value, int) else None
    if number is None and stated:
        number = (day(stated) - day(begin)).days
    if number is None or limit.length is None or number <= limit.length.count:
        return
    facts = tuple(f for f in (begin, days or stated) if f)
    yield Violation(
        facts=facts,
        variant="stated",
        params=(("days", str(number)), ("limit", str(limit.length.count))),
        severity=Severity.MAJOR,
        key=f"stated {day(begin).isoformat()}",
    )


def _whose(begin: Fact, papers: Sequence[Fact]) -> Violation:
    """Of which seizure a release or an extension speaks is not told."""
    return Violation(
        facts=(begin, *papers),
        variant="whose",
        params=(("begin", day(begin).isoformat()),),
        cause=Cause.NOT_FOUND,
        key=f"whose {day(begin).isoformat()}",
    )


def _no_end(case: CaseFacts) -> list[Missing]:
    unreadable = unread(case, *case.dossier.documents)
    return [Missing(name=f"{RELEASE}.日期", cause=Cause.UNREADABLE if unreadable else Cause.NOT_FOUND)]


def _held(case: CaseFacts, course: Course, begin: Fact, end: Fact) -> Violation:
    """Things held too long, or of which that hangs on a weekend or on the calendar."""
    ends, late = course.ends, course.late
    assert ends is not None  # noqa: S101 (the caller looked)
    due = ends.date or ends.nominal or day(begin)
    variant = "" if course.met is False else "calendar" if ends.date is None else "weekend"
    if late is not None and course.met is False:
        variant = "late_extension"
    elif course.met is False and case.documents("检验报告") and not course.offs:
        variant = "test"
    return Violation(
        facts=course.facts,
        variant=variant,
        params=(
            ("begin", day(begin).isoformat()),
            ("end", day(end).isoformat()),
            ("due", due.isoformat()),
            ("held", str((day(end) - day(begin)).days)),
            ("excluded", str(days_off(day(begin), day(end), [span.off for span in course.offs]))),
            ("extended", day(late).isoformat() if late else ""),
        ),
        working=arithmetic(course),
        cause=course.cause,
        key=day(begin).isoformat(),
    )
