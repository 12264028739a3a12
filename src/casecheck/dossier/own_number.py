"""文号: the number of a paper itself, not one that it tells of."""

import re
from collections.abc import Sequence

from casecheck.dossier.body import Body, Item
from casecheck.dossier.titles import LONGEST
from casecheck.text.docno import find_numbers

_BELOW = 4
_HEAD = 6
_LABEL = re.compile(r"(?:文书编号|文书文号|案件编号|编号|文号|字号)：")
_TOLD = re.compile(r"[《。；：]")


def own_number(body: Body, first: int, title_at: int, end: int) -> str | None:
    """The 文号 of the paper itself: on its title, just below before its labels begin, or above it."""
    for item in body.items[title_at:end]:
        for line in item.lines:
            if number := line_number(line):
                return number
    below = _first_number(body.items[end : end + _BELOW])
    return below or _first_number(body.items[first:title_at])


def prints_number(body: Body, index: int, end: int) -> bool:
    """Whether the title has a 文号 on it or just below, filled in or blank."""
    lines = [line for item in body.items[index : end + 2] for line in item.lines]
    return any(find_numbers(line) and not _TOLD.search(_LABEL.sub("", line)) for line in lines)


def head_number(items: Sequence[Item]) -> str | None:
    """The 文号 at the head of a paper whose title was not read."""
    return _first_number(items[:_HEAD])


def _first_number(items: Sequence[Item]) -> str | None:
    """The first 文号 that stands on a line of its own, before any label and any prose."""
    for item in items:
        for line in item.lines:
            if number := line_number(line):
                return number
            if "：" in _LABEL.sub("", line) or len(line) > LONGEST:
                return None
        if item.cell:
            return None
    return None


def line_number(text: str) -> str | None:
    """The 文号 that a short line is made of; a line that tells of another paper (《…》, a label, a sentence) has none.

    A number that the paper leaves blank is none.
    """
    if len(text) > LONGEST or _TOLD.search(_LABEL.sub("", text)):
        return None
    return next((n.name for n in find_numbers(text) if n.year and n.serial), None)
