"""A file as text, with the place of every character."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from casecheck.model.place import Box, Place
from casecheck.model.problem import Problem


class BlockKind(StrEnum):
    """What a block is on the paper."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    CELL = "cell"
    HEADER = "header"
    FOOTER = "footer"
    NOTE = "note"
    TEXT_BOX = "text_box"
    DELETED = "deleted"
    COMMENT = "comment"


@dataclass(frozen=True, slots=True, kw_only=True)
class CellPosition:
    """Where a cell stands: `table` counts the tables of the file from 0, `row` and `column` from 0 on the full grid."""

    table: int
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A visual line of a block on a PDF page: characters `start:end` of the block's text.

    `edges` holds the left edge of each character and, last, the right edge of the last one (`end - start + 1` numbers,
    points); it is empty where only the box of the whole line is known.
    """

    start: int
    end: int
    box: Box
    edges: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph, a table cell, a header …: the smallest thing that has a number on its page.

    Visual lines and paragraphs inside a cell are separated by a line feed in `text`. `index` is the `block` of its places.
    `continues` is true when its text runs on from the previous body block without a paragraph end (page break).
    `size` is the largest font size in points where known, `centred` whether the paragraph is set in the middle.
    """

    file: str
    index: int
    kind: BlockKind
    text: str
    part: str = "body"
    page: int | None = None
    box: Box | None = None
    cell: CellPosition | None = None
    lines: tuple[Line, ...] = ()
    continues: bool = False
    size: float | None = None
    centred: bool = False
    page_break_before: bool = False

    def place(self, start: int = 0, end: int | None = None) -> Place:
        """The place of `text[start:end]`, with the box that the lines give."""
        stop = len(self.text) if end is None else end
        return Place(
            file=self.file,
            block=self.index,
            start=start,
            end=stop,
            part=self.part,
            page=self.page,
            cell=(self.cell.row, self.cell.column) if self.cell else None,
            box=_span_box(self.lines, start, stop) or self.box,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page of a PDF and how well it could be read.

    `verdict`: `text` (read), `blank` (nothing on it), `image` (only a picture: not read), `garbled` (wrong characters),
    `partial` (characters are missing). Everything but `text` and `blank` may hide text.
    """

    number: int
    width: float
    height: float
    verdict: str = "text"

    @property
    def readable(self) -> bool:
        """Whether all that the page shows was read."""
        return self.verdict in ("text", "blank")


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceText:
    """A file as read. `format` is `docx` or `pdf`, told from the content; `name` is relative to the dossier.

    A file that could not be read at all has no blocks and a problem that says why.
    """

    name: str
    format: str
    sha256: str
    blocks: tuple[Block, ...] = ()
    pages: tuple[Page, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether nothing at all could be read."""
        return not self.blocks and not self.pages and bool(self.problems)


def _span_box(lines: Sequence[Line], start: int, end: int) -> Box | None:
    boxes: list[Box] = []
    for line in lines:
        first, last = max(start, line.start), min(end, line.end)
        if first >= last and not (start == end and line.start <= start < line.end):
            continue
        x0, top, x1, bottom = line.box
        if line.edges:
            x0 = min(line.edges[first - line.start : last - line.start + 1])
            x1 = max(line.edges[first - line.start : last - line.start + 1])
        boxes.append((x0, top, x1, bottom))
    if not boxes:
        return None
    return (
        round(min(b[0] for b in boxes), 1),
        round(min(b[1] for b in boxes), 1),
        round(max(b[2] for b in boxes), 1),
        round(max(b[3] for b in boxes), 1),
    )
