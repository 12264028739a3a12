"""办案期限: ninety days from filing to decision, with what stops the clock and what lengthens it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from casecheck.law.book import LawBook
from casecheck.law.periods import Due
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts, Fact
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Clock, Missing, Violation
from casecheck.model.words import Words
from casecheck.rules.builtin.days import Span, excluded, rolled, run
from casecheck.rules.builtin.limits import period
from casecheck.rules.builtin.reading import (
    day,
    hearsay,
    known,
    missing,
    passage,
    settle,
    text,
    texts,
    the,
    ticking,
    title_of,
)
from casecheck.rules.builtin.registry import predicate


@dataclass(frozen=True, slots=True, kw_only=True)
class _Extension:
    """Where the extensions lead: the last counted day, whether it is sure, and the papers."""

    last: date
    sure: bool
    facts: tuple[Fact, ...]
    late: Fact | None = None


@predicate("decided_in_time")
def decided_in_time(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether the decision came within `limit` of the filing (程序规定 第六十四条).

    Only documented days are taken off: `spans` are pairs of facts (first and last day), `notices` dates of public notices
    that each stop the clock for `notice_period`. An extension counts when it was approved before the period ran out;
    a second one needs 集体讨论. Papers in `questions` and words in `words` may hide more days off: they turn a late
    decision into a question.
    """
    filed = the(case, text(arguments, "from"))
    decided = next((f for name in texts(arguments, "to") if (f := the(case, name))), None)
    if filed is None or decided is None:
        names = [n for n, f in ((text(arguments, "from"), filed), (text(arguments, "to"), decided)) if f is None]
        return settle((), [m for n in names if (m := missing(case, n))], [f for f in (filed, decided) if f])
    start, end = day(filed), day(decided)
    limit, more = period(law, text(arguments, "limit"), start), period(law, text(arguments, "extension"), start)
    if limit is None or more is None:
        return settle((), [Missing(name=text(arguments, "limit"), cause=Cause.NEEDS_JUDGEMENT)], (filed, decided))
    spans = list(suspensions(case, law, arguments, start, end))
    extension = _extended(case, start, limit.count, more.count, spans)
    ends = rolled(extension.last, law.calendar)
    used = (filed, decided, *(f for s in spans for f in s.facts), *extension.facts)
    clock = _clock(start, end, ends.date or extension.last, spans, text(arguments, "rule"))
    working = _working(start, end, limit.count, extension, ends, spans)
    in_time = ends.met_by(end)
    if in_time is True:
        upside_down = [Missing(name=filed.name, cause=Cause.CONFLICTING)] if end < start else []
        return ticking(settle((), upside_down, used, working), clock)
    cause = None if in_time is False else Cause.NEEDS_JUDGEMENT
    late_anyway = in_time is False and ends.weekend and ends.latest is not None
    variant = ("late_weekend" if late_anyway else "") if in_time is False else "weekend"
    asked = _questions(case, arguments)
    if extension.late:
        variant = "late_extension"
    if not extension.sure:
        cause, variant = Cause.NEEDS_JUDGEMENT, "continued"
    elif asked and cause is None:
        cause, variant = Cause.NEEDS_JUDGEMENT, "stopped"
    if in_time is None and ends.date is None and variant == "weekend":
        cause, variant = Cause.NOT_FOUND, "calendar"
    if hearsay(filed, decided):
        variant = "told"
    violation = Violation(
        facts=used,
        variant=variant,
        params=(
            ("filed", start.isoformat()),
            ("decided", end.isoformat()),
            ("due", (ends.date or extension.last).isoformat()),
            ("late", str((end - (ends.date or extension.last)).days)),
            ("rolled", ends.latest.isoformat() if ends.latest else ""),
            ("late_rolled", str((end - ends.latest).days) if ends.latest else ""),
            ("taken", str((end - start).days)),
            ("excluded", str(excluded(start, end, spans))),
            ("approved", day(extension.late).isoformat() if extension.late else ""),
            ("papers", "、".join(asked)),
        ),
        working=working,
        cause=cause,
    )
    return ticking(settle((violation,), (), used, working), clock)


def _clock(start: date, end: date, due: date, spans: list[Span], rule: str) -> Clock:
    return Clock(
        name="办案期限",
        start=start.isoformat(),
        due=due.isoformat(),
        actual=end.isoformat(),
        slack=(due - end).days,
        unit="calendar",
        suspended=excluded(start, due, spans),
        rule=rule,
    )


def suspensions(case: CaseFacts, law: LawBook, arguments: Json, start: date, end: date) -> Iterator[Span]:
    """The documented days between two days that do not count: `spans`, `notices` and `notice_period` of the rule."""
    listed = arguments.get("spans") if isinstance(arguments, dict) else None
    for pair in listed if isinstance(listed, list) else []:
        if isinstance(pair, list) and len(pair) == 2:
            yield from _between(case, str(pair[0]), str(pair[1]), start, end)
    for name in texts(arguments, "notices"):
        length = period(law, text(arguments, "notice_period"), start)
        for fact in known(case, name):
            if length and start <= day(fact) <= end:
                yield Span(
                    first=day(fact) + timedelta(days=1), last=day(fact) + timedelta(days=length.count), facts=(fact,)
                )


def _between(case: CaseFacts, first: str, last: str, start: date, end: date) -> Iterator[Span]:
    """Spans from a first to a last fact: of the same paper where both stand in it, else the nearest later one."""
    ends = [f for name in last.split("|") for f in known(case, name)]
    for begin in (f for name in first.split("|") for f in known(case, name)):
        same = [f for f in ends if f.document == begin.document and day(f) >= day(begin)]
        later = same or [f for f in ends if day(f) >= day(begin)]
        if later and day(begin) <= end:
            close = min(later, key=day)
            if day(close) > start:
                yield Span(
                    first=max(day(begin), start + timedelta(days=1)), last=min(day(close), end), facts=(begin, close)
                )


def _extended(case: CaseFacts, start: date, days: int, more: int, spans: list[Span]) -> _Extension:
    last = run(start, days, spans)
    approvals = sorted((f for f in known(case, "延期审批.批准日期") if day(f) > start), key=day)
    used: list[Fact] = []
    late: Fact | None = None
    for number, approval in enumerate(approvals):
        if day(approval) > last:
            late = approval
            break
        used.append(approval)
        if number == 0:
            days += more
            last = run(start, days, spans)
            continue
        discussed = [f for f in known(case, "集体讨论记录.日期") if start < day(f) <= last]
        until = the(case, "延期审批.延长至")
        if not discussed or until is None or day(until) <= last:
            return _Extension(last=last, sure=False, facts=tuple(used))
        return _Extension(last=day(until), sure=True, facts=(*used, *discussed[:1], until))
    return _Extension(last=last, sure=True, facts=(*used, late) if late else tuple(used), late=late)


def _questions(case: CaseFacts, arguments: Json) -> list[str]:
    """Titles of papers that may document days off whose length was not read."""
    asked = [title_of(case, paper.id) for form in texts(arguments, "questions") for paper in case.documents(form)]
    words = texts(arguments, "words")
    for form in texts(arguments, "word_papers"):
        asked.extend(title_of(case, paper.id) for paper in case.documents(form) if _says(paper, words))
    return list(dict.fromkeys(asked))


def _says(paper: CaseDocument, words: tuple[str, ...]) -> bool:
    said = passage(paper).text
    return any(word in said for word in words)


def _working(start: date, end: date, days: int, extension: _Extension, ends: Due, spans: list[Span]) -> Words:
    """The sum; where the last day is an ordinary weekend, also how late the act is if that moved the end."""
    due = ends.date or extension.last
    off = excluded(start, due, spans)
    off_zh = f" + 扣除 {off} 日" if off else ""
    off_en = f" + {off} d not counted" if off else ""
    counted = len(extension.facts) - (1 if extension.late else 0)
    more_zh, more_en = (" + 延期", " + extension") if counted else ("", "")
    late = (end - due).days
    verdict_zh = f"；决定 {end.isoformat()}" + (f"，超过 {late} 日" if late > 0 else "")
    verdict_en = f"; decided {end.isoformat()}" + (f"; {late} d late" if late > 0 else "")
    if late > 0 and ends.weekend and ends.latest and end > ends.latest:
        rolled_late = (end - ends.latest).days
        verdict_zh += f"（届满日是双休日；如顺延至 {ends.latest.isoformat()}，超过 {rolled_late} 日）"
        verdict_en += f" (a weekend; moved to {ends.latest.isoformat()}, {rolled_late} d late)"
    return Words(
        zh=f"{start.isoformat()} + {days} 日{off_zh}{more_zh} = {due.isoformat()}{verdict_zh}",
        en=f"{start.isoformat()} + {days} d{off_en}{more_en} = {due.isoformat()}{verdict_en}",
    )
