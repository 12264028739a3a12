"""延长办案期限: the first extension - approved in time, thirty days at most, with the reason."""

import re
from collections.abc import Iterator

from casecheck.law.book import LawBook
from casecheck.law.periods import Due, Length, due
from casecheck.model.fact import CaseFacts, Fact
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Severity, Violation
from casecheck.model.words import Words
from casecheck.rules.builtin.reading import day, known, missing, running, settle, text, texts, the, unproven_absence
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.clocks.course import courses

APPROVED = "延期审批.批准日期"
_FURTHER = re.compile(
    r"(?:继续|再次|第二次|二次)(?:予以|申请|批准)?延[期长]|(?:一次|首次)延[期长]后|经(?:一次)?延[期长](?:后)?仍"
)
_EXTENDS = re.compile(r"延期|延长")
_FIXED = re.compile(
    r"(?:延长|延期)[^。；]{0,24}(?:[0-9一二三四五六七八九十百]+个?(?:工作日|日|天|月)|至[0-9二〇零一三四五六七八九十年.\-/]{4,})"
)
_REASON = re.compile(r"复杂|因|由于|鉴于|需要|需|尚未|原因|特殊")


@predicate("extended_in_time")
def extended_in_time(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether the first extension was approved within the period `clock` of the ledger and adds its length at most.

    A second approval may set any reasonable length, so with several of them the length of the first is only taken from
    its own paper. Where the earliest one in the file speaks of itself as a further extension, the first is not in the
    file - approved by minutes, perhaps - and a person must look.
    """
    term = law.clocks.by_name[text(arguments, "clock")]
    course = next(iter(courses(term, case, law)), None)
    filed = course.start if course else None
    approvals = sorted((f for f in known(case, APPROVED) if filed is None or day(f) >= day(filed)), key=day)
    if course is None or filed is None or not approvals:
        names = [term.start[0]] if filed is None else [APPROVED]
        return settle((), [m for n in names if (m := missing(case, n))], approvals)
    first = approvals[0]
    ends, more = course.base, law.limits.on(term.extensions[0].limit or "", day(filed))
    if ends is None or more is None or more.length is None:
        return settle((), (Missing(name=f"${term.limit}", cause=Cause.NEEDS_JUDGEMENT),), (filed, first))
    working = Words(
        zh=f"{ends.working.zh}；批准延期 {day(first).isoformat()}",
        en=f"{ends.working.en}; extension approved {day(first).isoformat()}",
    )
    used = (filed, first, *(f for span in course.offs for f in span.facts))
    violations = list(
        _further(case, first, ends)
        or [*_late(filed, first, ends, working), *_long(case, law, first, ends, more.length), *_no_reason(case, first)]
    )
    return settle(violations, (), used, working)


def _further(case: CaseFacts, first: Fact, ends: Due) -> tuple[Violation, ...]:
    """A question where the paper of the earliest approval prolongs a period that was already prolonged."""
    if first.document is None or ends.met_by(day(first)) is True:
        return ()
    body = running(case.dossier.document(first.document))
    told = _FURTHER.search(body.text)
    if not told:
        return ()
    params = (("due", str(ends.date or ends.nominal)), ("approved", day(first).isoformat()))
    quotes = (body.quote(told.start(), told.end(), first.document),)
    cause = Cause.DOCUMENT_MISSING
    return (Violation(facts=(first,), quotes=quotes, variant="further", params=params, cause=cause, key="further"),)


def _late(filed: Fact, first: Fact, ends: Due, working: Words) -> Iterator[Violation]:
    in_time = ends.met_by(day(first))
    if in_time is True:
        return
    yield Violation(
        facts=(filed, first),
        variant="weekend" if in_time is None else "",
        params=(("due", str(ends.date or ends.nominal)), ("approved", day(first).isoformat())),
        working=working,
        cause=Cause.NEEDS_JUDGEMENT if in_time is None else None,
        key="late",
    )


def _long(case: CaseFacts, law: LawBook, first: Fact, ends: Due, more: Length) -> Iterator[Violation]:
    days = the(case, "延期审批.延长天数", first.document)
    until = the(case, "延期审批.延长至", first.document)
    base = ends.nominal or ends.date
    if days and isinstance(days.value, int) and days.value > more.count:
        params = (("length", f"{days.value}日"), ("more", str(more.count)))
        yield Violation(facts=(days,), variant="long", params=params, key="long")
    elif until and base and (day(until) - base).days > more.count:
        latest = due(base, more, law.calendar).latest
        if latest is None or day(until) > latest:
            params = (("length", day(until).isoformat()), ("more", str(more.count)))
            yield Violation(facts=(until,), variant="long", params=params, key="long")


def _no_reason(case: CaseFacts, first: Fact) -> Iterator[Violation]:
    """An approval that gives no reason; only asked where the paper of the approval is known."""
    if first.document is None:
        return
    body = running(case.dossier.document(first.document))
    if not _REASON.search(body.text):
        yield Violation(
            facts=(first,), variant="reason", severity=Severity.MINOR, cause=Cause.NEEDS_JUDGEMENT, key="reason"
        )


@predicate("extended_again")
def extended_again(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether the case period was extended a second time."""
    del law, arguments
    days = {day(f) for f in known(case, APPROVED)}
    return Answer(truth=len(days) > 1, used=known(case, APPROVED))


@predicate("extended_again_by_leaders")
def extended_again_by_leaders(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether the leaders discussed each further extension and fixed its length (程序规定 第六十四条第一款).

    `minutes` are the papers of the discussion. Minutes of another day may be another discussion: only those that speak of
    an extension count.
    """
    del law
    approvals = sorted(known(case, APPROVED), key=day)
    violations: list[Violation] = []
    minutes = [
        d for form in texts(arguments, "minutes") for d in case.documents(form) if _EXTENDS.search(running(d).text)
    ]
    for later in approvals[1:]:
        if day(later) == day(approvals[0]):
            continue
        own = running(case.dossier.document(later.document)).text if later.document else ""
        params = (("approved", day(later).isoformat()),)
        if not minutes and "集体讨论" not in own:
            if gap := unproven_absence(case, texts(arguments, "minutes")[0]):
                return settle(violations, (gap,), approvals)
            violations.append(Violation(facts=(later,), params=params, key=f"discussion {day(later)}"))
        elif not minutes:
            violations.append(
                Violation(facts=(later,), variant="told", params=params, cause=Cause.NEEDS_JUDGEMENT, key="told")
            )
        lengths = [own, *(running(d).text for d in minutes)]
        if not any(_FIXED.search(said) for said in lengths):
            violations.append(Violation(facts=(later,), variant="length", params=params, key=f"length {day(later)}"))
    return settle(violations, (), approvals)
