"""查封、扣押: how long things were held."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

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
from casecheck.text.docno import find_numbers, normalise

ORDER = "实施行政强制措施决定书"
LONGER = "延长行政强制措施期限决定书"
RELEASE = "解除行政强制措施决定书"
_PART = re.compile(
    r"部分(?:予以)?解除|解除(?:对)?(?:上述|其中|以下)?部分|(?:解除|退还|返还)[^。\n]{0,30}?部分|"
    r"(?:其余|其他|其它|剩余|未解除)[^。\n]{0,24}?(?:继续|仍|不予解除|另行处理)|继续(?:实施)?(?:查封|扣押)"
)
"""Words of a release that leaves some things seized."""


@predicate("held_within_limit")
def held_within_limit(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether each 查封、扣押 ended in time (行政强制法 第二十五条): `limit` days, `extension` more when extended in time.

    Days of a test whose period was told in writing do not count. `special` lists `{words: […], extension: $limit}`: laws
    that allow another extension, told by the law the seizure decision cites. The end is the release or the penalty
    decision, whichever came first. A release or an extension belongs to the seizure decision whose number it names; one
    that names none belongs to the only seizure, and with several seizures it leaves the question open. A release of part
    of the things ends nothing.
    """
    violations: list[Violation] = []
    gaps: list[Missing] = []
    used: list[Fact] = []
    workings: list[Words] = []
    for order in case.documents(ORDER):
        begin = begun(case, order)
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
        releases, extensions = _papers(case, order, begin, RELEASE), _papers(case, order, begin, LONGER)
        unclear = _papers(case, order, begin, RELEASE, doubtful=True)
        unclear_more = _papers(case, order, begin, LONGER, doubtful=True)
        end, perhaps = _ended(case, begin, releases), _ended(case, begin, (*releases, *unclear))
        if perhaps is None:
            gaps.extend(_no_end(case))
            continue
        if end is None:
            violations.append(_whose(begin, unclear))
            continue
        used.append(end)
        violation, working = _held(case, law, (begin, end), (limit, more), extensions)
        workings.append(working)
        if violation and (unclear or unclear_more):
            best, _ = _held(case, law, (begin, perhaps), (limit, more), (*extensions, *unclear_more))
            violation = violation if best else _whose(begin, (*unclear, *unclear_more))
        violations.extend([violation] if violation else [])
    if not case.documents(ORDER):
        gaps.append(Missing(name=ORDER, cause=Cause.DOCUMENT_MISSING))
    return settle(violations, gaps, used, workings[0] if workings else None)


def begun(case: CaseFacts, order: CaseDocument) -> Fact | None:
    """The day of a seizure from which its period is counted, itself not counted (程序规定 第八十条).

    A decision that states its period from the next day on, with as many days as it names, has left that day out already:
    there the day of the decision is the first one.
    """
    stated, dated = the(case, f"{ORDER}.期限起", order.id), the(case, f"{ORDER}.日期", order.id)
    until, days = the(case, f"{ORDER}.期限止", order.id), the(case, f"{ORDER}.期限天数", order.id)
    if stated and dated and until and days and day(stated) - day(dated) == timedelta(days=1):
        return dated if (day(until) - day(dated)).days == days.value else stated
    return stated or dated


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


def _papers(
    case: CaseFacts, order: CaseDocument, begin: Fact, form: str, *, doubtful: bool = False
) -> tuple[Fact, ...]:
    """The days of releases or extensions of that seizure; `doubtful`: those that may be of this one or of another."""
    alone = len(case.documents(ORDER)) == 1
    found = []
    for fact in known(case, f"{form}.日期"):
        if fact.document is None or day(fact) < day(begin):
            continue
        paper = case.dossier.document(fact.document)
        belongs = _belongs(case, order, paper, alone)
        if form == RELEASE and belongs is not False:
            belongs = False if _PART.search(passage(paper).text) else belongs
        if belongs is (None if doubtful else True):
            found.append(fact)
    return tuple(found)


def _belongs(case: CaseFacts, order: CaseDocument, paper: CaseDocument, alone: bool) -> bool | None:
    """Whether a paper speaks of that seizure decision, by the number it names; None when it does not tell."""
    own = _numbers_of(case, order)
    others = {n for o in case.documents(ORDER) if o is not order for n in _numbers_of(case, o)}
    named = {normalise(n.raw) for n in find_numbers(passage(paper).text)}
    if any(name.endswith(number) for name in named for number in own):
        return True
    if any(name.endswith(number) for name in named for number in others):
        return False
    return True if alone else None


def _numbers_of(case: CaseFacts, order: CaseDocument) -> set[str]:
    printed = [str(f.value) for f in known(case, f"{ORDER}.文号", order.id)]
    return {normalise(number) for number in (*printed, order.number or "") if number}


def _ended(case: CaseFacts, begin: Fact, releases: Sequence[Fact]) -> Fact | None:
    ends = [*releases, *known(case, "行政处罚决定书.决定日期"), *known(case, "不予行政处罚决定书.决定日期")]
    later = [f for f in ends if day(f) >= day(begin)]
    return min(later, key=day) if later else None


def _whose(begin: Fact, papers: Sequence[Fact]) -> Violation:
    """Of which seizure a release or an extension speaks is not told."""
    return Violation(
        facts=(begin, *papers),
        variant="whose",
        params=(("begin", day(begin).isoformat()),),
        cause=Cause.NOT_FOUND,
        key=f"whose {day(begin).isoformat()}",
    )


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
    case: CaseFacts, law: LawBook, ends: tuple[Fact, Fact], lengths: tuple[Length, Length], longer: Sequence[Fact]
) -> tuple[Violation | None, Words]:
    (begin, end), (limit, more) = ends, lengths
    spans = tests_told(case)
    last = run(day(begin), limit.count, spans)
    first_due = rolled(last, law.calendar)
    extension = min(longer, key=day, default=None)
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
    if in_time is None and due.date is None:
        cause, variant = Cause.NOT_FOUND, "calendar"
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
