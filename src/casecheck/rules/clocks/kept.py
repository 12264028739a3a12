"""Whether the periods of one name were kept, as the answer of a check."""

from casecheck.law.book import LawBook
from casecheck.law.clocks import ClockTerm
from casecheck.model.fact import CaseFacts
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.rules.builtin.reading import lacking, settle
from casecheck.rules.clocks.course import Course, concerns, courses
from casecheck.rules.clocks.shown import arithmetic, params


def kept(name: str, case: CaseFacts, law: LawBook) -> Answer:
    """True when every run of the period was kept; a violation for each that was not, a doubt for each left open.

    Moot where the case has nothing that this period is about. KeyError when there is no period of that name. Variants:
    none for a period that was not kept, `late_extension` where an extension came too late, `weekend` where only a
    weekend saves the act, `calendar` where the holiday notice is not known, `unmeasured` where an extension tells no
    length, `unclear` for all else that a person must settle.
    """
    term = law.clocks.by_name[name]
    runs = courses(term, case, law)
    if not runs:
        return _nothing_ran(term, case, law)
    violations = [v for run in runs if (v := _violation(run)) is not None]
    gaps = [m for run in runs for m in run.lacking or _no_end(run)]
    working = next((arithmetic(run) for run in runs if run.ends), None)
    return settle(violations, gaps, [f for run in runs for f in run.facts], working)


def _nothing_ran(term: ClockTerm, case: CaseFacts, law: LawBook) -> Answer:
    """Moot in a whole dossier that has nothing of the period; else what of it is missing."""
    starts = term.start or tuple(name for other in term.after for name in law.clocks.by_name[other].start)
    needed = (*starts[:1], *term.end[:1]) if term.urgent else starts[:1]
    gaps = lacking(case, *needed)
    if case.scope == "dossier" and (not gaps or not concerns(term, case)):
        return Answer(truth=True, moot=True)
    return settle((), gaps or [Missing(name=(*term.papers, *needed)[0], cause=Cause.DOCUMENT_MISSING)])


def _no_end(run: Course) -> tuple[Missing, ...]:
    """A period that nothing has ended yet was not kept, and not broken either."""
    if run.act is not None:
        return ()
    return (Missing(name=(*run.term.end, run.term.name)[0], cause=run.cause or Cause.NOT_FOUND),)


def _violation(course: Course) -> Violation | None:
    if course.act is None or course.ends is None or course.met is True:
        return None
    return Violation(
        facts=course.facts,
        variant=variant_of(course),
        params=params(course),
        working=arithmetic(course),
        cause=course.cause,
        key=f"{course.term.name} {course.began}",
    )


def variant_of(course: Course) -> str:
    """Which kind of breach or doubt it is."""
    if course.met is False:
        return "late_extension" if course.late else ""
    if course.unmeasured is not None:
        return "unmeasured"
    if course.ends is not None and course.ends.date is None:
        return "calendar"
    if course.cause is Cause.NEEDS_JUDGEMENT and course.ends is not None and course.ends.weekend:
        return "weekend"
    return "unclear"
