"""`call: {name: …}`: a built-in predicate, for what the other kinds cannot say."""

from casecheck.model.rule import Json
from casecheck.model.verdict import Answer
from casecheck.rules.arguments import mapping, text
from casecheck.rules.builtin import registry
from casecheck.rules.context import Context

NAME = "call"


def evaluate(arguments: Json, context: Context) -> Answer:
    """The answer of the predicate; KeyError when there is none of that name."""
    predicate = registry.load()[text(arguments, "name")]
    given: Json = {key: value for key, value in mapping(arguments).items() if key != "name"}
    return predicate(context.case, context.law, given)
