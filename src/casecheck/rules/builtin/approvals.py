"""负责人审批: whether the leader consented to a step, and when."""

from casecheck.law.book import LawBook
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts, Fact
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Severity, Violation
from casecheck.rules.builtin.reading import day, known, running, settle, text, texts, title_of, unproven_absence
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.builtin.review import stance


@predicate("approved_by_leader")
def approved_by_leader(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether a `paper` shows that the leader consented, not later than the day `before` (facts, if given).

    Of several papers one is enough. A day that the text does not show may be written by hand: a question for the
    original. Without any paper it is a violation, `absent`, unless one of `instead` (papers) speaks of it with one of
    `words`: then a person must look.
    """
    del law
    form = text(arguments, "paper")
    papers = case.documents(form)
    limit = next((f for name in texts(arguments, "before") for f in known(case, name)), None)
    if not papers:
        return _nowhere(case, form, arguments, limit)
    found = [_fault(case, form, paper, limit) for paper in papers]
    used = [f for paper in papers for f in known(case, f"{form}.批准日期", paper.id)]
    if any(fault is None for fault in found):
        return settle((), (), used)
    return settle([fault for fault in found if fault is not None][:1], (), used)


def _nowhere(case: CaseFacts, form: str, arguments: Json, limit: Fact | None) -> Answer:
    if gap := unproven_absence(case, form):
        return settle((), (gap,))
    facts = (limit,) if limit else ()
    for other in texts(arguments, "instead"):
        for paper in case.documents(other):
            if any(word in running(paper).text for word in texts(arguments, "words")):
                said = running(paper)
                quotes = (said.quote(0, min(len(said.text), 40)),)
                told = (("paper", paper.title),)
                return settle(
                    (
                        Violation(
                            facts=facts, quotes=quotes, variant="elsewhere", params=told, cause=Cause.NEEDS_JUDGEMENT
                        ),
                    )
                )
    return settle((Violation(facts=facts, variant="absent", params=(("paper", form),), key="absent"),))


def _fault(case: CaseFacts, form: str, paper: CaseDocument, limit: Fact | None) -> Violation | None:
    params = (("paper", title_of(case, paper.id)),)
    refused = [f for f in known(case, f"{form}.部门负责人意见", paper.id) if stance(str(f.value)) == "refuses"]
    if refused:
        return Violation(facts=tuple(refused), variant="refused", params=params, key="refused")
    approved = known(case, f"{form}.批准日期", paper.id)
    if not approved:
        said = running(paper)
        quotes = (said.quote(0, min(len(said.text), 40)),) if said.text else ()
        return Violation(
            quotes=quotes,
            variant="blank",
            params=params,
            severity=Severity.MINOR,
            cause=Cause.NEEDS_IMAGE,
            key="blank",
        )
    if limit is not None and day(approved[0]) > day(limit):
        days = (("approved", day(approved[0]).isoformat()), ("acted", day(limit).isoformat()))
        return Violation(facts=(approved[0], limit), variant="late", params=(*params, *days), key="late")
    return None
