"""`contains: {document: 文书 | fact: A, any: […] | all: […]}`: the words stand in every such paper (or value)."""

from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import Fact
from casecheck.model.place import Quote
from casecheck.model.rule import Json
from casecheck.model.source import BlockKind
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.rules.arguments import mapping, names, text
from casecheck.rules.context import Context
from casecheck.rules.logic import every
from casecheck.rules.presence import paper_present
from casecheck.rules.values import each_value
from casecheck.text.folded import fold
from casecheck.text.passage import join_printed

NAME = "contains"

_NOT_PRINTED = (BlockKind.DELETED, BlockKind.COMMENT)


def evaluate(arguments: Json, context: Context) -> Answer:
    """Folded text is searched; line ends and blocks do not count. None where part of the paper was not read."""
    given = mapping(arguments)
    phrases = [fold(p).text for p in names(given.get("any", given.get("all", [])))]
    quantity = all if "all" in given else any

    def holds(printed: str) -> bool:
        return quantity(phrase in printed for phrase in phrases)

    if "fact" in given:
        reading = context.read(text(arguments, "fact"))

        def in_value(fact: Fact) -> bool | None:
            found = holds(fold(str(fact.value)).text)
            return None if fact.masked and not found else found

        return each_value(reading, in_value)
    form = text(arguments, "document")
    held = context.document
    papers = (held,) if held and held.form == context.case.form_name(form) else context.case.documents(form)
    if not papers:
        return Answer(truth=None, missing=paper_present(form, context).missing)
    return every(
        [
            Answer(truth=True)
            if holds(printed(paper))
            else _not_in(paper, form, unread=bool(paper.unread_pages or context.case.dossier.unread_in(paper)))
            for paper in papers
        ]
    )


def printed(paper: CaseDocument) -> str:
    """What a paper says, folded, without breaks."""
    return "".join(fold(block.text).text for block in paper.blocks if block.kind not in _NOT_PRINTED)


def _not_in(paper: CaseDocument, form: str, *, unread: bool) -> Answer:
    if unread:
        return Answer(truth=None, missing=(Missing(name=form, cause=Cause.UNREADABLE, looked=(paper.id,)),))
    quotes = tuple(
        Quote(text=join_printed(block.text), place=block.place(), document=paper.id, role=form)
        for block in paper.blocks[:1]
    )
    wrong = Violation(quotes=quotes, key=paper.number or form, params=(("paper", paper.title),))
    return Answer(truth=False, violations=(wrong,))
