"""当场处罚: what a decision on the spot tells of the remedies."""

from datetime import date

from casecheck.law.book import LawBook
from casecheck.model.fact import CaseFacts, Fact
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.rules.builtin.reading import day, settle, text, texts, the, unread
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.builtin.remedy_clause import clause, suit_alone

ONSPOT, DECISION = "当场行政处罚决定书", "行政处罚决定书"


def of_the_paper_that_decides(case: CaseFacts, arguments: Json) -> Json:
    """The arguments for the paper that decides the case.

    Where a 当场行政处罚决定书 does and there is no 行政处罚决定书, names of facts of the latter become those of the former.
    """
    if case.documents(DECISION) or not case.documents(ONSPOT):
        return arguments
    return _renamed(arguments)


def _renamed(node: Json) -> Json:
    if isinstance(node, dict):
        return {key: _renamed(value) for key, value in node.items()}
    if isinstance(node, list):
        return [_renamed(value) for value in node]
    if isinstance(node, str) and (node == DECISION or node.startswith(f"{DECISION}.")):
        return node.replace(DECISION, ONSPOT, 1)
    return node


@predicate("onspot_reconsideration_first")
def onspot_reconsideration_first(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether a decision on the spot of `since` or later sends the party to reconsideration first (行政复议法 第二十三条).

    `paper` is the form, `on` the facts with its day.
    """
    del law
    form = text(arguments, "paper")
    since = date.fromisoformat(text(arguments, "since"))
    violations: list[Violation] = []
    gaps: list[Missing] = []
    used: list[Fact] = []
    for paper in case.documents(form):
        dated = next((f for name in texts(arguments, "on") if (f := the(case, name, paper.id))), None)
        if dated is None:
            gaps.append(Missing(name=texts(arguments, "on")[0], cause=Cause.NOT_FOUND, looked=(paper.id,)))
            continue
        used.append(dated)
        if day(dated) < since:
            continue
        told = clause(paper)
        alone = suit_alone(paper) if told is None else None
        if told is not None and told.free_choice:
            violations.append(Violation(facts=(dated,), quotes=(told.quote(),), key=paper.number or paper.id))
        elif alone:
            violations.append(Violation(facts=(dated,), quotes=(alone,), variant="suit", key=paper.number or paper.id))
        elif told is None:
            cause = Cause.UNREADABLE if unread(case, paper) else Cause.NOT_FOUND
            gaps.append(Missing(name=f"{form}.复议期限", cause=cause, looked=(paper.id,)))
    if not case.documents(form):
        gaps.append(Missing(name=form, cause=Cause.DOCUMENT_MISSING))
    return settle(violations, gaps, used)
