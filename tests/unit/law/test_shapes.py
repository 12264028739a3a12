"""条款项: the compact notation, and what it can say of a paragraph or an item."""

import pytest

from casecheck.law.shapes import ArticleShape, read_shapes


def test_the_notation_reads() -> None:
    shapes = read_shapes("1-3:1 4:2 5:1(6) 6:3(0,4,?) 7:? 133.1:2")
    assert shapes[2, 0] == ArticleShape(paragraphs=1, items=(0,))
    assert shapes[5, 0] == ArticleShape(paragraphs=1, items=(6,))
    assert shapes[6, 0] == ArticleShape(paragraphs=3, items=(0, 4, None))
    assert shapes[7, 0] == ArticleShape(paragraphs=None)
    assert shapes[133, 1].paragraphs == 2
    assert len(shapes) == 8


@pytest.mark.parametrize("entry", ["1", "1:", "1:2(3)", "1:1(2,3)", "a:1", "1:1()", "1:1 1:2", "1-3:1 2:1"])
def test_a_broken_entry_is_named(entry: str) -> None:
    with pytest.raises(ValueError, match=entry.split()[-1].split("(")[0]):
        read_shapes(entry)


def test_items_of_a_paragraph_and_of_the_article_as_a_whole() -> None:
    shape = ArticleShape(paragraphs=2, items=(0, 5))
    assert shape.has_paragraph(2) is True
    assert shape.has_paragraph(3) is False
    assert shape.has_paragraph(0) is False
    assert shape.has_item(5, 2) is True
    assert shape.has_item(6, 2) is False
    assert shape.has_item(1, 1) is False
    assert shape.has_item(5) is True
    assert shape.has_item(6) is False


def test_what_was_not_counted_is_not_known() -> None:
    unknown = ArticleShape(paragraphs=None)
    assert unknown.has_paragraph(9) is None
    assert unknown.has_item(9) is None
    partly = ArticleShape(paragraphs=2, items=(3, None))
    assert partly.has_item(2, 1) is True
    assert partly.has_item(4, 1) is False
    assert partly.has_item(4, 2) is None
    assert partly.has_item(4) is None
