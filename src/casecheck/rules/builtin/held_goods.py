"""查封扣押以后: the extension told to the party, the days of testing, return, custody and early disposal."""

import re
from collections.abc import Iterator

from casecheck.law.book import LawBook
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts, Fact
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.rules.builtin.onspot_measure import LIST, lists_of
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
from casecheck.rules.builtin.seizure import LONGER, MATTERS, ORDER, PROLONGS, RELEASE
from casecheck.rules.clocks.course import courses
from casecheck.text.dates import find_dates

PERIOD, REPORT = "检验期间告知书", "检验报告"
CUSTODY = "委托保管书"
_REASON = re.compile(r"因|由于|鉴于|复杂|理由|需要")
_GIVEN_BACK = re.compile(r"解除|退还|返还|发还|领取")
_RECEIVED = re.compile(r"领取人|接收人|领物人|收件人|签收人|收到人|当事人[^。]{0,30}(?:签名|签字|签章|盖章)")
_INLINE = re.compile(r"(?:标称名称|物品名称|财物名称|品名)[\s\S]{0,80}?数量")


@predicate("extension_told")
def extension_told(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether an extension of a seizure was told in writing with its reason and in time (行政强制法 第二十五条第二款).

    An approval of the extension without a decision for the party is a defect; one served after the first period (`clock`
    of the ledger) had run out is, too. What was not served at all is the defect of another rule.
    """
    papers = case.documents(LONGER)
    if not papers:
        forms = [d for d in case.documents(MATTERS) if PROLONGS.search(_matter(case, d))]
        if not forms:
            return settle(moot=True)
        cause = unproven(case)
        if cause is not None:
            return settle((), (Missing(name=LONGER, cause=cause),))
        return settle(
            [Violation(quotes=opening(f), variant="none", params=(("paper", f.title),), key=f.id) for f in forms]
        )
    violations: list[Violation] = []
    gaps: list[Missing] = []
    runs = courses(law.clocks.by_name[text(arguments, "clock")], case, law)
    for paper in papers:
        if not _REASON.search(running(paper).text) and not unread(case, paper):
            violations.append(
                Violation(
                    quotes=opening(paper), variant="reason", params=(("paper", paper.title),), key=f"r {paper.id}"
                )
            )
        served = next(iter(known(case, f"{LONGER}.送达日期", paper.id)), None)
        if served is None:
            gaps.extend(m for m in [missing(case, f"{LONGER}.送达日期", paper.id)] if m)
            continue
        ends = [r.base for r in runs if r.base and r.began and r.began <= day(served)]
        last = ends[-1].latest if ends else None
        dated = the(case, f"{LONGER}.日期", paper.id)
        # What was decided too late is the defect of another rule.
        if last is not None and day(served) > last and not (dated and day(dated) > last):
            params = (("served", day(served).isoformat()), ("due", last.isoformat()))
            violations.append(Violation(facts=(served,), variant="late", params=params, key=f"late {paper.id}"))
    return settle(violations, gaps, [f for p in papers for f in known(case, f"{LONGER}.送达日期", p.id)])


def _matter(case: CaseFacts, form: CaseDocument) -> str:
    stated = "".join(str(f.value) for f in known(case, f"{MATTERS}.审批事项", form.id))
    return form.title + stated if stated else running(form).text


@predicate("test_days_definite")
def test_days_definite(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether the days of testing taken off a seizure were definite and told in time (行政强制法 第二十五条第三款).

    Told days that ran on after the report are a question where the seizure (`clock`) needs them.
    """
    violations: list[Violation] = []
    gaps: list[Missing] = []
    runs = courses(law.clocks.by_name[text(arguments, "clock")], case, law)
    for paper in case.documents(PERIOD):
        first, last = the(case, f"{PERIOD}.期间起", paper.id), the(case, f"{PERIOD}.期间止", paper.id)
        if first is None or last is None:
            if unread(case, paper) or _several_days(paper):
                gaps.extend(m for n in ("期间起", "期间止") if (m := missing(case, f"{PERIOD}.{n}", paper.id)))
            else:
                violations.append(Violation(quotes=opening(paper), params=(("paper", paper.title),), key=paper.id))
            continue
        served = next(iter(known(case, f"{PERIOD}.送达日期", paper.id)), None)
        if served and day(served) > day(last):
            params = (("served", day(served).isoformat()), ("last", day(last).isoformat()))
            violations.append(Violation(facts=(last, served), variant="late", params=params, key=f"late {paper.id}"))
        reports = [f for f in known(case, f"{REPORT}.签发日期") if day(first) <= day(f) < day(last)]
        if reports:
            report = min(reports, key=day)
            spare = day(last) - day(report)
            if any(r.act and r.ends and r.ends.nominal and day(r.act) > r.ends.nominal - spare for r in runs):
                violations.append(_ran_on(last, report, paper.id))
    return settle(violations, gaps, known(case, f"{PERIOD}.期间止"))


def _ran_on(last: Fact, report: Fact, key: str) -> Violation:
    """Days of testing were told that lie after the report."""
    spare = (day(last) - day(report)).days
    params = (("last", day(last).isoformat()), ("report", day(report).isoformat()), ("days", str(spare)))
    return Violation(facts=(last, report), variant="long", params=params, cause=Cause.NEEDS_JUDGEMENT, key=key)


def _several_days(paper: CaseDocument) -> bool:
    """Whether a paper prints so many days that a period may stand there unread."""
    return len([d for d in find_dates(running(paper).text) if d.value]) > 2


@predicate("returned_against_receipt")
def returned_against_receipt(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether a release comes with a list that has a place for the party's signature (程序规定 第四十二条第二款)."""
    del law, arguments
    violations: list[Violation] = []
    gaps: list[Missing] = []
    for paper in case.documents(RELEASE):
        dated = the(case, f"{RELEASE}.日期", paper.id)
        lists = lists_of(case, paper, _GIVEN_BACK, {day(dated)} if dated else set())
        lists = [x for x in lists if _GIVEN_BACK.search(running(x).text)] or [
            x for x in case.documents(LIST) if _GIVEN_BACK.search(running(x).text)
        ]
        params = (("paper", paper.title),)
        if not lists:
            if _INLINE.search(running(paper).text):
                continue
            cause = unproven(case)
            if cause is not None:
                gaps.append(Missing(name=LIST, cause=cause, looked=(paper.id,)))
            else:
                violations.append(Violation(quotes=opening(paper), params=params, key=paper.number or paper.id))
        elif not any(_RECEIVED.search(running(x).text) for x in lists) and not unread(case, *lists):
            violations.append(Violation(quotes=opening(lists[0]), variant="unsigned", params=params, key=paper.id))
        else:
            violations.extend(_returned_later(case, paper, lists))
    return settle(violations, gaps, known(case, f"{RELEASE}.日期"))


def _returned_later(case: CaseFacts, paper: CaseDocument, lists: list[CaseDocument]) -> Iterator[Violation]:
    dated = the(case, f"{RELEASE}.日期", paper.id)
    back = [f for x in lists if (f := the(case, f"{LIST}.日期", x.id))]
    if dated and back and min(day(f) for f in back) > day(dated):
        first = min(back, key=day)
        params = (("dated", day(dated).isoformat()), ("back", day(first).isoformat()))
        yield Violation(
            facts=(dated, first), variant="later", params=params, cause=Cause.NEEDS_JUDGEMENT, key=f"later {paper.id}"
        )


@predicate("custody_in_order")
def custody_in_order(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether seized goods are kept at the authority's cost and, by a third person, under a mandate (行政强制法 第二十五条、第二十六条).

    `fees` are patterns by which a paper puts the cost of keeping or testing on the party, `third` those by which it gives
    the goods to somebody else to keep.
    """
    del law
    fees, third = (re.compile("|".join(texts(arguments, key))) for key in ("fees", "third"))
    violations: list[Violation] = []
    gaps: list[Missing] = []
    for paper in case.dossier.documents:
        body = running(paper)
        for found in fees.finditer(body.text):
            params = (("paper", paper.title), ("words", found[0]))
            quotes = (body.quote(*found.span()),)
            violations.append(Violation(quotes=quotes, variant="fee", params=params, key=f"fee {paper.id}"))
    if not case.documents(CUSTODY):
        for paper in (*case.documents(ORDER), *case.documents("现场笔录"), *case.documents(LIST)):
            body = running(paper)
            named = third.search(body.text)
            if named is None:
                continue
            cause = unproven(case)
            if cause is not None:
                gaps.append(Missing(name=CUSTODY, cause=cause, looked=(paper.id,)))
                continue
            params = (("paper", paper.title), ("words", named[0]))
            violations.append(Violation(quotes=(body.quote(*named.span()),), params=params, key=paper.id))
            break
    return settle(violations, gaps)


@predicate("disposed_early_lawfully")
def disposed_early_lawfully(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether goods disposed of before the decision had consent (or public notice), approval and kept evidence.

    程序规定 第四十一条第三款. `points` are `{name, papers, pattern}`: settled by one of the papers, or by the words anywhere.
    Moot where neither one of `papers` nor words (`told`) tell of an early disposal.
    """
    del law
    points = arguments.get("points") if isinstance(arguments, dict) else None
    violations: list[Violation] = []
    gaps: list[Missing] = []
    told = next((d for d in case.dossier.documents if re.search(text(arguments, "told"), running(d).text)), None)
    if told is None and not any(case.documents(form) for form in texts(arguments, "papers")):
        return settle(moot=True)
    for point in points if isinstance(points, list) else []:
        if any(case.documents(form) for form in texts(point, "papers")):
            continue
        shape = re.compile(text(point, "pattern"))
        if any(shape.search(running(d).text) for d in case.dossier.documents):
            continue
        cause = unproven(case)
        if cause is not None:
            gaps.append(Missing(name=(*texts(point, "papers"), MATTERS)[0], cause=cause))
            continue
        name = text(point, "name")
        violations.append(Violation(quotes=opening(told) if told else (), variant=name, key=name))
    return settle(violations, gaps)
