"""Columns of prose (分栏) on a PDF page: lines that stand side by side and are read one column after the other.

Labels and values side by side (名称　某某商行) are no columns: they are read row by row. What tells them apart is that the
lines of prose are full on both sides of the gap.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from casecheck.sources.pdf_lines import VisualLine

_GUTTER = 1.2
"""A gap between columns is at least so many characters wide."""
_NARROWEST = 8.0
_LEAST_LINES = 6
_LEAST_PAIRS = 3
_FLUSH = 0.6
"""So large a part of the lines of a column reaches its edges."""


@dataclass(slots=True)
class _Band:
    """Lines one below the other with the same gap, as far as they go."""

    left: float
    right: float
    lines: list[tuple[VisualLine | None, VisualLine | None]] = field(default_factory=list)

    def take(self, line: VisualLine) -> bool:
        """Whether the line keeps the gap free; then it belongs here."""
        least = _GUTTER * line.em
        if line.x1 <= self.right - least:
            self.left = max(self.left, line.x1)
            self.lines.append((line, None))
            return True
        if line.x0 >= self.left + least:
            self.right = min(self.right, line.x0)
            self.lines.append((None, line))
            return True
        for index, start, end in _gaps(line):
            low, high = max(start, self.left), min(end, self.right)
            if high - low >= least:
                self.left, self.right = low, high
                self.lines.append(_split(line, index))
                return True
        return False


def in_columns(lines: Sequence[VisualLine]) -> list[VisualLine]:
    """The lines in reading order; those of columns are cut apart and bear the number of their column (`column`)."""
    result: list[VisualLine] = []
    column, at = 0, 0
    while at < len(lines):
        band = _band_from(lines, at)
        if band is None or not _is_prose(band):
            result.append(lines[at])
            at += 1
            continue
        for side in _sides(band):
            column += 1
            result.extend(replace(line, column=column) for line in side)
        at += len(band.lines)
    return result


def _band_from(lines: Sequence[VisualLine], at: int) -> _Band | None:
    """The longest band that begins with the line, over all its gaps; None when it has none."""
    best: _Band | None = None
    for _, start, end in _gaps(lines[at]):
        band = _Band(start, end)
        for line in lines[at:]:
            if not band.take(line):
                break
        if best is None or len(band.lines) > len(best.lines):
            best = band
    return best


def _gaps(line: VisualLine) -> list[tuple[int, float, float]]:
    """Wide gaps of a line with enough text on both sides: the index of the blank, where it starts and ends."""
    if " " not in line.text or line.x1 - line.x0 < 2 * _NARROWEST * line.em:
        return []
    found: list[tuple[int, float, float]] = []
    for index, char in enumerate(line.text):
        if char == " ":
            start, end = line.edges[index], line.edges[index + 1]
            if end - start >= _GUTTER * line.em and min(start - line.x0, line.x1 - end) >= 2 * line.em:
                found.append((index, start, end))
    return found


def _split(line: VisualLine, index: int) -> tuple[VisualLine, VisualLine]:
    _, top, _, bottom = line.box
    left, right = line.edges[: index + 1], line.edges[index + 1 :]
    return (
        replace(line, text=line.text[:index], edges=left, box=(left[0], top, left[-1], bottom)),
        replace(line, text=line.text[index + 1 :], edges=right, box=(right[0], top, right[-1], bottom)),
    )


def _is_prose(band: _Band) -> bool:
    if sum(1 for left, right in band.lines if left and right) < _LEAST_PAIRS:
        return False
    return all(_is_full(column) for column in _sides(band))


def _sides(band: _Band) -> tuple[list[VisualLine], list[VisualLine]]:
    return [a for a, _ in band.lines if a is not None], [b for _, b in band.lines if b is not None]


def _is_full(column: Sequence[VisualLine]) -> bool:
    """Whether the lines fill the column from edge to edge, as prose does."""
    if len(column) < _LEAST_LINES:
        return False
    left, right, em = min(line.x0 for line in column), max(line.x1 for line in column), column[0].em
    if right - left < _NARROWEST * em:
        return False
    full = sum(1 for line in column if right - line.x1 < 1.5 * em and line.x0 - left < 2.5 * em)
    return full >= _FLUSH * len(column)
