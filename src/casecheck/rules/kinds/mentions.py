"""`mentions: {document: 文书 | [文书], any: […] | pattern: REGEX, unless: […]}`: one of the papers says so somewhere."""

from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Violation
from casecheck.rules.context import Context
from casecheck.rules.phrases import Phrases, heading, hidden, papers_for

NAME = "mentions"


def evaluate(arguments: Json, context: Context) -> Answer:
    """False only where all that was looked through was read; then the papers are quoted by their first words."""
    papers, none = papers_for(arguments, context)
    if none is not None:
        return none
    if Phrases.of(arguments).found(papers):
        return Answer(truth=True)
    missing = hidden(papers, context)
    if missing:
        return Answer(truth=None, missing=missing)
    titles = "、".join(dict.fromkeys(paper.title for paper in papers))
    quotes = tuple(quote for paper in papers[:1] for quote in heading(paper))
    return Answer(truth=False, violations=(Violation(quotes=quotes, params=(("paper", titles),)),))
