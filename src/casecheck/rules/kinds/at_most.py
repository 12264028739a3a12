"""`at_most: {fact: A, value: N | $名称 | {fact: B}}`: no value of A is above it; money in yuan."""

from casecheck.model.rule import Json
from casecheck.model.verdict import Answer
from casecheck.rules.amounts import bounded
from casecheck.rules.arguments import mapping, text
from casecheck.rules.context import Context

NAME = "at_most"


def evaluate(arguments: Json, context: Context) -> Answer:
    """The bound itself is allowed (以下 includes the figure)."""
    return bounded(context.read(text(arguments, "fact")), None, mapping(arguments)["value"], context)
