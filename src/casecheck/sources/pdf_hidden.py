"""Text of a PDF page that nobody sees on it (unpainted, white on white, covered, tiny, off the page), and watermarks."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import Any

import pypdfium2.raw as pdfium

from casecheck.sources.pdf_chars import SLANTED, Char, Frame
from casecheck.sources.pdf_objects import Area, Drawing, Paint, address, read_paints

_SAME_COLOUR = 45
"""Colours whose values (0 to 255) differ by less than this in sum are one to the eye."""
_TINY = 0.0025
"""Characters lower and narrower than this part of the height of the page (2 points on A4) cannot be read."""
_WATERMARK = 1.8
"""Light text is a watermark when it is larger than the rest by this factor."""
_WHITE = (255, 255, 255, 255)


@dataclass(slots=True)
class Sighted:
    """The characters of a page by whether they are seen.

    `covered` counts those of `read` that lie under the picture of a page.
    """

    read: list[Char] = field(default_factory=list)
    hidden: str = ""
    watermark: str = ""
    covered: int = 0


def sight(page: Any, text_page: Any, chars: Sequence[Char], drawing: Drawing, frame: Frame) -> Sighted:
    """Parts the characters of a page. Those under a scan count as read: they are its recognised layer."""
    result = Sighted()
    paints = read_paints(page) if drawing.doubtful or drawing.light else {}
    usual = median(char.size for char in chars) if drawing.light and chars else 0.0
    least, width, height = _TINY * frame.height, frame.width, frame.height
    last_hidden = False
    for char in chars:
        paint = paints.get(address(pdfium.FPDFText_GetTextObject(text_page, char.index))) if paints else None
        # A dot is small by itself: signs share the fate of the character before them.
        is_tiny = char.size < least and char.x1 - char.x0 < least and (last_hidden or char.text.isalnum())
        is_on_page = 0 <= char.x0 + char.x1 <= 2 * width and 0 <= char.top + char.bottom <= 2 * height
        if is_tiny or not is_on_page or (paint is not None and not _is_painted(char, paint, drawing)):
            result.hidden += char.text
            last_hidden = True
            continue
        last_hidden = False
        if char.turn == SLANTED or (paint is not None and paint.is_light and char.size > _WATERMARK * usual):
            result.watermark += char.text
            continue
        result.read.append(char)
        if paint is not None and _is_under(paint, drawing.scans):
            result.covered += 1
    return result


def _is_under(paint: Paint, pictures: Sequence[Area]) -> bool:
    return any(picture.order > paint.order for picture in pictures)


def _is_painted(char: Char, paint: Paint, drawing: Drawing) -> bool:
    """Whether the character stands out from what lies behind it and nothing lies over it."""
    if _is_under(paint, drawing.scans):
        return True
    if not paint.prints:
        return False
    x, y = (char.x0 + char.x1) / 2, char.middle
    behind = (-1, _WHITE)
    for area in drawing.fills:
        if area.holds(x, y):
            if area.order > paint.order:
                return False
            behind = max(behind, (area.order, area.colour))
    # What colours a picture has there is not known; text is put on it to be read. Seals lie over text and leave it legible.
    if any(behind[0] < ground.order < paint.order and ground.holds(x, y) for ground in drawing.grounds):
        return True
    return sum(abs(one - other) for one, other in zip(paint.colour[:3], behind[1][:3], strict=True)) >= _SAME_COLOUR
