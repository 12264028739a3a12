"""`among: {fact: A, values_of: B | [B, C], as: text|name|…}`: every value of A is one of the values of B (or C)."""

from casecheck.model.fact import Fact
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause
from casecheck.rules.agreement import NORMAL
from casecheck.rules.arguments import mapping, names, text
from casecheck.rules.context import Context, unknown
from casecheck.rules.values import each_value
from casecheck.text.identifiers import visible_match

NAME = "among"


def evaluate(arguments: Json, context: Context) -> Answer:
    """False for a value that none of them states; None where one of them was not fully read, or hides characters."""
    given = mapping(arguments)
    normal = NORMAL[str(given.get("as", "text"))]
    reading = context.read(text(arguments, "fact"))
    lists = [context.read(name) for name in names(given["values_of"])]
    stated = tuple(fact for listed in lists for fact in listed.facts)
    if not reading.facts or not stated:
        return unknown(reading, *(listed for listed in lists if not listed.facts))
    allowed = {normal(fact) for fact in stated}
    masked = any(fact.masked for fact in stated)
    unread = any(listed.missing and listed.missing.cause is Cause.UNREADABLE for listed in lists)

    def is_listed(fact: Fact) -> bool | None:
        value = normal(fact)
        if value in allowed:
            return True
        hidden = (fact.masked or masked) and any(visible_match(value, other) for other in allowed)
        return None if hidden or unread else False

    return each_value(reading, is_listed)
