"""`in_range: {fact: A, min: …, max: …}`: every value of A lies between the bounds, both included."""

from casecheck.model.rule import Json
from casecheck.model.verdict import Answer
from casecheck.rules.amounts import bounded
from casecheck.rules.arguments import mapping, text
from casecheck.rules.context import Context

NAME = "in_range"


def evaluate(arguments: Json, context: Context) -> Answer:
    """Bounds are written as for `at_least`."""
    given = mapping(arguments)
    return bounded(context.read(text(arguments, "fact")), given.get("min"), given.get("max"), context)
