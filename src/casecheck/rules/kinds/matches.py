"""`matches: {fact: A, pattern: REGEX}`: the folded text of every value contains the pattern."""

import re

from casecheck.model.fact import Fact
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer
from casecheck.rules.arguments import text
from casecheck.rules.context import Context
from casecheck.rules.values import each_value
from casecheck.text.folded import fold

NAME = "matches"


def evaluate(arguments: Json, context: Context) -> Answer:
    """None for a masked value that does not match: what is hidden may."""
    pattern = re.compile(text(arguments, "pattern"))

    def matching(fact: Fact) -> bool | None:
        found = pattern.search(fold(str(fact.value)).text) is not None
        return None if fact.masked and not found else found

    return each_value(context.read(text(arguments, "fact")), matching)
