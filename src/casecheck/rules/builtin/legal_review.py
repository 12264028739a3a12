"""法制审核: whether a case that needs legal review was reviewed so, and not merely as 案件审核."""

import re

from casecheck.law.book import LawBook
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts, Fact
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.rules.builtin.limits import grave_by_amount
from casecheck.rules.builtin.reading import day, known, running, settle, texts, the, unread
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
    """Whether the review was 法制审核 (行政处罚法 第五十八条), after the hearing where one was held.

    The kind is told by the title, the box that is ticked, or the words of the form.
    """
    del arguments
    reviews = case.documents(REVIEW)
    if not reviews:
        return settle((), (Missing(name=REVIEW, cause=Cause.DOCUMENT_MISSING),))
    heard = any(case.documents(form) for form in HEARINGS)
    kinds = {paper.id: is_legal(paper) for paper in reviews}
    legal = [paper for paper in reviews if kinds[paper.id] is True]
    hearing = the(case, "听证笔录.听证日期")
    if legal:
        return _after_hearing(case, legal, hearing)
    if any(unread(case, paper) for paper in reviews):
        return settle((), (Missing(name=REVIEW, cause=Cause.UNREADABLE),))
    large = grave_by_amount(case, law)
    due = heard or large is not None
    unsure = not due or any(kind is None for kind in kinds.values())
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


def _after_hearing(case: CaseFacts, legal: list[CaseDocument], hearing: Fact | None) -> Answer:
    dates = [f for paper in legal for f in known(case, f"{REVIEW}.审核日期", paper.id)]
    if hearing is None or not dates:
        return settle((), (), dates)
    last = max(dates, key=day)
    if day(last) >= day(hearing):
        return settle((), (), (hearing, last))
    early = Violation(
        facts=(last, hearing),
        variant="early",
        params=(("reviewed", day(last).isoformat()), ("heard", day(hearing).isoformat())),
    )
    return settle((early,), (), (hearing, last))
