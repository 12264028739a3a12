"""Reading a PDF with pdfplumber where pdfium refuses it: ten times slower, and more forgiving."""

from io import BytesIO
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect

from casecheck.sources.limits import Limits
from casecheck.sources.pdf_chars import Char
from casecheck.sources.pdf_objects import Area, Drawing
from casecheck.sources.pdf_page import PageContent, arrange, weigh_pictures
from casecheck.sources.problems import ReadingError

_NO_INK = 0.1
MOST_PAGES = 300
"""At a third of a second for a page this way, more would take longer than a file may."""


def read_with_pdfplumber(data: bytes, limits: Limits, most: int | None = None) -> tuple[list[PageContent], int]:
    """The content of the first pages, and how many the file has. Raises ReadingError when it cannot be read at all."""
    pages: list[PageContent] = []
    try:
        with pdfplumber.open(BytesIO(data)) as document:
            total = len(document.pages)
            for number, page in enumerate(document.pages[: min(limits.pages, most or MOST_PAGES)], start=1):
                pages.append(_page(page, number, limits))
                page.close()
    except Exception as error:
        # The parser below raises all kinds of errors on broken files; none tells more than that it is broken.
        if isinstance(error, (PDFPasswordIncorrect, PDFEncryptionError)) or isinstance(
            error.__cause__ or (error.args[0] if error.args else None), (PDFPasswordIncorrect, PDFEncryptionError)
        ):
            raise ReadingError("file-encrypted") from error
        raise ReadingError("file-broken", detail=type(error).__name__) from error
    if not pages:
        raise ReadingError("file-broken", detail="no pages")
    return pages, total


def _page(page: Any, number: int, limits: Limits) -> PageContent:
    content = PageContent(number, float(page.width), float(page.height))
    drawing = Drawing()
    for edge in page.edges:
        box = (float(edge["x0"]), float(edge["top"]), float(edge["x1"]), float(edge["bottom"]))
        (drawing.across if edge["orientation"] == "h" else drawing.down).append(box)
    drawing.pictures = [
        Area((float(i["x0"]), float(i["top"]), float(i["x1"]), float(i["bottom"])), 0) for i in page.images
    ]
    weigh_pictures(content, drawing)
    # Which text is painted is not told here: over the picture of a page it may be a recognised layer.
    content.recognised = content.is_scan
    chars: list[Char] = []
    gap = False
    printed = page.dedupe_chars().chars
    grounds = [r for r in page.rects if r.get("fill") and not _is_white(r.get("non_stroking_color"))]
    grounds.extend(page.images)
    content.complete = len(printed) <= limits.characters_per_page
    for index, item in enumerate(printed[: limits.characters_per_page]):
        text = str(item["text"])
        if not text.strip():
            gap = True
            continue
        x0, top, x1, bottom = (float(item[key]) for key in ("x0", "top", "x1", "bottom"))
        if _is_white(item.get("non_stroking_color")) and not any(
            r["x0"] <= x0 and x1 <= r["x1"] and r["top"] <= (top + bottom) / 2 <= r["bottom"] for r in grounds
        ):
            content.hidden += text
            continue
        text = "\ufffd" if text.startswith("(cid:") else text
        chars.append(Char(text, x0, top, x1, bottom, bottom - top, gap, 0 if item["upright"] else 1, index))
        gap = False
    arrange(content, chars, drawing)
    return content


def _is_white(colour: Any) -> bool:
    """Whether a colour of one (grey), three (red, green, blue) or four (ink) values is that of paper."""
    given = colour if isinstance(colour, (tuple, list)) else (colour,)
    values = [float(value) for value in given if isinstance(value, (int, float))]
    if not values:
        return False
    return max(values) <= _NO_INK if len(values) == 4 else min(values) >= 1 - _NO_INK
