"""`present: NAME | [NAMES]`: the paper or the fact is there; with several names, all of them."""

from casecheck.model.rule import Json
from casecheck.model.verdict import Answer
from casecheck.rules.arguments import names
from casecheck.rules.context import Context
from casecheck.rules.logic import every
from casecheck.rules.presence import fact_present, is_paper, paper_present

NAME = "present"


def evaluate(arguments: Json, context: Context) -> Answer:
    """False only where nothing unread could hide it."""
    return every(
        [paper_present(name, context) if is_paper(name) else fact_present(name, context) for name in names(arguments)]
    )
