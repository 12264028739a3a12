"""`taken_up: {said_in: [文书], into: [文书], points: [{zh, en, any: […] | pattern: REGEX, unless: […]}]}`: what some papers say is dealt with in others."""

from casecheck.model.dossier import CaseDocument
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Violation
from casecheck.rules.arguments import mapping, text
from casecheck.rules.builtin.reading import running
from casecheck.rules.context import Context
from casecheck.rules.logic import every
from casecheck.rules.phrases import Phrases, hidden, papers_for, quoted, shape_of

NAME = "taken_up"


def evaluate(arguments: Json, context: Context) -> Answer:
    """False with one violation for each point that `said_in` speaks of and no paper of `into` does.

    A point nobody speaks of is taken up; so is one that `into` names only to deny it. Cannot tell while there is no paper of
    either side, or where the part of `into` that was not read may speak of it.
    """
    given = mapping(arguments)
    said_in, none = papers_for({"document": given["said_in"]}, context)
    if none is not None:
        return none
    into, none = papers_for({"document": given["into"]}, context)
    if none is not None:
        return none
    points = given["points"]
    if not isinstance(points, list):
        raise TypeError("points: expected a list")
    return every([_taken_up(point, said_in, into, context) for point in points])


def _taken_up(
    point: Json, said_in: tuple[CaseDocument, ...], into: tuple[CaseDocument, ...], context: Context
) -> Answer:
    found = Phrases.of(point).found(said_in)
    shape = shape_of(mapping(point))
    if not found or any(shape.search(running(paper).text) for paper in into):
        return Answer(truth=True)
    missing = hidden(into, context)
    if missing:
        return Answer(truth=None, missing=missing)
    titles = "、".join(dict.fromkeys(paper.title for paper in into))
    name = text(point, "zh")
    params = (("paper", titles), ("point", name), ("point@en", text(point, "en")))
    return Answer(truth=False, violations=(Violation(quotes=quoted(found), key=name, params=params),))
