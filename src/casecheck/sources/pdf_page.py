"""One page of a PDF: its lines, its ruled tables and what hides its text."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import pypdfium2.raw as pdfium

from casecheck.model.place import Box
from casecheck.sources.limits import Limits
from casecheck.sources.pdf_chars import SLANTED, Char, Frame, frame_of, read_chars
from casecheck.sources.pdf_columns import in_columns
from casecheck.sources.pdf_doubles import without_doubles
from casecheck.sources.pdf_forms import Comment, Fields
from casecheck.sources.pdf_hidden import sight
from casecheck.sources.pdf_lines import VisualLine, build_lines, turn_box, turned
from casecheck.sources.pdf_objects import Area, Drawing, read_drawing
from casecheck.sources.pdf_pictures import covered_share, share_on, shows_more
from casecheck.sources.pdf_tables import GridCell, Table, find_tables

_LARGE_IMAGE = 0.5
_NOTABLE_IMAGE = 0.15
_WHOLE_PAGE = 0.7
_ON_PICTURE = 0.3
_ABOVE_ALL = 1 << 30
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
    coordinates). `image_share` is the part of the page that pictures cover, `hides_more` tells that they show more than
    the text that was read. `hidden` is text that nobody sees, `watermark` what is set across the page.
    """

    number: int
    width: float
    height: float
    turn: int = 0
    lines: list[VisualLine] = field(default_factory=list)
    tables: list[RuledTable] = field(default_factory=list)
    strays: list[VisualLine] = field(default_factory=list)
    characters: str = ""
    comments: list[Comment] = field(default_factory=list)
    hidden: str = ""
    watermark: str = ""
    image_share: float = 0.0
    hides_more: bool = False
    paths: int = 0
    outlines: int = 0
    complete: bool = True
    recognised: bool = False
    """The text is a recognised layer (unpainted, or under the picture of the page)."""

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


def read_page(document: Any, page: Any, number: int, limits: Limits, fields: Fields) -> PageContent:
    """The content of a pdfium page."""
    frame = frame_of(page)
    content = PageContent(number, frame.width, frame.height)
    drawing = read_drawing(document, page, frame, limits)
    drawing.pictures.extend(Area(box, _ABOVE_ALL) for box in fields.stamps(page, frame))
    text_page = pdfium.FPDFText_LoadPage(page)
    try:
        chars, content.complete = read_chars(text_page, frame, limits.characters_per_page)
        weigh_pictures(content, drawing)
        chars = _seen(page, text_page, chars, drawing, frame, content)
    finally:
        pdfium.FPDFText_ClosePage(text_page)
    chars.extend(fields.chars(page, frame))
    content.comments.extend(fields.comments(page, frame))
    chars = without_doubles(chars)
    if content.is_scan and not content.recognised and chars:
        content.hides_more = _hides_more(page, chars, drawing, frame, content.image_share)
    arrange(content, chars, drawing)
    return content


def weigh_pictures(content: PageContent, drawing: Drawing) -> None:
    """Notes how much of the page its pictures cover, and what else is drawn."""
    content.image_share = covered_share(drawing.pictures, content.width, content.height)
    content.paths = drawing.paths
    content.outlines = drawing.outlines


def _seen(
    page: Any, text_page: Any, chars: list[Char], drawing: Drawing, frame: Frame, content: PageContent
) -> list[Char]:
    """The characters that are seen. What lies unpainted or under the picture of a whole page is a recognised layer."""
    if content.is_scan and drawing.unpainted:
        content.recognised = True
        return [char for char in chars if char.turn != SLANTED]
    sighted = sight(page, text_page, chars, drawing, frame)
    content.hidden, content.watermark = sighted.hidden, sighted.watermark
    content.recognised = sighted.covered > len(sighted.read) / 2
    return sighted.read


def _hides_more(page: Any, chars: Sequence[Char], drawing: Drawing, frame: Frame, share: float) -> bool:
    if share < _WHOLE_PAGE and share_on(chars, drawing.pictures) < _ON_PICTURE:
        # A photograph among text: told, and no reason to doubt the text.
        return False
    return shows_more(page, chars, frame)


def arrange(content: PageContent, chars: list[Char], drawing: Drawing) -> None:
    """Puts the characters of a page into its lines and the cells of its tables."""
    content.characters = "".join(char.text for char in chars)
    if not chars and not (drawing.across and drawing.down):
        return
    _settle_turns(chars)
    content.turn = _main_turn(chars)
    if content.turn == 0 and _is_vertical(chars):
        content.turn = 1
        for char in chars:
            char.turn = 1 if char.turn == 0 else char.turn
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
    content.lines = in_columns(build_lines(outside))


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
    return Counter(char.turn for char in chars).most_common(1)[0][0] if chars else 0


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
