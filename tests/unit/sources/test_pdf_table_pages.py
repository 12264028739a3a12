"""A table that runs over the page is one table."""

from reportlab.pdfgen.canvas import Canvas

from casecheck.model.source import BlockKind, SourceText
from casecheck.text.passage import Passage
from tests.unit.sources.pdf_files import LEFT, Draw, pdf, put, read, rule

XS = [LEFT, LEFT + 80, LEFT + 400]
HEAD = ["序号", "物品名称"]


def _page(top: float, rows: list[list[str]], before: str = "", after: str = "") -> Draw:
    def draw(canvas: Canvas) -> None:
        if before:
            put(canvas, LEFT, top - 20, before, 12)
        tops = [top + 30 * number for number in range(len(rows) + 1)]
        rule(canvas, XS, tops)
        for number, row in enumerate(rows):
            for x, text in zip(XS, row, strict=False):
                put(canvas, x + 4, tops[number] + 20, text, 12)
        if after:
            put(canvas, LEFT, tops[-1] + 30, after, 12)

    return draw


def _cells(source: SourceText) -> list[tuple[str, int, int, int]]:
    return [
        (b.text, b.cell.table, b.cell.row, b.cell.column) for b in source.blocks if b.kind is BlockKind.CELL and b.cell
    ]


def test_rows_count_on_over_the_page_and_the_repeated_head_is_no_row_of_goods() -> None:
    source = read(pdf(_page(600, [HEAD, ["1", "甲"]]), _page(90, [HEAD, ["2", "乙"]])))
    assert _cells(source) == [
        ("序号", 0, 0, 0), ("物品名称", 0, 0, 1), ("1", 0, 1, 0), ("甲", 0, 1, 1), ("2", 0, 3, 0), ("乙", 0, 3, 1),
    ]  # fmt: skip
    assert [b.text for b in source.blocks if b.kind is BlockKind.HEADER] == HEAD


def test_a_cell_cut_by_the_page_goes_on() -> None:
    source = read(
        pdf(
            _page(600, [["案由", "甲"], ["事实", "当事人销售超过保质"]]),
            _page(90, [["", "期的食品。"], ["意见", "同意"]]),
        )
    )
    assert "当事人销售超过保质期的食品。" in Passage(source.blocks).text
    assert [b.text for b in source.blocks if b.continues] == ["", "期的食品。"]


def test_a_cell_that_ended_does_not_go_on() -> None:
    source = read(
        pdf(_page(600, [["案由", "甲"], ["事实", "已经查清。"]]), _page(90, [["", "另有说明"], ["意见", "同意"]]))
    )
    assert not any(b.continues for b in source.blocks)


def test_text_between_parts_tables() -> None:
    for first, second in (
        (_page(600, [HEAD, ["1", "甲"]], after="以上共一页。"), _page(90, [HEAD, ["2", "乙"]])),
        (_page(600, [HEAD, ["1", "甲"]]), _page(120, [HEAD, ["2", "乙"]], before="物品清单（二）")),
    ):
        assert {table for _, table, _, _ in _cells(read(pdf(first, second)))} == {0, 1}


def test_other_columns_make_another_table() -> None:
    def narrow(canvas: Canvas) -> None:
        xs = [LEFT, LEFT + 40, LEFT + 80, LEFT + 400]
        rule(canvas, xs, [90, 120])
        for x, text in zip(xs, ("2", "乙", "完好"), strict=False):
            put(canvas, x + 4, 110, text, 12)

    assert {table for _, table, _, _ in _cells(read(pdf(_page(600, [HEAD, ["1", "甲"]]), narrow)))} == {0, 1}
