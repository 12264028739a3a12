"""Characters → visual lines, by where they stand: the order of the content of a PDF is not the order of reading."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from casecheck.model.place import Box
from casecheck.sources.pdf_chars import Char

_SAME_LINE = 0.5
"""Two runs share a line when their middles are closer than this part of a character's height."""
_BLANK = 0.15
"""A blank counts when it is wider than this part of a character."""
_WIDE_BLANK = 0.9
_OVERPRINT = 0.4
_ON_LINE = 0.65
"""A value in the gap of a sentence shares so much of its height with the sentence; the second line of a cell less."""


@dataclass(slots=True)
class VisualLine:
    """A line as it stands on the page. `em` is the width of a Chinese character in it (points), `edges` as in `Line`.

    `column` counts the columns of prose on the page from 1; 0 is text that runs over the whole page.
    """

    text: str
    box: Box
    edges: tuple[float, ...]
    em: float
    column: int = 0

    @property
    def x0(self) -> float:
        """Left end."""
        return self.box[0]

    @property
    def top(self) -> float:
        """Upper end."""
        return self.box[1]

    @property
    def x1(self) -> float:
        """Right end."""
        return self.box[2]

    @property
    def bottom(self) -> float:
        """Lower end."""
        return self.box[3]

    @property
    def middle(self) -> float:
        """Half its height."""
        return (self.box[1] + self.box[3]) / 2


@dataclass(slots=True)
class _Run:
    """Characters that follow one another both in the content and on the page."""

    chars: list[Char]
    em: float = 0.0
    middle: float = 0.0

    def measure(self) -> None:
        self.em = _em(self.chars)
        self.middle = median(char.middle for char in self.chars) if len(self.chars) > 1 else self.chars[0].middle


def build_lines(chars: Sequence[Char]) -> list[VisualLine]:
    """The lines of upright characters, from the top of the page to its bottom."""
    rows: list[list[_Run]] = []
    for run in sorted(_runs(chars), key=lambda item: item.middle):
        row = _row_of(run, rows)
        if row is None:
            rows.append([run])
        else:
            row.append(run)
    lines = [_line(row) for row in rows]
    lines.sort(key=lambda line: (line.middle, line.x0))
    return lines


def turned(chars: Sequence[Char], turn: int, width: float, height: float) -> list[Char]:
    """The characters on a page that is turned back, so that text written with `turn` quarter turns runs to the right."""
    result: list[Char] = []
    for char in chars:
        x0, top, x1, bottom = turn_box((char.x0, char.top, char.x1, char.bottom), turn, width, height)
        size = bottom - top
        result.append(replace(char, x0=x0, top=top, x1=x1, bottom=bottom, size=size, turn=(char.turn - turn) % 4))
    return result


def turn_box(box: Box, turn: int, width: float, height: float) -> Box:
    """A box of a page of that size after the page was turned `turn` quarters counter-clockwise."""
    x0, top, x1, bottom = box
    if turn == 1:
        return top, width - x1, bottom, width - x0
    if turn == 2:
        return width - x1, height - bottom, width - x0, height - top
    if turn == 3:
        return height - bottom, x0, height - top, x1
    return box


def is_wide(char: str) -> bool:
    """Whether the character takes the full width of a Chinese one."""
    code = ord(char)
    return (0x2E80 <= code <= 0xFFE6 and not 0xFF61 <= code <= 0xFFDC) or code > 0x1FFFF


def _em(chars: Sequence[Char]) -> float:
    size = median(char.size for char in chars)
    wide = [char.x1 - char.x0 for char in chars if is_wide(char.text)]
    if not wide:
        # Digits are half as wide as a Chinese character in the fonts that papers are set in.
        wide = [2 * (char.x1 - char.x0) for char in chars if char.text.isdigit()]
    em = median(wide) if wide else size * 0.85
    # Fonts may declare no width or absurd heights; width and height hold each other in check.
    return em if 0.4 * size <= em <= 1.6 * size else size


def _runs(chars: Sequence[Char]) -> list[_Run]:
    runs: list[_Run] = []
    current: list[Char] = []
    for char in chars:
        if current:
            last = current[-1]
            size = max(min(char.size, last.size), 0.1)
            if (
                abs(char.middle - last.middle) > 0.3 * size
                or char.x0 < last.x0 - 0.3 * size
                or char.x0 - last.x1 > 4 * size
            ):
                runs.append(_Run(current))
                current = []
        current.append(char)
    if current:
        runs.append(_Run(current))
    for run in runs:
        run.measure()
    return runs


def _row_of(run: _Run, rows: Sequence[list[_Run]]) -> list[_Run] | None:
    best: list[_Run] | None = None
    nearest = 0.0
    for row in reversed(rows[-12:]):
        main = max(row, key=lambda item: len(item.chars))
        distance = abs(run.middle - main.middle)
        reach = _SAME_LINE * max(min(run.em, main.em), 0.6 * max(run.em, main.em))
        if distance >= reach and distance < _SAME_LINE * max(run.em, main.em) and _fills_gap(run, row):
            reach = distance + 1.0
        if distance < reach and (best is None or distance < nearest) and not _prints_over(run, row):
            best, nearest = row, distance
    return best


def _fills_gap(run: _Run, row: Sequence[_Run]) -> bool:
    """Whether the run stands in a gap between characters of the row: a value set smaller or lower than its sentence."""
    x0, x1 = run.chars[0].x0, run.chars[-1].x1
    near = max(row, key=lambda item: len(item.chars)).chars[0]
    shared = min(near.bottom, run.chars[0].bottom) - max(near.top, run.chars[0].top)
    if shared < _ON_LINE * run.chars[0].size:
        return False
    spans = [(char.x0, char.x1) for item in row for char in item.chars]
    if any(left < x1 and x0 < right for left, right in spans):
        return False
    return any(right <= x0 for _, right in spans) and any(left >= x1 for left, _ in spans)


def _prints_over(run: _Run, row: Sequence[_Run]) -> bool:
    """Whether most of the run stands on characters of the row, as a second print over the first does."""
    covered = 0
    for char in run.chars:
        centre = (char.x0 + char.x1) / 2
        covered += any(
            other.x0 < centre < other.x1
            for item in row
            if item.chars[0].x0 < centre and centre < item.chars[-1].x1
            for other in item.chars
        )
    return covered > _OVERPRINT * len(run.chars)


def _line(row: Sequence[_Run]) -> VisualLine:
    ordered = sorted(row, key=lambda run: run.chars[0].x0)
    chars = [char for run in ordered for char in run.chars]
    if any(later.chars[0].x0 < run.chars[-1].x0 for run, later in pairwise(ordered)):
        # A value set into the gap of its sentence: only the places of the characters tell their order.
        chars.sort(key=lambda char: char.x0)
    em = _em(chars) if len(ordered) > 1 else ordered[0].em
    pieces: list[str] = []
    edges: list[float] = []
    last: Char | None = None
    for char in chars:
        if last is not None:
            gap = char.x0 - last.x1
            if (char.gap and gap > _BLANK * em) or gap > _WIDE_BLANK * em:
                pieces.append(" ")
                edges.append(last.x1)
        pieces.append(char.text)
        edges.append(char.x0)
        # A character from beyond U+FFFF is one character here; ligatures may be several.
        edges.extend([char.x0] * (len(char.text) - 1))
        last = char
    edges.append(chars[-1].x1)
    box = (
        min(char.x0 for char in chars),
        min(char.top for char in chars),
        max(char.x1 for char in chars),
        max(char.bottom for char in chars),
    )
    return VisualLine("".join(pieces), box, tuple(edges), em)
