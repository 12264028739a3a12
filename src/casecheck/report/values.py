"""How the value of a fact is written: for programs and for people."""

from datetime import date, datetime

from casecheck.model.fact import Fact
from casecheck.model.identity import Item
from casecheck.model.words import Language
from casecheck.text.money import decimal_yuan, format_yuan

_SHOWN_OF_A_NUMBER = 10


def plain_value(fact: Fact) -> str | int | bool:
    """The value as JSON carries it: money in yuan with two decimals, dates and times in ISO 8601, to the minute."""
    value = fact.value
    if fact.type == "money" and isinstance(value, int):
        return decimal_yuan(value)
    if isinstance(value, datetime):
        return value.isoformat(timespec="minutes")
    if isinstance(value, date):
        return value.isoformat()
    return value


def shown_value(fact: Fact, language: Language) -> str:
    """The value as a person reads it."""
    value = fact.value
    if isinstance(value, bool):
        return {("zh", True): "是", ("zh", False): "否", ("en", True): "yes"}.get((language, value), "no")
    if fact.type == "money" and isinstance(value, int):
        return f"{format_yuan(value)}元" if language == "zh" else f"CNY {format_yuan(value)}"
    return str(plain_value(fact)).replace("T", " ") if fact.type == "time" else str(plain_value(fact))


def shown_identity(item: Item, value: str) -> str:
    """A value of the identity matrix: an identity number without the birth date in it."""
    whole = item is Item.IDENTITY_NUMBER and len(value) > _SHOWN_OF_A_NUMBER
    return f"{value[:6]}…{value[-4:]}" if whole else value
