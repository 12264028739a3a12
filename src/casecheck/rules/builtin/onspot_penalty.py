"""当场处罚: whether a case may be decided on the spot, what the party is told first, and money taken on the spot."""

import re
from collections.abc import Iterator

from casecheck.law.book import LawBook
from casecheck.law.periods import due
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts, Fact
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.rules.builtin.limits import amount, measured_as, period
from casecheck.rules.builtin.reading import day, known, lacking, running, settle, text, texts, the, unread
from casecheck.rules.builtin.registry import predicate
from casecheck.text.money import format_yuan

FORM = "当场行政处罚决定书"
_TOLD = re.compile(
    r"拟[^。；]{0,90}(?:陈述|申辩)|告知[^。；]{0,60}(?:处罚|事实|理由|依据)[^。；]{0,60}(?:陈述|申辩)"
    r"|(?:陈述|申辩)[^。；]{0,12}(?:权利?|意见)?[^。；]{0,40}(?:拟|处罚)"
)
_SPOKEN_OF = re.compile(r"申辩|陈述的?权")
_HARD_LATER = re.compile(r"事后难以执行|难以执行|边远|水上|交通不便")
_TAKEN = re.compile(
    r"[☑■√✓✔]\s*当场(?:缴纳|收缴)|(?:已|予以|由执法人员)当场(?:缴纳|收缴|收取)|当场收缴罚款[^☐□]{0,6}[0-9]"
)


@predicate("onspot_within_limits")
def onspot_within_limits(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether a decision on the spot keeps to a warning or a small fine (行政处罚法 第五十一条).

    `person` and `organisation` name the highest fines; `kinds` are the kinds of penalty that may be given. A sole trader
    counts as the region says; where it says nothing a fine between the two amounts is a question.
    """
    fines, kinds = known(case, f"{FORM}.罚款金额"), known(case, f"{FORM}.处罚种类")
    on = the(case, f"{FORM}.决定日期")
    if on is None or not (fines or kinds):
        return settle((), lacking(case, f"{FORM}.决定日期", f"{FORM}.处罚种类"))
    violations = [
        Violation(facts=(kind,), variant="kind", params=(("kind", str(kind.value)),), key=str(kind.value))
        for kind in kinds
        if str(kind.value) not in texts(arguments, "kinds")
    ]
    low = amount(law, text(arguments, "person"), day(on))
    high = amount(law, text(arguments, "organisation"), day(on))
    if low is None or high is None:
        return settle(violations, (Missing(name=text(arguments, "person"), cause=Cause.NEEDS_JUDGEMENT),), kinds)
    measure = measured_as(case, law, day(on))
    for fine in fines[:1]:
        violations.extend(_too_high(fine, low, high, measure))
    return settle(violations, (), (*fines, *kinds, on))


def _too_high(fine: Fact, low: int, high: int, measure: str | None) -> Iterator[Violation]:
    fen = fine.value if isinstance(fine.value, int) else 0
    certain = high if measure != "自然人" else low
    lowest = low if measure != "单位" else high
    params = (("fine", format_yuan(fen)), ("limit", format_yuan(certain)), ("low", format_yuan(low)))
    if fen > certain:
        yield Violation(facts=(fine,), params=params, key="fine")
    elif fen > lowest:
        yield Violation(facts=(fine,), variant="unsure", params=params, cause=Cause.NEEDS_JUDGEMENT, key="fine")


@predicate("onspot_notice_given")
def onspot_notice_given(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether a paper among `papers` tells that the party was told content, grounds and its rights before the decision.

    行政处罚法 第四十四条、第四十五条, 程序规定 第六十九条. The decision itself need not repeat it (第六十八条), so without the
    other papers of the case nothing is certain; words on defence without the penalty are a question.
    """
    del law
    papers = [d for form in texts(arguments, "papers") for d in case.documents(form)]
    if any(_TOLD.search(running(d).text) for d in papers):
        return settle()
    decision = next(iter(case.documents(FORM)), None)
    if decision is None:
        return settle((), (Missing(name=FORM, cause=Cause.DOCUMENT_MISSING),))
    if unread(case, *papers):
        return settle((), (Missing(name=FORM, cause=Cause.UNREADABLE),))
    if case.scope == "document":
        return settle((), (Missing(name=texts(arguments, "papers")[-1], cause=Cause.DOCUMENT_MISSING),))
    head = running(decision).quote(0, min(len(running(decision).text), 30))
    for paper in papers:
        if found := _SPOKEN_OF.search(running(paper).text):
            quote = running(paper).quote(max(0, found.start() - 20), min(len(running(paper).text), found.end() + 20))
            return settle((Violation(quotes=(quote,), variant="general", cause=Cause.NEEDS_JUDGEMENT, key="general"),))
    return settle((Violation(quotes=(head,), key="absent"),))


def collected_on_the_spot(case: CaseFacts) -> tuple[CaseDocument, re.Match[str]] | None:
    """The paper that tells of money taken on the spot, and the words."""
    for paper in case.dossier.documents:
        if found := _TAKEN.search(running(paper).text):
            return paper, found
    return None


@predicate("collected_rightly")
def collected_rightly(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether money taken on the spot had a lawful ground, a voucher, and was handed in on time.

    行政处罚法 第六十八条至第七十一条. `small` names the fine that may always be taken, `hand_in` the time to the office and again
    to the bank, `voucher` the paper of the treasury.
    """
    taken = collected_on_the_spot(case)
    if taken is None:
        return Answer(truth=True, moot=True)
    paper, found = taken
    quote = running(paper).quote(*found.span())
    fine = the(case, f"{FORM}.罚款金额") or the(case, "行政处罚决定书.罚款金额")
    on = the(case, f"{FORM}.决定日期") or the(case, "行政处罚决定书.决定日期")
    if fine is None or on is None or not isinstance(fine.value, int):
        return settle((), lacking(case, f"{FORM}.罚款金额", f"{FORM}.决定日期"))
    violations: list[Violation] = []
    small = amount(law, text(arguments, "small"), day(on))
    reason = any(_HARD_LATER.search(running(d).text) for d in case.dossier.documents)
    if small is not None and fine.value > small and not reason:
        params = (("fine", format_yuan(fine.value)), ("small", format_yuan(small)))
        violations.append(Violation(facts=(fine,), quotes=(quote,), params=params, key="ground"))
    gaps: list[Missing] = []
    voucher = text(arguments, "voucher")
    if not case.documents(voucher):
        if case.scope == "dossier" and not case.unread():
            violations.append(Violation(quotes=(quote,), variant="voucher", key="voucher"))
        else:
            gaps.append(Missing(name=voucher, cause=Cause.DOCUMENT_MISSING))
    violations.extend(_handed_in(case, law, arguments, on))
    return settle(violations, gaps, (fine, on))


def _handed_in(case: CaseFacts, law: LawBook, arguments: Json, on: Fact) -> Iterator[Violation]:
    """Later at the bank than both periods one after the other allow."""
    length = period(law, text(arguments, "hand_in"), day(on))
    paid = known(case, f"{text(arguments, 'voucher')}.日期")
    if length is None or not paid:
        return
    office = due(day(on), length, law.calendar)
    if office.date is None:
        return
    bank = due(office.date, length, law.calendar)
    last = max(paid, key=day)
    if bank.met_by(day(last)) is False:
        params = (("on", day(on).isoformat()), ("due", str(bank.date)), ("paid", day(last).isoformat()))
        yield Violation(facts=(on, last), variant="late", params=params, working=bank.working, key="late")
