"""`same: {facts: [A, B, …], as: text|name|money|identifier|citations, at: all|any}`: every paper states the same."""

from casecheck.model.rule import Json
from casecheck.model.verdict import Answer
from casecheck.rules.agreement import compared
from casecheck.rules.arguments import mapping, names
from casecheck.rules.context import Context

NAME = "same"


def evaluate(arguments: Json, context: Context) -> Answer:
    """False with one violation for each paper that differs from the majority (else from the first listed)."""
    given = mapping(arguments)
    readings = [context.read(name) for name in names(given["facts"])]
    return compared(readings, str(given.get("as", "text")), str(given.get("at", "all")))
