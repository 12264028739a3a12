"""Pictures on a page: what they may hide decides whether anything may be called absent."""

import pytest
from PIL import Image, ImageDraw
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from casecheck.model.source import SourceText
from tests.unit.sources.pdf_files import HEIGHT, LEFT, WIDTH, body, flow, pdf, put, read
from tests.unit.sources.test_pdf import LONG, OTHER

STAMP = "本复印件与原件核对无误。提取时间：2023年5月6日。提取人：甲某、乙某。第3页。"


def _picture(ink: bool, mode: str = "RGB") -> ImageReader:
    """A scan with lines of ink, or a pale ground."""
    image = Image.new(mode, (300, 420), (248, 248, 240, 40)[: len(mode)])
    if ink:
        draw = ImageDraw.Draw(image)
        for y in range(40, 400, 16):
            draw.rectangle((40, y, 260, y + 7), fill=(20, 20, 20, 255)[: len(mode)])
    return ImageReader(image)


def _judged(source: SourceText) -> list[tuple[str, str, bool]]:
    kinds = {p.page: (p.kind, p.blocks_absence) for p in source.problems}
    return [(page.verdict, *kinds.get(page.number, ("", False))) for page in source.pages]


def test_a_stamp_or_a_page_number_on_a_scan_does_not_make_it_read() -> None:
    def page(canvas: Canvas) -> None:
        canvas.drawImage(_picture(True), 0, 0, WIDTH, HEIGHT)
        flow(canvas, [STAMP], 700)

    assert _judged(read(pdf(page))) == [("partial", "page-mostly-image", True)]


def test_a_scan_cut_into_strips_is_one_scan() -> None:
    def page(canvas: Canvas) -> None:
        for strip in range(6):
            canvas.drawImage(_picture(True), 0, strip * HEIGHT / 6, WIDTH, HEIGHT / 6)
        flow(canvas, [STAMP], 700)

    assert _judged(read(pdf(page))) == [("partial", "page-mostly-image", True)]


def test_a_pale_ground_below_a_paper_hides_nothing() -> None:
    def page(canvas: Canvas) -> None:
        canvas.drawImage(_picture(False), 0, 0, WIDTH, HEIGHT)
        flow(canvas, [LONG, OTHER], 100)

    source = read(pdf(page))
    assert _judged(source) == [("text", "page-large-image", False)]
    assert body(source) == [LONG, OTHER]


def test_dust_on_a_pale_ground_is_no_text() -> None:
    def page(canvas: Canvas) -> None:
        canvas.drawImage(_picture(False), 0, 0, WIDTH, HEIGHT)
        flow(canvas, [LONG, OTHER], 100)
        for number in range(6):
            canvas.rect(100 + 60 * number, 80 + 30 * number, 2, 2, stroke=0, fill=1)

    assert _judged(read(pdf(page))) == [("text", "page-large-image", False)]


def test_a_photograph_among_the_text_is_noted_and_blocks_nothing() -> None:
    def page(canvas: Canvas) -> None:
        flow(canvas, [LONG, OTHER], 100)
        canvas.drawImage(_picture(True), LEFT, 60, WIDTH - 2 * LEFT, 380)

    assert _judged(read(pdf(page))) == [("text", "page-large-image", False)]


def test_a_small_seal_is_not_even_noted() -> None:
    def page(canvas: Canvas) -> None:
        flow(canvas, [LONG, OTHER], 100)
        canvas.drawImage(_picture(True), LEFT, 100, 100, 100)

    assert _judged(read(pdf(page))) == [("text", "", False)]


def test_text_under_the_picture_of_the_page_is_a_recognised_layer() -> None:
    def page(canvas: Canvas) -> None:
        flow(canvas, [LONG, OTHER], 100)
        canvas.drawImage(_picture(True), 0, 0, WIDTH, HEIGHT)

    source = read(pdf(page))
    assert _judged(source) == [("partial", "page-text-layer", True)]
    assert body(source) == [LONG, OTHER]


def test_a_picture_that_shines_through_covers_nothing() -> None:
    def page(canvas: Canvas) -> None:
        flow(canvas, [LONG, OTHER], 100)
        canvas.drawImage(_picture(False, "RGBA"), 0, 0, WIDTH, HEIGHT, mask="auto")

    assert _judged(read(pdf(page))) == [("text", "page-large-image", False)]


def test_letters_drawn_as_shapes_are_not_read() -> None:
    def page(canvas: Canvas) -> None:
        for number in range(80):
            path = canvas.beginPath()
            x, y = LEFT + number % 20 * 18, HEIGHT - 100 - number // 20 * 30
            path.moveTo(x, y)
            for step in range(8):
                path.curveTo(x + step, y + 3, x + 2 * step, y + 9, x + step, y + 14 - step)
            canvas.drawPath(path, stroke=0, fill=1)
        put(canvas, 280, 800, "第1页", 10)

    assert _judged(read(pdf(page))) == [("image", "page-image-only", True)]


def test_a_file_read_in_the_other_way_tells_the_pages_it_left(monkeypatch: pytest.MonkeyPatch) -> None:
    from casecheck.sources import pdf as reader
    from casecheck.sources import pdf_fallback
    from casecheck.sources.limits import DEFAULT

    data = pdf(*[lambda c, n=n: put(c, LEFT, 100, f"第{n}份") for n in range(4)])
    pages, total = pdf_fallback.read_with_pdfplumber(data, DEFAULT, most=3)
    assert (len(pages), total) == (3, 4)
    monkeypatch.setattr(reader, "_open", lambda content: (None, content))
    monkeypatch.setattr(pdf_fallback, "MOST_PAGES", 3)
    source = read(data)
    assert [(p.kind, p.blocks_absence) for p in source.problems] == [
        ("read-by-fallback", False),
        ("pages-not-read", True),
    ]
    assert "4" in source.problems[1].message.zh


def test_a_file_read_in_the_other_way_does_not_trust_text_over_a_scan(monkeypatch: pytest.MonkeyPatch) -> None:
    from casecheck.sources import pdf as reader

    def page(canvas: Canvas) -> None:
        canvas.drawImage(_picture(True), 0, 0, WIDTH, HEIGHT)
        flow(canvas, [STAMP], 700)

    monkeypatch.setattr(reader, "_open", lambda content: (None, content))
    assert read(pdf(page)).pages[0].verdict == "partial"


def test_a_file_read_in_the_other_way_keeps_white_text_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    from casecheck.sources import pdf as reader

    def page(canvas: Canvas) -> None:
        put(canvas, LEFT, 100, "看得见的字")
        canvas.setFillColorRGB(1, 1, 1)
        put(canvas, LEFT, 200, "看不见的字")

    monkeypatch.setattr(reader, "_open", lambda content: (None, content))
    source = read(pdf(page))
    assert body(source) == ["看得见的字"]
    assert [p.kind for p in source.problems] == ["read-by-fallback", "hidden-text"]
