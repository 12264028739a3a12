"""Named legal values (`$办案.期限`) on the day that counts."""

from datetime import date

from casecheck.law.book import LawBook
from casecheck.law.periods import Length


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
