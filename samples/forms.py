"""From the blocks of a spec to the lines and tables of a sheet; one function for each kind of block."""

from collections.abc import Callable, Sequence

from samples.papers import Node
from samples.sheet import TEXT_WIDTH, Cell, Sheet

FORM_GRID = (3.0, 4.8, 3.0, 4.8)
FORM_SPANS = {1: (4,), 2: (1, 3), 3: (1, 1, 2), 4: (1, 1, 1, 1)}


def print_block(sheet: Sheet, kind: str, node: Node) -> None:
    """Print one block; KeyError for an unknown kind."""
    BLOCKS[kind](sheet, node)


def _agency(sheet: Sheet, node: Node) -> None:
    sheet.heading(_str(node), 16, gap=2)


def _title(sheet: Sheet, node: Node) -> None:
    sheet.heading(_str(node), 19)


def _subtitle(sheet: Sheet, node: Node) -> None:
    sheet.heading(_str(node), 13)


def _number(sheet: Sheet, node: Node) -> None:
    sheet.line(_str(node), "centre", after=10)


def _lines(sheet: Sheet, node: Node) -> None:
    """Lines that stay with what follows, so that agency and date never stand alone on a page."""
    for line in _str(node).split("\n"):
        sheet.line(line, keep=True)


def _right(sheet: Sheet, node: Node) -> None:
    for line in _str(node).split("\n"):
        sheet.line(line, "right")


def _centre(sheet: Sheet, node: Node) -> None:
    for line in _str(node).split("\n"):
        sheet.line(line, "centre")


def _text(sheet: Sheet, node: Node) -> None:
    for line in _str(node).split("\n"):
        if line.strip():
            sheet.paragraph(line.strip())


def _numbered(sheet: Sheet, node: Node) -> None:
    if isinstance(node, dict):
        sheet.numbered([_str(item) for item in _list(node["items"])], _str(node["pattern"]), _str(node["numerals"]))
    else:
        sheet.numbered([_str(item) for item in _list(node)])


def _seal(sheet: Sheet, node: Node) -> None:
    """The end of a paper that goes out: agency, (seal), date."""
    lines = _str(node).split("\n")
    for index, line in enumerate(lines):
        sheet.line(line, "right", before=18 if not index else 0, keep=index < len(lines) - 1)


def _box(sheet: Sheet, node: Node) -> None:
    sheet.text_box(_str(node))


def _cover(sheet: Sheet, node: Node) -> None:
    """The table of a 卷宗封面: a form with tall rows in the middle of the page."""
    _form(sheet, node, height=1.5)


def _form(sheet: Sheet, node: Node, height: float = 0.9) -> None:
    rows: list[list[Cell]] = []
    for entry in _rows(node):
        cells = [_cell(cell) for cell in _list(entry)]
        spans = FORM_SPANS[len(cells)]
        rows.append(
            [
                _spanned(c, span, label=not i % 2 and span == 1)
                for i, (c, span) in enumerate(zip(cells, spans, strict=True))
            ]
        )
    sheet.table(rows, FORM_GRID, height=height)


def _rows(node: Node) -> list[Node]:
    """Rows, with those of a shared block (the particulars of the party) put in where it is named."""
    rows: list[Node] = []
    for entry in _list(node):
        nested = isinstance(entry, list) and all(isinstance(row, list) for row in entry)
        rows += _list(entry) if nested else [entry]
    return rows


def _grid(sheet: Sheet, node: Node) -> None:
    """A list with a head row; `widths` are shares of the width of the text."""
    if not isinstance(node, dict):
        raise TypeError("grid needs widths and rows")
    shares = [float(_str(share)) for share in _list(node["widths"])]
    widths = [TEXT_WIDTH * share / sum(shares) for share in shares]
    rows = [[_cell(cell) for cell in _list(row)] for row in _list(node["rows"])]
    rows = [
        [Cell(text=c.text, span=c.span, align="centre") for c in row] if not i else row for i, row in enumerate(rows)
    ]
    for index, row in enumerate(rows):
        if len(row) == 1:
            rows[index] = [Cell(text=row[0].text, span=len(widths), align="centre")]
    size = float(_str(node["size"])) if "size" in node else None
    sheet.table(rows, widths, repeat_head=True, height=0.6 if size else 0.75, size=size)


def _receipt(sheet: Sheet, node: Node) -> None:
    """送达回证: the proof of service, one row for each paper served."""
    if not isinstance(node, dict):
        raise TypeError("receipt needs fields")
    field = {key: value if isinstance(value, str) else "" for key, value in node.items()}
    centre = "centre"
    rows = [
        [Cell(text="案　　由", align=centre), Cell(text=field["cause"], span=3)],
        [Cell(text="受送达人", align=centre), Cell(text=field["to"], span=3)],
        [
            Cell(text="送达时间", align=centre),
            Cell(text=field["time"]),
            Cell(text="送达地点", align=centre),
            Cell(text=field["place"]),
        ],
        [Cell(text="送达方式", align=centre), Cell(text=field.get("manner", "直接送达"), span=3)],
        [
            Cell(text="送达文书名称", span=2, align=centre),
            Cell(text="文书文号", align=centre),
            Cell(text="收件人签名或者盖章", align=centre),
        ],
    ]
    for paper in _list(node["papers"]):
        name, number = _list(paper)
        rows.append([Cell(text=_str(name), span=2), Cell(text=_str(number)), Cell(text=field["receiver"])])
    rows += [
        [Cell(text="收件人签收日期", align=centre), Cell(text=field["date"], span=3)],
        [Cell(text="送 达 人", align=centre), Cell(text=field["servers"], span=3)],
        [Cell(text="见 证 人", align=centre), Cell(text=field.get("witness", "/"), span=3)],
        [Cell(text="备　　注", align=centre), Cell(text=field.get("note", "/"), span=3, height=1.6)],
    ]
    sheet.table(rows, FORM_GRID)


def _cell(node: Node) -> Cell:
    if isinstance(node, str):
        return Cell(text=node)
    if isinstance(node, list):
        raise TypeError(f"a cell is text or a mapping: {node}")
    signed = "\n".join(_str(node[key]) for key in ("by", "on") if key in node)
    return Cell(
        text=_str(node["t"]), sign=signed, height=float(_str(node.get("h", "0"))), span=int(_str(node.get("span", "1")))
    )


def _spanned(cell: Cell, span: int, *, label: bool) -> Cell:
    return Cell(text=cell.text, sign=cell.sign, height=cell.height, span=span, align="centre" if label else "left")


def _list(node: Node) -> Sequence[Node]:
    if not isinstance(node, list):
        raise TypeError(f"expected a list: {str(node)[:60]}")
    return node


def _str(node: Node) -> str:
    if not isinstance(node, str):
        raise TypeError(f"expected text: {str(node)[:60]}")
    return node


BLOCKS: dict[str, Callable[[Sheet, Node], None]] = {
    "agency": _agency,
    "title": _title,
    "subtitle": _subtitle,
    "number": _number,
    "lines": _lines,
    "right": _right,
    "centre": _centre,
    "text": _text,
    "numbered": _numbered,
    "seal": _seal,
    "box": _box,
    "cover": _cover,
    "form": _form,
    "grid": _grid,
    "receipt": _receipt,
}
