"""`count: {facts: NAME | papers: 文书, distinct: true, at_least: 2, at_most: …}`: how many values, or papers, there are."""

from casecheck.model.place import Quote
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.rules.arguments import mapping, text, whole
from casecheck.rules.context import Context, unknown
from casecheck.rules.phrases import heading
from casecheck.rules.presence import paper_present
from casecheck.text.folded import fold

NAME = "count"


def evaluate(arguments: Json, context: Context) -> Answer:
    """None where nothing was found, or where masked values or unread pages may hide the ones that are lacking."""
    least, most = whole(arguments, "at_least"), whole(arguments, "at_most")
    if "papers" in mapping(arguments):
        return _papers(text(arguments, "papers"), least, most, context)
    reading = context.read(text(arguments, "facts"))
    if not reading.facts:
        return unknown(reading)
    plain = [fold(str(f.value)).text for f in reading.facts if not f.masked]
    masked = len(reading.facts) - len(plain)
    if mapping(arguments).get("distinct") is True:
        surely, possibly = len(set(plain)) or 1, len(set(plain)) + masked
    else:
        surely = possibly = len(reading.facts)
    too_few = least is not None and surely < least
    if not too_few and (most is None or possibly <= most):
        return Answer(truth=True, used=reading.facts)
    wrong = Violation(facts=reading.facts, key=reading.name, params=(("count", str(surely)),))
    if too_few and _hidden(context, reading.name):
        doubt = Violation(facts=reading.facts, key=reading.name, params=wrong.params, cause=Cause.UNREADABLE)
        return Answer(truth=None, used=reading.facts, violations=(doubt,))
    if (too_few and least is not None and possibly >= least) or (not too_few and most is not None and surely <= most):
        doubt = Violation(facts=reading.facts, key=reading.name, params=wrong.params, cause=Cause.NEEDS_JUDGEMENT)
        return Answer(truth=None, used=reading.facts, violations=(doubt,))
    return Answer(truth=False, used=reading.facts, violations=(wrong,))


def _papers(form: str, least: int | None, most: int | None, context: Context) -> Answer:
    """How many papers of a form there are. More may be among what was not read or not given."""
    papers = context.case.documents(form)
    quotes = tuple(quote for paper in papers for quote in heading(paper, form))
    if most is not None and len(papers) > most:
        return _miscounted(form, len(papers), quotes)
    incomplete = context.case.scope == "document" or bool(context.case.unread())
    if least is not None and len(papers) < least and not incomplete:
        present = paper_present(form, context)
        return present if present.truth is None else _miscounted(form, len(papers), quotes)
    if incomplete and (most is not None or len(papers) < (least or 0)):
        cause = Cause.DOCUMENT_MISSING if context.case.scope == "document" else Cause.UNREADABLE
        return Answer(truth=None, missing=(Missing(name=form, cause=cause, looked=tuple(p.id for p in papers)),))
    return Answer(truth=True)


def _miscounted(form: str, number: int, quotes: tuple[Quote, ...]) -> Answer:
    wrong = Violation(quotes=quotes, key=form, params=(("count", str(number)), ("document", form)))
    return Answer(truth=False, violations=(wrong,))


def _hidden(context: Context, name: str) -> bool:
    form = name.partition(".")[0]
    papers = (context.document,) if context.document else context.case.documents(form)
    if not papers:
        return bool(context.case.unread())
    return any(p.unread_pages or context.case.dossier.unread_in(p) for p in papers)
