"""`each: {of: 文书, check: {…}}`: the condition holds for every paper of that form; `.字段` is a fact of the paper in hand."""

from dataclasses import replace

from casecheck.model.dossier import CaseDocument
from casecheck.model.rule import Condition, Json, condition_of
from casecheck.model.verdict import Answer, Violation
from casecheck.rules.arguments import mapping, text
from casecheck.rules.context import Context
from casecheck.rules.logic import every
from casecheck.rules.presence import paper_present

NAME = "each"


def evaluate(arguments: Json, context: Context) -> Answer:
    """Without any such paper nothing can be said; that the paper must be there is another rule."""
    form = text(arguments, "of")
    condition = condition_of(mapping(arguments)["check"])
    papers = context.case.documents(form)
    if not papers:
        return Answer(truth=None, missing=paper_present(form, context).missing)
    return every([_of(paper, number, condition, context) for number, paper in enumerate(papers, start=1)])


def _of(paper: CaseDocument, number: int, condition: Condition, context: Context) -> Answer:
    """The answer for one paper; its violations carry which paper it is."""
    answer = context.judge(condition, context.holding(paper))
    violations = answer.violations
    if answer.truth is False and not violations:
        violations = (Violation(facts=answer.used, working=answer.working),)
    which = paper.number or f"{paper.form} {number}"
    return replace(
        answer,
        violations=tuple(
            replace(v, key=f"{which}|{v.key}" if v.key else which, params=(*v.params, ("paper", paper.title or which)))
            for v in violations
        ),
    )
