"""延长: the papers that lengthen a period, granted before it ran out, and how far they carry it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from casecheck.law.book import LawBook
from casecheck.law.clocks import ClockTerm, Extension, OtherLength
from casecheck.law.periods import Due, Length
from casecheck.law.suspensions import DaysOff, due_without
from casecheck.model.fact import CaseFacts, Fact
from casecheck.model.words import Words
from casecheck.rules.builtin.reading import day, known, passage
from casecheck.rules.clocks.binding import belonging

_ONE_DAY = Length(count=1, unit="calendar")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lengthened:
    """A period with its extensions: its length and end, and the papers that count.

    `doubtful`: only a weekend or an unknown calendar lets one of them be in time. `late` is the first that was granted
    when the period was over, `unmeasured` one that tells no length or lacks the discussion it needs.
    """

    length: Length
    ends: Due
    papers: tuple[Fact, ...] = ()
    doubtful: bool = False
    late: Fact | None = None
    unmeasured: Fact | None = None


def lengthened(
    term: ClockTerm, case: CaseFacts, law: LawBook, start: Fact, length: Length, offs: Sequence[DaysOff]
) -> Lengthened:
    """The period that began with that fact, with every extension granted before it ran out."""
    period = Lengthened(length=length, ends=due_without(day(start), length, offs, law.calendar, term.whose))
    for extension, approval in zip(term.extensions, _approvals(term, case, start), strict=False):
        timely = period.ends.met_by(day(approval))
        if timely is False:
            return replace(period, late=approval)
        period = replace(period, doubtful=period.doubtful or timely is None)
        more = extension_length(extension, case, law, start)
        if more is None or more.unit != length.unit:
            return _until(period, extension, case, law, (start, approval), term)
        whole = Length(count=period.length.count + more.count, unit=length.unit)
        ends = due_without(day(start), whole, offs, law.calendar, term.whose)
        period = replace(period, length=whole, ends=ends, papers=(*period.papers, approval))
    return period


def extension_length(extension: Extension, case: CaseFacts, law: LawBook, start: Fact) -> Length | None:
    """How long the law lets an extension of the period that began with that fact be; None where it names no length."""
    if extension.limit is None:
        return None
    limit = law.limits.on(length_name(extension.limit, extension.others, case, start), day(start))
    return limit.length if limit else None


def length_name(limit: str, others: Sequence[OtherLength], case: CaseFacts, start: Fact) -> str:
    """The named length, or that of another law which the paper of the start cites."""
    if not others or start.document is None:
        return limit
    said = passage(case.dossier.document(start.document)).text
    return next((other.limit for other in others if any(word in said for word in other.words)), limit)


def _approvals(term: ClockTerm, case: CaseFacts, start: Fact) -> list[Fact]:
    names = dict.fromkeys(name for extension in term.extensions for name in extension.by)
    found = [f for name in names for f in (belonging(case, start, name) if term.measure else known(case, name))]
    return sorted((f for f in found if day(f) > day(start)), key=day)


def _until(
    period: Lengthened,
    extension: Extension,
    case: CaseFacts,
    law: LawBook,
    facts: tuple[Fact, Fact],
    term: ClockTerm,
) -> Lengthened:
    """Lengthened to a day that a paper tells, where need be after a discussion before the period ran out."""
    (start, approval), ends = facts, period.ends
    last = ends.latest or ends.bound or date.max
    days = [f for name in extension.until for f in known(case, name) if ends.date is None or day(f) > ends.date]
    talks = [f for name in extension.discussed for f in known(case, name) if day(start) < day(f) <= last]
    until, discussed = max(days, key=day, default=None), min(talks, key=day, default=None)
    if until is None or (extension.discussed and discussed is None):
        return replace(period, papers=(*period.papers, approval), unmeasured=approval)
    shown = (approval, *((discussed,) if discussed else ()), until)
    longer = due_without(day(until) - timedelta(days=1), _ONE_DAY, (), law.calendar, term.whose)
    # The day comes from a paper: what is shown is the sum so far and that day, not how its roll over was found.
    last_day = Words(zh=longer.working.zh.partition(" = ")[2], en=longer.working.en.partition(" = ")[2])
    working = Words(zh=f"{ends.working.zh}；延长至 {last_day.zh}", en=f"{ends.working.en}; lengthened to {last_day.en}")
    return replace(period, ends=replace(longer, working=working), papers=(*period.papers, *shown))
