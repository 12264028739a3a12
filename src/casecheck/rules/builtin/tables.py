"""Tables of a paper as rows: the cells of each row under the words of the heading row."""

from collections.abc import Iterator

from casecheck.model.dossier import CaseDocument
from casecheck.model.source import Block, BlockKind
from casecheck.text.folded import fold_text

Row = dict[str, Block | None]
"""The cells of one row by the folded words of the heading above them; None where there is no cell."""


def rows_of(paper: CaseDocument) -> Iterator[Row]:
    """The rows under a heading row: the first row of a table, or a later one that repeats none of its words as a value.

    A heading row has at least three cells, all with words and no digits.
    """
    tables: dict[tuple[str, int], dict[int, dict[int, Block]]] = {}
    for block in paper.blocks:
        if block.kind is BlockKind.CELL and block.cell is not None:
            rows = tables.setdefault((block.file, block.cell.table), {})
            rows.setdefault(block.cell.row, {})[block.cell.column] = block
    for rows in tables.values():
        heading: dict[int, str] = {}
        for number in sorted(rows):
            cells = rows[number]
            words = {column: fold_text(block.text) for column, block in cells.items()}
            if _is_heading(words):
                heading = words
            elif heading:
                yield {name: cells.get(column) for column, name in heading.items()}


def _is_heading(words: dict[int, str]) -> bool:
    return len(words) >= 3 and all(w and not any(c.isdigit() for c in w) and w != "/" for w in words.values())
