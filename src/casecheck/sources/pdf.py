"""PDF → SourceText with pdfium: paragraphs, cells of ruled tables, running lines, each with its place on the page."""

import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

import pypdfium2.raw as pdfium

from casecheck.model.problem import Problem
from casecheck.model.source import Block, BlockKind, CellPosition, Line, Page, SourceText
from casecheck.sources.limits import Limits
from casecheck.sources.pdf_forms import Comment, Fields
from casecheck.sources.pdf_lines import VisualLine
from casecheck.sources.pdf_page import PageContent, RuledTable, read_page
from casecheck.sources.pdf_paragraphs import Margins, Paragraph, find_margins, group, runs_on
from casecheck.sources.pdf_running import Running, part_running
from casecheck.sources.pdf_table_pages import TableRun
from casecheck.sources.pdf_verdict import judge
from casecheck.sources.problems import ReadingError, problem
from casecheck.sources.quality import lacks_chinese

_SAMPLE = 40
_PASSWORD = 4
_lock = threading.Lock()
_ready = False


def read_pdf(data: bytes, name: str, sha256: str, limits: Limits) -> SourceText:
    """The content of a PDF. Raises ReadingError when it cannot be read at all."""
    pages, problems = _read_pages(data, name, limits)
    composed = _Composer(name, pages)
    return SourceText(
        name=name,
        format="pdf",
        sha256=sha256,
        blocks=tuple(composed.blocks),
        pages=tuple(composed.pages),
        problems=(*problems, *composed.problems),
    )


def _read_pages(data: bytes, name: str, limits: Limits) -> tuple[list[PageContent], list[Problem]]:
    # pdfium is not made for threads: two at once crash the process or mix up their texts.
    with _lock:
        global _ready
        if not _ready:
            pdfium.FPDF_InitLibrary()
            _ready = True
        document, data = _open(data)
        if document is None:
            return _read_otherwise(data, name, limits)
        try:
            return _all_pages(document, name, limits)
        finally:
            pdfium.FPDF_CloseDocument(document)


def _read_otherwise(data: bytes, name: str, limits: Limits) -> tuple[list[PageContent], list[Problem]]:
    # Slow, and needed for the rare file that pdfium refuses.
    from casecheck.sources.pdf_fallback import read_with_pdfplumber

    pages, total = read_with_pdfplumber(data, limits)
    problems = [problem("read-by-fallback", name)]
    if total > len(pages):
        problems.append(problem("pages-not-read", name, pages=total, read=len(pages)))
    return pages, problems


def _open(data: bytes) -> tuple[Any, bytes]:
    """The pdfium document (None when pdfium refuses the file), and the bytes it reads from (they must outlive it)."""
    start = max(data.find(b"%PDF-"), 0)
    # pdfium wants the header within the first 1,024 bytes.
    for content in (data, data[start:]) if start else (data,):
        document = pdfium.FPDF_LoadMemDocument64(content, len(content), None)
        if document:
            return document, content
    if pdfium.FPDF_GetLastError() == _PASSWORD:
        raise ReadingError("file-encrypted")
    return None, data[start:]


def _all_pages(document: Any, name: str, limits: Limits) -> tuple[list[PageContent], list[Problem]]:
    total = pdfium.FPDF_GetPageCount(document)
    if total == 0:
        raise ReadingError("file-broken", detail="no pages")
    fields = Fields(document)
    try:
        return _each_page(document, total, name, limits, fields)
    finally:
        fields.close()


def _each_page(
    document: Any, total: int, name: str, limits: Limits, fields: Fields
) -> tuple[list[PageContent], list[Problem]]:
    pages: list[PageContent] = []
    problems: list[Problem] = []
    for number in range(1, min(total, limits.pages) + 1):
        page = pdfium.FPDF_LoadPage(document, number - 1)
        if not page:
            problems.append(problem("page-broken", name, page=number, detail="pdfium"))
            pages.append(PageContent(number, 0.0, 0.0, complete=False))
            continue
        try:
            pages.append(read_page(document, page, number, limits, fields))
        finally:
            pdfium.FPDF_ClosePage(page)
    if total > limits.pages:
        problems.append(problem("pages-not-read", name, pages=total, read=limits.pages))
    return pages, problems


@dataclass(slots=True)
class _OpenEnd:
    """The last paragraph of the page before."""

    paragraph: Paragraph
    margins: Margins


@dataclass(slots=True)
class _Composer:
    """Makes the blocks of all pages, in reading order."""

    name: str
    contents: Sequence[PageContent]
    blocks: list[Block] = field(default_factory=list)
    pages: list[Page] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    _tables: TableRun = field(default_factory=TableRun)
    _index: int = 0
    _end: _OpenEnd | None = None
    _lost: bool = False

    def __post_init__(self) -> None:
        self._lost = lacks_chinese("".join(content.characters for content in self.contents))
        running = part_running(self.contents)
        margins = _margins(self.contents)
        for content, lines in zip(self.contents, running, strict=True):
            self._judge(content)
            self._index = 0
            self._page(content, lines, margins)

    def _judge(self, content: PageContent) -> None:
        word, kind = judge(content, file_lost=self._lost)
        self.pages.append(
            Page(number=content.number, width=round(content.width, 1), height=round(content.height, 1), verdict=word)
        )
        if kind is not None:
            self.problems.append(problem(kind, self.name, page=content.number))
        for kind, text in (("hidden-text", content.hidden), ("watermark", content.watermark)):
            if len(text) > 1:
                sample = text[:_SAMPLE]
                self.problems.append(problem(kind, self.name, page=content.number, count=len(text), sample=sample))

    def _page(self, content: PageContent, running: Running, all_margins: dict[int, Margins]) -> None:
        for line in running.headers:
            self._add(content, BlockKind.HEADER, [line], part="header")
        page_margins = all_margins.get(_width_key(content), Margins(0.0, content.upright_width, 12.0))
        first = True
        for item in _in_order(content):
            if isinstance(item, RuledTable):
                self._table(content, item, opens_page=first)
                self._end, first = None, False
                continue
            self._tables.end()
            margins = _column_margins(item) if item[0].column else page_margins
            # At the head of a page or of a column a paragraph may go on.
            first = first or item[0].column > 1
            for paragraph in group(item, margins):
                goes_on = first and self._goes_on(paragraph, margins)
                self._add(content, BlockKind.PARAGRAPH, paragraph.lines, centred=paragraph.centred, continues=goes_on)
                self._end, first = _OpenEnd(paragraph, margins), False
        for line in content.strays:
            self._add(content, BlockKind.TEXT_BOX, [line], shown=True)
        for line in running.footers:
            self._add(content, BlockKind.FOOTER, [line], part="footer")
        for comment in content.comments:
            self._comment(content, comment)

    def _goes_on(self, paragraph: Paragraph, margins: Margins) -> bool:
        if self._end is None:
            return False
        between = Margins(margins.left, self._end.margins.right, margins.em)
        return runs_on(self._end.paragraph, paragraph, between)

    def _table(self, content: PageContent, table: RuledTable, *, opens_page: bool) -> None:
        for item in self._tables.add(table, opens_page=opens_page):
            cell = item.item.cell
            position = CellPosition(
                table=self._tables.number,
                row=item.row,
                column=cell.column,
                row_span=cell.row_span,
                column_span=cell.column_span,
            )
            kind, part = (BlockKind.HEADER, "header") if item.repeats_head else (BlockKind.CELL, "body")
            lines = item.item.lines
            self._add(content, kind, lines, part=part, cell=position, box=cell.box, continues=item.continues)

    def _comment(self, content: PageContent, comment: Comment) -> None:
        self.blocks.append(
            Block(
                file=self.name,
                index=self._index,
                kind=BlockKind.COMMENT,
                text=comment.text,
                part="comments",
                page=content.number,
                box=_rounded(comment.box),
            )
        )
        self._index += 1

    def _add(
        self,
        content: PageContent,
        kind: BlockKind,
        lines: Sequence[VisualLine],
        *,
        part: str = "body",
        cell: CellPosition | None = None,
        box: tuple[float, float, float, float] | None = None,
        centred: bool = False,
        continues: bool = False,
        shown: bool = False,
    ) -> None:
        placed: list[Line] = []
        start = 0
        for line in lines:
            end = start + len(line.text)
            edges = line.edges if content.turn == 0 else ()
            placed.append(
                Line(start=start, end=end, box=_rounded(line.box if shown else content.shown(line.box)), edges=edges)
            )
            start = end + 1
        whole = content.shown(box) if box is not None else _hull(placed)
        self.blocks.append(
            Block(
                file=self.name,
                index=self._index,
                kind=kind,
                text="\n".join(line.text for line in lines),
                part=part,
                page=content.number,
                box=_rounded(whole) if whole else None,
                cell=cell,
                lines=tuple(placed),
                continues=continues,
                size=round(max(line.em for line in lines), 1) if lines else None,
                centred=centred,
                page_break_before=self._index == 0 and content.number > 1,
            )
        )
        self._index += 1


def _rounded(box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    return round(box[0], 1), round(box[1], 1), round(box[2], 1), round(box[3], 1)


def _hull(lines: Sequence[Line]) -> tuple[float, float, float, float] | None:
    if not lines:
        return None
    boxes = [line.box for line in lines]
    return (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))


def _width_key(content: PageContent) -> int:
    return round(content.upright_width / 20)


def _margins(contents: Sequence[PageContent]) -> dict[int, Margins]:
    """The margins of the text, for each width of page in the file."""
    lines: dict[int, list[VisualLine]] = {}
    widths: dict[int, float] = {}
    for content in contents:
        lines.setdefault(_width_key(content), []).extend(line for line in content.lines if not line.column)
        widths[_width_key(content)] = content.upright_width
    found = ((key, find_margins(items, widths[key])) for key, items in lines.items())
    return {key: margins for key, margins in found if margins is not None}


def _column_margins(lines: Sequence[VisualLine]) -> Margins:
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    return find_margins(lines, left + right) or Margins(left, right, lines[0].em)


def _in_order(content: PageContent) -> list[RuledTable | list[VisualLine]]:
    """Tables and the lines between them, from top to bottom; the lines of each column by themselves."""
    items: list[RuledTable | list[VisualLine]] = []
    waiting = list(content.lines)
    for table in content.tables:
        items.extend(_by_column([line for line in waiting if line.middle < table.box[1]]))
        waiting = [line for line in waiting if line.middle >= table.box[1]]
        items.append(table)
    items.extend(_by_column(waiting))
    return items


def _by_column(lines: Sequence[VisualLine]) -> list[list[VisualLine]]:
    return [list(column) for _, column in groupby(lines, key=lambda line: line.column)]
