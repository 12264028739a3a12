"""`within_days: {from: A, to: B, length: $名称, whose: agency|party}`: B on the last day of the period or before it."""

from casecheck.model.rule import Json
from casecheck.model.verdict import Answer
from casecheck.rules.arguments import text
from casecheck.rules.context import Context, unknown
from casecheck.rules.logic import every
from casecheck.rules.periods import Period, check_period, pairs
from casecheck.rules.sequence import known_both

NAME = "within_days"


def evaluate(arguments: Json, context: Context) -> Answer:
    """True on or before the due day; None where an ordinary weekend or an unknown calendar leaves it open."""
    period = Period.of(arguments)
    start, act = context.read(period.start), context.read(text(arguments, "to"))
    if not known_both(start, act):
        return unknown(start, act)
    answers = [check_period(period, a, b, "in_time", context) for a, b in pairs(start, act)]
    return every(answers) if answers else unknown(start, act)
