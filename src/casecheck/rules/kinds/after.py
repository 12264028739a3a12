"""`after: {date: A, than: B}`, or later than the last day of `end_of: {from: B, length: $名称, whose: …}`."""

from casecheck.model.rule import Json
from casecheck.model.verdict import Answer
from casecheck.rules.context import Context
from casecheck.rules.sequence import compare

NAME = "after"


def evaluate(arguments: Json, context: Context) -> Answer:
    """False where A is earlier (or the same day, when strict)."""
    return compare(arguments, context, after=True)
