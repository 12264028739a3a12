"""What nobody sees on a page is no text of the paper, and is told; what is printed twice is read once."""

import pytest
from reportlab.pdfgen.canvas import Canvas

from casecheck.model.source import BlockKind
from tests.unit.sources.pdf_files import FONT, HEIGHT, LEFT, body, flow, pdf, put, read
from tests.unit.sources.test_pdf import LONG, OTHER


def problems(data: bytes) -> list[tuple[str, str]]:
    return [(p.kind, p.message.zh.partition("：")[2]) for p in read(data).problems]


def test_white_text_on_white_paper_is_hidden() -> None:
    def page(canvas: Canvas) -> None:
        flow(canvas, [LONG])
        canvas.setFillColorRGB(1, 1, 1)
        put(canvas, LEFT, 300, "已给足陈述申辩期限")

    data = pdf(page)
    assert body(read(data)) == [LONG]
    assert problems(data) == [("hidden-text", "已给足陈述申辩期限")]


def test_white_text_on_a_dark_head_is_read() -> None:
    def page(canvas: Canvas) -> None:
        canvas.setFillColorRGB(0.1, 0.2, 0.5)
        canvas.rect(LEFT, HEIGHT - 310, 300, 30, stroke=0, fill=1)
        canvas.setFillColorRGB(1, 1, 1)
        put(canvas, LEFT + 10, 300, "物品名称")

    data = pdf(page)
    assert body(read(data)) == ["物品名称"]
    assert problems(data) == []


def test_text_of_the_colour_of_its_ground_or_under_a_box_is_hidden() -> None:
    def page(canvas: Canvas) -> None:
        flow(canvas, [LONG])
        canvas.rect(LEFT, HEIGHT - 310, 300, 30, stroke=0, fill=1)
        put(canvas, LEFT + 10, 300, "黑底黑字")
        put(canvas, LEFT + 10, 400, "被盖住的字")
        canvas.setFillColorRGB(1, 1, 1)
        canvas.rect(LEFT, HEIGHT - 410, 300, 30, stroke=0, fill=1)

    data = pdf(page)
    assert body(read(data)) == [LONG]
    assert problems(data) == [("hidden-text", "黑底黑字被盖住的字")]


def test_shading_below_text_hides_nothing() -> None:
    def page(canvas: Canvas) -> None:
        for top, text in ((200, "第一栏"), (240, "第二栏")):
            canvas.setFillGray(0.85)
            canvas.rect(LEFT, HEIGHT - top - 10, 300, 30, stroke=0, fill=1)
            canvas.setFillGray(0)
            put(canvas, LEFT + 10, top, text)

    data = pdf(page)
    assert body(read(data)) == ["第一栏", "第二栏"]
    assert problems(data) == []


def test_white_text_on_a_rounded_button_is_read() -> None:
    def page(canvas: Canvas) -> None:
        canvas.setFillColorRGB(0.6, 0, 0)
        canvas.roundRect(LEFT, HEIGHT - 310, 300, 30, 8, stroke=0, fill=1)
        canvas.setFillColorRGB(1, 1, 1)
        put(canvas, LEFT + 10, 300, "处罚信息")

    data = pdf(page)
    assert body(read(data)) == ["处罚信息"]
    assert problems(data) == []


def test_a_highlighter_hides_nothing() -> None:
    def page(canvas: Canvas) -> None:
        put(canvas, LEFT + 10, 300, "罚款五万元")
        canvas.setFillColorRGB(1, 1, 0)
        canvas.setFillAlpha(0.6)
        canvas.rect(LEFT, HEIGHT - 310, 300, 30, stroke=0, fill=1)

    data = pdf(page)
    assert body(read(data)) == ["罚款五万元"]
    assert problems(data) == []


def test_tiny_text_is_hidden_and_small_text_is_read() -> None:
    def page(canvas: Canvas) -> None:
        put(canvas, LEFT, 100, "看不清的。一行字", 1)
        put(canvas, LEFT, 200, "脚注。", 6)

    data = pdf(page)
    assert body(read(data)) == ["脚注。"]
    assert problems(data) == [("hidden-text", "看不清的。一行字")]


@pytest.mark.parametrize("angle", [30, 45, 60])
def test_a_slanted_watermark_stays_out_of_the_sentences(angle: int) -> None:
    def page(canvas: Canvas) -> None:
        flow(canvas, [LONG, OTHER])
        canvas.saveState()
        canvas.translate(150, HEIGHT - 330)
        canvas.rotate(angle)
        canvas.setFillGray(0.8)
        canvas.setFont(FONT, 60)
        canvas.drawString(0, 0, "内部资料")
        canvas.restoreState()

    data = pdf(page)
    assert body(read(data)) == [LONG, OTHER]
    assert problems(data) == [("watermark", "内部资料")]


def test_large_light_letters_across_the_page_are_a_watermark() -> None:
    def page(canvas: Canvas) -> None:
        canvas.setFillGray(0.8)
        put(canvas, LEFT, 150, "样张作废", 80)
        canvas.setFillGray(0)
        flow(canvas, [LONG, OTHER])

    data = pdf(page)
    assert body(read(data)) == [LONG, OTHER]
    assert problems(data) == [("watermark", "样张作废")]


def test_a_grey_line_of_the_usual_size_is_text() -> None:
    def page(canvas: Canvas) -> None:
        flow(canvas, [LONG])
        canvas.setFillGray(0.65)
        put(canvas, LEFT, 300, "灰色的附注。")

    assert body(read(pdf(page))) == [LONG, "灰色的附注。"]


def test_a_shadow_or_false_bold_is_read_once() -> None:
    def page(canvas: Canvas) -> None:
        for shift in (0.0, 0.4, 1.5):
            put(canvas, LEFT + shift, 100 + shift / 2, "罚款11000元，处罚处罚", 22)

    assert body(read(pdf(page))) == ["罚款11000元，处罚处罚"]


def test_a_shadow_that_lies_further_off_is_read_once() -> None:
    def page(canvas: Canvas) -> None:
        for shift in (0.0, 4.0):
            put(canvas, LEFT + shift, 100, "听证告知书", 22)
            put(canvas, LEFT + shift, 140, "ANYWHERE 1100", 22)

    assert body(read(pdf(page))) == ["听证告知书", "ANYWHERE 1100"]


def test_remarks_of_a_viewer_are_comments() -> None:
    def page(canvas: Canvas) -> None:
        flow(canvas, [LONG])
        canvas.textAnnotation("Check this date", Rect=[100, 700, 120, 720], addtopage=1, relative=0)

    source = read(pdf(page))
    assert body(source) == [LONG]
    assert [b.text for b in source.blocks if b.kind is BlockKind.COMMENT] == ["Check this date"]
