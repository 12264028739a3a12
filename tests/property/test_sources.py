"""Whatever a file holds, reading it gives a value, and every offset of that value is exact."""

from hypothesis import given, settings
from hypothesis import strategies as st

from casecheck.model.source import SourceText
from casecheck.sources.docx_numbering import render
from casecheck.sources.pdf_tables import find_tables
from casecheck.sources.read import read_bytes
from casecheck.text.numbers import parse_number
from tests.unit.sources.docx_files import cell, docx, paragraph, table
from tests.unit.sources.pdf_files import flow, pdf

DOCX = docx(paragraph("立案审批表") + table(cell("案由") + cell("虚假宣传")), footnotes="<w:footnote/>")
WORDS = st.text(st.sampled_from("当事人违反了规定，罚款（〔〕）。：-12a "), min_size=1, max_size=90)


def check(source: SourceText) -> None:
    """Offsets lie in their text, lines follow one another, indexes count."""
    for block in source.blocks:
        end = 0
        for line in block.lines:
            assert end <= line.start < line.end <= len(block.text)
            assert block.text[end : line.start] in ("", "\n")
            assert not line.edges or len(line.edges) == line.end - line.start + 1
            end = line.end
        if block.lines:
            assert end == len(block.text)


@given(st.lists(WORDS, min_size=1, max_size=5))
@settings(max_examples=25, deadline=None)
def test_every_character_that_is_set_is_read_at_an_exact_place(paragraphs: list[str]) -> None:
    source = read_bytes(pdf(lambda canvas: flow(canvas, paragraphs)), "a.pdf")
    check(source)
    read = "".join("".join(block.text.split()) for block in source.blocks)
    assert read == "".join("".join(text.split()) for text in paragraphs)


@given(st.integers(0, len(DOCX) - 1), st.binary(min_size=1, max_size=6))
@settings(max_examples=150, deadline=None)
def test_a_damaged_docx_gives_a_value(position: int, junk: bytes) -> None:
    data = DOCX[:position] + junk + DOCX[position + len(junk) :]
    source = read_bytes(data, "a.docx")
    assert source.blocks or source.problems


@given(st.lists(st.tuples(st.integers(0, 300), st.integers(0, 300), st.integers(0, 200)), max_size=30))
@settings(max_examples=100, deadline=None)
def test_cells_of_any_rulings_fill_their_tables_without_overlap(lines: list[tuple[int, int, int]]) -> None:
    across = [(float(x), float(y), float(x + length), float(y)) for x, y, length in lines[::2]]
    down = [(float(x), float(y), float(x), float(y + length)) for x, y, length in lines[1::2]]
    for found in find_tables(across, down):
        fields = [
            (row, column)
            for item in found.cells
            for row in range(item.row, item.row + item.row_span)
            for column in range(item.column, item.column + item.column_span)
        ]
        assert len(fields) == len(set(fields))
        for item in found.cells:
            x, y = (item.box[0] + item.box[2]) / 2, (item.box[1] + item.box[3]) / 2
            assert found.cells[found.cell_at(x, y)] == item


@given(st.integers(1, 9_999), st.sampled_from(["chineseCounting", "chineseCountingThousand", "chineseLegalSimplified"]))
def test_chinese_counters_read_back(value: int, style: str) -> None:
    assert parse_number(render(value, style)) == value
