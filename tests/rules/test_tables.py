"""Tables of a paper: what a page break, or another table, does to their heading."""

from collections.abc import Sequence

from casecheck.model.dossier import CaseDocument
from casecheck.model.source import Block, BlockKind, CellPosition
from casecheck.rules.builtin.tables import rows_of

HEAD = ("序号", "题名", "页号")


def paper(*tables: Sequence[Sequence[str]]) -> CaseDocument:
    cells = [
        (number, row, column, text)
        for number, rows in enumerate(tables)
        for row, line in enumerate(rows)
        for column, text in enumerate(line)
    ]
    blocks = tuple(
        Block(
            file="目录.docx",
            index=index,
            kind=BlockKind.CELL,
            text=text,
            cell=CellPosition(table=number, row=row, column=column),
        )
        for index, (number, row, column, text) in enumerate(cells)
    )
    return CaseDocument(id="d01", form=None, title="卷内文件目录", blocks=blocks, file="目录.docx")


def titles(document: CaseDocument) -> list[str]:
    return [row["题名"].words for row in rows_of(document) if "题名" in row]


def test_a_table_goes_on_behind_a_page_break_without_its_heading() -> None:
    assert titles(paper([HEAD, ("1", "立案审批表", "1")], [("2", "现场笔录", "2-3")])) == ["立案审批表", "现场笔录"]


def test_a_table_of_other_columns_does_not_go_on() -> None:
    assert titles(paper([HEAD, ("1", "立案审批表", "1")], [("当事人", "陈某")])) == ["立案审批表"]


def test_a_later_heading_begins_a_new_table() -> None:
    other = [("序号", "品名", "数量"), ("1", "面包", "2")]
    assert titles(paper([HEAD, ("1", "立案审批表", "1")], other)) == ["立案审批表"]
