"""What is drawn on a PDF page besides text: rulings, pictures, and text that is not painted."""

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
_Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(slots=True)
class Drawing:
    """`across` and `down` are rulings as boxes of (almost) no height or width; `images` are the boxes of pictures.

    `unpainted` tells that the page has text objects which print nothing, `paths` counts drawn paths.
    """

    across: list[Box] = field(default_factory=list)
    down: list[Box] = field(default_factory=list)
    images: list[Box] = field(default_factory=list)
    unpainted: bool = False
    paths: int = 0


def read_drawing(page: Any, frame: Frame, limits: Limits) -> Drawing:
    """The drawn objects of a page, those of nested forms included."""
    drawing = Drawing()
    for item, matrix in _objects(page, pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject, _IDENTITY, 0):
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            drawing.paths += 1
            if len(drawing.across) + len(drawing.down) < limits.rulings_per_page:
                _path(item, matrix, frame, drawing)
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            box = _bounds(item, matrix, frame)
            if box is not None:
                drawing.images.append(box)
        elif kind == pdfium.FPDF_PAGEOBJ_TEXT and pdfium.FPDFTextObj_GetTextRenderMode(item) in _INVISIBLE:
            drawing.unpainted = True
    return drawing


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


def _path(item: Any, matrix: _Matrix, frame: Frame, drawing: Drawing) -> None:
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
    if not stroke.value or pdfium.FPDFPath_CountSegments(item) > _MOST_SEGMENTS:
        return
    for segment in _segments(item, _times(_matrix(item), matrix), frame):
        _ruling(segment, drawing)


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
