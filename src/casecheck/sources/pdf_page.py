"""One page of a PDF: its lines, its ruled tables and what hides its text."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import pypdfium2.raw as pdfium

from casecheck.model.place import Box
from casecheck.sources.limits import Limits
from casecheck.sources.pdf_chars import Char, Frame, frame_of, read_chars
from casecheck.sources.pdf_forms import Fields
from casecheck.sources.pdf_lines import VisualLine, build_lines, turn_box, turned
from casecheck.sources.pdf_objects import Drawing, read_drawing
from casecheck.sources.pdf_tables import GridCell, Table, find_tables

_LARGE_IMAGE = 0.5
_NOTABLE_IMAGE = 0.15
_ADJOINS = 0.15
"""Characters with less than this part of their height between them follow one another in one word."""


@dataclass(slots=True)
class CellLines:
    """A cell of a table with its lines."""

    cell: GridCell
    lines: list[VisualLine]


@dataclass(slots=True)
class RuledTable:
    """A ruled table with the text of its cells, in row order."""

    box: Box
    cells: list[CellLines]


@dataclass(slots=True)
class PageContent:
    """What stands on a page, in the coordinates of the page turned so that its text is upright.

    `turn` are the quarter turns that were undone; `strays` are lines written in another direction (in shown
    coordinates). `image_share` is the part of the page that the largest picture covers, `hidden` what is not printed.
    """

    number: int
    width: float
    height: float
    turn: int = 0
    lines: list[VisualLine] = field(default_factory=list)
    tables: list[RuledTable] = field(default_factory=list)
    strays: list[VisualLine] = field(default_factory=list)
    characters: str = ""
    hidden: str = ""
    image_share: float = 0.0
    images: int = 0
    paths: int = 0
    complete: bool = True
    recognised: bool = False
    """The text is a recognised layer (unpainted) over the picture of the page."""

    @property
    def upright_width(self) -> float:
        """Width of the page as its text is read."""
        return self.width if self.turn % 2 == 0 else self.height

    @property
    def upright_height(self) -> float:
        """Height of the page as its text is read."""
        return self.height if self.turn % 2 == 0 else self.width

    @property
    def is_scan(self) -> bool:
        """Whether a picture covers most of the page, so that any text is a recognised layer."""
        return self.image_share >= _LARGE_IMAGE

    @property
    def has_large_image(self) -> bool:
        """Whether a picture is large enough to hold a paper."""
        return self.image_share >= _NOTABLE_IMAGE

    def shown(self, box: Box) -> Box:
        """A box in the coordinates of the page as shown."""
        if not self.turn:
            return box
        return turn_box(box, (4 - self.turn) % 4, self.upright_width, self.upright_height)


def read_page(page: Any, number: int, limits: Limits, fields: Fields) -> PageContent:
    """The content of a pdfium page."""
    frame = frame_of(page)
    content = PageContent(number, frame.width, frame.height)
    drawing = read_drawing(page, frame, limits)
    text_page = pdfium.FPDFText_LoadPage(page)
    try:
        chars, content.complete = read_chars(text_page, frame, limits.characters_per_page)
        weigh_images(content, drawing)
        content.recognised = drawing.unpainted and content.is_scan
        if drawing.unpainted and not content.is_scan:
            chars = _painted(text_page, chars, content)
    finally:
        pdfium.FPDFText_ClosePage(text_page)
    chars.extend(fields.chars(page, frame))
    arrange(content, _on_page(chars, frame, content), drawing)
    return content


def weigh_images(content: PageContent, drawing: Drawing) -> None:
    """Notes how much of the page its pictures cover."""
    area = max(content.width * content.height, 1.0)
    content.images = len(drawing.images)
    content.paths = drawing.paths
    for x0, top, x1, bottom in drawing.images:
        wide = max(min(x1, content.width) - max(x0, 0.0), 0.0)
        high = max(min(bottom, content.height) - max(top, 0.0), 0.0)
        content.image_share = max(content.image_share, wide * high / area)
    # A scanner may cut one page into strips.
    strips = sum(max(x1 - x0, 0.0) * max(bottom - top, 0.0) for x0, top, x1, bottom in drawing.images)
    if len(drawing.images) > 3 and strips / area > _LARGE_IMAGE:
        content.image_share = max(content.image_share, min(strips / area, 1.0))


def _painted(text_page: Any, chars: Sequence[Char], content: PageContent) -> list[Char]:
    """The characters that print; the others go to `hidden`."""
    visible: list[Char] = []
    for char in chars:
        item = pdfium.FPDFText_GetTextObject(text_page, char.index)
        if item and pdfium.FPDFTextObj_GetTextRenderMode(item) in (3, 7):
            content.hidden += char.text
        else:
            visible.append(char)
    return visible


def _on_page(chars: Sequence[Char], frame: Frame, content: PageContent) -> list[Char]:
    inside: list[Char] = []
    for char in chars:
        if char.x1 < 0 or char.bottom < 0 or char.x0 > frame.width or char.top > frame.height:
            content.hidden += char.text
        else:
            inside.append(char)
    return inside


def arrange(content: PageContent, chars: list[Char], drawing: Drawing) -> None:
    """Puts the characters of a page into its lines and the cells of its tables."""
    content.characters = "".join(char.text for char in chars)
    if not chars and not (drawing.across and drawing.down):
        return
    _settle_turns(chars)
    content.turn = _main_turn(chars)
    across, down = drawing.across, drawing.down
    if content.turn:
        chars = turned(chars, content.turn, content.width, content.height)
        across, down = _turned_rulings(drawing, content)
    upright = [char for char in chars if char.turn == 0]
    for turn in (1, 2, 3):
        strays = [char for char in chars if char.turn == turn]
        if strays:
            content.strays.extend(_stray_lines(strays, turn, content))
    tables = find_tables(across, down)
    outside = _fill(tables, upright, content)
    content.lines = build_lines(outside)


def _settle_turns(chars: Sequence[Char]) -> None:
    """Corrects turns by the way characters follow one another: mirrored drawing gives wrong angles."""
    for turn in (1, 2, 3):
        written = [char for char in chars if char.turn == turn]
        votes: Counter[int] = Counter()
        for char, following in pairwise(written):
            right, down = following.x0 - char.x0, following.top - char.top
            if following.index == char.index + 1 and max(abs(right), abs(down)) < 3 * char.size:
                votes[(0 if right > 0 else 2) if abs(right) > abs(down) else (1 if down > 0 else 3)] += 1
        if votes:
            for char in written:
                char.turn = votes.most_common(1)[0][0]


def _main_turn(chars: Sequence[Char]) -> int:
    turn = Counter(char.turn for char in chars).most_common(1)[0][0] if chars else 0
    return 1 if turn == 0 and _is_vertical(chars) else turn


def _is_vertical(chars: Sequence[Char]) -> bool:
    """Whether the page is written from top to bottom (竖排)."""
    down = sum(
        1
        for char, following in pairwise(chars)
        if abs(following.x0 - char.x0) < 0.3 * char.size and 0.5 * char.size < following.top - char.top < 2 * char.size
    )
    return len(chars) > 20 and down > 0.7 * len(chars)


def _turned_rulings(drawing: Drawing, content: PageContent) -> tuple[list[Box], list[Box]]:
    def turn_all(boxes: list[Box]) -> list[Box]:
        return [turn_box(box, content.turn, content.width, content.height) for box in boxes]

    across, down = turn_all(drawing.across), turn_all(drawing.down)
    return (down, across) if content.turn % 2 else (across, down)


def _stray_lines(chars: list[Char], turn: int, content: PageContent) -> list[VisualLine]:
    width, height = content.upright_width, content.upright_height
    lines = build_lines(turned(chars, turn, width, height))
    back = (4 - turn) % 4
    size = (width, height) if turn % 2 == 0 else (height, width)
    return [VisualLine(line.text, turn_box(line.box, back, *size), (), line.em) for line in lines]


def _fill(tables: list[Table], chars: Sequence[Char], content: PageContent) -> list[Char]:
    """Puts the characters into the cells they stand in; gives back those outside every table."""
    if not tables:
        return list(chars)
    held: list[dict[int, list[Char]]] = [{} for _ in tables]
    outside: list[Char] = []
    target = outside
    last: Char | None = None
    for char in chars:
        # What runs over the border of its cell without a gap is still its text; the page shows it cut off.
        if last is None or target is outside or not _adjoins(last, char):
            target = _target(tables, held, outside, char)
        target.append(char)
        last = char
    for table, cells in zip(tables, held, strict=True):
        filled = [CellLines(cell, build_lines(cells.get(index, ()))) for index, cell in enumerate(table.cells)]
        # Frames and ornaments without a word in them are no tables.
        if cells:
            content.tables.append(RuledTable(table.box, filled))
    content.tables.sort(key=lambda table: (table.box[1], table.box[0]))
    return outside


def _adjoins(last: Char, char: Char) -> bool:
    return abs(char.middle - last.middle) < 0.1 * char.size and abs(char.x0 - last.x1) < _ADJOINS * char.size


def _target(
    tables: Sequence[Table], held: Sequence[dict[int, list[Char]]], outside: list[Char], char: Char
) -> list[Char]:
    """The characters of the cell that the character stands in, or those outside every table."""
    x, y = (char.x0 + char.x1) / 2, char.middle
    for table, cells in zip(tables, held, strict=True):
        if table.holds(x, y):
            return cells.setdefault(table.cell_at(x, y), [])
    return outside
