"""Periods in hours: they run by the clock, through nights, weekends and holidays (二十四小时)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from casecheck.law.clocks import TimesOfDay
from casecheck.law.periods import Due, Length, due_time
from casecheck.model.fact import CaseFacts, Fact
from casecheck.model.words import Words
from casecheck.rules.builtin.reading import day, known, passage

_NO_TIMES = TimesOfDay()


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """The first and the last minute at which something may have happened, and the facts that give them beside its day.

    `timed`: the papers print times of day; else they are those of the whole day.
    """

    first: datetime
    last: datetime
    timed: bool = False
    facts: tuple[Fact, ...] = ()


def hours_met(begun: Moment, done: Moment, length: Length) -> bool | None:
    """Whether the act was in time; where minutes are not known, the answer holds only if it does for every one of them."""
    ends = due_time(begun.first, length), due_time(begun.last, length)
    if ends[0] is None or ends[1] is None:
        return None
    return True if done.last <= ends[0] else False if done.first > ends[1] else None


def hours_due(begun: Moment, length: Length) -> Due:
    """The day on which the period runs out; the arithmetic shows the moment where the time of the start is known."""
    end = due_time(begun.last if begun.timed else begun.first, length)
    shown, until = minute(begun), _printed(end, timed=begun.timed)
    said = Words(zh=f"{shown} + {length.words.zh} = {until}", en=f"{shown} + {length.words.en} = {until}")
    last = end.date() if end else None
    return Due(date=last, nominal=last, latest=last, working=said)


def minute(moment: Moment) -> str:
    """The last minute that it may have been, where the papers print times of day; else its day."""
    return _printed(moment.last, timed=moment.timed)


def _printed(moment: datetime | None, *, timed: bool) -> str:
    if moment is None:
        return ""
    return moment.isoformat(" ", "minutes") if timed else moment.date().isoformat()


def moments(fact: Fact) -> Moment:
    """The minutes that a fact may mean: those of its day where it gives no time."""
    if isinstance(fact.value, datetime):
        return Moment(first=fact.value, last=fact.value, timed=True)
    begin = datetime.combine(day(fact), datetime.min.time())
    return Moment(first=begin, last=begin + timedelta(days=1, minutes=-1))


def begun_at(case: CaseFacts, start: Fact, times: TimesOfDay | None) -> Moment:
    """When the period began: at the minute printed for that day, else within the record of that day which tells of it."""
    times = times or _NO_TIMES
    exact = [f for name in times.begun for f in known(case, name) if day(f) == day(start)]
    return _between(exact) or _between(list(_recorded(case, start, times))) or moments(start)


def done_at(case: CaseFacts, act: Fact, times: TimesOfDay | None) -> Moment:
    """When the act was done: at the minute that its own paper prints for that day."""
    names = (times or _NO_TIMES).done
    exact = [f for n in names for f in known(case, n) if f.document == act.document and day(f) == day(act)]
    return _between(exact) or moments(act)


def _recorded(case: CaseFacts, start: Fact, times: TimesOfDay) -> Iterator[Fact]:
    """First and last minute of the records of that day that tell of it; none where one of them lacks either."""
    if not times.recorded:
        return
    first, last = times.recorded
    for paper in case.documents(first.partition(".")[0]):
        begins, ends = known(case, first, paper.id), known(case, last, paper.id)
        told = any(word in passage(paper).text for word in times.words)
        if told and begins and ends and day(begins[0]) == day(start):
            yield from (*begins, *ends)


def _between(facts: Sequence[Fact]) -> Moment | None:
    found = [f.value for f in facts if isinstance(f.value, datetime)]
    if not found:
        return None
    return Moment(first=min(found), last=max(found), timed=True, facts=tuple(facts))
