"""How much of a PDF page its pictures cover, and whether they show more than the text that was read."""

import ctypes
from collections.abc import Sequence
from typing import Any

import pypdfium2.raw as pdfium

from casecheck.model.place import Box
from casecheck.sources.pdf_chars import Char, Frame
from casecheck.sources.pdf_objects import Area

_GRID = 24
_PIXELS = 260
"""Width in pixels at which a page is drawn to look for ink."""
_INK = 45
"""A pixel is ink when it is darker than the paper of the page by this (of 255)."""
_UNREAD_INK = 0.004
"""Ink outside the characters that were read, as part of the page: a few words more than dust."""


def covered_share(pictures: Sequence[Area], width: float, height: float) -> float:
    """The part of the page that its pictures cover together; a scanner may cut one page into strips."""
    if not pictures or width <= 0 or height <= 0:
        return 0.0
    if len(pictures) == 1:
        x0, top, x1, bottom = pictures[0].box
        wide, high = min(x1, width) - max(x0, 0.0), min(bottom, height) - max(top, 0.0)
        return max(wide, 0.0) * max(high, 0.0) / (width * height)
    points = [((i + 0.5) / _GRID * width, (j + 0.5) / _GRID * height) for i in range(_GRID) for j in range(_GRID)]
    large = sorted(pictures, key=lambda picture: -_area(picture.box))[:200]
    return sum(1 for x, y in points if any(picture.holds(x, y) for picture in large)) / len(points)


def share_on(chars: Sequence[Char], pictures: Sequence[Area]) -> float:
    """The part of the characters that stand on a picture."""
    on = sum(1 for c in chars if any(picture.holds((c.x0 + c.x1) / 2, c.middle) for picture in pictures))
    return on / len(chars) if chars else 0.0


def shows_more(page: Any, chars: Sequence[Char], frame: Frame) -> bool:
    """Whether the page, drawn small, shows ink where no character was read: a scan under a stamp, not a background."""
    width, height = _PIXELS, max(round(_PIXELS * frame.height / max(frame.width, 1.0)), 1)
    if height > 4 * _PIXELS:
        return True
    bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_Gray, None, 0)
    if not bitmap:
        return True
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, pdfium.FPDF_GRAYSCALE)
        stride = pdfium.FPDFBitmap_GetStride(bitmap)
        buffer = ctypes.cast(pdfium.FPDFBitmap_GetBuffer(bitmap), ctypes.POINTER(ctypes.c_ubyte * (stride * height)))
        pixels = bytearray(buffer.contents)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    paper = max(range(128, 256), key=pixels.count)
    for char in chars:
        _blot(pixels, stride, (char.x0, char.top, char.x1, char.bottom), width / frame.width, height, paper)
    ink = pixels.translate(bytes(1 if level < paper - _INK else 0 for level in range(256)))
    return ink.count(1) > _UNREAD_INK * width * height


def _blot(pixels: bytearray, stride: int, box: Box, scale: float, height: int, paper: int) -> None:
    """Paints a box over with paper."""
    left, right = max(int(box[0] * scale) - 1, 0), min(int(box[2] * scale) + 2, stride)
    if right <= left:
        return
    blank = bytes([paper]) * (right - left)
    for row in range(max(int(box[1] * scale) - 1, 0), min(int(box[3] * scale) + 2, height)):
        pixels[row * stride + left : row * stride + right] = blank


def _area(box: Box) -> float:
    return max(box[2] - box[0], 0.0) * max(box[3] - box[1], 0.0)
