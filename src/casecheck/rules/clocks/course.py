"""How one period ran in one case: its start, its end, what stopped and lengthened it, and whether the act was in time."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from casecheck.law.book import LawBook
from casecheck.law.clocks import ClockTerm
from casecheck.law.limits import Limit
from casecheck.law.periods import Due, Length, due
from casecheck.law.suspensions import due_without
from casecheck.model.fact import CaseFacts, Fact
from casecheck.model.verdict import Cause, Missing
from casecheck.rules.builtin.reading import day, hearsay, known, missing, passage
from casecheck.rules.clocks.binding import belonging, counted_from
from casecheck.rules.clocks.extensions import Lengthened, length_name, lengthened
from casecheck.rules.clocks.hours import Moment, begun_at, done_at, hours_due, hours_met, moments
from casecheck.rules.clocks.spans import Span, spans


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """One run of a period. `began` is the day it is counted from; `ends` where it ends, None when that is not known.

    `length` is its length with the extensions that count, `base` the end without any, `outer` that
    of the longer length which may hold instead. `met` tells whether the act stands where the law wants it, None while it is
    missing or when that cannot be told; then `cause` says why. `lacking` are the names that were needed and not found.
    `doubtful` are papers of which the file does not tell whether they belong to this start or to another one. `begun_at` and
    `done_at` are the minutes of start and act where the length is one in hours.
    """

    term: ClockTerm
    start: Fact | None = None
    began: date | None = None
    limit: Limit | None = None
    length: Length | None = None
    ends: Due | None = None
    base: Due | None = None
    outer: Due | None = None
    act: Fact | None = None
    met: bool | None = None
    cause: Cause | None = None
    offs: tuple[Span, ...] = ()
    longer: Lengthened | None = None
    doubtful: tuple[Fact, ...] = ()
    preceding: tuple["Course", ...] = ()
    lacking: tuple[Missing, ...] = ()
    begun_at: Moment | None = None
    done_at: Moment | None = None

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Everything the reckoning rests on."""
        granted = (*self.granted, *((self.late,) if self.late else ()))
        own = (f for f in (self.start, self.act) if f)
        before = (f for course in self.preceding for f in course.facts)
        shown = (f for span in self.offs for f in span.facts)
        timed = (f for moment in (self.begun_at, self.done_at) if moment for f in moment.facts)
        return tuple(dict.fromkeys((*before, *own, *timed, *shown, *granted)))

    @property
    def perhaps_met(self) -> bool:
        """Whether the act may be in time only if the longer length holds."""
        late = self.outer is None or self.act is None or self.outer.met_by(day(self.act)) is False
        return not late and self.met is not True

    @property
    def granted(self) -> tuple[Fact, ...]:
        """The papers that lengthen it."""
        return self.longer.papers if self.longer else ()

    @property
    def late(self) -> Fact | None:
        """The first extension that was granted when the period was over."""
        return self.longer.late if self.longer else None

    @property
    def unmeasured(self) -> Fact | None:
        """An extension that tells no length, or lacks the discussion it needs."""
        return self.longer.unmeasured if self.longer else None

    @property
    def told(self) -> bool:
        """Whether its start or its act is only told by another paper."""
        return hearsay(*(f for f in (self.start, self.act) if f))


def courses(term: ClockTerm, case: CaseFacts, law: LawBook) -> tuple[Course, ...]:
    """The runs of a period in a case: none where the case has nothing of it, one for each start otherwise."""
    if not concerns(term, case):
        return ()
    if term.after:
        return _after_others(term, case, law)
    starts = _starts(term, case)
    begins = [fact for fact in starts if not _tells_otherwise(term, case, fact)]
    if starts and not begins:
        return ()
    starts = begins
    if starts:
        runs = [_run(term, case, law, start) for start in starts]
        return tuple(c for c in runs if not term.urgent or _came_after(c))
    act = next((f for name in term.end for f in known(case, name)), None)
    forms = [name for name in term.start if case.form(name.partition(".")[0])]
    papers = [name for name in forms if case.documents(name.partition(".")[0])]
    told = act is not None and bool(forms) and term.ending == "first" and not term.measure
    if term.urgent or not (papers or told):
        return ()
    gaps = tuple(m for m in (missing(case, name) for name in (papers or term.start)[:1]) if m)
    return (Course(term=term, act=act, lacking=gaps, cause=gaps[0].cause if gaps else None),)


def late_only(course: Course, law: LawBook) -> bool:
    """Whether the act is late only because the extension that covers it was granted too late.

    Then the extension is what is wrong, and the rule on extensions tells it.
    """
    if course.met is not False or course.late is None or course.act is None or course.base is None:
        return False
    end = course.base.nominal or course.base.date
    more = law.limits.on(course.term.extensions[0].limit or "", day(course.late))
    if end is None or more is None or more.length is None:
        return False
    return due(end, more.length, law.calendar).met_by(day(course.act)) is True


def _came_after(course: Course) -> bool:
    """Whether the act surely came after the start: only then was it urgent, and the period ran."""
    if course.act is None or course.start is None:
        return False
    begun, done = course.begun_at or moments(course.start), course.done_at or moments(course.act)
    return done.first > begun.last


def concerns(term: ClockTerm, case: CaseFacts) -> bool:
    """Whether the period can be one of this case at all."""
    if term.procedures and case.procedure is not None and case.procedure not in term.procedures:
        return False
    if term.papers and not any(case.documents(form) for form in term.papers):
        return False
    if any(fact.value is True for name in term.unless for fact in known(case, name)):
        return False
    return not term.cites or any(w in passage(d).text for d in case.dossier.documents for w in term.cites)


def _starts(term: ClockTerm, case: CaseFacts) -> list[Fact]:
    named = [(name, known(case, name)) for name in term.start]
    first = next((list(found) for _, found in named if found), [])
    if not first:
        return []
    if term.take == "each":
        by_paper: dict[str | None, Fact] = {}
        for _, found in named:
            for fact in found:
                by_paper.setdefault(fact.document, fact)
        found_each = by_paper.values()
        return sorted((counted_from(case, f) for f in found_each) if term.measure else found_each, key=day)
    if term.take == "first":
        return first[:1]
    act = _first_act(term, case)
    choice = first if term.take == "last" else [f for _, found in named for f in found]
    before = [f for f in choice if act is None or day(f) <= day(act)]
    return [max(before, key=day) if before else min(choice, key=day)]


def _tells_otherwise(term: ClockTerm, case: CaseFacts, start: Fact) -> bool:
    """Whether the paper of a start is of the kind that begins no such period (the result of a second test)."""
    if not term.not_from or start.document is None:
        return False
    said = passage(case.dossier.document(start.document)).text.replace("\n", "")
    return any(word in said for word in term.not_from)


def _first_act(term: ClockTerm, case: CaseFacts) -> Fact | None:
    return next((f for name in term.end for f in known(case, name)), None)


def _act(term: ClockTerm, case: CaseFacts, start: Fact) -> tuple[Fact | None, tuple[Fact, ...]]:
    """The act that ends the period, and the papers that may be of this start or of another."""
    if term.measure:
        sure = [f for name in term.end for f in belonging(case, start, name)]
        perhaps = tuple(f for name in term.end for f in belonging(case, start, name, doubtful=True))
        return min(sure, key=day, default=None), perhaps
    if term.ending == "nearest":
        after = [f for name in term.end for f in known(case, name) if day(f) >= day(start)]
        return min(after, key=day, default=None), ()
    for number, name in enumerate(term.end):
        found = known(case, name)
        if found and name.partition(".")[0] == start.name.partition(".")[0]:
            mine = tuple(f for f in found if f.document == start.document)
            found = mine or (found if len(found) == 1 else ())
        if number:  # what another paper does before the start is no end of this period
            found = tuple(f for f in found if day(f) >= day(start))
        if found:
            return (max if term.ending == "last" else min)(found, key=day) if len(found) > 1 else found[0], ()
    return None, ()


def _run(term: ClockTerm, case: CaseFacts, law: LawBook, start: Fact) -> Course:
    act, doubtful = _act(term, case, start)
    limit = law.limits.on(length_name(term.limit, term.others, case, start), day(start))
    course = Course(term=term, start=start, began=day(start), limit=limit, act=act, doubtful=doubtful)
    if limit is None or limit.length is None:
        gap = Missing(name=f"${term.limit}", cause=Cause.NEEDS_JUDGEMENT)
        return replace(course, lacking=(gap,), cause=gap.cause)
    if limit.length.unit == "hour":
        return _hours(course, case, limit.length)
    return _judged(_lengthened(course, case, law), case)


def _hours(course: Course, case: CaseFacts, length: Length) -> Course:
    assert course.start is not None  # noqa: S101 (the caller looked)
    begun = begun_at(case, course.start, course.term.times)
    done = done_at(case, course.act, course.term.times) if course.act else None
    met = hours_met(begun, done, length) if done else None
    cause = Cause.NOT_FOUND if course.act and met is None else None
    return replace(course, ends=hours_due(begun, length), met=met, cause=cause, begun_at=begun, done_at=done)


def _lengthened(course: Course, case: CaseFacts, law: LawBook) -> Course:
    """The end, with the days off and with every extension that was granted before the period ran out."""
    term, start, limit = course.term, course.start, course.limit
    assert start is not None and limit is not None and limit.length is not None  # noqa: S101 (the caller looked)
    kinds = law.clocks.suspensions_of(term)
    offs = spans(kinds, case, law, day(start), day(course.act) if course.act else None)
    off = [span.off for span in offs]
    longer = lengthened(term, case, law, start, limit.length, off)
    more = law.limits.on(term.perhaps, day(start)) if term.perhaps else None
    unsure = (f for e in term.extensions for n in e.by for f in belonging(case, start, n, doubtful=True))
    return replace(
        course,
        length=longer.length,
        ends=longer.ends,
        base=due_without(day(start), limit.length, off, law.calendar, term.whose),
        outer=due_without(day(start), more.length, off, law.calendar, term.whose) if more and more.length else None,
        offs=offs,
        longer=longer,
        doubtful=(*course.doubtful, *unsure) if term.measure else course.doubtful,
    )


def _judged(course: Course, case: CaseFacts) -> Course:
    """Whether the act stands where the law wants it, and why that cannot be told."""
    ends, act = course.ends, course.act
    if ends is None:
        return course
    if act is None:
        if course.doubtful:
            return replace(course, cause=Cause.NOT_FOUND)
        gaps = _no_act(course.term, case)
        return replace(course, lacking=gaps, cause=gaps[0].cause if gaps else None)
    if course.began and day(act) < course.began and not course.term.after:
        return replace(course, cause=Cause.CONFLICTING)
    met, cause = _stands(course, ends, day(act))
    if met is False:
        return _excused(course)
    if met and course.longer and course.longer.doubtful and course.base and course.base.met_by(day(act)) is not True:
        met, cause = None, Cause.NEEDS_JUDGEMENT
    return replace(course, met=met, cause=cause)


def _no_act(term: ClockTerm, case: CaseFacts) -> tuple[Missing, ...]:
    """Why nothing ends the period: first what a paper that is there does not tell, then the paper that is not there."""
    gaps = [m for name in term.end if (m := missing(case, name))]
    there = [m for m in gaps if case.documents(m.name.partition(".")[0])]
    absent = [m for m in gaps if m.cause is Cause.DOCUMENT_MISSING]
    return tuple((there or absent or gaps)[:1])


def _stands(course: Course, ends: Due, act: date) -> tuple[bool | None, Cause | None]:
    term = course.term
    if term.sort == "wait":
        met = _over(ends, act)
        if met is False and term.edge and act == ends.date:
            return None, Cause.NEEDS_JUDGEMENT
    elif term.after and course.began is not None and act <= course.began:
        counted = [c.ends.nominal for c in course.preceding if c.ends and c.ends.nominal]
        early = act <= max(counted, default=course.began)
        return (False, None) if early else (None, Cause.NEEDS_JUDGEMENT)
    else:
        met = ends.met_by(act)
    unknown = Cause.NOT_FOUND if ends.date is None else Cause.NEEDS_JUDGEMENT
    return met, None if met is not None else unknown


def _over(ends: Due, act: date) -> bool | None:
    """Whether the time to be waited for was over; without a calendar, whether it was whichever days were holidays."""
    if ends.date is not None:
        return act > ends.date
    if ends.earliest is not None and act <= ends.earliest:
        return False
    return True if ends.bound is not None and act > ends.bound else None


def _excused(course: Course) -> Course:
    """A late act: still open where an extension has no length, or papers may belong to this start or to another."""
    if course.unmeasured is not None or course.perhaps_met:
        return replace(course, met=None, cause=Cause.NEEDS_JUDGEMENT)
    if course.doubtful:
        return replace(course, met=None, cause=Cause.NOT_FOUND)
    verified = course.limit is None or course.limit.verified
    return replace(course, met=False if verified else None, cause=None if verified else Cause.NEEDS_JUDGEMENT)


def _after_others(term: ClockTerm, case: CaseFacts, law: LawBook) -> tuple[Course, ...]:
    """A period that starts where others end: the latest of them."""
    before = tuple(c for name in term.after for c in courses(law.clocks.by_name[name], case, law)[:1])
    if not before:
        return ()
    act = _first_act(term, case)
    lasts = [c.ends.date for c in before if c.ends and c.ends.date]
    start = before[0].start
    if len(lasts) < len(before) or start is None:
        gaps = tuple(m for c in before for m in c.lacking) or (Missing(name="节假日安排", cause=Cause.NEEDS_JUDGEMENT),)
        return (Course(term=term, act=act, preceding=before, lacking=gaps, cause=gaps[0].cause),)
    over = max(lasts)
    limit = law.limits.on(term.limit, day(start))
    course = Course(term=term, start=start, began=over, limit=limit, act=act, preceding=before)
    if limit is None or limit.length is None:
        gap = Missing(name=f"${term.limit}", cause=Cause.NEEDS_JUDGEMENT)
        return (replace(course, lacking=(gap,), cause=gap.cause),)
    ends = due_without(over, limit.length, (), law.calendar, term.whose)
    return (_judged(replace(course, ends=ends, base=ends), case),)


def every_course(case: CaseFacts, law: LawBook) -> Iterator[Course]:
    """The runs of all periods, in the order of the procedure."""
    for term in law.clocks.terms:
        yield from courses(term, case, law)
