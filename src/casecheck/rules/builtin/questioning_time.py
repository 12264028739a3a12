"""询问时间: whether the times that a 询问笔录 prints can be."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta

from casecheck.law.book import LawBook
from casecheck.model.fact import CaseFacts, Fact
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.model.words import Words
from casecheck.rules.builtin.reading import day, known, missing, number, settle, text
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.interviews.records import END, FORM, START, Interview, interviews, whose

NOTICE = "询问通知书"
LONGEST = timedelta(hours=24)
"""Nobody is questioned longer in one go."""


@predicate("questioning_time_holds")
def questioning_time_holds(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether each 询问笔录 ends after it begins, at an hour and with a length that go with what it holds.

    An end that is not after the beginning and a printed day of signature before the questioning are violations. Questions:
    a questioning between `night` and `morning` (times of day) without a word on why, one of more than a day, one in which
    more than `speed` characters a minute were written down, one before the day of the 询问通知书.
    """
    del law
    violations: list[Violation] = []
    gaps: list[Missing] = []
    used: list[Fact] = []
    for record in interviews(case):
        start, end = (next(iter(known(case, name, record.paper.id)), None) for name in (START, END))
        lacking = [m for name in (START, END) if (m := missing(case, name, record.paper.id))]
        gaps.extend(lacking)
        if start is None or end is None:
            continue
        used += [start, end]
        violations.extend(_signed_before(case, record, start))
        violations.extend(_before_notice(case, record, start))
        if isinstance(start.value, datetime) and isinstance(end.value, datetime):
            violations.extend(_span(case, record, start, end, arguments))
    return settle(violations, gaps, used)


def _span(case: CaseFacts, record: Interview, start: Fact, end: Fact, arguments: Json) -> Iterator[Violation]:
    if not isinstance(start.value, datetime) or not isinstance(end.value, datetime):
        return
    length = end.value - start.value
    printed = f"{start.value:%Y-%m-%d %H:%M}–{end.value:%Y-%m-%d %H:%M}"
    params = (("paper", whose(case, record.paper)), ("times", printed))
    if length <= timedelta(0):
        yield Violation(facts=(start, end), params=params, key=f"backwards {record.name}")
        return
    if length > LONGEST:
        yield _question(record, "long", (start, end), params)
        return
    if _by_night(start.value, end.value, arguments) and not _explained(record):
        yield _question(record, "night", (start, end), params)
    minutes = int(length.total_seconds() // 60)
    written = sum(len(t.question.text) + len(t.answer.text) for t in record.turns)
    if written > minutes * number(arguments, "speed"):
        each = Words(
            zh=f"{written}字 ÷ {minutes}分钟 = 每分钟{written // minutes}字",
            en=f"{written} characters ÷ {minutes} min = {written // minutes} a minute",
        )
        yield _question(record, "fast", (start, end), params, each)


def _question(
    record: Interview,
    variant: str,
    facts: tuple[Fact, ...],
    params: tuple[tuple[str, str], ...],
    working: Words | None = None,
) -> Violation:
    return Violation(
        facts=facts,
        variant=variant,
        params=params,
        working=working,
        cause=Cause.NEEDS_JUDGEMENT,
        key=f"{variant} {record.name}",
    )


def _by_night(start: datetime, end: datetime, arguments: Json) -> bool:
    """Whether a minute of it lies between `night` and `morning`."""
    night, morning = (time.fromisoformat(text(arguments, key)) for key in ("night", "morning"))
    return start.time() < morning or end.time() > night or start.time() >= night or end.date() > start.date()


def _explained(record: Interview) -> bool:
    """Whether the record says why it was made at such an hour."""
    said = record.said.text
    return any(word in said for word in ("夜间", "深夜", "连夜", "情况紧急", "自愿", "同意现在", "营业时间"))


def _signed_before(case: CaseFacts, record: Interview, start: Fact) -> Iterator[Violation]:
    """A day printed beside the signatures that lies before the questioning."""
    for signed in known(case, f"{FORM}.日期", record.paper.id)[:1]:
        if day(signed) < day(start):
            yield Violation(
                facts=(signed, start),
                variant="signed",
                params=(
                    ("paper", whose(case, record.paper)),
                    ("signed", day(signed).isoformat()),
                    ("asked", day(start).isoformat()),
                ),
                key=f"signed {record.name}",
            )


def _before_notice(case: CaseFacts, record: Interview, start: Fact) -> Iterator[Violation]:
    """Questioned before the summons was made out, where every questioning of that person was."""
    notices = [
        fact
        for paper in case.documents(NOTICE)
        if record.person and str(record.person.value) in "".join(block.text for block in paper.blocks)
        for fact in known(case, f"{NOTICE}.日期", paper.id)
    ]
    own = [
        day(f)
        for other in interviews(case)
        if other.person and record.person and other.person.value == record.person.value
        for f in known(case, START, other.paper.id)
    ]
    if notices and own and max(own) < min(day(f) for f in notices) and day(start) == max(own):
        params = (
            ("paper", whose(case, record.paper)),
            ("noticed", day(notices[0]).isoformat()),
            ("asked", day(start).isoformat()),
        )
        yield _question(record, "summons", (notices[0], start), params)
