"""`covers: {document: 文书, points: [{zh, en, any: […] | pattern: REGEX, severity}]}`: every such paper says something on each point."""

from casecheck.model.dossier import CaseDocument
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Severity, Violation
from casecheck.rules.arguments import mapping, text
from casecheck.rules.builtin.reading import running
from casecheck.rules.context import Context
from casecheck.rules.logic import every
from casecheck.rules.phrases import heading, hidden, papers_for, shape_of

NAME = "covers"


def evaluate(arguments: Json, context: Context) -> Answer:
    """False with one violation for each point that a completely read paper leaves out; a point may have its own severity."""
    papers, none = papers_for(arguments, context)
    if none is not None:
        return none
    points = mapping(arguments)["points"]
    if not isinstance(points, list):
        raise TypeError("points: expected a list")
    return every([_covered(paper, point, context) for paper in papers for point in points])


def _covered(paper: CaseDocument, point: Json, context: Context) -> Answer:
    if shape_of(mapping(point)).search(running(paper).text):
        return Answer(truth=True)
    missing = hidden((paper,), context)
    if missing:
        return Answer(truth=None, missing=missing)
    name = text(point, "zh")
    params = (("paper", paper.title), ("point", name), ("point@en", text(point, "en")))
    own = mapping(point).get("severity")
    wrong = Violation(
        quotes=heading(paper),
        key=f"{paper.number or paper.form}|{name}",
        params=params,
        severity=Severity(str(own)) if own else None,
    )
    return Answer(truth=False, violations=(wrong,))
