"""Named legal values (`$办案.期限`) on the day that counts."""

from datetime import date

from casecheck.law.book import LawBook
from casecheck.law.periods import Due, Length
from casecheck.model.fact import Fact
from casecheck.model.verdict import Cause, Violation


def _plain(name: str) -> str:
    return name.removeprefix("$")


def period(law: LawBook, name: str, on: date) -> Length | None:
    """The length of a named period on a day; None when no such value was in force."""
    limit = law.limits.on(_plain(name), on)
    return limit.length if limit else None


def amount(law: LawBook, name: str, on: date) -> int | None:
    """A named sum in 分 on a day; None when no such value was in force."""
    limit = law.limits.on(_plain(name), on)
    return limit.amount if limit else None


def no_calendar(end: Due, start: Fact, act: Fact) -> Violation:
    """The act falls where only the holiday notice of the year could tell whether the period had ended."""
    on = act.value.year if isinstance(act.value, date) else 0
    return Violation(
        facts=(start, act),
        variant="calendar",
        params=(("year", str(on)), ("start", str(start.value)[:10]), ("act", str(act.value)[:10])),
        working=end.working,
        cause=Cause.NOT_FOUND,
        key=f"calendar {str(act.value)[:10]}",
    )
