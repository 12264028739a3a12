"""`before: {date: A, than: B}` or `{date: A, end_of: {from: B, length: $名称, whose: …}}`, strict unless `or_same`."""

from casecheck.model.rule import Json
from casecheck.model.verdict import Answer
from casecheck.rules.context import Context
from casecheck.rules.sequence import compare

NAME = "before"


def evaluate(arguments: Json, context: Context) -> Answer:
    """False where A is later (or the same day, when strict)."""
    return compare(arguments, context, after=False)
