"""查封、扣押: how long things were held."""

from collections.abc import Iterator
from datetime import date

from casecheck.law.book import LawBook
from casecheck.law.periods import Length
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts, Fact
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Severity, Violation
from casecheck.model.words import Words
from casecheck.rules.builtin.days import Span, excluded, rolled, run
from casecheck.rules.builtin.limits import period
from casecheck.rules.builtin.reading import day, known, missing, passage, settle, text, the, unread
from casecheck.rules.builtin.registry import predicate

ORDER = "实施行政强制措施决定书"
LONGER = "延长行政强制措施期限决定书"
RELEASE = "解除行政强制措施决定书"


@predicate("held_within_limit")
def held_within_limit(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether each 查封、扣押 ended in time (行政强制法 第二十五条): `limit` days, `extension` more when extended in time.

    Days of a test whose period was told in writing do not count. `special` lists `{words: […], extension: $limit}`: laws
    that allow another extension, told by the law the seizure decision cites. The end is the release or the penalty
    decision, whichever came first.
    """
    violations: list[Violation] = []
    gaps: list[Missing] = []
    used: list[Fact] = []
    workings: list[Words] = []
    for order in case.documents(ORDER):
        begin = the(case, f"{ORDER}.期限起", order.id) or the(case, f"{ORDER}.日期", order.id)
        if begin is None:
            gaps.extend(m for m in (missing(case, f"{ORDER}.日期", order.id),) if m)
            continue
        limit = period(law, text(arguments, "limit"), day(begin))
        more = extension_length(case, law, arguments, order, day(begin))
        if limit is None or more is None:
            gaps.append(Missing(name=text(arguments, "limit"), cause=Cause.NEEDS_JUDGEMENT))
            continue
        used.append(begin)
        violations.extend(_stated_too_long(case, order, begin, limit))
        end = _ended(case, begin)
        if end is None:
            gaps.extend(_no_end(case))
            continue
        used.append(end)
        violation, working = _held(case, law, (begin, end), (limit, more))
        workings.append(working)
        violations.extend([violation] if violation else [])
    if not case.documents(ORDER):
        gaps.append(Missing(name=ORDER, cause=Cause.DOCUMENT_MISSING))
    return settle(violations, gaps, used, workings[0] if workings else None)


def extension_length(case: CaseFacts, law: LawBook, arguments: Json, order: CaseDocument, on: date) -> Length | None:
    """How long a seizure may be prolonged: `extension`, or that of the law in `special` which the order cites."""
    special = arguments.get("special") if isinstance(arguments, dict) else None
    said = passage(order).text
    for item in special if isinstance(special, list) else []:
        words = item.get("words") if isinstance(item, dict) else None
        if isinstance(words, list) and any(str(word) in said for word in words):
            return period(law, text(item, "extension"), on)
    return period(law, text(arguments, "extension"), on)


def _stated_too_long(case: CaseFacts, order: CaseDocument, begin: Fact, limit: Length) -> Iterator[Violation]:
    stated = the(case, f"{ORDER}.期限止", order.id)
    days = the(case, f"{ORDER}.期限天数", order.id)
    number = days.value if days and isinstance(days.value, int) else None
    if number is None and stated:
        number = (day(stated) - day(begin)).days
    if number is None or number <= limit.count:
        return
    facts = tuple(f for f in (begin, days or stated) if f)
    yield Violation(
        facts=facts,
        variant="stated",
        params=(("days", str(number)), ("limit", str(limit.count))),
        severity=Severity.MAJOR,
        key=f"stated {day(begin).isoformat()}",
    )


def _ended(case: CaseFacts, begin: Fact) -> Fact | None:
    ends = [
        *known(case, f"{RELEASE}.日期"),
        *known(case, "行政处罚决定书.决定日期"),
        *known(case, "不予行政处罚决定书.日期"),
    ]
    later = [f for f in ends if day(f) >= day(begin)]
    return min(later, key=day) if later else None


def _no_end(case: CaseFacts) -> list[Missing]:
    unreadable = unread(case, *case.dossier.documents)
    return [Missing(name=f"{RELEASE}.日期", cause=Cause.UNREADABLE if unreadable else Cause.NOT_FOUND)]


def tests_told(case: CaseFacts) -> list[Span]:
    """The days of testing whose period was told in writing."""
    spans = []
    for begin in known(case, "检验期间告知书.期间起"):
        ends = [f for f in known(case, "检验期间告知书.期间止", begin.document) if day(f) >= day(begin)]
        if ends:
            spans.append(Span(first=day(begin), last=day(ends[0]), facts=(begin, ends[0])))
    return spans


def _held(
    case: CaseFacts, law: LawBook, ends: tuple[Fact, Fact], lengths: tuple[Length, Length]
) -> tuple[Violation | None, Words]:
    (begin, end), (limit, more) = ends, lengths
    spans = tests_told(case)
    last = run(day(begin), limit.count, spans)
    first_due = rolled(last, law.calendar)
    extension = next(iter(sorted((f for f in known(case, f"{LONGER}.日期") if day(f) >= day(begin)), key=day)), None)
    late_extension = extension is not None and day(extension) > (first_due.latest or last)
    if extension and not late_extension:
        last = run(day(begin), limit.count + more.count, spans)
    due = rolled(last, law.calendar)
    off = excluded(day(begin), day(end), spans)
    held = (day(end) - day(begin)).days
    working = _working(day(begin), day(end), due.date or last, off)
    in_time = due.met_by(day(end))
    facts = tuple(f for f in (begin, extension, end, *(f for s in spans for f in s.facts)) if f)
    if in_time is True:
        return None, working
    untold_test = case.documents("检验报告") and not spans
    cause = Cause.NEEDS_JUDGEMENT if in_time is None else None
    variant = "weekend" if in_time is None else "late_extension" if late_extension else ""
    if untold_test and cause is None and not late_extension:
        variant = "test"
    return (
        Violation(
            facts=facts,
            variant=variant,
            params=(
                ("begin", day(begin).isoformat()),
                ("end", day(end).isoformat()),
                ("due", (due.date or last).isoformat()),
                ("held", str(held)),
                ("excluded", str(off)),
                ("extended", day(extension).isoformat() if extension else ""),
            ),
            working=working,
            cause=cause,
            key=day(begin).isoformat(),
        ),
        working,
    )


def _working(begin: date, end: date, due: date, off: int) -> Words:
    zh, en = (f"，扣除检验 {off} 日", f", {off} d of testing not counted") if off else ("", "")
    return Words(
        zh=f"{begin.isoformat()} 起，届满 {due.isoformat()}{zh}；解除或处理 {end.isoformat()}",
        en=f"from {begin.isoformat()}, due {due.isoformat()}{en}; released or decided {end.isoformat()}",
    )
