"""复检、异议: the right to a second test is told with its period, and may be used before the notice of penalty."""

import re
from collections.abc import Iterator

from casecheck.law.book import LawBook
from casecheck.law.limits import Limit
from casecheck.law.periods import Length
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.rules.builtin.reading import day, known, opening, running, settle, texts, the, unread
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.builtin.testing import NOTICE, RESULT
from casecheck.rules.clocks.course import courses
from casecheck.text.numbers import parse_number

_SECOND = re.compile(r"复检结论|复检报告|最终检验结论|复检结果")
_FAILED = re.compile(r"不合格|不符合|检出|未达到")
_RIGHT = re.compile(r"复检|复验|异议")
_TOLD = re.compile(r"(?P<count>[0-9]{1,3}|[一二三四五六七八九十]{1,3})个?(?P<unit>工作日|日|天)(?:之?内|以内)?")
_WAIVED = re.compile(r"放弃复检|不(?:再)?(?:申请|要求|提出)复检|(?:没有|无)异议|未(?:提出|申请)(?:复检|异议)")


@predicate("retest_right_told")
def retest_right_told(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether each notice of a failed test tells the right to a second one, with a period no shorter than the law's.

    `windows` names the periods (食品安全法 第八十八条, 产品质量法 第十五条) with the law of each and the words by which a sampling
    record shows a test under it; other tests are not asked. A notice of penalty served while the party could
    still ask, without a request or a waiver in the file, is a question: no text forbids it.
    """
    windows = [window.split() for window in texts(arguments, "windows")]
    asked = [(p, law_name, clock) for p in case.documents(RESULT) for law_name, clock in _of_law(case, p, windows)]
    if not asked:
        return settle(moot=True)
    violations: list[Violation] = []
    gaps: list[Missing] = []
    for paper, law_name, clock in asked:
        term = law.clocks.by_name[clock]
        served = the(case, f"{RESULT}.送达日期", paper.id)
        dated = served or the(case, f"{RESULT}.日期", paper.id)
        if dated is None or unread(case, paper):
            cause = Cause.UNREADABLE if unread(case, paper) else Cause.NOT_FOUND
            gaps.append(Missing(name=f"{RESULT}.日期", cause=cause, looked=(paper.id,)))
            continue
        limit = law.limits.on(term.limit, day(dated))
        if limit is None or limit.length is None:
            gaps.append(Missing(name=f"${term.limit}", cause=Cause.NEEDS_JUDGEMENT))
            continue
        violations.extend(_untold(paper, limit, law_name))
        violations.extend(_early(case, law, paper, clock))
    return settle(violations, gaps, known(case, f"{RESULT}.送达日期"))


def _of_law(case: CaseFacts, paper: CaseDocument, windows: list[list[str]]) -> Iterator[tuple[str, str]]:
    """The law under which the test was made, where its notice tells of a failure: named there, else in another paper."""
    said = running(paper).text
    if _SECOND.search(said) or not _FAILED.search(said):
        return
    sampled = "".join(running(d).text for d in case.documents("抽样记录"))
    named = [(law_name, clock) for clock, law_name, _ in windows if law_name in said]
    named += [(law_name, clock) for clock, law_name, words in windows if words in sampled]
    yield from named[:1]


def _untold(paper: CaseDocument, limit: Limit, law_name: str) -> Iterator[Violation]:
    body = running(paper)
    params = [("paper", paper.title), ("law", law_name)]
    right = _RIGHT.search(body.text)
    if right is None:
        yield Violation(quotes=opening(paper), params=tuple(params), key=paper.id)
        return
    spans = [m.span() for m in _RIGHT.finditer(body.text)]
    told = [
        m
        for m in _TOLD.finditer(body.text)
        if any(0 <= a - m.end() <= 40 or 0 <= m.start() - b <= 40 for a, b in spans) and "年" not in m[0]
    ]
    periods = [m for m in told if body.text[m.start() - 1 : m.start()] not in ("月", "年", "第")]
    if not periods:
        yield Violation(quotes=(body.quote(*right.span()),), variant="period", params=tuple(params), key=paper.id)
        return
    assert limit.length is not None  # noqa: S101 (the caller looked)
    if all(_shorter(m, limit.length) for m in periods):
        params.append(("told", periods[0][0]))
        quotes = (body.quote(*periods[0].span()),)
        yield Violation(quotes=quotes, variant="short", params=tuple(params), key=paper.id)


def _shorter(told: re.Match[str], length: Length) -> bool:
    """Whether the period told is surely shorter than the law's: fewer days, or as many days where working days are meant."""
    count = parse_number(told["count"])
    if not isinstance(count, int):
        return False
    working = told["unit"] == "工作日"
    if length.unit == "working" and not working:
        return count <= length.count
    return count < length.count and (working is (length.unit == "working"))


def _early(case: CaseFacts, law: LawBook, paper: CaseDocument, clock: str) -> Iterator[Violation]:
    noticed = min(known(case, f"{NOTICE}.送达日期"), key=day, default=None)
    run = next(
        (r for r in courses(law.clocks.by_name[clock], case, law) if r.start and r.start.document == paper.id), None
    )
    if noticed is None or run is None or run.start is None or run.ends is None or run.ends.date is None:
        return
    asked = bool(case.documents("复检材料"))
    if day(noticed) > run.ends.date or asked or any(_WAIVED.search(running(d).text) for d in case.dossier.documents):
        return
    params = (("paper", paper.title), ("due", run.ends.date.isoformat()), ("noticed", day(noticed).isoformat()))
    yield Violation(
        facts=(run.start, noticed), variant="early", params=params, cause=Cause.NEEDS_JUDGEMENT, key=f"early {paper.id}"
    )
