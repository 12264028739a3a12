"""Tables of a DOCX on the full grid."""

from casecheck.model.source import BlockKind
from tests.unit.sources.docx_files import cell, docx, levels, numbered, paragraph, read, table

START, GO_ON = "<w:vMerge w:val='restart'/>", "<w:vMerge/>"


def span(columns: int) -> str:
    return f"<w:gridSpan w:val='{columns}'/>"


def grid(data: bytes) -> dict[str, tuple[int, int, int, int]]:
    found = {}
    for block in read(data).blocks:
        assert block.cell is not None
        found[block.text] = (block.cell.row, block.cell.column, block.cell.row_span, block.cell.column_span)
    return found


def test_merged_cells_are_given_once_with_what_they_cover() -> None:
    data = docx(
        table(
            cell("当事人", START) + cell("名称") + cell("某某商行", span(2)),
            cell("", GO_ON) + cell("住所") + cell("某路1号") + cell("邮编"),
            cell("案由", span(4)),
        )
    )
    assert grid(data) == {
        "当事人": (0, 0, 2, 1),
        "名称": (0, 1, 1, 1),
        "某某商行": (0, 2, 1, 2),
        "住所": (1, 1, 1, 1),
        "某路1号": (1, 2, 1, 1),
        "邮编": (1, 3, 1, 1),
        "案由": (2, 0, 1, 4),
    }


def test_a_row_that_begins_later_keeps_its_columns() -> None:
    late = "<w:trPr><w:gridBefore w:val='1'/></w:trPr>" + cell("乙")
    assert grid(docx(table(cell("甲") + cell("丙"), late)))["乙"] == (1, 1, 1, 1)


def test_old_horizontal_merges_are_one_cell() -> None:
    row = cell("甲", "<w:hMerge w:val='restart'/>") + cell("", "<w:hMerge/>") + cell("乙")
    assert grid(docx(table(row))) == {"甲": (0, 0, 1, 2), "乙": (0, 2, 1, 1)}


def test_blank_cells_are_there() -> None:
    blocks = read(docx(table(cell("批准日期") + cell("")))).blocks
    assert [(block.kind, block.text) for block in blocks] == [(BlockKind.CELL, "批准日期"), (BlockKind.CELL, "")]


def test_a_cell_is_one_block_with_its_paragraphs_on_lines() -> None:
    data = docx(table(cell(paragraph("同意。") + paragraph("张某") + paragraph("2023年5月6日"))))
    (block,) = read(data).blocks
    assert block.text == "同意。\n张某\n2023年5月6日"


def test_a_nested_table_follows_its_cell_as_a_table_of_its_own() -> None:
    inner = table(cell("内一") + cell("内二"))
    blocks = read(docx(table(cell(paragraph("外") + inner + paragraph("后")) + cell("右")))).blocks
    assert [(b.text, b.cell.table if b.cell else None) for b in blocks] == [
        ("外\n后", 0),
        ("内一", 1),
        ("内二", 1),
        ("右", 0),
    ]


def test_a_cell_inside_a_content_control_is_a_cell() -> None:
    row = "<w:sdt><w:sdtContent>" + cell("控件") + "</w:sdtContent></w:sdt>" + cell("普通")
    assert list(grid(docx(table(row)))) == ["控件", "普通"]


def test_automatic_numbers_of_a_first_column_are_read() -> None:
    data = docx(
        table(cell(numbered("", 1)) + cell("封面"), cell(numbered("", 1)) + cell("目录")),
        numbering=levels(("decimal", "%1")),
    )
    assert [block.text.strip() for block in read(data).blocks] == ["1", "封面", "2", "目录"]
