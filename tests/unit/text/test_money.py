"""Sums of money in 分."""

import pytest

from casecheck.text.folded import fold_text
from casecheck.text.money import decimal_yuan, find_caps_pairs, find_money, format_yuan, parse_caps


@pytest.mark.parametrize(
    ("text", "fen", "caps"),
    [
        ("罚款5000元", 500_000, False),
        ("罚款20，600元", 2_060_000, False),
        ("处1.5万元罚款", 1_500_000, False),
        ("货值1亿元", 10_000_000_000, False),
        ("￥50,000.00", 5_000_000, False),
        ("共计12元5角", 1250, False),
        ("每分钟0.335元", 34, False),
        ("退还3角", 30, False),
        ("罚款二千元", 200_000, False),
        ("罚款贰仟元", 200_000, True),
        ("人民币伍万圆整", 5_000_000, True),
        ("肆拾壹万贰仟元叁角伍分", 41_200_035, True),
        ("叁佰元零伍分", 30_005, True),
        ("罚款人民币壹仟（1000）元整", 100_000, True),
        ("编码33010000502，360元", 36_000, False),
    ],
)
def test_one_sum(text: str, fen: int, caps: bool) -> None:
    (mention,) = find_money(fold_text(text))
    assert (mention.fen, mention.caps) == (fen, caps)


def test_several_sums_with_their_offsets() -> None:
    text = "没收违法所得860元，并处罚款5000元，合计5860元"
    assert [(text[m.start : m.end], m.fen) for m in find_money(text)] == [
        ("860元", 86_000),
        ("5000元", 500_000),
        ("5860元", 586_000),
    ]


@pytest.mark.parametrize("text", ["2023元旦", "三角形", "第五元素", "1.5公斤", "500份", "¥1,0000"])
def test_what_is_no_sum(text: str) -> None:
    assert find_money(fold_text(text)) == []


@pytest.mark.parametrize(
    ("text", "fen"),
    [
        ("伍万元整", 5_000_000),
        ("人民币壹仟贰佰元正", 120_000),
        ("壹拾元零伍分", 1005),
        ("伍角", 50),
        ("零元", 0),
        ("叁拾 万圆", 30_000_000),
    ],
)
def test_capitals(text: str, fen: int) -> None:
    assert parse_caps(text) == fen


@pytest.mark.parametrize(
    "text", ["", "元整", "贰仟元元", "伍万元伍元", "伍仟伍元", "肆拾元肆拾肆角肆分", "5000元", "壹份"]
)
def test_malformed_capitals(text: str) -> None:
    assert parse_caps(text) is None


@pytest.mark.parametrize(
    ("text", "caps", "digits"),
    [
        ("伍万元整（￥50000.00）", 5_000_000, 5_000_000),
        ("50000元（大写：伍万元整）", 5_000_000, 5_000_000),
        ("（大写）伍万元整（小写）50000元", 5_000_000, 5_000_000),
        ("壹仟（1000）元整", 100_000, 100_000),
        ("5万元（人民币伍万元整）", 5_000_000, 5_000_000),
        ("叁佰元伍角（?300.50）", 30_050, 30_050),
        ("1955.1元（壹仟玖佰玖拾伍元壹角）", 199_510, 195_510),
        ("肆拾元肆拾肆角肆分（¥44.44元）", None, 4444),
    ],
)
def test_pairs(text: str, caps: int | None, digits: int) -> None:
    (pair,) = find_caps_pairs(fold_text(text))
    assert (pair.caps_fen, pair.digits_fen, pair.agrees) == (caps, digits, caps == digits)


@pytest.mark.parametrize(
    "text",
    ["罚款伍佰元，没收违法所得500元", "涉及27万元。（1）代理服务", "复印件壹份（2页）", "罚款1000元。（二）没收"],
)
def test_sums_that_do_not_belong_together(text: str) -> None:
    assert find_caps_pairs(fold_text(text)) == []


@pytest.mark.parametrize(
    ("text", "caps"),
    [
        ("合计壹拾万伍仟元捌角\n陆分（￥：105000.86元）", 10_500_086),
        ("罚款2301.95元（大写：贰仟叁佰零壹\n元玖角伍分）", 230_195),
        ("罚款300.50元（大写：叁佰元\n伍角）", 30_050),
        ("没收贰万元\n伍佰元（￥500元）", 50_000),
    ],
)
def test_a_sum_in_words_over_the_end_of_a_line(text: str, caps: int) -> None:
    assert [pair.caps_fen for pair in find_caps_pairs(fold_text_by_line(text))] == [caps]


def test_the_number_of_the_next_line_is_no_sum_in_figures() -> None:
    assert find_caps_pairs(fold_text_by_line("罚款伍仟元\n（3）没收工具")) == []


def fold_text_by_line(text: str) -> str:
    return "\n".join(fold_text(line) for line in text.split("\n"))


def test_printing() -> None:
    assert (format_yuan(5_000_001), decimal_yuan(5_000_001), decimal_yuan(5)) == ("50,000.01", "50000.01", "0.05")
