"""`ask: {facts: […], papers: […], words: {…}}`: a question that only a person can answer, with what he should look at."""

from casecheck.model.fact import Fact
from casecheck.model.place import Quote
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Violation
from casecheck.rules.arguments import mapping, names
from casecheck.rules.context import Context
from casecheck.rules.phrases import Phrases, heading, papers_for, quoted
from casecheck.rules.presence import paper_present

NAME = "ask"


def evaluate(arguments: Json, context: Context) -> Answer:
    """Always None, for a person's judgement. What is not there is not quoted; the question is asked all the same.

    Only where the papers that went to the party are all there is (scope `document`) can nobody answer it when one of
    `papers`, or all that it is about, are not among them: then those papers are what is missing.
    """
    given = mapping(arguments)
    asked, papers = names(given.get("facts", [])), names(given.get("papers", []))
    facts: tuple[Fact, ...] = tuple(f for name in asked for f in context.read(name).facts)
    quotes = (*_papers(papers, context), *_said(given.get("words"), context))
    about = tuple(dict.fromkeys((*papers, *(name.partition(".")[0] for name in asked))))
    if context.case.scope == "document" and about and all(map(context.case.form, about)):
        absent = {form: a for form in about if (a := paper_present(form, context)).truth is None}
        if absent.keys() & set(papers) or (len(absent) == len(about) and not (facts or quotes)):
            return Answer(truth=None, missing=tuple(m for answer in absent.values() for m in answer.missing))
    doubt = Violation(facts=facts, quotes=quotes, cause=Cause.NEEDS_JUDGEMENT)
    return Answer(truth=None, used=facts, violations=(doubt,))


def _papers(forms: tuple[str, ...], context: Context) -> tuple[Quote, ...]:
    """The first words of each paper of these forms."""
    return tuple(q for form in forms for paper in context.case.documents(form) for q in heading(paper, form))


def _said(written: Json, context: Context) -> tuple[Quote, ...]:
    """Where the papers say what `words` looks for (written as for `mentions`, once or as a list)."""
    searches = written if isinstance(written, list) else [written] if written is not None else []
    return tuple(q for search in searches for q in quoted(Phrases.of(search).found(papers_for(search, context)[0])))
