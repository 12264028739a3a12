"""Ruled tables of a PDF page: rulings → grid → cells, a merged cell once."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from casecheck.model.place import Box

_SNAP = 2.5
"""Rulings closer than this (points) are one; double borders are drawn so."""
_JOIN = 3.5
"""A gap in a ruling up to this (points) is bridged, and lines that miss each other by it still meet."""
_COVER = 0.6
_MOST_CELLS = 20_000


@dataclass(frozen=True, slots=True)
class _Ruling:
    """A line at `at`, from `start` to `end`, along the other axis."""

    at: float
    start: float
    end: float


@dataclass(slots=True)
class GridCell:
    """A cell of a table: its first row and column on the full grid, how many of each it covers, and its box."""

    row: int
    column: int
    row_span: int
    column_span: int
    box: Box


@dataclass(slots=True)
class Table:
    """A ruled table."""

    box: Box
    cells: list[GridCell] = field(default_factory=list)
    _xs: list[float] = field(default_factory=list)
    _ys: list[float] = field(default_factory=list)
    _owner: dict[tuple[int, int], int] = field(default_factory=dict)

    def holds(self, x: float, y: float) -> bool:
        """Whether the point lies in the table."""
        return self.box[0] <= x <= self.box[2] and self.box[1] <= y <= self.box[3]

    def cell_at(self, x: float, y: float) -> int:
        """The index in `cells` of the cell at a point of the table."""
        column = min(max(bisect_right(self._xs, x) - 1, 0), len(self._xs) - 2)
        row = min(max(bisect_right(self._ys, y) - 1, 0), len(self._ys) - 2)
        return self._owner[row, column]


def find_tables(across: Sequence[Box], down: Sequence[Box]) -> list[Table]:
    """The tables with at least two cells, the smallest first so that a nested one comes before what holds it."""
    horizontal = _joined([_Ruling(box[1], box[0], box[2]) for box in across])
    vertical = _joined([_Ruling(box[0], box[1], box[3]) for box in down])
    if len(horizontal) < 2 or not vertical:
        return []
    tables = [
        table
        for rows, columns in _components(horizontal, vertical)
        if len(rows) >= 2 and columns and (table := _table(rows, columns)) is not None
    ]
    return sorted(tables, key=lambda table: (table.box[2] - table.box[0]) * (table.box[3] - table.box[1]))


def _joined(rulings: list[_Ruling]) -> list[_Ruling]:
    """Rulings that lie on each other made one."""
    rulings.sort(key=lambda ruling: ruling.at)
    result: list[_Ruling] = []
    group: list[_Ruling] = []
    for ruling in [*rulings, None]:
        if group and (ruling is None or ruling.at - group[-1].at > _SNAP or ruling.at - group[0].at > 2 * _SNAP):
            result.extend(_bridged(group))
            group = []
        if ruling is not None:
            group.append(ruling)
    return result


def _bridged(group: list[_Ruling]) -> list[_Ruling]:
    at = sum(ruling.at for ruling in group) / len(group)
    group.sort(key=lambda ruling: ruling.start)
    spans: list[list[float]] = []
    for ruling in group:
        if spans and ruling.start <= spans[-1][1] + _JOIN:
            spans[-1][1] = max(spans[-1][1], ruling.end)
        else:
            spans.append([ruling.start, ruling.end])
    return [_Ruling(at, start, end) for start, end in spans if end - start > _JOIN]


def _components(across: list[_Ruling], down: list[_Ruling]) -> list[tuple[list[_Ruling], list[_Ruling]]]:
    """Rulings that touch one another, directly or through others."""
    parent = list(range(len(across) + len(down)))

    def root(item: int) -> int:
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    for number, column in enumerate(down, start=len(across)):
        for index, row in enumerate(across):
            if row.at > column.end + _JOIN:
                break
            if row.at >= column.start - _JOIN and row.start - _JOIN <= column.at <= row.end + _JOIN:
                parent[root(index)] = root(number)
    groups: dict[int, tuple[list[_Ruling], list[_Ruling]]] = {}
    for index, row in enumerate(across):
        groups.setdefault(root(index), ([], []))[0].append(row)
    for number, column in enumerate(down, start=len(across)):
        groups.setdefault(root(number), ([], []))[1].append(column)
    return list(groups.values())


def _table(rows: list[_Ruling], columns: list[_Ruling]) -> Table | None:
    # A table may be open at its sides: then the ends of its rulings are its border.
    xs = _positions([c.at for c in columns], min(r.start for r in rows), max(r.end for r in rows))
    ys = _positions([r.at for r in rows], min(c.start for c in columns), max(c.end for c in columns))
    if len(xs) < 2 or len(ys) < 2 or (len(xs) - 1) * (len(ys) - 1) > _MOST_CELLS:
        return None
    table = Table((xs[0], ys[0], xs[-1], ys[-1]), _xs=xs, _ys=ys)
    right = _walls(columns, xs, ys)
    below = _walls(rows, ys, xs)
    for region in _regions(len(ys) - 1, len(xs) - 1, right, below):
        _add_cell(table, region)
    return table if len(table.cells) >= 2 else None


def _positions(values: list[float], low: float, high: float) -> list[float]:
    result: list[float] = []
    for value in sorted([*values, low, high]):
        if not result or value - result[-1] > _JOIN:
            result.append(value)
    return result


def _walls(rulings: list[_Ruling], at: list[float], along: list[float]) -> set[tuple[int, int]]:
    """Pairs `(i, k)`: a ruling at `at[i]` covers the stretch `along[k]` to `along[k + 1]`."""
    walls: set[tuple[int, int]] = set()
    for ruling in rulings:
        index = min(range(len(at)), key=lambda i: abs(at[i] - ruling.at))
        first = max(bisect_right(along, ruling.start) - 1, 0)
        for k in range(first, len(along) - 1):
            if along[k] >= ruling.end:
                break
            covered = min(ruling.end, along[k + 1]) - max(ruling.start, along[k])
            if covered >= _COVER * (along[k + 1] - along[k]):
                walls.add((index, k))
    return walls


def _regions(
    rows: int, columns: int, right: set[tuple[int, int]], below: set[tuple[int, int]]
) -> list[list[tuple[int, int]]]:
    """Fields of the grid that no wall parts, in reading order; a region that is no rectangle is given row by row."""
    seen: set[tuple[int, int]] = set()
    regions: list[list[tuple[int, int]]] = []
    for start in ((row, column) for row in range(rows) for column in range(columns)):
        if start in seen:
            continue
        seen.add(start)
        region, waiting = [], [start]
        while waiting:
            row, column = waiting.pop()
            region.append((row, column))
            neighbours = (
                ((row, column + 1), column + 1 < columns and (column + 1, row) not in right),
                ((row, column - 1), column > 0 and (column, row) not in right),
                ((row + 1, column), row + 1 < rows and (row + 1, column) not in below),
                ((row - 1, column), row > 0 and (row, column) not in below),
            )
            for neighbour, is_open in neighbours:
                if is_open and neighbour not in seen:
                    seen.add(neighbour)
                    waiting.append(neighbour)
        regions.extend(_rectangles(region))
    return sorted(regions, key=min)


def _rectangles(region: list[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    top, bottom = min(r for r, _ in region), max(r for r, _ in region)
    left, right = min(c for _, c in region), max(c for _, c in region)
    if len(region) == (bottom - top + 1) * (right - left + 1):
        return [region]
    runs: list[list[tuple[int, int]]] = []
    for row, column in sorted(region):
        if runs and runs[-1][-1] == (row, column - 1):
            runs[-1].append((row, column))
        else:
            runs.append([(row, column)])
    return runs


def _add_cell(table: Table, region: list[tuple[int, int]]) -> None:
    top, bottom = min(r for r, _ in region), max(r for r, _ in region)
    left, right = min(c for _, c in region), max(c for _, c in region)
    for place in region:
        table._owner[place] = len(table.cells)
    box = (table._xs[left], table._ys[top], table._xs[right + 1], table._ys[bottom + 1])
    table.cells.append(GridCell(top, left, bottom - top + 1, right - left + 1, box))
