"""How values are printed in messages and workings, in each language."""

from datetime import date, datetime

from casecheck.law.limits import Limit
from casecheck.model.fact import Fact
from casecheck.model.words import Words
from casecheck.text.money import format_yuan
from casecheck.text.passage import join_printed

_LONGEST = 80


def shown_value(fact: Fact) -> Words:
    """The value as a person reads it; a masked one as printed."""
    value = fact.value
    if isinstance(value, bool):
        return Words(zh="是" if value else "否", en="yes" if value else "no")
    if isinstance(value, datetime):
        zh = f"{value.year}年{value.month}月{value.day}日{value.hour}时{value.minute:02d}分"
        return Words(zh=zh, en=value.isoformat(sep=" ", timespec="minutes"))
    if isinstance(value, date):
        return Words(zh=f"{value.year}年{value.month}月{value.day}日", en=value.isoformat())
    if fact.type == "money" and isinstance(value, int):
        return Words(zh=f"{format_yuan(value)}元", en=f"CNY {format_yuan(value)}")
    text = clean(str(value))
    return Words(zh=text, en=text)


def clean(text: str) -> str:
    """Text of a paper on one line of bounded length."""
    line = join_printed(text)
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"


def limit_words(limit: Limit) -> Words:
    """A legal value: a length, a sum, or a ratio."""
    if limit.length is not None:
        return limit.length.words
    if limit.amount is not None:
        return Words(zh=f"{format_yuan(limit.amount)}元", en=f"CNY {format_yuan(limit.amount)}")
    return Words(zh=str(limit.ratio), en=str(limit.ratio))
