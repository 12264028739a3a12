"""Tables of a paper as rows: the cells of each row under the words of the heading row."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from casecheck.model.dossier import CaseDocument
from casecheck.model.place import Place
from casecheck.model.source import BlockKind
from casecheck.rules.builtin.reading import READ_KINDS
from casecheck.text.folded import fold_text

_COLUMN = re.compile(r"[^\t\n]*?[^\s](?=\t|\n| {2,}|\u3000{2,}|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell: its printed text and its place."""

    text: str
    place: Place

    @property
    def words(self) -> str:
        """Its text, folded."""
        return fold_text(self.text)


Row = dict[str, Cell]
"""The cells of one row by the folded words of the heading above them."""


def rows_of(paper: CaseDocument) -> Iterator[Row]:
    """The rows of every table of a paper that has a heading row.

    A heading row has at least three cells, all with words and no digits; a later one begins a new list. A table that is
    only set with tabs or wide spaces counts where its rows have as many columns as the heading. A table without a heading
    whose rows have the columns of the one before it is its next page.
    """
    above: dict[int, str] = {}
    for rows in (*_ruled(paper), _spaced(paper)):
        heading: dict[int, str] = above if all(cells.keys() == above.keys() for cells in rows[:2]) else {}
        for cells in rows:
            words = {column: cell.words for column, cell in cells.items()}
            if _is_heading(words):
                heading = words
            elif heading:
                yield {name: cells[column] for column, name in heading.items() if column in cells}
        above = heading


def _ruled(paper: CaseDocument) -> list[list[dict[int, Cell]]]:
    tables: dict[tuple[str, int], dict[int, dict[int, Cell]]] = {}
    for block in paper.blocks:
        if block.kind is BlockKind.CELL and block.cell is not None:
            rows = tables.setdefault((block.file, block.cell.table), {})
            cell = Cell(text=block.text, place=block.place())
            rows.setdefault(block.cell.row, {})[block.cell.column] = cell
    return [[rows[number] for number in sorted(rows)] for rows in tables.values()]


def _spaced(paper: CaseDocument) -> list[dict[int, Cell]]:
    rows: list[dict[int, Cell]] = []
    width = 0
    for block in paper.blocks:
        if block.kind is BlockKind.CELL or block.kind not in READ_KINDS:
            continue
        for line in re.finditer(r"[^\n]+", block.text):
            found = list(_COLUMN.finditer(block.text, line.start(), line.end()))
            cells = {
                n: Cell(text=m.group().strip(), place=block.place(m.start(), m.end())) for n, m in enumerate(found)
            }
            if _is_heading({n: cell.words for n, cell in cells.items()}):
                width = len(cells)
            if width and len(cells) == width:
                rows.append(cells)
    return rows


def _is_heading(words: dict[int, str]) -> bool:
    return len(words) >= 3 and all(w and not any(c.isdigit() for c in w) and w != "/" for w in words.values())
