"""Lines of Chinese and Latin text for a terminal.

A Chinese character takes two columns and may end a line anywhere, but no line begins with closing or ends with opening
punctuation (GB/T 15834).
"""

import re
from collections.abc import Iterator

from rich.cells import cell_len

NOT_FIRST = frozenset("。，、；：！？）》」』”’…·%％)],.;:!?")
NOT_LAST = frozenset("（《「『“‘([")

_TOKEN = re.compile(r"[!-~]+|\s+|.", re.DOTALL)


def wrap(text: str, width: int) -> list[str]:
    """The text in lines of at most `width` columns; line feeds in it are kept. At least one line, which may be empty."""
    return [line for paragraph in text.split("\n") for line in _lines(paragraph, max(width, 4))]


def clip(text: str, width: int) -> str:
    """The text on one line of at most `width` columns; what is cut off is marked by `…`."""
    line = " ".join(text.split())
    if cell_len(line) <= width:
        return line
    # Some consoles draw `…` two columns wide.
    kept = wrap(line, width - 2)[0] if width > 6 else ""
    return f"{kept}…"


def _lines(text: str, width: int) -> Iterator[str]:
    line: list[str] = []
    used = 0
    for token in _tokens(text, width):
        cost = cell_len(token)
        if used + cost > width and line:
            carried = _carried(line, token)
            yield "".join(line).rstrip()
            line = carried
            used = sum(map(cell_len, line))
            if token.isspace() and not line:
                continue
        line.append(token)
        used += cost
    yield "".join(line).rstrip()


def _carried(line: list[str], token: str) -> list[str]:
    """What must go down with the token that begins the next line; taken from the end of the line."""
    carried: list[str] = []
    first = token
    while len(line) > 1 and (first[0] in NOT_FIRST or line[-1][-1] in NOT_LAST):
        first = line.pop()
        carried.insert(0, first)
    return carried


def _tokens(text: str, width: int) -> Iterator[str]:
    """Single Chinese characters, Latin words, white space; a word longer than a line is cut."""
    for match in _TOKEN.finditer(text):
        token = match.group()
        for start in range(0, len(token), width):
            yield token[start : start + width]
