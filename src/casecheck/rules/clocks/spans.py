"""扣除期间: the documented days that do not count, by kind."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from casecheck.law.book import LawBook
from casecheck.law.clocks import Stretch, Suspension
from casecheck.law.suspensions import DaysOff
from casecheck.model.fact import CaseFacts, Fact
from casecheck.rules.builtin.reading import day, known


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Days that do not count, what kind they are of, and the facts that document them."""

    kind: str
    off: DaysOff
    facts: tuple[Fact, ...]


def spans(
    kinds: Sequence[Suspension], case: CaseFacts, law: LawBook, start: date, until: date | None = None
) -> tuple[Span, ...]:
    """The documented days off after `start` that began no later than `until` (None: whenever they began)."""
    found = [
        Span(kind=kind.name, off=DaysOff(first=max(first, start + timedelta(days=1)), last=last), facts=facts)
        for kind in kinds
        for stretch in kind.stretches
        for first, last, facts in _stretches(stretch, case, law)
        if last > start and (until is None or first <= until)
    ]
    return tuple(sorted(found, key=lambda s: (s.off.first, s.off.last)))


def _stretches(stretch: Stretch, case: CaseFacts, law: LawBook) -> Iterator[tuple[date, date, tuple[Fact, ...]]]:
    begins = _first_known(case, stretch.first)
    if stretch.limit:
        for begin in begins:
            limit = law.limits.on(stretch.limit, day(begin))
            if limit and limit.length:
                first = day(begin) + timedelta(days=1)
                yield first, day(begin) + timedelta(days=limit.length.count), (begin,)
        return
    ends = _first_known(case, stretch.last)
    for begin in begins:
        later = [f for f in ends if day(f) >= day(begin)]
        same = [f for f in later if f.document == begin.document]
        if close := min(same or later, key=day, default=None):
            yield day(begin), day(close), (begin, close)


def _first_known(case: CaseFacts, names: Sequence[str]) -> list[Fact]:
    """The days of the first of several names that the papers give."""
    return next((list(found) for name in names if (found := known(case, name))), [])
