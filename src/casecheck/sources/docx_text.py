"""The text of one DOCX paragraph: what is printed, what was struck out, what hangs on it."""

from dataclasses import dataclass, field

from lxml import etree

from casecheck.sources.docx_names import MC, VAL, A, R, V, W, is_on
from casecheck.sources.docx_styles import Look, Styles, run_hidden, run_size

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
_CHECKED, _CROSSED, _EMPTY = "☑", "☒", "□"
_SYMBOLS = {
    "wingdings": {
        0x6F: _EMPTY, 0x71: _EMPTY, 0x72: _EMPTY, 0xA8: _EMPTY, 0xFE: _CHECKED, 0xFD: _CROSSED, 0x78: _CROSSED,
        0xFC: "√", 0xFB: "×", 0xA1: "○", 0x6C: "●", 0x6E: "■",
    },
    "wingdings 2": {
        0x2A: _EMPTY, 0xA3: _EMPTY, 0x52: _CHECKED, 0x53: _CROSSED, 0x54: _CROSSED, 0x50: "√", 0x4F: "×", 0x51: _CROSSED,
    },
    "symbol": {0xB4: "×", 0xB0: "°", 0xB7: "•", 0xD0: "∠", 0xB3: "≥", 0xA3: "≤"},
}  # fmt: skip


@dataclass(slots=True)
class Content:
    """What a paragraph holds.

    `text` is what is printed; a page break in it is a form feed. `boxes` are the contents of text boxes, `deleted` what a
    tracked change removed, `hidden` what is formatted as hidden. `size` is the largest font size in points.
    """

    text: str = ""
    deleted: str = ""
    hidden: str = ""
    boxes: list[etree._Element] = field(default_factory=list)
    images: int = 0
    size: float | None = None
    joins_next: bool = False


class ParagraphReader:
    """Walks the runs of a paragraph."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles

    def read(self, paragraph: etree._Element, look: Look) -> Content:
        """The content of a `w:p` that has that look."""
        content = Content()
        pieces: list[str] = []
        for child in paragraph:
            self._inline(child, look, content, pieces)
        content.text = "".join(pieces)
        mark = paragraph.find(f"{W}pPr/{W}rPr/{W}del")
        content.joins_next = mark is not None
        if content.size is None:
            content.size = look.size
        return content

    def _inline(self, element: etree._Element, look: Look, content: Content, pieces: list[str]) -> None:
        tag = element.tag
        if tag == W + "r":
            self._run(element, look, content, pieces)
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
            pieces.append(_symbols(child.text or "", font))
        elif tag in _MARKS:
            pieces.append(_MARKS[tag])
        elif tag == W + "br":
            pieces.append(PAGE_BREAK if child.get(W + "type") == "page" else "\n")
        elif tag == W + "sym":
            code = _hexadecimal(child.get(W + "char"))
            pieces.append(_symbol(code, (child.get(W + "font") or "").lower()))
        elif tag == W + "delText":
            content.deleted += child.text or ""
        elif tag == W + "fldChar":
            pieces.append(_form_field(child))
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
        waiting = list(element)
        while waiting:
            part = waiting.pop(0)
            if part.tag == W + "txbxContent":
                content.boxes.append(part)
            elif part.tag == MC + "AlternateContent":
                chosen = _alternative(part)
                waiting[:0] = list(chosen) if chosen is not None else []
            else:
                if (part.tag == A + "blip" and (part.get(R + "embed") or part.get(R + "link"))) or (
                    part.tag == V + "imagedata" and part.get(R + "id")
                ):
                    content.images += 1
                waiting[:0] = list(part)


def _alternative(element: etree._Element) -> etree._Element | None:
    """Of the two renderings of one drawing the first that is there: never both."""
    choice = element.find(MC + "Choice")
    return choice if choice is not None and len(choice) else element.find(MC + "Fallback")


def _form_field(element: etree._Element) -> str:
    box = element.find(f"{W}ffData/{W}checkBox")
    if box is None:
        return ""
    state = box.find(W + "checked")
    if state is None:
        state = box.find(W + "default")
    return _CHECKED if state is not None and is_on(state.get(VAL)) else _EMPTY


def _symbols(text: str, font: str) -> str:
    if font not in _SYMBOLS and not any(0xF000 <= ord(char) <= 0xF0FF for char in text):
        return text
    return "".join(_symbol(ord(char), font) if ord(char) > 0x7F or font in _SYMBOLS else char for char in text)


def _symbol(code: int, font: str) -> str:
    """A character of a symbol font as the sign it shows: check boxes matter in forms."""
    private = 0xF000 <= code <= 0xF0FF
    table = _SYMBOLS.get(font) or (_SYMBOLS["wingdings"] if private else {})
    sign = table.get(code & 0xFF if private else code)
    if sign is not None:
        return sign
    return "•" if private else chr(code) if 0 < code < 0xD800 or 0xE000 <= code <= 0x10FFFF else ""


def _hexadecimal(value: str | None) -> int:
    try:
        return int(value or "0", 16)
    except ValueError:
        return 0
