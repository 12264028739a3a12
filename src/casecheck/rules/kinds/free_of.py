"""`free_of: {document: 文书 | [文书], any: […] | pattern: REGEX, unless: […]}`: none of the papers says so anywhere."""

from casecheck.model.dossier import CaseDocument
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Violation
from casecheck.rules.builtin.wording import Hit
from casecheck.rules.context import Context
from casecheck.rules.phrases import Phrases, hidden, papers_for, quoted, words

NAME = "free_of"


def evaluate(arguments: Json, context: Context) -> Answer:
    """False with one violation for each paper that says so, every place quoted; None where a part was not read."""
    papers, none = papers_for(arguments, context)
    if none is not None:
        return none
    phrases = Phrases.of(arguments)
    violations = tuple(_said(paper, found) for paper in papers if (found := phrases.found([paper])))
    if violations:
        return Answer(truth=False, violations=violations)
    missing = hidden(papers, context)
    return Answer(truth=None if missing else True, missing=missing)


def _said(paper: CaseDocument, found: list[Hit]) -> Violation:
    params = (("paper", paper.title), ("words", words(found)), ("clause", found[0].clause))
    return Violation(quotes=quoted(found), key=f"{paper.number or paper.form}|{words(found)}", params=params)
