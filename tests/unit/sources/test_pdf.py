"""A PDF page as a reader sees it: lines, paragraphs, running lines, places."""

import io

import pdfplumber
import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from casecheck.model.source import BlockKind
from tests.unit.sources.pdf_files import (
    COLUMNS,
    FONT,
    HEIGHT,
    LEFT,
    SIZE,
    WIDTH,
    Draw,
    body,
    centre,
    flow,
    pdf,
    put,
    read,
)

LONG = "当事人在其经营场所销售超过保质期的食品，货值金额共计人民币三百二十元，违法所得一百元，上述事实有现场笔录、询问笔录和照片为证。"
OTHER = (
    "依据《中华人民共和国食品安全法》第一百二十四条第一款第（五）项的规定，责令当事人改正上述违法行为，并决定处罚如下。"
)


def test_lines_of_a_paragraph_are_joined_and_paragraphs_kept_apart() -> None:
    source = read(pdf(lambda canvas: flow(canvas, [LONG, OTHER])))
    assert body(source) == [LONG, OTHER]


def test_a_title_in_the_middle_is_told_by_size_and_place() -> None:
    def page(canvas: Canvas) -> None:
        centre(canvas, 90, "行政处罚决定书", 22)
        flow(canvas, [LONG, OTHER], 140)

    title, first, _ = read(pdf(page)).blocks
    assert (title.text, title.centred, round(title.size or 0)) == ("行政处罚决定书", True, 22)
    assert (first.centred, round(first.size or 0)) == (False, 16)


def test_the_first_line_of_a_paragraph_is_no_title_though_it_leaves_room_on_both_sides() -> None:
    def page(canvas: Canvas) -> None:
        flow(canvas, [LONG], 100)
        put(canvas, LEFT + 2 * SIZE, 300, OTHER[: COLUMNS - 4])
        put(canvas, LEFT, 328, "〔2024〕37号）" + OTHER[COLUMNS - 4 :][:10])

    assert body(read(pdf(page)))[1] == OTHER[: COLUMNS - 4] + "〔2024〕37号）" + OTHER[COLUMNS - 4 :][:10]


def test_short_lines_at_the_margin_are_paragraphs_of_their_own() -> None:
    lines = ["当事人：某某商行", "主体资格证照名称：营业执照", "住所：某市某区某路一号"]

    def page(canvas: Canvas) -> None:
        for number, line in enumerate(lines):
            put(canvas, LEFT, 100 + 28 * number, line)
        flow(canvas, [LONG], 184)

    assert body(read(pdf(page))) == [*lines, LONG]


def test_a_line_with_room_for_the_next_word_has_ended() -> None:
    """What decides is whether the next word would have fitted, not how short the line is."""
    number = "统一社会信用代码91520000MA6XXXXX0K"
    head = "一" * (COLUMNS - 2 - 6)

    def page(canvas: Canvas) -> None:
        flow(canvas, [LONG], 100)
        put(canvas, LEFT + 2 * SIZE, 200, head)
        put(canvas, LEFT, 228, "91520000MA6XXXXX0K，经营者林某")
        put(canvas, LEFT + 2 * SIZE, 256, head)
        put(canvas, LEFT, 284, "元")

    assert number.startswith("统一")
    assert body(read(pdf(page)))[1:3] == [head + "91520000MA6XXXXX0K，经营者林某", head + "元"]


def test_lines_drawn_out_of_order_are_read_from_top_to_bottom() -> None:
    def page(canvas: Canvas) -> None:
        put(canvas, LEFT, 200, "第三行")
        put(canvas, LEFT, 100, "第一行")
        put(canvas, LEFT, 150, "第二行")

    assert body(read(pdf(page))) == ["第一行", "第二行", "第三行"]


def test_a_value_drawn_into_the_gap_of_its_sentence_stands_in_it() -> None:
    def page(canvas: Canvas) -> None:
        put(canvas, LEFT, 100, "甲市监处罚〔")
        put(canvas, LEFT + 10 * SIZE, 100, "〕号")
        put(canvas, LEFT + 6 * SIZE + 4, 101, "2023")

    assert body(read(pdf(page)))[0].replace(" ", "") == "甲市监处罚〔2023〕号"


@pytest.mark.parametrize(("drop", "size"), [(3, SIZE), (6, SIZE), (4, 12)])
def test_digits_on_another_baseline_stand_in_their_place(drop: float, size: float) -> None:
    def page(canvas: Canvas) -> None:
        put(canvas, LEFT, 100, "甲乙市监处罚〔")
        put(canvas, LEFT + 7 * SIZE + 40, 100, "〕")
        put(canvas, LEFT + 8 * SIZE + 90, 100, "号")
        put(canvas, LEFT + 7 * SIZE + 2, 100 + drop, "2025", size)
        put(canvas, LEFT + 8 * SIZE + 44, 100 + drop, "1015", size)
        put(canvas, LEFT, 128, "当事人：某某商行")

    number, party = body(read(pdf(page)))
    assert number.replace(" ", "") == "甲乙市监处罚〔2025〕1015号"
    assert party == "当事人：某某商行"


def test_a_page_written_from_top_to_bottom_is_read_by_its_columns_from_the_right() -> None:
    def page(canvas: Canvas) -> None:
        for column, text in enumerate((LONG[:25], LONG[25:50])):
            for row, char in enumerate(text):
                put(canvas, 400 - 30 * column, 100 + 20 * row, char)

    assert "".join(body(read(pdf(page)))) == LONG[:50]


def test_a_landscape_page_reads_like_an_upright_one() -> None:
    def page(canvas: Canvas) -> None:
        canvas.setPageSize((HEIGHT, WIDTH))
        canvas.translate(0, WIDTH - HEIGHT)
        flow(canvas, [LONG, OTHER])

    assert body(read(pdf(page))) == [LONG, OTHER]


def test_white_text_inside_a_form_is_hidden_too() -> None:
    def page(canvas: Canvas) -> None:
        flow(canvas, [LONG])
        canvas.beginForm("inner")
        canvas.setFillColorRGB(1, 1, 1)
        put(canvas, LEFT, 300, "看不见的字")
        canvas.endForm()
        canvas.doForm("inner")

    source = read(pdf(page))
    assert body(source) == [LONG]
    assert [p.kind for p in source.problems] == ["hidden-text"]


def test_a_paragraph_cut_by_the_page_goes_on() -> None:
    def first(canvas: Canvas) -> None:
        flow(canvas, [LONG], 100)
        put(canvas, LEFT + 2 * SIZE, 300, OTHER[: COLUMNS - 2])
        put(canvas, LEFT + 12 * SIZE, 800, "- 1 -", 10)

    def second(canvas: Canvas) -> None:
        put(canvas, LEFT, 100, OTHER[COLUMNS - 2 : 2 * COLUMNS - 2])
        put(canvas, LEFT, 128, "完。")
        flow(canvas, ["新的一段。"], 156)
        put(canvas, LEFT + 12 * SIZE, 800, "- 2 -", 10)

    source = read(pdf(first, second))
    text = [(b.text.replace("\n", ""), b.continues) for b in source.blocks if b.kind is BlockKind.PARAGRAPH]
    assert text[1:] == [
        (OTHER[: COLUMNS - 2], False),
        (OTHER[COLUMNS - 2 : 2 * COLUMNS - 2] + "完。", True),
        ("新的一段。", False),
    ]
    assert [b.text for b in source.blocks if b.kind is BlockKind.FOOTER] == ["- 1 -", "- 2 -"]


def test_a_new_paragraph_at_the_head_of_a_page_does_not_go_on() -> None:
    source = read(pdf(lambda c: flow(c, [LONG[: COLUMNS - 2]]), lambda c: flow(c, [OTHER])))
    assert [b.continues for b in source.blocks] == [False, False]


def test_repeated_heads_and_feet_never_enter_a_sentence() -> None:
    def page(text: str, number: int) -> Draw:
        def draw(canvas: Canvas) -> None:
            put(canvas, LEFT, 50, "某市市场监督管理局行政处罚决定书", 10)
            flow(canvas, [text], 100)
            put(canvas, LEFT, 780, "本文书一式二份，一份送达，一份归档。", 12)
            put(canvas, LEFT + 180, 810, f"第{number}页共3页", 10)

        return draw

    third = "本机关认为，" + LONG
    source = read(pdf(page(LONG, 1), page(OTHER, 2), page(third, 3)))
    assert body(source) == [LONG, OTHER, third]
    assert [b.text for b in source.blocks if b.kind is BlockKind.FOOTER][:2] == [
        "本文书一式二份，一份送达，一份归档。",
        "第1页共3页",
    ]


def test_the_date_at_the_foot_of_papers_of_one_page_is_text() -> None:
    def receipt(number: int) -> Draw:
        def draw(canvas: Canvas) -> None:
            centre(canvas, 80, "送达回证", 22)
            flow(canvas, [f"送达文书：第{number}号，{LONG}"], 150)
            put(canvas, LEFT + 200, 760, f"2023年5月{number}日")
            put(canvas, LEFT, 790, f"本文书一式{number}份，一份送达，一份归档。", 12)

        return draw

    source = read(pdf(receipt(1), receipt(2), receipt(3)))
    assert [text for text in body(source) if text.startswith("2023")] == [f"2023年5月{n}日" for n in (1, 2, 3)]


def test_copies_are_told_in_the_text_unless_the_line_repeats() -> None:
    def page(canvas: Canvas) -> None:
        flow(canvas, [LONG])
        put(canvas, LEFT, 760, "2023年5月6日")
        put(canvas, LEFT, 785, "本文书一式二份，一份送达，一份归档。", 16)

    assert body(read(pdf(page)))[1:] == ["2023年5月6日", "本文书一式二份，一份送达，一份归档。"]


def test_copies_told_inside_a_sentence_that_crosses_the_page_stay_out_of_it() -> None:
    def first(canvas: Canvas) -> None:
        flow(canvas, [OTHER[: COLUMNS - 2]], 740)
        put(canvas, LEFT, 790, "本文书一式二份，一份送达，一份归档。", 12)

    source = read(pdf(first, lambda canvas: put(canvas, LEFT, 100, OTHER[COLUMNS - 2 :][:20])))
    assert [(b.kind, b.continues) for b in source.blocks] == [
        (BlockKind.PARAGRAPH, False),
        (BlockKind.FOOTER, False),
        (BlockKind.PARAGRAPH, True),
    ]


def test_titles_of_papers_on_following_pages_are_no_running_lines() -> None:
    def receipt(number: int) -> Draw:
        def draw(canvas: Canvas) -> None:
            centre(canvas, 80, "某市市场监督管理局", 16)
            centre(canvas, 110, "送达回证", 22)
            flow(canvas, [f"送达文书：第{number}号，{LONG}"], 150)

        return draw

    source = read(pdf(receipt(1), receipt(2), receipt(3)))
    assert [text for text in body(source) if text == "送达回证"] == ["送达回证"] * 3
    assert not [b for b in source.blocks if b.kind is BlockKind.HEADER]


def test_a_line_of_digits_in_the_text_is_no_page_number() -> None:
    def page(canvas: Canvas) -> None:
        put(canvas, LEFT, 100, "294")
        flow(canvas, [LONG], 128)
        put(canvas, LEFT, 300, "2023")

    assert body(read(pdf(page))) == ["294", LONG, "2023"]


def test_characters_and_boxes_agree_with_pdfplumber() -> None:
    data = pdf(lambda canvas: flow(canvas, [LONG, OTHER]))
    source = read(data)
    with pdfplumber.open(io.BytesIO(data)) as document:
        chars = [char for char in document.pages[0].chars if char["text"].strip()]
    mine = [
        (line_text[i], line.edges[i])
        for block in source.blocks
        for line in block.lines
        for line_text in [block.text[line.start : line.end]]
        for i in range(len(line_text))
        if line_text[i].strip()
    ]
    assert [text for text, _ in mine] == [char["text"] for char in chars]
    assert all(abs(x - char["x0"]) < 0.5 for (_, x), char in zip(mine, chars, strict=True))


def test_the_box_of_a_place_covers_its_words() -> None:
    source = read(pdf(lambda canvas: put(canvas, LEFT, 100, "罚款50000元整")))
    block = source.blocks[0]
    start = block.text.index("50000")
    place = block.place(start, start + 5)
    assert place.box is not None
    x0, top, x1, bottom = place.box
    assert x0 == pytest.approx(LEFT + 2 * SIZE, abs=1)
    assert x1 == pytest.approx(x0 + stringWidth("50000", FONT, SIZE), abs=1)
    assert top < 100 - SIZE / 2 < bottom
    assert block.text[place.start : place.end] == "50000"


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_page_reads_like_an_upright_one(turn: int) -> None:
    def page(canvas: Canvas) -> None:
        canvas.setPageRotation(turn)
        flow(canvas, [LONG, OTHER], 300)

    source = read(pdf(page))
    assert body(source) == [LONG, OTHER]
    place = source.blocks[0].place()
    assert place.box is not None
    x0, top, x1, bottom = place.box
    # As shown, each page turned back has the text where the upright one has it.
    with pdfplumber.open(io.BytesIO(pdf(page))) as document:
        shown = document.pages[0]
        assert (source.pages[0].width, source.pages[0].height) == pytest.approx((shown.width, shown.height), abs=1)
        found = next(c for c in shown.chars if c["text"] == LONG[0])
    assert x0 - 1 <= found["x0"] <= found["x1"] <= x1 + 1
    assert top - 1 <= found["top"] + 2
    assert found["bottom"] - 2 <= bottom + 1


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_paper_drawn_sideways_on_an_upright_page_is_read(turn: int) -> None:
    def page(canvas: Canvas) -> None:
        canvas.translate(WIDTH / 2, HEIGHT / 2)
        canvas.rotate(turn)
        canvas.translate(-WIDTH / 2, -HEIGHT / 2)
        flow(canvas, [LONG, OTHER], 300)

    assert body(read(pdf(page))) == [LONG, OTHER]


def test_a_few_words_across_the_page_do_not_mix_with_the_lines() -> None:
    def page(canvas: Canvas) -> None:
        flow(canvas, [LONG, OTHER])
        canvas.saveState()
        canvas.translate(60, 300)
        canvas.rotate(90)
        canvas.drawString(0, 0, "骑缝")
        canvas.restoreState()

    source = read(pdf(page))
    assert body(source) == [LONG, OTHER]
    assert [b.text for b in source.blocks if b.kind is BlockKind.TEXT_BOX] == ["骑缝"]


def test_unpainted_and_outlying_text_is_left_out_and_told() -> None:
    def page(canvas: Canvas) -> None:
        flow(canvas, [LONG])
        text = canvas.beginText(LEFT, 300)
        text.setFont("STSong-Light", SIZE)
        text.setTextRenderMode(3)
        text.textOut("看不见的字")
        canvas.drawText(text)
        put(canvas, WIDTH + 50, 100, "页外的字")

    source = read(pdf(page))
    assert body(source) == [LONG]
    (problem,) = source.problems
    assert problem.kind == "hidden-text"
    assert "看不见的字" in problem.message.zh


def test_values_of_form_fields_stand_after_their_labels() -> None:
    def page(canvas: Canvas) -> None:
        put(canvas, LEFT, 100, "当事人：", 12)
        canvas.acroForm.textfield(
            name="party", x=LEFT + 50, y=HEIGHT - 104, width=200, height=16, value="Yi Jia", borderWidth=0
        )
        put(canvas, LEFT, 140, "已送达", 12)
        canvas.acroForm.checkbox(name="done", x=LEFT + 40, y=HEIGHT - 142, size=12, checked=True)

    assert [text.replace(" ", "") for text in body(read(pdf(page)))] == ["当事人：YiJia", "已送达☑"]


def test_junk_before_the_header_does_no_harm() -> None:
    data = b"\x00junk\r\n" * 300 + pdf(lambda canvas: flow(canvas, [LONG]))
    assert body(read(data)) == [LONG]


def test_the_same_bytes_give_the_same_value() -> None:
    data = pdf(lambda canvas: flow(canvas, [LONG, OTHER]))
    assert read(data) == read(data)
