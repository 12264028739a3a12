"""`filled: NAME | [NAMES]`: the fact is there and its field was not left blank."""

from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Violation
from casecheck.rules.arguments import names
from casecheck.rules.context import Context
from casecheck.rules.logic import every
from casecheck.rules.presence import fact_present, is_blank

NAME = "filled"


def evaluate(arguments: Json, context: Context) -> Answer:
    """False where the field was found empty in every paper, or not found in papers that were read completely."""
    return every([_one(name, context) for name in names(arguments)])


def _one(name: str, context: Context) -> Answer:
    found = fact_present(name, context)
    blank = tuple(f for f in found.used if is_blank(f))
    if found.truth is not True or not blank or len(blank) < len(found.used):
        return found
    wrong = Violation(facts=blank, key=context.full_name(name), params=(("fact", name),))
    return Answer(truth=False, used=found.used, violations=(wrong,))
