"""Ruled tables of a PDF."""

import io

import pdfplumber
import pytest
from reportlab.pdfgen.canvas import Canvas

from casecheck.model.source import Block, BlockKind
from tests.unit.sources.pdf_files import HEIGHT, LEFT, body, pdf, put, read, rule


def cells(data: bytes) -> list[Block]:
    return [block for block in read(data).blocks if block.kind is BlockKind.CELL]


def form(canvas: Canvas) -> None:
    """A form with a merged label on the left and a merged value on the right."""
    xs, tops = [90.0, 150.0, 250.0, 350.0, 500.0], [100.0, 140.0, 180.0, 260.0]
    for top in (100.0, 180.0, 260.0):
        canvas.line(90, HEIGHT - top, 500, HEIGHT - top)
    canvas.line(150, HEIGHT - 140, 500, HEIGHT - 140)
    canvas.line(90, HEIGHT - 100, 90, HEIGHT - 260)
    canvas.line(150, HEIGHT - 100, 150, HEIGHT - 260)
    canvas.line(250, HEIGHT - 100, 250, HEIGHT - 180)
    canvas.line(350, HEIGHT - 140, 350, HEIGHT - 180)
    canvas.line(500, HEIGHT - 100, 500, HEIGHT - 260)
    assert len(xs) == 5
    assert len(tops) == 4
    put(canvas, 95, 130, "当事", 12)
    put(canvas, 95, 150, "人", 12)
    put(canvas, 155, 125, "名称", 12)
    put(canvas, 255, 125, "某某商行", 12)
    put(canvas, 155, 165, "住所", 12)
    put(canvas, 255, 165, "某路", 12)
    put(canvas, 355, 165, "一号", 12)
    put(canvas, 95, 220, "案由", 12)
    put(canvas, 155, 200, "经营超过保质期", 12)
    put(canvas, 155, 220, "的食品", 12)


def test_merged_cells_stand_once_on_the_full_grid() -> None:
    found = {
        block.text: (block.cell.row, block.cell.column, block.cell.row_span, block.cell.column_span)
        for block in cells(pdf(form))
        if block.cell
    }
    assert found == {
        "当事\n人": (0, 0, 2, 1),
        "名称": (0, 1, 1, 1),
        "某某商行": (0, 2, 1, 2),
        "住所": (1, 1, 1, 1),
        "某路": (1, 2, 1, 1),
        "一号": (1, 3, 1, 1),
        "案由": (2, 0, 1, 1),
        "经营超过保质期\n的食品": (2, 1, 1, 3),
    }


def test_cells_agree_with_pdfplumber() -> None:
    data = pdf(form)
    with pdfplumber.open(io.BytesIO(data)) as document:
        (table,) = document.pages[0].find_tables()
    mine = sorted(block.box for block in cells(data) if block.box)
    assert len(mine) == len(table.cells)
    assert all(box == pytest.approx(other, abs=1) for box, other in zip(mine, sorted(table.cells), strict=True))


def test_text_around_a_table_stays_before_and_after_it() -> None:
    def page(canvas: Canvas) -> None:
        put(canvas, LEFT, 90, "物品清单")
        rule(canvas, [90, 200, 400], [100, 140, 180])
        put(canvas, 95, 125, "名称")
        put(canvas, 205, 165, "三瓶")
        put(canvas, LEFT, 210, "以下空白")

    blocks = read(pdf(page)).blocks
    assert [block.text for block in blocks] == ["物品清单", "名称", "", "", "三瓶", "以下空白"]
    assert [block.index for block in blocks] == list(range(6))


def test_a_frame_round_the_text_is_no_table() -> None:
    def page(canvas: Canvas) -> None:
        canvas.rect(60, 60, 475, 720)
        put(canvas, LEFT, 100, "询问笔录")

    source = read(pdf(page))
    assert body(source) == ["询问笔录"]
    assert not cells(pdf(page))


def test_a_nested_table_is_a_table_of_its_own() -> None:
    def page(canvas: Canvas) -> None:
        rule(canvas, [90, 300, 500], [100, 300])
        rule(canvas, [320, 400, 480], [150, 190, 230])
        put(canvas, 95, 125, "外")
        put(canvas, 325, 175, "内")

    tables = {block.text: block.cell.table for block in cells(pdf(page)) if block.cell and block.text}
    assert tables["外"] != tables["内"]


def test_a_table_open_at_its_sides_has_its_outer_columns() -> None:
    def page(canvas: Canvas) -> None:
        for top in (100, 140, 180):
            canvas.line(90, HEIGHT - top, 500, HEIGHT - top)
        canvas.line(250, HEIGHT - 100, 250, HEIGHT - 180)
        put(canvas, 100, 125, "左")
        put(canvas, 300, 165, "右")

    assert [block.text for block in cells(pdf(page))] == ["左", "", "", "右"]


def test_what_runs_over_its_border_stays_in_its_cell() -> None:
    def page(canvas: Canvas) -> None:
        rule(canvas, [90, 150, 400], [100, 140])
        put(canvas, 95, 125, "统一代码九")
        put(canvas, 200, 125, "值")

    assert [block.text for block in cells(pdf(page))] == ["统一代码九", "值"]


def test_borders_drawn_as_thin_bars_and_twice_are_one() -> None:
    def page(canvas: Canvas) -> None:
        for x in (90, 250, 400):
            canvas.rect(x, HEIGHT - 180, 0.5, 80, stroke=0, fill=1)
            canvas.rect(x + 1.2, HEIGHT - 180, 0.5, 80, stroke=0, fill=1)
        for top in (100, 180):
            canvas.rect(90, HEIGHT - top, 311, 0.5, stroke=0, fill=1)
        put(canvas, 95, 140, "甲")
        put(canvas, 255, 140, "乙")

    assert [block.text for block in cells(pdf(page))] == ["甲", "乙"]
