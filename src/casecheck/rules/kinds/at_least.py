"""`at_least: {fact: A, value: N | $名称 | {fact: B}}`: no value of A is below it; money in yuan."""

from casecheck.model.rule import Json
from casecheck.model.verdict import Answer
from casecheck.rules.amounts import bounded
from casecheck.rules.arguments import mapping, text
from casecheck.rules.context import Context

NAME = "at_least"


def evaluate(arguments: Json, context: Context) -> Answer:
    """The bound itself is enough (以上 includes the figure)."""
    return bounded(context.read(text(arguments, "fact")), mapping(arguments)["value"], None, context)
