"""PDF files drawn with reportlab."""

from collections.abc import Callable, Iterable
from functools import cache
from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from casecheck.model.source import BlockKind, SourceText
from casecheck.sources.read import read_bytes

FONT = "STSong-Light"
WIDTH, HEIGHT = A4
LEFT, SIZE, COLUMNS, PITCH = 90.0, 16.0, 26, 28.0
Draw = Callable[[Canvas], None]


@cache
def _font() -> str:
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    return FONT


def put(canvas: Canvas, x: float, top: float, text: str, size: float = SIZE) -> None:
    """Text whose baseline lies `top` points below the upper edge of the page."""
    canvas.setFont(_font(), size)
    canvas.drawString(x, HEIGHT - top, text)


def centre(canvas: Canvas, top: float, text: str, size: float = SIZE) -> None:
    canvas.setFont(_font(), size)
    canvas.drawCentredString(LEFT + SIZE * COLUMNS / 2, HEIGHT - top, text)


def flow(canvas: Canvas, paragraphs: Iterable[str], top: float = 100.0) -> float:
    """Paragraphs as papers are set: two characters of indent, full lines to the right margin; gives the next height."""
    for text in paragraphs:
        indent, rest = 2, text
        while rest:
            count = COLUMNS - indent
            put(canvas, LEFT + indent * SIZE, top, rest[:count])
            rest, indent = rest[count:], 0
            top += PITCH
    return top


def pdf(*pages: Draw) -> bytes:
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=True)
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def rule(canvas: Canvas, xs: list[float], tops: list[float]) -> None:
    """A full grid."""
    for x in xs:
        canvas.line(x, HEIGHT - tops[0], x, HEIGHT - tops[-1])
    for top in tops:
        canvas.line(xs[0], HEIGHT - top, xs[-1], HEIGHT - top)


def read(data: bytes) -> SourceText:
    return read_bytes(data, "决定书.pdf")


def body(source: SourceText) -> list[str]:
    """Texts of paragraphs, their lines joined."""
    wanted = (BlockKind.PARAGRAPH, BlockKind.HEADING)
    return [block.text.replace("\n", "") for block in source.blocks if block.kind in wanted]
