"""Pages of a Word document in the terms of an office clerk: title, line, paragraph, table, opinion cell, seal line.

Everything that touches python-docx or OOXML is here; the forms know nothing of it.
"""

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from docx import Document
from docx.enum.section import WD_SECTION
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt

TEXT_WIDTH = 15.6
FIXED_TIME = datetime(2026, 1, 1)
ALIGN = {"left": WD_ALIGN_PARAGRAPH.LEFT, "centre": WD_ALIGN_PARAGRAPH.CENTER, "right": WD_ALIGN_PARAGRAPH.RIGHT}


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """The typefaces of a bureau, the size of its body text in points and the line spacing as a multiple."""

    body: str = "Noto Serif CJK SC"
    title: str = "Noto Sans CJK SC"
    size: float = 12
    spacing: float = 1.25


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell of a form: lines of text, how many columns it spans, and the signature and date at its foot."""

    text: str
    span: int = 1
    sign: str = ""
    align: str = "left"
    height: float = 0


@dataclass(slots=True)
class Sheet:
    """A document under construction; `open_paper` starts the next paper on a new page."""

    look: Look
    document: Any = field(init=False)
    _started: bool = field(init=False, default=False)

    def __post_init__(self) -> None:
        self.document = Document()
        self._lighten()
        properties = self.document.core_properties
        properties.author, properties.title, properties.comments = "", "", ""
        properties.created = properties.modified = FIXED_TIME
        style = self.document.styles["Normal"]
        style.font.name, style.font.size = self.look.body, Pt(self.look.size)
        style.element.rPr.rFonts.set(qn("w:eastAsia"), self.look.body)
        for language in self.document.styles.element.iter(qn("w:lang")):
            language.set(qn("w:eastAsia"), "zh-CN")  # decides the shapes of characters and punctuation
        style.paragraph_format.space_after = Pt(0)
        style.paragraph_format.line_spacing = self.look.spacing

    def _lighten(self) -> None:
        """Take out of the template what no paper uses: preview picture, second style sheet, theme, 150 styles, lists."""
        unused: tuple[str, ...] = ("/thumbnail", "/stylesWithEffects", "/customXml", "/theme", "/webSettings")
        unused += ("/fontTable", "/extended-properties")
        for relations in (self.document.part.package.rels, self.document.part.rels):
            for key in [key for key, relation in relations.items() if relation.reltype.endswith(unused)]:
                del relations[key]
        settings, styles = self.document.settings.element, self.document.styles.element
        numbering = self.document.part.numbering_part.element
        idle = [*numbering, *styles.findall(qn("w:latentStyles"))]
        for name in ("w:savePreviewPicture", "w:rsids", "m:mathPr", "w:clrSchemeMapping", "w:shapeDefaults"):
            idle += settings.findall(qn(name))
        for element in idle:
            element.getparent().remove(element)
        kept = {"Normal", "DefaultParagraphFont", "TableNormal", "TableGrid", "NoList", "Header", "Footer"}
        for style in styles.findall(qn("w:style")):
            if style.get(qn("w:styleId")) not in kept:
                styles.remove(style)

    def open_paper(self, *, header: str = "", footer: str = "", total: int = 1) -> None:
        """Start a paper: a section of its own whose pages count from 1. `{page}` and `{total}` stand in the footer."""
        section = self.document.sections[0] if not self._started else self.document.add_section(WD_SECTION.NEW_PAGE)
        self._started = True
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm((21 - TEXT_WIDTH) / 2)
        section.top_margin, section.bottom_margin = Cm(2.4), Cm(2.2)
        section.header_distance = section.footer_distance = Cm(1.2)
        for old in section._sectPr.findall(qn("w:pgNumType")):
            section._sectPr.remove(old)
        numbering = OxmlElement("w:pgNumType")
        numbering.set(qn("w:start"), "1")
        section._sectPr.append(numbering)
        section.header.is_linked_to_previous = section.footer.is_linked_to_previous = False
        self._running_line(section.header.paragraphs[0], header, total, "right")
        self._running_line(section.footer.paragraphs[0], footer, total, "centre")

    def _running_line(self, paragraph: Any, text: str, total: int, align: str) -> None:
        paragraph.alignment = ALIGN[align]
        for index, part in enumerate(text.replace("{total}", str(total)).split("{page}")):
            if index:
                _page_field(paragraph)
            paragraph.add_run(part)
        for run in paragraph.runs:
            run.font.size = Pt(9)

    @property
    def length(self) -> int:
        """How many paragraphs and tables stand in the document; the last element of a body tells of its section."""
        return len(self.document.element.body) - 1

    def since(self, length: int) -> list[Any]:
        """Copies of what came after the document had that length, to be put into another document of the same look."""
        return [deepcopy(element) for element in self.document.element.body[length:-1]]

    def put(self, elements: Sequence[Any]) -> None:
        """Append copies of what `since` gave."""
        last = self.document.element.body[-1]
        for element in elements:
            last.addprevious(deepcopy(element))

    def heading(self, text: str, size: float = 18, *, gap: float = 8) -> None:
        """A centred line in the title face: the agency or the name of the paper."""
        paragraph = self.document.add_paragraph()
        paragraph.alignment = ALIGN["centre"]
        paragraph.paragraph_format.space_after = Pt(gap)
        run = paragraph.add_run(text)
        run.font.size, run.bold, run.font.name = Pt(size), True, self.look.title
        run._element.rPr.rFonts.set(qn("w:eastAsia"), self.look.title)

    def line(self, text: str, align: str = "left", *, before: float = 0, after: float = 0, keep: bool = False) -> None:
        """A line without indent: `label：value`, the number of the paper, the agency and date at its end."""
        paragraph = self.document.add_paragraph(text)
        paragraph.alignment = ALIGN[align]
        paragraph.paragraph_format.space_before, paragraph.paragraph_format.space_after = Pt(before), Pt(after)
        paragraph.paragraph_format.keep_with_next = keep

    def paragraph(self, text: str) -> None:
        """A paragraph of running text with the first line indented by two characters."""
        paragraph = self.document.add_paragraph(text)
        paragraph.paragraph_format.first_line_indent = Pt(2 * self.look.size)
        paragraph.paragraph_format.widow_control = True

    def numbered(self, texts: Sequence[str], pattern: str = "%1、", numerals: str = "chineseCounting") -> None:
        """Paragraphs that Word numbers by itself: the numbers are not part of their text."""
        identity = self._numbering(pattern, numerals)
        for text in texts:
            paragraph = self.document.add_paragraph(text)
            properties = paragraph._p.get_or_add_pPr()
            properties.append(
                parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="{identity}"/></w:numPr>')
            )

    def _numbering(self, pattern: str, numerals: str) -> int:
        root = self.document.part.numbering_part.element
        identity = 100 + len(root.findall(qn("w:num")))
        abstract = parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{identity}"><w:multiLevelType w:val="singleLevel"/>'
            f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{numerals}"/><w:suff w:val="nothing"/>'
            f'<w:lvlText w:val="{pattern}"/><w:lvlJc w:val="left"/>'
            f'<w:pPr><w:ind w:firstLine="{int(40 * self.look.size)}"/></w:pPr></w:lvl></w:abstractNum>'
        )
        first_number = root.find(qn("w:num"))
        if first_number is None:
            root.append(abstract)
        else:
            first_number.addprevious(abstract)
        root.append(
            parse_xml(f'<w:num {nsdecls("w")} w:numId="{identity}"><w:abstractNumId w:val="{identity}"/></w:num>')
        )
        return identity

    def table(
        self,
        rows: Sequence[Sequence[Cell]],
        widths: Sequence[float],
        *,
        repeat_head: bool = False,
        height: float = 0.9,
        size: float | None = None,
    ) -> None:
        """A ruled table; `widths` in centimetres, one for each column of the grid that the cells span.

        `height` is the least height of a row, `size` that of the type in points. With `repeat_head` the first row
        stands again on every page.
        """
        points = size or self.look.size - 1.5
        table = self.document.add_table(rows=0, cols=len(widths))
        table.style, table.alignment, table.autofit = "Table Grid", WD_TABLE_ALIGNMENT.CENTER, False
        for grid, width in zip(table._tbl.tblGrid.findall(qn("w:gridCol")), widths, strict=True):
            grid.set(qn("w:w"), str(int(Cm(width).twips)))
        for number, cells in enumerate(rows):
            row = table.add_row()
            column = 0
            for cell in cells:
                last = column + cell.span - 1
                box = row.cells[column] if cell.span == 1 else row.cells[column].merge(row.cells[last])
                box.width = Cm(sum(widths[column : last + 1]))
                self._fill(box, cell, points)
                column = last + 1
            if column != len(widths):
                raise ValueError(f"row {number + 1} fills {column} of {len(widths)} columns: {cells}")
            row.height = Cm(max(height, *(c.height for c in cells)))
            row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
            if repeat_head and not number:
                row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        gap = self.document.add_paragraph()  # two tables that touch would become one
        gap.paragraph_format.line_spacing = Pt(6)

    def _fill(self, box: Any, cell: Cell, points: float) -> None:
        lines = [(line, cell.align) for line in cell.text.split("\n")]
        lines += [(line, "right") for line in cell.sign.split("\n") if line]
        for index, (text, align) in enumerate(lines):
            paragraph = box.paragraphs[0] if not index else box.add_paragraph()
            paragraph.alignment = ALIGN[align]
            paragraph.paragraph_format.line_spacing = 1.15
            paragraph.add_run(text).font.size = Pt(points)
        box.vertical_alignment = 1

    def text_box(self, text: str, width: float = 6.6, height: float = 1.1) -> None:
        """A framed text box at the right edge (a receipt stamp): text that stands outside the flow of paragraphs."""
        paragraph = self.document.add_paragraph()
        paragraph.alignment = ALIGN["right"]
        inner = self.document.add_paragraph(text)
        inner.alignment = ALIGN["centre"]
        content = deepcopy(inner._p)
        inner._p.getparent().remove(inner._p)
        shape = parse_xml(
            f'<w:pict {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml">'
            f'<v:rect style="width:{width}cm;height:{height}cm" strokecolor="black">'
            "<v:textbox><w:txbxContent/></v:textbox></v:rect></w:pict>"
        )
        next(shape.iter(qn("w:txbxContent"))).append(content)
        paragraph.add_run()._r.append(shape)


def _page_field(paragraph: Any) -> None:
    for kind, text in (("begin", ""), ("", "PAGE"), ("separate", ""), ("text", "1"), ("end", "")):
        run = paragraph.add_run()
        if kind == "text":
            run.text = text
        elif kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)
        else:
            code = OxmlElement("w:instrText")
            code.set(qn("xml:space"), "preserve")
            code.text = f" {text} "
            run._r.append(code)
