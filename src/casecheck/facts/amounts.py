"""Amounts of money with what stands before and after them."""

from dataclasses import dataclass

from casecheck.text.money import find_caps_pairs, find_money


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """One amount at `start:end`, in 分. Where 大写 and 小写 stand side by side, the figures count."""

    start: int
    end: int
    fen: int


def amounts(text: str, start: int = 0, end: int | None = None) -> list[Amount]:
    """The amounts of a stretch of text in their order; a pair of 大写 and 小写 is one amount."""
    stretch = text[start:end]
    found: list[Amount] = []
    for pair in find_caps_pairs(stretch):
        fen = pair.digits_fen if pair.digits_fen is not None else pair.caps_fen
        if fen is not None:
            found.append(Amount(start=start + pair.start, end=start + pair.end, fen=fen))
    for mention in find_money(stretch):
        first, last = start + mention.start, start + mention.end
        if not any(a.start < last and first < a.end for a in found):
            found.append(Amount(start=first, end=last, fen=mention.fen))
    return sorted(found, key=lambda a: a.start)
