"""法制审核: whether a case that needs legal review was reviewed so, and not merely as 案件审核."""

import re

from casecheck.law.book import LawBook
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts, Fact
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.rules.builtin.limits import grave_by_amount
from casecheck.rules.builtin.reading import day, known, lacking, running, settle, texts, the, unread
from casecheck.rules.builtin.registry import predicate
from casecheck.text.folded import fold

REVIEW = "案件审核表"
HEARINGS = ("听证笔录", "听证报告")
_TICKED_LEGAL = re.compile(r"[☑√■✓☒]法制审核|法制审核[☑√■✓]")
_TICKED_CASE = re.compile(r"[☑√■✓☒]案件审核|案件审核[☑√■✓]")
_LEGAL_BODY = re.compile(r"法制|(?:政策)?法规[科股处室部]")
_DENIED = re.compile(r"(?:不|未|非|没有|无)[^，。；]{0,8}$|[□☐○][^，。；□☐○]{0,10}$")
"""A denial, or a box that is not ticked, before the words."""


@predicate("heard_or_grave")
def heard_or_grave(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether a hearing was held, the fine is grave by a regional amount, or one of `papers` says one of `words`."""
    if large := grave_by_amount(case, law):
        return Answer(truth=True, used=(large,))
    if any(case.documents(form) for form in HEARINGS):
        return Answer(truth=True)
    if any(_says(paper, arguments) for form in texts(arguments, "papers") for paper in case.documents(form)):
        return Answer(truth=True)
    if case.scope == "document":
        return Answer(truth=None, missing=(Missing(name=HEARINGS[0], cause=Cause.DOCUMENT_MISSING),))
    return Answer(truth=False)


def _says(paper: CaseDocument, arguments: Json) -> bool:
    said = running(paper).text
    return any(
        not _DENIED.search(said[max(0, match.start() - 12) : match.start()])
        for word in texts(arguments, "words")
        for match in re.finditer(re.escape(word), said)
    )


@predicate("reviewed_legally")
def reviewed_legally(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether the review was 法制审核 (行政处罚法 第五十八条): told by the title, the ticked box, or the words of the form.

    Of a form that may be either it does not matter where it is older than the hearing.
    """
    del arguments
    reviews = case.documents(REVIEW)
    if not reviews:
        return settle((), (Missing(name=REVIEW, cause=Cause.DOCUMENT_MISSING),))
    heard = any(case.documents(form) for form in HEARINGS)
    kinds = {paper.id: is_legal(paper) for paper in reviews}
    hearing = the(case, "听证笔录.听证日期")
    if any(kind is True for kind in kinds.values()):
        return settle((), (), known(case, f"{REVIEW}.审核日期"))
    if any(unread(case, paper) for paper in reviews):
        return settle((), (Missing(name=REVIEW, cause=Cause.UNREADABLE),))
    large = grave_by_amount(case, law)
    due = heard or large is not None
    perhaps = [paper for paper in reviews if kinds[paper.id] is None]
    unsure = not due or (bool(perhaps) and not _all_before(case, perhaps, hearing))
    paper = reviews[-1]
    body = running(paper)
    violation = Violation(
        facts=tuple(f for f in (hearing, large) if f),
        quotes=(body.quote(0, min(len(body.text), 20)),) if body.text else (),
        variant="unheard" if not due else "unsure" if unsure else "" if heard else "large",
        params=(("title", paper.title), ("fine", large.raw if large else "")),
        cause=Cause.NEEDS_JUDGEMENT if unsure else None,
    )
    return settle((violation,), (), [hearing] if hearing else [])


def _all_before(case: CaseFacts, reviews: list[CaseDocument], hearing: Fact | None) -> bool:
    """Whether each of the reviews was surely made before the hearing."""
    dates = [known(case, f"{REVIEW}.审核日期", paper.id) for paper in reviews]
    return hearing is not None and all(found and day(max(found, key=day)) < day(hearing) for found in dates)


def is_legal(paper: CaseDocument) -> bool | None:
    """Whether a review form is one of 法制审核; None where it may be either."""
    title = fold(paper.title).text
    said = running(paper).text
    if "法制审核" in title and "案件审核" not in title:
        return True
    ticked_legal, ticked_case = _TICKED_LEGAL.search(said), _TICKED_CASE.search(said)
    if bool(ticked_legal) is not bool(ticked_case):
        return bool(ticked_legal)
    return None if _LEGAL_BODY.search(said) else False


@predicate("reviewed_after_hearing")
def reviewed_after_hearing(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether the last legal review came after the hearing (程序规定 第五十条第二款).

    Before the day of the hearing it is a violation; between the hearing and the report on it a person must say whether
    the hearing procedure was over. Mere case review has a rule of its own.
    """
    del law, arguments
    reviews = [paper for paper in case.documents(REVIEW) if is_legal(paper) is True]
    heard = max(known(case, "听证笔录.听证日期"), key=day, default=None)
    if not reviews:
        return Answer(truth=True, moot=True)
    dates = [f for paper in reviews for f in known(case, f"{REVIEW}.审核日期", paper.id)]
    if heard is None or not dates:
        return settle((), lacking(case, "听证笔录.听证日期", f"{REVIEW}.审核日期"), dates)
    last = max(dates, key=day)
    report = max(known(case, "听证报告.日期"), key=day, default=None)
    params = [("reviewed", day(last).isoformat()), ("heard", day(heard).isoformat())]
    if day(last) < day(heard):
        return settle((Violation(facts=(last, heard), params=tuple(params)),), (), (last, heard))
    if report and day(last) < day(report):
        params.append(("report", day(report).isoformat()))
        early = Violation(
            facts=(last, report), variant="before_report", params=tuple(params), cause=Cause.NEEDS_JUDGEMENT
        )
        return settle((early,), (), (last, report))
    return settle((), (), (heard, last))
