"""Tables of a DOCX on their full grid: every merged cell once, with the rows and columns it covers."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from casecheck.sources.docx_names import VAL, W, is_on, whole

MOST_COLUMNS = 256
_WRAPPERS = frozenset({W + "sdt", W + "sdtContent", W + "customXml", W + "ins", W + "moveTo"})


@dataclass(slots=True)
class Cell:
    """A `w:tc` with its place; `deleted` when a tracked change removed its row."""

    element: etree._Element
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    deleted: bool = False


def cells(table: etree._Element) -> list[Cell]:
    """The cells of a `w:tbl` in row order, a vertically merged one at its first row."""
    found: list[Cell] = []
    open_merges: dict[int, Cell] = {}
    for row, element in enumerate(_unwrapped(table, W + "tr")):
        properties = element.find(W + "trPr")
        column = _skipped(properties)
        deleted = properties is not None and properties.find(W + "del") is not None
        merges: dict[int, Cell] = {}
        previous: Cell | None = None
        for item in _unwrapped(element, W + "tc"):
            width, vertical, joins_left = _cell_properties(item)
            if joins_left and previous is not None:
                previous.column_span += width
                column += width
                continue
            above = open_merges.get(column)
            if vertical == "continue" and above is not None:
                above.row_span = row - above.row + 1
                merges[column] = above
                previous = None
            else:
                previous = Cell(item, row, column, 1, width, deleted)
                found.append(previous)
                if vertical is not None:
                    merges[column] = previous
            column += width
        open_merges = merges
    return found


def _unwrapped(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _unwrapped(child, tag)


def _skipped(properties: etree._Element | None) -> int:
    before = properties.find(W + "gridBefore") if properties is not None else None
    return _clamped(before.get(VAL)) if before is not None else 0


def _cell_properties(cell: etree._Element) -> tuple[int, str | None, bool]:
    """Columns covered, vertical merge (`restart`, `continue` or None), and whether it joins the cell on its left."""
    properties = cell.find(W + "tcPr")
    if properties is None:
        return 1, None, False
    span, vertical, horizontal = (properties.find(W + tag) for tag in ("gridSpan", "vMerge", "hMerge"))
    width = max(_clamped(span.get(VAL)), 1) if span is not None else 1
    merge = None if vertical is None else "restart" if vertical.get(VAL) == "restart" else "continue"
    joins = horizontal is not None and horizontal.get(VAL, "continue") == "continue" and is_on(horizontal.get(VAL))
    return width, merge, joins


def _clamped(value: str | None) -> int:
    # A declared width of millions would cost memory for a grid nobody can print.
    return min(max(whole(value), 0), MOST_COLUMNS)
