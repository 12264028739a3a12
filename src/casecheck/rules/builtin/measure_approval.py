"""采取措施的批准: a leader approved the seizure, or the preservation of evidence, before it or within twenty-four hours."""

import re
from collections.abc import Iterator
from datetime import date

from casecheck.law.book import LawBook
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts, Fact
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
)
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.clocks.course import Course, courses

MATTERS = "有关事项审批表"
RECORD = "现场笔录"
_URGENT = re.compile(r"情况紧急|紧急情况|补办[^。；]{0,6}(?:批准|审批)|事后补批")
_REPORTED = re.compile(
    r"向[^。；]{0,16}(?:负责人|领导|局长)[^。；]{0,6}(?:报告|请示|汇报)|(?:电话|口头|微信)[^。；]{0,12}(?:请示|报告|批准|同意)"
)
_ENDS = re.compile(r"解除|处理")
_AT_THE_START = ("立案审批表",)
_AT_THE_END = ("行政处理决定审批表", "结案审批表", "集体讨论记录", "案件审核表")
_DECIDING_TITLE = re.compile(r"审批|呈批|请示|报告单")


@predicate("measure_approved")
def measure_approved(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether a leader approved each measure (`paper`) no later than its day (行政强制法 第十八条, 程序规定 第三十三条、第三十六条).

    `approval` names the day of approval, `words` (patterns) the measure. Where urgency is told, a later approval is measured
    by the period `clock` of the ledger, or left to another rule when no `clock` is given. Releases (`release`) need an
    approval, too. Days are compared: what came first on one day is for a person to see.
    """
    paper, words = text(arguments, "paper"), re.compile("|".join(texts(arguments, "words")))
    measures = sorted(known(case, f"{paper}.日期"), key=day)
    approvals = sorted(known(case, text(arguments, "approval")), key=day)
    runs = _runs(case, law, arguments)
    violations: list[Violation] = []
    gaps = [m for d in case.documents(paper) if (m := missing(case, f"{paper}.日期", d.id))]
    days = sorted({day(f) for f in measures})
    used: list[Fact] = []
    for measure in measures:
        on = day(measure)
        earlier = max((d for d in days if d < on), default=date.min)
        later = min((d for d in days if d > on), default=date.max)
        own = [a for a in approvals if earlier < day(a) < later]
        used.append(measure)
        if own and day(own[0]) <= on:
            used.append(own[0])
        elif own:
            violations.extend(_afterwards(case, measure, own[0], runs, clocked=bool(texts(arguments, "clock"))))
        else:
            found, gap = _unapproved(case, measure, words, others=approvals)
            violations.extend(found)
            gaps.extend(gap)
    violations.extend(_releases(case, arguments, words))
    return settle(violations, list(dict.fromkeys(gaps)), used)


def _runs(case: CaseFacts, law: LawBook, arguments: Json) -> tuple[Course, ...]:
    names = texts(arguments, "clock")
    return courses(law.clocks.by_name[names[0]], case, law) if names else ()


def _afterwards(
    case: CaseFacts, measure: Fact, approval: Fact, runs: tuple[Course, ...], *, clocked: bool
) -> Iterator[Violation]:
    """An approval that came on a later day: lawful in urgency, within the hours the law gives.

    Where the record on the spot tells of a report to the leader and the form is of the next day, whether that was urgency
    is for a person to judge.
    """
    urgent = any(_URGENT.search(running(d).text) for d in case.dossier.documents)
    params = (
        ("begun", day(measure).isoformat()),
        ("approved", day(approval).isoformat()),
        ("days", str((day(approval) - day(measure)).days)),
    )
    key = day(measure).isoformat()
    if not urgent:
        next_day = (day(approval) - day(measure)).days == 1
        reported = next_day and any(_REPORTED.search(running(d).text) for d in case.documents(RECORD))
        cause = Cause.NEEDS_JUDGEMENT if reported else None
        yield Violation(facts=(measure, approval), variant="late", params=params, cause=cause, key=key)
    elif clocked:
        run = next((r for r in runs if r.start and day(r.start) == day(measure)), None)
        if run is None or run.met is True:
            return
        cause = None if run.met is False else Cause.NEEDS_JUDGEMENT
        yield Violation(facts=(measure, approval), variant="hours", params=params, cause=cause, key=key)


def _unapproved(
    case: CaseFacts, measure: Fact, words: re.Pattern[str], others: list[Fact]
) -> tuple[tuple[Violation, ...], tuple[Missing, ...]]:
    """No approval was found for this measure; other papers may hold it."""
    cause = unproven(case)
    if cause is not None:
        return (), (Missing(name=MATTERS, cause=cause),)
    params = (("begun", day(measure).isoformat()),)
    asked = re.compile(rf"(?:建议|申请|提请|拟|同意|批准)[^。；]{{0,16}}(?:{words.pattern})")
    said = [
        body.quote(*found.span()) for paper in _deciding(case) if (found := asked.search((body := running(paper)).text))
    ]
    key = day(measure).isoformat()
    if said:
        doubt = Violation(
            facts=(measure,), quotes=tuple(said), variant="told", params=params, cause=Cause.NEEDS_JUDGEMENT, key=key
        )
        return (doubt,), ()
    if others:
        doubt = Violation(
            facts=(measure, *others), variant="whose", params=params, cause=Cause.NEEDS_JUDGEMENT, key=key
        )
        return (doubt,), ()
    undated = [
        d
        for d in case.documents(MATTERS)
        if words.search(running(d).text) and not the(case, f"{MATTERS}.批准日期", d.id)
    ]
    if undated:
        return (), (Missing(name=f"{MATTERS}.批准日期", cause=Cause.NOT_FOUND, looked=tuple(d.id for d in undated)),)
    return (Violation(facts=(measure,), params=params, key=key),), ()


def _deciding(case: CaseFacts) -> Iterator[CaseDocument]:
    """Papers by which a leader decides, apart from the form whose matter was read."""
    for paper in case.dossier.documents:
        form = case.form(paper.form) if paper.form else None
        short = form.short if form else ""
        if (
            short in _AT_THE_START
            or (not short and _DECIDING_TITLE.search(paper.title))
            or (short == MATTERS and not _typed(case, paper))
        ):
            yield paper


def _typed(case: CaseFacts, paper: CaseDocument) -> bool:
    """Whether it was read what matter the form approves."""
    return bool(known(case, f"{MATTERS}.审批事项", paper.id))


def _releases(case: CaseFacts, arguments: Json, words: re.Pattern[str]) -> Iterator[Violation]:
    """Releases of which no approval speaks."""
    release = text(arguments, "release")
    papers = case.documents(release)
    if not papers or unproven(case) is not None:
        return
    forms = [d for name in (MATTERS, *_AT_THE_START, *_AT_THE_END) for d in case.documents(name)]
    forms += [d for d in case.dossier.documents if d.form is None and _DECIDING_TITLE.search(d.title)]
    if any(_ENDS.search(running(d).text) and words.search(running(d).text) for d in forms):
        return
    for paper in papers:
        yield Violation(
            quotes=opening(paper),
            variant="release",
            params=(("paper", paper.title),),
            severity=Severity.MAJOR,
            key=f"release {paper.number or paper.id}",
        )
