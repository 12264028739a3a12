"""`is_one_of: {fact: A, values: […]}`: every value is one of the list."""

from casecheck.model.fact import Fact
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer
from casecheck.rules.arguments import mapping, text
from casecheck.rules.context import Context
from casecheck.rules.values import each_value
from casecheck.text.folded import fold
from casecheck.text.money import decimal_yuan

NAME = "is_one_of"


def evaluate(arguments: Json, context: Context) -> Answer:
    """Texts are compared folded, sums in yuan."""
    values = mapping(arguments)["values"]
    if not isinstance(values, list):
        raise TypeError("values: expected a list")
    allowed = {_plain(v) for v in values}

    def listed(fact: Fact) -> bool | None:
        if fact.type == "money" and isinstance(fact.value, int):
            return decimal_yuan(fact.value) in {decimal_yuan(round(float(v) * 100)) for v in map(str, values)}
        if fact.masked:
            return None
        return _plain(fact.value) in allowed

    return each_value(context.read(text(arguments, "fact")), listed)


def _plain(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else fold(str(value)).text
