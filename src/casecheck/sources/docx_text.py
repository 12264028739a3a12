"""The text of one DOCX paragraph: what is printed, what was struck out, what hangs on it."""

from dataclasses import dataclass, field

from lxml import etree

from casecheck.sources.docx_fields import FieldCode, control_sign, form_value, is_unfilled
from casecheck.sources.docx_names import MC, VAL, M, W
from casecheck.sources.docx_pictures import is_page_sized, is_picture
from casecheck.sources.docx_styles import Look, Styles, has_ground, run_hidden, run_is_faint, run_size
from casecheck.sources.docx_symbols import character_code, symbol, symbols

PAGE_BREAK = "\f"

_TRANSPARENT = frozenset(
    W + name
    for name in (
        "hyperlink", "ins", "moveTo", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "dir", "bdo",
        "ruby", "rubyBase", "pict", "object", "drawing", "txbxContent",
    )
)  # fmt: skip
_DELETED = frozenset({W + "del", W + "moveFrom"})
_MARKS = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
    W + "softHyphen": "",
}


@dataclass(slots=True)
class Content:
    """What a paragraph holds.

    `text` is what is printed; a page break in it is a form feed. `boxes` are the contents of text boxes, `deleted` what a
    tracked change removed, `hidden` what nobody sees. `size` is the largest font size in points. `images` counts
    pictures, `scans` those as large as a page. `breaks` counts page breaks, `pictured` those before the first picture.
    """

    text: str = ""
    deleted: str = ""
    hidden: str = ""
    boxes: list[etree._Element] = field(default_factory=list)
    images: int = 0
    scans: int = 0
    breaks: int = 0
    pictured: int | None = None
    size: float | None = None
    joins_next: bool = False


class ParagraphReader:
    """Walks the runs of a paragraph."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._code = FieldCode()
        self._on_colour = False

    def read(self, paragraph: etree._Element, look: Look, *, on_colour: bool = False) -> Content:
        """The content of a `w:p` that has that look; `on_colour` tells that what holds it is coloured."""
        content = Content()
        self._code = FieldCode()
        self._on_colour = on_colour or has_ground(paragraph.find(W + "pPr"))
        pieces: list[str] = []
        for child in paragraph:
            self._inline(child, look, content, pieces)
        content.text = "".join(pieces) + self._code.rest()
        mark = paragraph.find(f"{W}pPr/{W}rPr/{W}del")
        content.joins_next = mark is not None
        if content.size is None:
            content.size = look.size
        return content

    def _inline(self, element: etree._Element, look: Look, content: Content, pieces: list[str]) -> None:
        tag = element.tag
        if tag == W + "r":
            self._run(element, look, content, pieces)
        elif tag == W + "sdt" and (sign := control_sign(element)) is not None:
            pieces.append(sign)
        elif tag == W + "sdt" and is_unfilled(element):
            return
        elif isinstance(tag, str) and tag.startswith(M):
            pieces.append("".join(t.text or "" for t in element.iter(M + "t")))
        elif tag in _TRANSPARENT:
            for child in element:
                self._inline(child, look, content, pieces)
        elif tag in _DELETED:
            content.deleted += "".join(t.text or "" for t in element.iter(W + "delText", W + "t"))
        elif tag == MC + "AlternateContent":
            chosen = _alternative(element)
            for child in chosen if chosen is not None else ():
                self._inline(child, look, content, pieces)

    def _run(self, run: etree._Element, look: Look, content: Content, pieces: list[str]) -> None:
        properties = run.find(W + "rPr")
        size, hidden, font = look.size, bool(look.hidden), ""
        if properties is not None:
            style = properties.find(W + "rStyle")
            if style is not None:
                character = self._styles.character(style.get(VAL, ""))
                size = character.size or size
                hidden = hidden if character.hidden is None else character.hidden
            size = run_size(properties) or size
            own = run_hidden(properties)
            hidden = hidden if own is None else own
            hidden = hidden or run_is_faint(properties, on_colour=self._on_colour)
            fonts = properties.find(W + "rFonts")
            font = (fonts.get(W + "ascii") or "").lower() if fonts is not None else ""
        own_pieces: list[str] = []
        for child in run:
            self._run_child(child, look, content, own_pieces, font)
        text = "".join(own_pieces)
        if hidden:
            content.hidden += text
            return
        if text.strip() and size is not None and (content.size is None or size > content.size):
            content.size = size
        pieces.append(text)

    def _run_child(self, child: etree._Element, look: Look, content: Content, pieces: list[str], font: str) -> None:
        tag = child.tag
        if tag == W + "t":
            pieces.append(self._code.printed(symbols(child.text or "", font)))
        elif tag in _MARKS:
            pieces.append(_MARKS[tag])
        elif tag == W + "br":
            breaks = child.get(W + "type") == "page"
            content.breaks += breaks
            pieces.append(PAGE_BREAK if breaks else "\n")
        elif tag == W + "sym":
            code = character_code(child.get(W + "char"))
            pieces.append(symbol(code, (child.get(W + "font") or "").lower()))
        elif tag == W + "delText":
            content.deleted += child.text or ""
        elif tag == W + "fldChar":
            self._code.mark(child)
            pieces.append(form_value(child))
        elif tag in (W + "drawing", W + "pict", W + "object"):
            self._drawing(child, content)
        elif tag == MC + "AlternateContent":
            chosen = _alternative(child)
            for part in chosen if chosen is not None else ():
                self._run_child(part, look, content, pieces, font)
        elif tag in _TRANSPARENT:
            for part in child:
                self._inline(part, look, content, pieces)

    def _drawing(self, element: etree._Element, content: Content) -> None:
        """Text boxes and pictures of a drawing; a box inside a group counts once, one inside another box is its own."""
        before = content.images
        waiting = list(element)
        while waiting:
            part = waiting.pop(0)
            if part.tag == W + "txbxContent":
                content.boxes.append(part)
            elif part.tag == MC + "AlternateContent":
                chosen = _alternative(part)
                waiting[:0] = list(chosen) if chosen is not None else []
            else:
                content.images += is_picture(part)
                waiting[:0] = list(part)
        if content.images > before:
            content.scans += is_page_sized(element)
            content.pictured = content.breaks if content.pictured is None else content.pictured


def _alternative(element: etree._Element) -> etree._Element | None:
    """Of the two renderings of one drawing the first that is there: never both."""
    choice = element.find(MC + "Choice")
    return choice if choice is not None and len(choice) else element.find(MC + "Fallback")
