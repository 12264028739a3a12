"""A passage: several blocks searched as one, each finding with its place."""

import pytest

from casecheck.model.source import Block, BlockKind
from casecheck.text.passage import Passage, join_printed


def block(index: int, text: str, *, continues: bool = False, page: int | None = None) -> Block:
    return Block(file="决定书.docx", index=index, kind=BlockKind.PARAGRAPH, text=text, continues=continues, page=page)


def test_blocks_are_separated_unless_one_continues_the_other() -> None:
    passage = Passage([block(0, "罚款 2000"), block(1, "元整", continues=True), block(2, "当事人")])
    assert passage.text == "罚款2000元整\n当事人"
    assert [(start, end, b.index) for start, end, b in passage.spans] == [(0, 6, 0), (6, 8, 1), (9, 12, 2)]


def test_a_span_over_two_blocks_has_a_place_in_each() -> None:
    passage = Passage([block(0, "决定： 罚款", page=1), block(1, "2000 元", continues=True, page=2)])
    start = passage.text.index("罚款")
    first, second = passage.places(start, start + 7)
    assert (first.block, first.start, first.end, first.page) == (0, 4, 6, 1)
    assert (second.block, second.start, second.end, second.page) == (1, 0, 6, 2)


def test_the_quote_is_as_printed_without_line_breaks() -> None:
    passage = Passage([block(0, "2023 年 5 月\n6 日 立案(第1号)")])
    quote = passage.quote(0, len(passage.text), document="d01", role="立案日期")
    assert quote.text == "2023年5月6日立案(第1号)"
    assert (quote.document, quote.role, quote.place.block) == ("d01", "立案日期", 0)


def test_white_space_between_latin_words_stays_one_space() -> None:
    assert join_printed("  Meat   Loaf\n牛肉 罐头 ") == "Meat Loaf牛肉罐头"


def test_the_line_feed_belongs_to_the_block_before_it() -> None:
    passage = Passage([block(0, "甲"), block(1, ""), block(2, "乙")])
    assert passage.text == "甲\n\n乙"
    assert [passage.block_at(i).index for i in range(4)] == [0, 0, 1, 2]


def test_an_empty_span_has_one_place() -> None:
    passage = Passage([block(0, "甲 乙")])
    (place,) = passage.places(1, 1)
    assert (place.start, place.end) == (2, 2)


def test_no_block_no_place() -> None:
    passage = Passage([])
    assert passage.text == ""
    with pytest.raises(IndexError):
        passage.block_at(0)
