"""Lines of Chinese text keep to the width and to the rules of punctuation."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from casecheck.report.wrapping import NOT_FIRST, NOT_LAST, wrap

PROSE = st.text(alphabet="案卷，。（）《》“”ab 12、", max_size=120)


@given(PROSE, st.integers(20, 80))
def test_no_line_is_too_wide_and_nothing_is_lost(text, width):
    lines = wrap(text, width)
    assert max(map(cell_len, lines)) <= width
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_closing_punctuation_does_not_begin_and_opening_does_not_end_a_line():
    for width in range(10, 40):
        lines = wrap("依据《市场监督管理行政处罚程序规定》第二十三条（一）项，“当事人”，处理。" * 3, width)
        assert not any(line[0] in NOT_FIRST for line in lines[1:])
        assert not any(line[-1] in NOT_LAST for line in lines[:-1])


def test_a_latin_word_is_not_cut_and_a_line_feed_is_kept():
    assert wrap("规则 PROC-NOTICE-WAIT 说明", 18) == ["规则", "PROC-NOTICE-WAIT", "说明"]
    assert wrap("甲\n乙", 20) == ["甲", "乙"]


def test_a_word_wider_than_the_line_is_cut():
    assert wrap("x" * 25, 10) == ["x" * 10, "x" * 10, "x" * 5]
