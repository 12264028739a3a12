"""Tables that run over the page: rows counted on, repeated head rows told, a cell cut by the page continued."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from casecheck.sources.pdf_page import CellLines, RuledTable

_SAME_EDGE = 3.0
_SENTENCE_END = frozenset("。；：！？”）")


@dataclass(slots=True)
class TableCell:
    """A cell to be written: its lines, its row in the whole table, and what the page break did to it."""

    item: CellLines
    row: int
    repeats_head: bool = False
    continues: bool = False


@dataclass(slots=True)
class TableRun:
    """The table at the end of the text so far. `number` counts the tables of the file."""

    number: int = -1
    _rows: int = 0
    _last: RuledTable | None = None
    _head: list[str] = field(default_factory=list)

    def end(self) -> None:
        """Other text follows: the table is complete."""
        self._last = None

    def add(self, table: RuledTable, *, opens_page: bool) -> list[TableCell]:
        """The cells of the next table, which goes on with the last one where it opens a page with the same edges."""
        before = self._last if opens_page else None
        if before is not None and not _has_edges_of(table, before):
            before = None
        head = before is not None and len(self._head) > 1 and _texts(_row(table, 0)) == self._head
        if before is None or not _has_columns_of(table, before):
            # With other columns the numbers of columns would not agree: it is told as a table of its own.
            head = False
            self.number += 1
            self._rows = 0
            self._head = _texts(_row(table, 0))
        cut = _continued(before, table, 1 if head else 0) if before is not None else set()
        offset = self._rows
        cells = [
            TableCell(
                item,
                item.cell.row + offset,
                repeats_head=head and item.cell.row == 0,
                continues=id(item) in cut,
            )
            for item in table.cells
        ]
        self._rows = offset + max(item.cell.row + item.cell.row_span for item in table.cells)
        self._last = table
        return cells


def _has_edges_of(table: RuledTable, other: RuledTable) -> bool:
    return abs(table.box[0] - other.box[0]) < _SAME_EDGE and abs(table.box[2] - other.box[2]) < _SAME_EDGE


def _has_columns_of(table: RuledTable, other: RuledTable) -> bool:
    ours, theirs = _columns(table), _columns(other)
    return len(ours) == len(theirs) and all(abs(a - b) < _SAME_EDGE for a, b in zip(ours, theirs, strict=True))


def _columns(table: RuledTable) -> list[float]:
    starts = {item.cell.column: item.cell.box[0] for item in table.cells}
    return [starts[column] for column in sorted(starts)]


def _row(table: RuledTable, number: int) -> list[CellLines]:
    return [item for item in table.cells if item.cell.row == number]


def _texts(row: Sequence[CellLines]) -> list[str]:
    return [text for item in row if (text := re.sub(r"\s", "", "".join(line.text for line in item.lines)))]


def _continued(before: RuledTable, table: RuledTable, number: int) -> set[int]:
    """The cells of the first row below the head that go on with the last cell of the page before.

    A row cut by the page has its label above the cut: below stands only the rest of the value, in the same place.
    """
    last = before.cells[-1]
    row = _row(table, number)
    filled = [item for item in row if item.lines]
    if len(filled) != 1 or not last.lines or len(row) < 2:
        return set()
    text = last.lines[-1].text.rstrip()
    same_place = abs(filled[0].cell.box[0] - last.cell.box[0]) < _SAME_EDGE
    if not same_place or text[-1:] in _SENTENCE_END:
        return set()
    return {id(item) for item in row[: row.index(filled[0]) + 1]}
