"""当场交付、现场笔录: what the officers hand over and write down while they seize or preserve."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime

from casecheck.law.book import LawBook
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts, Fact, Origin
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Severity, Violation
from casecheck.rules.builtin.reading import (
    day,
    known,
    missing,
    opening,
    running,
    settle,
    text,
    texts,
    the,
    unproven,
    unread,
)
from casecheck.rules.builtin.registry import predicate
from casecheck.text.folded import fold

LIST, RECORD, RECEIPT = "场所/设施/财物清单", "现场笔录", "送达回证"
_HANDED = re.compile(
    r"(?:交付|送达|交给|签收|出具)[^。；]{0,30}(?:决定书|通知书)|(?:决定书|通知书)[^。；]{0,40}(?:交付|送达|交给|签收|交当事人)"
)
_INLINE = re.compile(r"(?:标称名称|物品名称|财物名称|证据名称|品名)[\s\S]{0,80}?数量")
_OTHER_LIST = re.compile(r"没收|退还|返还|销毁|移交|移送|解除(?:行政强制|查封|扣押|先行)")


@predicate("handed_over_on_the_spot")
def handed_over_on_the_spot(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether each `paper` and its list (清单) were made and handed over on the day of the measure.

    行政强制法 第二十四条, 程序规定 第三十四条、第三十七条. `words` (patterns) are those by which a record or a list speaks of the
    measure. The day of the measure is that of the paper, or of a record that tells of it. What was not served at all is
    the defect of another rule.
    """
    name, words = text(arguments, "paper"), re.compile("|".join(texts(arguments, "words")))
    violations: list[Violation] = []
    gaps: list[Missing] = []
    used: list[Fact] = []
    records = [r for r in case.documents(RECORD) if words.search(running(r).text)]
    for paper in case.documents(name):
        dated = the(case, f"{name}.日期", paper.id)
        if dated is None:
            gaps.extend(m for m in [missing(case, f"{name}.日期", paper.id)] if m)
            continue
        lawful = {day(dated), *(on for r in records if (on := day_of_record(case, r)) and on >= day(dated))}
        served = next((f for f in known(case, f"{name}.送达日期", paper.id) if f.origin is not Origin.RECITED), None)
        used.extend(f for f in (dated, served) if f)
        if served and day(served) > max(lawful):
            violations.append(_late(paper, dated, served))
        elif served is None and not _handed(case, paper, records):
            gaps.append(Missing(name=f"{name}.送达日期", cause=unproven(case) or Cause.DOCUMENT_MISSING))
        found, gap = _listed(case, paper, dated, words, lawful)
        violations.extend(found)
        gaps.extend(gap)
    return settle(violations, gaps, used)


def _handed(case: CaseFacts, paper: CaseDocument, records: Sequence[CaseDocument]) -> bool:
    """Whether a record of the measure, or a proof of service without a day, tells that the paper was handed over."""
    told = any(_HANDED.search(running(r).text) for r in records)
    return told or any(paper.id in r.serves for r in case.documents(RECEIPT))


def _late(paper: CaseDocument, dated: Fact, served: Fact) -> Violation:
    params = (
        ("dated", day(dated).isoformat()),
        ("served", day(served).isoformat()),
        ("days", str((day(served) - day(dated)).days)),
    )
    return Violation(facts=(dated, served), variant="late", params=params, key=f"late {paper.number or paper.id}")


def day_of_record(case: CaseFacts, record: CaseDocument) -> date | None:
    """The day of a 现场笔录: that on which the inspection began, else that of the paper."""
    begun = the(case, f"{RECORD}.检查开始", record.id) or the(case, f"{RECORD}.日期", record.id)
    if begun is None:
        return None
    return begun.value.date() if isinstance(begun.value, datetime) else day(begun)


def _listed(
    case: CaseFacts, paper: CaseDocument, dated: Fact, words: re.Pattern[str], lawful: set[date]
) -> tuple[list[Violation], list[Missing]]:
    """Whether the list that belongs to the paper is there and of the same day."""
    own = lists_of(case, paper, words, lawful)
    key = f"list {paper.number or paper.id}"
    if own:
        days = [f for x in own if (f := the(case, f"{LIST}.日期", x.id))]
        if days and all(day(f) > max(lawful) for f in days):
            first = min(days, key=day)
            params = (("dated", day(dated).isoformat()), ("listed", day(first).isoformat()))
            return [Violation(facts=(dated, first), variant="list_late", params=params, key=key)], []
        return [], []
    if _INLINE.search(running(paper).text) or "清单" in paper.title:
        return [], []
    cause = unproven(case)
    if cause is not None:
        return [], [Missing(name=LIST, cause=cause, looked=(paper.id,))]
    return [
        Violation(facts=(dated,), quotes=opening(paper), variant="no_list", params=(("paper", paper.title),), key=key)
    ], []


def lists_of(case: CaseFacts, paper: CaseDocument, words: re.Pattern[str], lawful: set[date]) -> list[CaseDocument]:
    """The lists that name the paper or that it names; else those of the measure, or of its day."""
    lists = case.documents(LIST)
    named = [x for x in lists if _names(x, paper.number) or _names(paper, x.number)]
    if named:
        return named
    others = [x for x in lists if not _OTHER_LIST.search(running(x).text) and not _claimed(case, x)]
    return [
        x
        for x in others
        if words.search(running(x).text) or ((on := the(case, f"{LIST}.日期", x.id)) is not None and day(on) in lawful)
    ] or [x for x in others if the(case, f"{LIST}.日期", x.id) is None]


def _claimed(case: CaseFacts, listed: CaseDocument) -> bool:
    """Whether the list names a paper of the file, to which it then belongs."""
    return any(
        _names(listed, d.number) for d in case.dossier.documents if d.id != listed.id and d.number != listed.number
    )


def _names(paper: CaseDocument, number: str | None) -> bool:
    return bool(number) and fold(number or "").text in running(paper).text


@predicate("measure_recorded")
def measure_recorded(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether a 现场笔录 tells of each measure (`paper`) and of every one of `points` (行政强制法 第十八条).

    `words` (patterns) are those by which a record speaks of the measure; a point is `{zh, en, pattern}`. All records of
    the day count together. Words are no proof of what was said: a point that no record touches is one that was not written.
    """
    del law
    name, words = text(arguments, "paper"), re.compile("|".join(texts(arguments, "words")))
    records = [r for r in case.documents(RECORD) if words.search(running(r).text)]
    violations: list[Violation] = []
    gaps: list[Missing] = []
    used: list[Fact] = []
    for paper in case.documents(name):
        dated = the(case, f"{name}.日期", paper.id)
        used.extend([dated] if dated else [])
        same = [r for r in records if dated is None or day_of_record(case, r) in (None, day(dated))] or records
        if not same:
            cause = unproven(case)
            if cause is not None:
                gaps.append(Missing(name=RECORD, cause=cause, looked=(paper.id,)))
                continue
            variant = "silent" if case.documents(RECORD) else "none"
            quotes = opening(case.documents(RECORD)[0] if case.documents(RECORD) else paper)
            params = (("paper", paper.title),)
            violations.append(Violation(quotes=quotes, variant=variant, params=params, key=paper.number or paper.id))
            continue
        missed = list(_missed(same, arguments))
        if missed and unread(case, *same):
            gaps.append(Missing(name=RECORD, cause=Cause.UNREADABLE, looked=tuple(r.id for r in same)))
        elif missed:
            violations.append(_silent_on(same[0], missed, paper))
    return settle(violations, gaps, used)


def _missed(records: Sequence[CaseDocument], arguments: Json) -> Iterator[tuple[str, str]]:
    """The points that none of the records touches, in both languages."""
    said = "".join(running(r).text for r in records)
    points = arguments.get("points") if isinstance(arguments, dict) else None
    for point in points if isinstance(points, list) else []:
        if not re.search(text(point, "pattern"), said):
            yield text(point, "zh"), text(point, "en")


def _silent_on(record: CaseDocument, missed: Sequence[tuple[str, str]], paper: CaseDocument) -> Violation:
    params = (
        ("points", "、".join(zh for zh, _ in missed)),
        ("points@en", ", ".join(en for _, en in missed)),
        ("paper", record.title),
    )
    grave = len(missed) > 1
    return Violation(
        quotes=opening(record),
        params=params,
        severity=None if grave else Severity.MAJOR,
        key=f"points {paper.number or paper.id}",
    )
