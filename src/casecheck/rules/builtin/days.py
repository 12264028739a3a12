"""日期: every day that a paper prints exists in the calendar."""

import re
from collections.abc import Iterator

from casecheck.law.book import LawBook
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Severity, Violation
from casecheck.rules.builtin.reading import passage, settle, texts, title_of, unread
from casecheck.rules.builtin.registry import predicate
from casecheck.text.dates import find_dates

_SLIP = re.compile(r"(?<!\d)(?:19|20)\d\d年\d{1,2}(?:年\d{1,2}[日月]|日\d{1,2}[日月])(?!\d)")
"""年, 月 and 日 mixed up (2023年9日12日): what the day is meant to be can be seen, but it is not what is printed."""
_WRITTEN = re.compile(r"(?P<month>\d{1,3})月(?P<day>\d{1,3})日?$")
_NUMERIC = re.compile(r"[.\-/](?P<month>\d{1,2})[.\-/](?P<day>\d{1,2})日?$")
_MONTHS, _LONGEST = 12, 31


@predicate("days_exist")
def days_exist(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether every day that the papers print exists.

    `skip` are the papers of other makers. A day that is told in quotation marks may be another's slip, and one of three
    digits a page number that ran into it: both are questions. 年, 月 and 日 mixed up is a slip of less weight.
    """
    del law
    skip = {case.form_name(form) for form in texts(arguments, "skip")}
    violations: dict[str, Violation] = {}
    unreadable: list[str] = []
    dated = False
    for paper in case.dossier.documents:
        if paper.form is None or paper.form in skip:
            continue
        if unread(case, paper):
            unreadable.append(paper.id)
        dated = dated or any(m.value for m in find_dates(passage(paper).text))
        for violation in _wrong_days(case, paper):
            violations.setdefault(violation.key, violation)
    gaps = [Missing(name="日期", cause=Cause.UNREADABLE, looked=tuple(unreadable))] if unreadable else []
    return settle(tuple(violations.values()), gaps, moot=not dated)


def _wrong_days(case: CaseFacts, paper: CaseDocument) -> Iterator[Violation]:
    """Each wrong day of a paper; the same one twice has one key."""
    said = passage(paper).text
    found = [(m.start, m.end, "") for m in find_dates(said) if m.kind == "impossible" and _is_a_day(m.raw)]
    found += [(m.start(), m.end(), "slip") for m in _SLIP.finditer(said)]
    for start, end, variant in sorted(found):
        printed = said[start:end]
        doubtful = _quoted(said, start) or re.search(r"\d{3}日?$", printed) is not None
        yield Violation(
            quotes=(passage(paper).quote(start, end, document=paper.id),),
            variant=variant,
            params=(("paper", title_of(case, paper.id)), ("value", printed)),
            severity=Severity.MINOR if variant == "slip" else None,
            cause=Cause.NEEDS_JUDGEMENT if doubtful else None,
            key=f"{paper.id} {printed}",
        )


def _is_a_day(printed: str) -> bool:
    """Whether an impossible mention is meant as a day: a number of other things may look like `2024.15.36` or `24月30日`."""
    numeric = _NUMERIC.search(printed)
    if numeric:
        return int(numeric["month"]) <= _MONTHS and int(numeric["day"]) <= _LONGEST
    written = _WRITTEN.search(printed)
    return written is None or "年" in printed or int(written["month"]) <= _MONTHS


def _quoted(said: str, position: int) -> bool:
    """Whether a place stands in quotation marks."""
    return said.rfind("“", 0, position) > said.rfind("”", 0, position)
