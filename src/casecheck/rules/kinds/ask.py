"""`ask: {}`: a question that only a person can answer; with `facts`, what he should look at."""

from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Violation
from casecheck.rules.arguments import mapping, names
from casecheck.rules.context import Context

NAME = "ask"


def evaluate(arguments: Json, context: Context) -> Answer:
    """Always None, for a person's judgement."""
    given = mapping(arguments)
    facts = tuple(f for name in names(given.get("facts", [])) for f in context.read(name).facts)
    return Answer(truth=None, used=facts, violations=(Violation(facts=facts, cause=Cause.NEEDS_JUDGEMENT),))
