"""`signed_by: {of: 文书, by: 栏目 | [栏目]}`: each named place for a signature is signed in every paper of that form."""

from casecheck.model.dossier import CaseDocument
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.rules.arguments import mapping, names, text
from casecheck.rules.context import Context
from casecheck.rules.logic import every
from casecheck.rules.presence import paper_present

NAME = "signed_by"

_SIGNED, _BLANK = ("手写", "打印", "有"), ("空白", "无")


def evaluate(arguments: Json, context: Context) -> Answer:
    """False only where the place was seen to be empty; text alone cannot show a signature, so the rest needs the image."""
    form = text(arguments, "of")
    held = context.document
    papers = (held,) if held and held.form == context.case.form_name(form) else context.case.documents(form)
    if not papers:
        return Answer(truth=None, missing=paper_present(form, context).missing)
    places = names(mapping(arguments)["by"])
    return every([_signature(paper, form, place, context) for paper in papers for place in places])


def _signature(paper: CaseDocument, form: str, place: str, context: Context) -> Answer:
    reading = context.holding(paper).read(f"{form}.签名.{place}")
    states = {str(fact.value) for fact in reading.facts}
    params = (("place", place), ("paper", paper.title))
    if states and states <= set(_SIGNED):
        return Answer(truth=True, used=reading.facts)
    if states and states <= set(_BLANK):
        wrong = Violation(facts=reading.facts, key=f"{form}|{place}", params=params)
        return Answer(truth=False, used=reading.facts, violations=(wrong,))
    missing = Missing(name=f"{form}.签名.{place}", cause=Cause.NEEDS_IMAGE, looked=(paper.id,))
    doubt = Violation(facts=reading.facts, key=f"{form}|{place}", params=params, cause=Cause.NEEDS_IMAGE)
    return Answer(truth=None, used=reading.facts, missing=(missing,), violations=(doubt,))
