"""期限账本: every period of a case with its arithmetic, as it stands on a day."""

from datetime import date

from casecheck.law.book import LawBook
from casecheck.law.suspensions import days_off
from casecheck.model.clock import Clock, ClockState
from casecheck.model.fact import CaseFacts
from casecheck.model.verdict import Cause
from casecheck.rules.builtin.reading import day
from casecheck.rules.clocks.course import Course, every_course
from casecheck.rules.clocks.shown import arithmetic, reason


def ledger(case: CaseFacts, law: LawBook, as_of: date) -> tuple[Clock, ...]:
    """The periods of the case in the order of the procedure; `as_of` is the day that counts as today."""
    return tuple(clock_of(course, as_of, whole=case.scope == "dossier") for course in every_course(case, law))


def clock_of(course: Course, as_of: date, *, whole: bool = True) -> Clock:
    """One run of a period as an entry of the ledger."""
    term, ends = course.term, course.ends
    due = ends.date if ends else None
    own = {f for f in (course.start, course.act) if f}
    own.update(f for moment in (course.begun_at, course.done_at) if moment for f in moment.facts)
    return Clock(
        name=term.name,
        title=term.meaning,
        sort=term.sort,
        state=state_of(course, as_of, whole=whole),
        start=course.began.isoformat() if course.began else None,
        due=due.isoformat() if due else None,
        actual=day(course.act).isoformat() if course.act else None,
        slack=slack(course, due, day(course.act)) if due and course.act else None,
        left=slack(course, due, as_of) if due and not course.act else None,
        unit=course.limit.unit if course.limit else "",
        suspended=days_off(course.began, due, [s.off for s in course.offs]) if course.began and due else 0,
        rule=term.rule,
        basis=course.limit.basis if course.limit else (),
        began=course.start,
        done=course.act,
        papers=tuple(f for f in course.facts if f not in own),
        working=arithmetic(course) if ends else None,
        why=reason(course),
    )


def slack(course: Course, due: date, actual: date) -> int:
    """Days to spare, negative where the law was not kept."""
    if course.term.sort == "wait":
        return (actual - due).days - 1
    early = course.began is not None and bool(course.term.after) and actual <= course.began
    return (actual - course.began).days - 1 if early and course.began else (due - actual).days


def state_of(course: Course, as_of: date, *, whole: bool = True) -> ClockState:
    """How the period stands on that day. `whole`: the file is a whole dossier, so that what it does not show was not done."""
    if course.ends is None or course.began is None or (course.act is None and course.ends.date is None):
        return ClockState.NOT_RECKONED
    if course.act is not None:
        if course.told or course.met is None:
            return ClockState.UNCLEAR
        return ClockState.MET if course.met else ClockState.MISSED
    passed = course.ends.met_by(as_of)
    if passed:
        return ClockState.RUNNING
    if course.term.sort != "deadline" or course.term.whose == "party":
        return ClockState.OVER
    return ClockState.OVERDUE if whole and passed is False and not _unsettled(course) else ClockState.UNCLEAR


def _unsettled(course: Course) -> bool:
    """Whether something forbids to say that nothing was done in time."""
    untold = any(m.cause is not Cause.DOCUMENT_MISSING for m in course.lacking)
    doubtful = course.longer is not None and course.longer.doubtful
    return untold or course.told or doubtful or bool(course.unmeasured or course.doubtful)
