"""Columns of prose are read one after the other, labels and values row by row."""

from reportlab.pdfgen.canvas import Canvas

from casecheck.model.source import BlockKind
from tests.unit.sources.pdf_files import LEFT, body, flow, pdf, put, read
from tests.unit.sources.test_pdf import LONG, OTHER

FIRST = LONG + OTHER
SECOND = (
    "本机关于二〇二三年五月六日向当事人送达告知书，当事人在法定期限内未提出陈述、申辩意见，也未要求听证，视为放弃此权利。"
    * 2
)


def _column(canvas: Canvas, x: float, text: str, top: float, width: int = 14, size: float = 12) -> int:
    """Prose set narrow, two characters of indent; gives the number of its lines."""
    rest, indent, count = text, 2, 0
    while rest:
        put(canvas, x + indent * size, top + 20 * count, rest[: width - indent], size)
        rest, indent, count = rest[width - indent :], 0, count + 1
    return count


def test_two_columns_are_read_one_after_the_other() -> None:
    def page(canvas: Canvas) -> None:
        flow(canvas, ["关于处罚决定公开的说明，全文如下，由本机关负责解释，各有关单位应当遵照执行，不得推诿。"], 100)
        _column(canvas, LEFT, FIRST, 200)
        _column(canvas, LEFT + 16 * 12, SECOND, 200)

    head, *rest = body(read(pdf(page)))
    assert head.startswith("关于处罚决定")
    assert rest == [FIRST, SECOND]


def test_a_sentence_runs_on_from_one_column_to_the_next() -> None:
    text = FIRST + SECOND

    def page(canvas: Canvas) -> None:
        half = 12 + 14 * 7
        _column(canvas, LEFT, text[:half], 200)
        for number in range(8):
            put(canvas, LEFT + 16 * 12, 200 + 20 * number, text[half + 14 * number :][:14], 12)

    blocks = read(pdf(page)).blocks
    assert [block.continues for block in blocks] == [False, True]
    assert "".join(b.text.replace("\n", "") for b in blocks) == text[: 12 + 14 * 7 + 14 * 8]


def test_labels_and_values_keep_to_their_rows() -> None:
    rows = [("当事人", "某市某区某某食品经营商行（个体工商户）"), ("统一社会信用代码", "92310000MA1XXXXX0X"), ("经营场所", "某市某区某路一号二层三室"), ("法定代表人", "甲某"),
            ("联系电话", "13800000000"), ("案由", "涉嫌销售超过保质期的食品"), ("案件来源", "监督检查中发现的线索，本机关自行"), ("承办机构", "某市场监督管理所")]  # fmt: skip

    def page(canvas: Canvas) -> None:
        for number, (label, value) in enumerate(rows):
            put(canvas, LEFT, 100 + 28 * number, label, 14)
            put(canvas, LEFT + 180, 100 + 28 * number, value, 14)

    assert [tuple(text.split(" ", 1)) for text in body(read(pdf(page)))] == rows


def test_the_rest_of_a_value_stands_under_it() -> None:
    def page(canvas: Canvas) -> None:
        put(canvas, LEFT, 100, "经营场所", 14)
        put(canvas, LEFT + 120, 100, "某市某区某路一号某某大厦二层三室", 14)
        put(canvas, LEFT + 120, 128, "及四室", 14)
        put(canvas, LEFT, 156, "法定代表人", 14)
        put(canvas, LEFT + 120, 156, "甲某", 14)

    assert body(read(pdf(page))) == ["经营场所 某市某区某路一号某某大厦二层三室及四室", "法定代表人 甲某"]


def test_places_in_a_column_lie_in_it() -> None:
    def page(canvas: Canvas) -> None:
        _column(canvas, LEFT, FIRST, 200)
        _column(canvas, LEFT + 16 * 12, SECOND, 200)

    second = read(pdf(page)).blocks[1]
    assert second.kind is BlockKind.PARAGRAPH
    box = second.place(0, 10).box
    assert box is not None
    assert box[0] > LEFT + 15 * 12
