"""`absent: NAME`: the paper or the fact is surely not there."""

from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Violation
from casecheck.rules.arguments import names
from casecheck.rules.context import Context
from casecheck.rules.logic import every, negated
from casecheck.rules.presence import fact_present, is_paper, paper_present

NAME = "absent"


def evaluate(arguments: Json, context: Context) -> Answer:
    """False where one of the names is there; its facts are quoted."""
    return every([_one(name, context) for name in names(arguments)])


def _one(name: str, context: Context) -> Answer:
    found = paper_present(name, context) if is_paper(name) else fact_present(name, context)
    answer = negated(found)
    if answer.truth is not False:
        return answer
    wrong = Violation(facts=found.used, key=name)
    return Answer(truth=False, used=found.used, violations=(wrong,))
