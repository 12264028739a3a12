"""`covers: {document: 文书, points: [{zh, en, any | pattern, facts, severity, cause}]}`: every such paper says something on each."""

from casecheck.model.dossier import CaseDocument
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Severity, Violation
from casecheck.rules.arguments import mapping, text
from casecheck.rules.builtin.reading import known, running, texts
from casecheck.rules.context import Context
from casecheck.rules.logic import every
from casecheck.rules.phrases import heading, hidden, papers_for, shape_of

NAME = "covers"


def evaluate(arguments: Json, context: Context) -> Answer:
    """False with one violation for each point that a completely read paper leaves out.

    One of the `facts` of a point, read from the paper, says something on it as well as the words. A point may have its own
    severity, and a `cause` for which its lack is only a question (what may be written by hand or printed by a seal).
    """
    papers, none = papers_for(arguments, context)
    if none is not None:
        return none
    points = mapping(arguments)["points"]
    if not isinstance(points, list):
        raise TypeError("points: expected a list")
    return every([_covered(paper, point, context) for paper in papers for point in points])


def _covered(paper: CaseDocument, point: Json, context: Context) -> Answer:
    facts = [f for name in texts(point, "facts") for f in known(context.case, name, paper.id)]
    if facts or shape_of(mapping(point)).search(running(paper).text):
        return Answer(truth=True, used=tuple(facts[:1]))
    missing = hidden((paper,), context)
    if missing:
        return Answer(truth=None, missing=missing)
    name = text(point, "zh")
    params = (("paper", paper.title), ("point", name), ("point@en", text(point, "en")))
    own, cause = mapping(point).get("severity"), mapping(point).get("cause")
    wrong = Violation(
        quotes=heading(paper),
        key=f"{paper.number or paper.form}|{name}",
        params=params,
        severity=Severity(str(own)) if own else None,
        cause=Cause(str(cause)) if cause else None,
    )
    return Answer(truth=None if cause else False, violations=(wrong,))
