"""Whether a paper or a fact is there. Absence is a claim: it needs a complete dossier that was read completely."""

from casecheck.model.dossier import DOUBTFUL
from casecheck.model.fact import CaseFacts, Fact
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.model.vocabulary import Form
from casecheck.rules.context import DELIVERED, RECEIPT, Context
from casecheck.text.folded import fold

_TELLING = 4
"""A title shorter than this (公示, 照片, 合同) is an everyday word: it is a title only where it stands alone."""
_DECISIONS = ("行政处罚决定书", "当场行政处罚决定书", "不予行政处罚决定书")
"""Papers of which a case has one: with one of them at hand, another is not merely left out of what was given."""
_BLANKS = frozenset(("", "/", "／", "-", "—", "——", "\\", "空白"))


def is_paper(name: str) -> bool:
    """Whether a name is that of a 文书 (no dot) and not of a fact."""
    return "." not in name


def paper_present(form: str, context: Context) -> Answer:
    """Whether a paper of that form is in the dossier; None where it may be hidden or was not to be expected."""
    case = context.case
    if case.documents(form):
        return Answer(truth=True)
    looked = tuple(d.id for d in case.dossier.documents)
    elsewhere = case.scope == "document" and not (not context.deciding and _decided_otherwise(form, case))
    if elsewhere:
        return _unsure(Missing(name=form, cause=Cause.DOCUMENT_MISSING, looked=looked))
    if case.unread() or _may_be_unclassified(form, case):
        return _unsure(Missing(name=form, cause=Cause.UNREADABLE, looked=looked))
    missing = Missing(name=form, cause=Cause.DOCUMENT_MISSING, looked=looked)
    return Answer(truth=False, missing=(missing,), violations=(Violation(params=(("document", form),), key=form),))


def fact_present(name: str, context: Context) -> Answer:
    """Whether a fact was read.

    Where the paper that would hold it is not there, the fact is not there either; but that paper's absence is the
    defect of another rule, so the violation only carries the cause.
    """
    reading = context.read(name)
    if reading.facts:
        return Answer(truth=True, used=reading.facts)
    missing = reading.missing
    assert missing is not None  # noqa: S101 (no facts, so there is a reason)
    if missing.cause is Cause.UNREADABLE:
        return _unsure(missing)
    if missing.cause is Cause.DOCUMENT_MISSING:
        form, _, field = reading.name.partition(".")
        if not _is_form(form, context.case):
            return _unsure(missing)
        if field == DELIVERED and context.case.documents(form):
            form = RECEIPT
        paper = paper_present(form, context)
        if paper.truth is None:
            return _unsure(Missing(name=missing.name, cause=paper.missing[0].cause, looked=paper.missing[0].looked))
        doubt = Violation(cause=Cause.DOCUMENT_MISSING, params=(("document", form),), key=missing.name)
        return Answer(truth=False, missing=(missing,), violations=(doubt,))
    return Answer(truth=False, missing=(missing,), violations=(Violation(params=(("fact", name),), key=missing.name),))


def is_blank(fact: Fact) -> bool:
    """Whether what stands there says nothing."""
    return isinstance(fact.value, str) and fold(fact.value).text.strip("_＿") in _BLANKS


def _decided_otherwise(form: str, case: CaseFacts) -> bool:
    """Whether the case was ended by a decision of another kind."""
    return form in _DECISIONS and any(case.documents(other) for other in _DECISIONS if other != form)


def _is_form(name: str, case: CaseFacts) -> bool:
    return case.form(name) is not None


def _may_be_unclassified(form: str, case: CaseFacts) -> bool:
    """Whether a paper nobody could classify, or inside which another may begin, prints a title of that form."""
    known = case.form(form)
    titles = _titles(known) if known else {fold(form).text}
    longer = {t for other in case.forms if other is not known for t in _titles(other) if any(n in t for n in titles)}
    longer_first = sorted(longer - titles, key=len, reverse=True)
    for document in case.dossier.documents:
        if document.form is None or document.confidence <= DOUBTFUL:
            lines = [fold(line).text for line in (document.title, *(block.text for block in document.blocks))]
            printed, text = set(lines), "".join(lines)
            for other in longer_first:  # 不予行政处罚决定书 prints no 行政处罚决定书
                text = text.replace(other, "\0")
            if any(title in text for title in titles if len(title) >= _TELLING) or titles & printed:
                return True
    return False


def _titles(form: Form) -> set[str]:
    return {fold(name).text for name in (form.name, form.short, *form.titles)}


def _unsure(missing: Missing) -> Answer:
    return Answer(truth=None, missing=(missing,))
