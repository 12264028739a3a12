"""What a PDF page shows outside its content: form fields, typed notes, comments, stamps (填写的表单域、批注、图章)."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

from casecheck.model.place import Box
from casecheck.sources.pdf_chars import Char, Frame
from casecheck.sources.pdf_lines import is_wide

_TICKS = (pdfium.FPDF_FORMFIELD_CHECKBOX, pdfium.FPDF_FORMFIELD_RADIOBUTTON)
_WORDS = (pdfium.FPDF_FORMFIELD_TEXTFIELD, pdfium.FPDF_FORMFIELD_COMBOBOX, pdfium.FPDF_FORMFIELD_LISTBOX)
_COMMENTS = (
    pdfium.FPDF_ANNOT_TEXT,
    pdfium.FPDF_ANNOT_HIGHLIGHT,
    pdfium.FPDF_ANNOT_UNDERLINE,
    pdfium.FPDF_ANNOT_SQUIGGLY,
    pdfium.FPDF_ANNOT_STRIKEOUT,
    pdfium.FPDF_ANNOT_CARET,
)
_HIDDEN = 0x02 | 0x20
_LARGEST = 12.0
_MOST_UNITS = 1 << 16


@dataclass(frozen=True, slots=True)
class Comment:
    """A remark that somebody put on the page with a viewer; it is no part of the paper."""

    text: str
    box: Box


class Fields:
    """The form of a document, kept open while its pages are read; close it before the document."""

    def __init__(self, document: Any) -> None:
        self._handle: Any = None
        if pdfium.FPDF_GetFormType(document) != pdfium.FORMTYPE_NONE:
            # The structure must live as long as the handle.
            self._info = pdfium.FPDF_FORMFILLINFO(version=2)
            self._handle = pdfium.FPDFDOC_InitFormFillEnvironment(document, self._info)

    def close(self) -> None:
        """Lets go of the form."""
        if self._handle:
            pdfium.FPDFDOC_ExitFormFillEnvironment(self._handle)
            self._handle = None

    def chars(self, page: Any, frame: Frame) -> list[Char]:
        """The characters of fields and typed notes of a page, set where they are shown."""
        found: list[Char] = []
        for annotation in _annotations(page):
            text = self._text(annotation)
            found.extend(_set(text, _box(annotation, frame)) if text.strip() else ())
        return found

    def comments(self, page: Any, frame: Frame) -> list[Comment]:
        """The remarks on a page."""
        return [
            Comment(text, _box(annotation, frame))
            for annotation in _annotations(page)
            if pdfium.FPDFAnnot_GetSubtype(annotation) in _COMMENTS and (text := _contents(annotation).strip())
        ]

    def stamps(self, page: Any, frame: Frame) -> list[Box]:
        """Where a page bears stamps: pictures whose words are not read."""
        return [_box(a, frame) for a in _annotations(page) if pdfium.FPDFAnnot_GetSubtype(a) == pdfium.FPDF_ANNOT_STAMP]

    def _text(self, annotation: Any) -> str:
        subtype = pdfium.FPDFAnnot_GetSubtype(annotation)
        if subtype == pdfium.FPDF_ANNOT_FREETEXT:
            return _contents(annotation)
        if subtype != pdfium.FPDF_ANNOT_WIDGET or not self._handle:
            return ""
        kind = pdfium.FPDFAnnot_GetFormFieldType(self._handle, annotation)
        if kind in _TICKS:
            state = _string(lambda buffer, size: pdfium.FPDFAnnot_GetStringValue(annotation, b"AS", buffer, size))
            return "□" if state in ("", "Off") else "☑"
        if kind not in _WORDS:
            return ""
        return _string(lambda buffer, size: pdfium.FPDFAnnot_GetFormFieldValue(self._handle, annotation, buffer, size))


def _annotations(page: Any) -> Iterator[Any]:
    """The annotations of a page that are shown, each open until the next is asked for."""
    for index in range(pdfium.FPDFPage_GetAnnotCount(page)):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        try:
            if not pdfium.FPDFAnnot_GetFlags(annotation) & _HIDDEN:
                yield annotation
        finally:
            pdfium.FPDFPage_CloseAnnot(annotation)


def _contents(annotation: Any) -> str:
    return _string(lambda buffer, size: pdfium.FPDFAnnot_GetStringValue(annotation, b"Contents", buffer, size))


def _string(read: Any) -> str:
    """A UTF-16 value that pdfium writes into a buffer of the size it asks for (bytes)."""
    size = read(None, 0)
    if not 2 < size <= 2 * _MOST_UNITS:
        return ""
    buffer = (ctypes.c_ushort * (size // 2))()
    read(buffer, size)
    return bytes(buffer)[: size - 2].decode("utf-16-le", errors="replace").replace("\r\n", "\n").replace("\r", "\n")


def _box(annotation: Any, frame: Frame) -> Box:
    rectangle = pdfium.FS_RECTF()
    pdfium.FPDFAnnot_GetRect(annotation, rectangle)
    return frame.box(rectangle.left, rectangle.bottom, rectangle.right, rectangle.top)


def _set(text: str, box: Box) -> Iterator[Char]:
    """The characters of a value spread over its field: where exactly a viewer puts them is the viewer's choice."""
    x0, top, x1, bottom = box
    rows = text.strip("\n").split("\n")
    height = (bottom - top) / len(rows)
    size = min(height, _LARGEST)
    for number, row in enumerate(rows):
        units = sum(2 if is_wide(char) else 1 for char in row)
        step = min(size / 2, (x1 - x0) / units) if units else 0.0
        middle = top + (number + 0.5) * height
        left, gap = x0, False
        for char in row:
            right = left + step * (2 if is_wide(char) else 1)
            if char.strip():
                yield Char(char, left, middle - size / 2, right, middle + size / 2, size, gap, 0, -1)
            gap = not char.strip()
            left = right
