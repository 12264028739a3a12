"""The characters of a PDF page with their boxes, as pdfium gives them, put on the page as it is shown.

pdfium's habits that are dealt with here: a hyphen at a line end comes as U+0002 or U+FFFE, characters beyond U+FFFF come as two
units, blanks and line ends are made up, a turned page keeps unturned coordinates.
"""

import ctypes
from dataclasses import dataclass

import pypdfium2.raw as pdfium

from casecheck.model.place import Box

_NOT_KNOWN = 0xFFFD
_LINE_ENDS = (0x09, 0x0A, 0x0D)
_HYPHENS_AT_LINE_END = (0x02, 0xFFFE)
_RIGHT_ANGLE = 1.5707963267948966  # radians
_SLANT = 0.14
"""Text turned further than this (radians, 8 degrees) from the edges of the page is set slanted; scans are less askew."""
SLANTED = 4
"""The turn of slanted characters: no number of quarters."""


@dataclass(slots=True)
class Char:
    """One character. Coordinates are points from the top left of the page as shown; `size` its height there.

    `gap` tells that pdfium saw a blank before it, `turn` the quarter turns (clockwise) of the way it is written (or
    SLANTED), `index` its number in pdfium's text page.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    gap: bool
    turn: int
    index: int

    @property
    def middle(self) -> float:
        """Half its height, from the top of the page."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Frame:
    """How page coordinates (origin bottom left, unturned) become those of the page as shown."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int

    @property
    def width(self) -> float:
        """Width as shown, in points."""
        return self.right - self.left if self.turns % 2 == 0 else self.top - self.bottom

    @property
    def height(self) -> float:
        """Height as shown, in points."""
        return self.top - self.bottom if self.turns % 2 == 0 else self.right - self.left

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A rectangle of the page as it is shown."""
        if self.turns == 0:
            return left - self.left, self.top - top, right - self.left, self.top - bottom
        if self.turns == 1:
            return bottom - self.bottom, left - self.left, top - self.bottom, right - self.left
        if self.turns == 2:
            return self.right - right, bottom - self.bottom, self.right - left, top - self.bottom
        return self.top - top, self.right - right, self.top - bottom, self.right - left


def frame_of(page: object) -> Frame:
    """The frame of a pdfium page."""
    rectangle = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, rectangle)
    turns = max(pdfium.FPDFPage_GetRotation(page), 0)
    return Frame(rectangle.left, rectangle.bottom, rectangle.right, rectangle.top, turns)


def read_chars(text_page: object, frame: Frame, most: int) -> tuple[list[Char], bool]:
    """The visible characters of a page in the order of its content, and whether all of them (at most `most`)."""
    total = pdfium.FPDFText_CountChars(text_page)
    chars: list[Char] = []
    rectangle = pdfium.FS_RECTF()
    pointer = ctypes.byref(rectangle)
    unicode_of, box_of, angle_of = (
        pdfium.FPDFText_GetUnicode,
        pdfium.FPDFText_GetLooseCharBox,
        pdfium.FPDFText_GetCharAngle,
    )
    gap, high = False, 0
    for index in range(min(total, most)):
        code = unicode_of(text_page, index)
        if code in _HYPHENS_AT_LINE_END:
            code = 0x2D
        if code == 0 or (code < 0x20 and code not in _LINE_ENDS and _has_ink(text_page, index)):
            # A glyph that the font gives no character for: something is printed here that was not read.
            code = _NOT_KNOWN
        if code <= 0x20 or code in (0xA0, 0x3000):
            # Blanks are told from the space between characters; line ends from where the next character stands.
            gap = gap or code not in (0x0D, 0x0A)
            continue
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000 and high:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)
        high = 0
        char = chr(code) if not 0xD800 <= code < 0xE000 else "\ufffd"
        box_of(text_page, index, pointer)
        x0, top, x1, bottom = frame.box(rectangle.left, rectangle.bottom, rectangle.right, rectangle.top)
        angle = angle_of(text_page, index)
        turn = _turn(angle, frame.turns) if angle > 0.01 or frame.turns else 0
        size = bottom - top if turn % 2 == 0 else x1 - x0
        if size <= 0 or x1 <= x0:
            x0, top, x1, bottom = _tight_box(text_page, index, frame)
            size = bottom - top
        chars.append(Char(char, x0, top, x1, bottom, size, gap, turn, index))
        gap = False
    # Fewer than none: pdfium could not load the text of the page.
    return chars, 0 <= total <= most


def _turn(angle: float, turns: int) -> int:
    quarters = round(angle / _RIGHT_ANGLE)
    return (quarters + turns) % 4 if abs(angle - quarters * _RIGHT_ANGLE) <= _SLANT else SLANTED


def _has_ink(text_page: object, index: int) -> bool:
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium.FPDFText_GetCharBox(text_page, index, left, right, bottom, top)
    return right.value - left.value > 0 and top.value - bottom.value > 0


def _tight_box(text_page: object, index: int, frame: Frame) -> Box:
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium.FPDFText_GetCharBox(text_page, index, left, right, bottom, top)
    return frame.box(left.value, bottom.value, right.value, top.value)
