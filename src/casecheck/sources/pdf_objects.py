"""What is drawn on a PDF page besides text: rulings, pictures, filled areas; and how its text is painted."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pypdfium2.raw as pdfium

from casecheck.model.place import Box
from casecheck.sources.limits import Limits
from casecheck.sources.pdf_chars import Frame

_THIN = 3.0
"""A filled rectangle not thicker than this many points is a ruling."""
_STRAIGHT = 0.8
_MOST_SEGMENTS = 400
_FORM_DEPTH = 6
_INVISIBLE = (3, 7)
_PALE = 225
"""Text is pale when each of its colour values (0 to 255) is at least this: on white paper nobody sees it."""
_LIGHT = 150
_FAINT = 40
_TRANSLUCENT = 150
"""Opacity (0 to 255) below which text is nearly not there, and below which it shows lighter than its colour."""
_MOST_FILLS = 300
_GROUND = 30.0
"""A filled shape wider than this (points) may be what a heading is set on; letters are narrower."""
_BLACK = (0, 0, 0, 255)
_LARGE = 0.5
_CLEAR_SHARE = 0.2
_OUTLINE_SEGMENTS = 6
Colour = tuple[int, int, int, int]
"""Red, green, blue and opacity, each from 0 to 255."""
_Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(slots=True)
class Area:
    """A picture or an evenly filled area. `order` is its place among all objects of the page: later ones lie above."""

    box: Box
    order: int
    colour: Colour = (255, 255, 255, 255)

    def holds(self, x: float, y: float) -> bool:
        """Whether the point lies in it."""
        return self.box[0] <= x <= self.box[2] and self.box[1] <= y <= self.box[3]


@dataclass(frozen=True, slots=True)
class Paint:
    """How a text object is painted: its place among the objects, its colour, and whether it prints at all."""

    order: int
    colour: Colour
    prints: bool

    @property
    def is_light(self) -> bool:
        """Whether it is much lighter than print, as a watermark is."""
        return min(self.colour[:3]) >= _LIGHT or self.colour[3] < _TRANSLUCENT


@dataclass(slots=True)
class Drawing:
    """`across` and `down` are rulings as boxes of (almost) no height or width.

    `grounds` are what text may be set on without its colour being known (pictures, shadings, rounded shapes).
    `scans` are the pictures that hide at least half of a page with text on it; `fills` leaves out white ones below all text. `doubtful` tells that some text may not be seen (unpainted, pale, on or
    under a filled area), `light` that some is lighter than print. `texts` and `paths` count objects, `outlines` those
    paths that may be letters.
    """

    across: list[Box] = field(default_factory=list)
    down: list[Box] = field(default_factory=list)
    pictures: list[Area] = field(default_factory=list)
    grounds: list[Area] = field(default_factory=list)
    scans: list[Area] = field(default_factory=list)
    fills: list[Area] = field(default_factory=list)
    unpainted: bool = False
    doubtful: bool = False
    light: bool = False
    texts: int = 0
    paths: int = 0
    outlines: int = 0


def read_drawing(document: Any, page: Any, frame: Frame, limits: Limits) -> Drawing:
    """The drawn objects of a page, those of nested forms included."""
    drawing = Drawing()
    large = _LARGE * frame.width * frame.height
    for order, (item, matrix) in enumerate(_page_objects(page)):
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            drawing.paths += 1
            if len(drawing.across) + len(drawing.down) < limits.rulings_per_page:
                _path(item, matrix, frame, drawing, order)
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            box = _bounds(item, matrix, frame)
            if box is not None:
                covers = drawing.texts > 0 and (box[2] - box[0]) * (box[3] - box[1]) >= large
                if covers and _is_opaque(document, page, item):
                    drawing.scans.append(Area(box, order))
                    drawing.doubtful = True
                drawing.pictures.append(Area(box, order))
                drawing.grounds.append(Area(box, order))
        elif kind == pdfium.FPDF_PAGEOBJ_SHADING:
            box = _bounds(item, matrix, frame)
            if box is not None:
                drawing.grounds.append(Area(box, order))
        elif kind == pdfium.FPDF_PAGEOBJ_TEXT:
            drawing.texts += 1
            if pdfium.FPDFTextObj_GetTextRenderMode(item) != 0 or _fill_colour(item) != _BLACK:
                _note_paint(_paint(item, order), drawing)
    drawing.doubtful = drawing.doubtful or bool(drawing.texts and drawing.fills)
    return drawing


def read_paints(page: Any) -> dict[int, Paint]:
    """How each text object of a page is painted, by the address of the object."""
    return {
        address(item): _paint(item, order)
        for order, (item, _) in enumerate(_page_objects(page))
        if pdfium.FPDFPageObj_GetType(item) == pdfium.FPDF_PAGEOBJ_TEXT
    }


def address(item: Any) -> int:
    """What tells a pdfium object from the others of its page; 0 for none."""
    return ctypes.addressof(item.contents) if item else 0


def _note_paint(paint: Paint, drawing: Drawing) -> None:
    drawing.unpainted = drawing.unpainted or not paint.prints
    drawing.light = drawing.light or paint.is_light
    drawing.doubtful = drawing.doubtful or not paint.prints or min(paint.colour[:3]) >= _PALE


def _is_opaque(document: Any, page: Any, item: Any) -> bool:
    """Whether a picture hides what lies under it; a watermark or a seal lets it shine through."""
    bitmap = pdfium.FPDFImageObj_GetRenderedBitmap(document, page, item)
    if not bitmap:
        return True
    try:
        if pdfium.FPDFBitmap_GetFormat(bitmap) != pdfium.FPDFBitmap_BGRA:
            return True
        size = pdfium.FPDFBitmap_GetStride(bitmap) * pdfium.FPDFBitmap_GetHeight(bitmap)
        buffer = ctypes.cast(pdfium.FPDFBitmap_GetBuffer(bitmap), ctypes.POINTER(ctypes.c_ubyte * size))
        opacities = bytes(buffer.contents)[3::4]
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    clear = len(opacities) - opacities.translate(_SEE_THROUGH).count(1)
    return clear < _CLEAR_SHARE * len(opacities)


_SEE_THROUGH = bytes(1 if level >= _TRANSLUCENT else 0 for level in range(256))


def _paint(item: Any, order: int) -> Paint:
    mode = pdfium.FPDFTextObj_GetTextRenderMode(item)
    prints = mode not in _INVISIBLE
    colour = _fill_colour(item)
    if colour is None or mode not in (0, 4):
        # Outlined letters show their outline, patterns their pattern: taken as ink.
        colour = _BLACK
    return Paint(order, colour, prints and colour[3] >= _FAINT)


def _fill_colour(item: Any) -> Colour | None:
    red, green, blue, opacity = _COLOUR
    if not pdfium.FPDFPageObj_GetFillColor(item, red, green, blue, opacity):
        return None
    return red.value, green.value, blue.value, opacity.value


# pdfium is called by one thread at a time, so one buffer serves all calls.
_COLOUR = (ctypes.c_uint(), ctypes.c_uint(), ctypes.c_uint(), ctypes.c_uint())


def _page_objects(page: Any) -> Iterator[tuple[Any, _Matrix]]:
    return _objects(page, pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject, _IDENTITY, 0)


def _objects(parent: Any, count: Any, get: Any, matrix: _Matrix, depth: int) -> Iterator[tuple[Any, _Matrix]]:
    for index in range(count(parent)):
        item = get(parent, index)
        if pdfium.FPDFPageObj_GetType(item) == pdfium.FPDF_PAGEOBJ_FORM and depth < _FORM_DEPTH:
            inner = _times(_matrix(item), matrix)
            yield from _objects(item, pdfium.FPDFFormObj_CountObjects, pdfium.FPDFFormObj_GetObject, inner, depth + 1)
        else:
            yield item, matrix


def _matrix(item: Any) -> _Matrix:
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(item, matrix):
        return _IDENTITY
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _times(inner: _Matrix, outer: _Matrix) -> _Matrix:
    a, b, c, d, e, f = inner
    k, m, n, o, p, q = outer
    return (a * k + b * n, a * m + b * o, c * k + d * n, c * m + d * o, e * k + f * n + p, e * m + f * o + q)


def _bounds(item: Any, matrix: _Matrix, frame: Frame) -> Box | None:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top):
        return None
    return _mapped((left.value, bottom.value, right.value, top.value), matrix, frame)


def _mapped(rectangle: Box, matrix: _Matrix, frame: Frame) -> Box:
    left, bottom, right, top = rectangle
    if matrix != _IDENTITY:
        a, b, c, d, e, f = matrix
        points = [(a * x + c * y + e, b * x + d * y + f) for x in (left, right) for y in (bottom, top)]
        left, right = min(x for x, _ in points), max(x for x, _ in points)
        bottom, top = min(y for _, y in points), max(y for _, y in points)
    return frame.box(left, bottom, right, top)


def _path(item: Any, matrix: _Matrix, frame: Frame, drawing: Drawing, order: int) -> None:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    if not pdfium.FPDFPath_GetDrawMode(item, fill, stroke) or not (fill.value or stroke.value):
        return
    box = _bounds(item, matrix, frame)
    if box is None:
        return
    x0, top, x1, bottom = box
    if min(x1 - x0, bottom - top) <= _THIN:
        _ruling(box, drawing)
        return
    segments = pdfium.FPDFPath_CountSegments(item)
    if fill.value:
        if segments <= _OUTLINE_SEGMENTS:
            _fill_area(item, box, drawing, order)
        else:
            drawing.outlines += 1
            if x1 - x0 > _GROUND and len(drawing.grounds) < _MOST_FILLS:
                drawing.grounds.append(Area(box, order))
    if not stroke.value or segments > _MOST_SEGMENTS:
        return
    for segment in _segments(item, _times(_matrix(item), matrix), frame):
        _ruling(segment, drawing)


def _fill_area(item: Any, box: Box, drawing: Drawing, order: int) -> None:
    colour = _fill_colour(item)
    if colour is None or colour[3] < _TRANSLUCENT or len(drawing.fills) >= _MOST_FILLS:
        return
    if not drawing.texts and min(colour[:3]) >= _PALE:
        # The paper itself.
        return
    if drawing.texts and pdfium.FPDFPageObj_HasTransparency(item):
        # A highlighter: the text below shines through.
        return
    drawing.fills.append(Area(box, order, colour))


def _ruling(box: Box, drawing: Drawing) -> None:
    x0, top, x1, bottom = box
    if x1 - x0 > _THIN >= bottom - top:
        drawing.across.append((x0, (top + bottom) / 2, x1, (top + bottom) / 2))
    elif bottom - top > _THIN >= x1 - x0:
        drawing.down.append(((x0 + x1) / 2, top, (x0 + x1) / 2, bottom))


def _segments(item: Any, matrix: _Matrix, frame: Frame) -> Iterator[Box]:
    """The straight segments of a path that run along the page."""
    x, y = ctypes.c_float(), ctypes.c_float()
    start: tuple[float, float] | None = None
    last: tuple[float, float] | None = None
    a, b, c, d, e, f = matrix
    for index in range(pdfium.FPDFPath_CountSegments(item)):
        segment = pdfium.FPDFPath_GetPathSegment(item, index)
        if not pdfium.FPDFPathSegment_GetPoint(segment, x, y):
            return
        point = (a * x.value + c * y.value + e, b * x.value + d * y.value + f)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            start = point
        elif kind == pdfium.FPDF_SEGMENT_LINETO and last is not None and _is_straight(last, point):
            yield _span(last, point, frame)
        last = point
        if pdfium.FPDFPathSegment_GetClose(segment) and start is not None:
            if _is_straight(point, start):
                yield _span(point, start, frame)
            last = start


def _is_straight(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return abs(one[0] - other[0]) < _STRAIGHT or abs(one[1] - other[1]) < _STRAIGHT


def _span(one: tuple[float, float], other: tuple[float, float], frame: Frame) -> Box:
    return frame.box(min(one[0], other[0]), min(one[1], other[1]), max(one[0], other[0]), max(one[1], other[1]))
