"""Numbers in Arabic digits, Chinese numerals and capitals."""

from decimal import Decimal

import pytest

from casecheck.text.numbers import parse_number, to_chinese


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", 12),
        ("１２", 12),
        ("1,234,567", 1234567),
        ("3.50", Decimal("3.50")),
        ("1.5万", 15000),
        ("2亿", 200_000_000),
        ("十", 10),
        ("十五", 15),
        ("一百零五", 105),
        ("一百一十五", 115),
        ("一百十五", 115),
        ("廿五", 25),
        ("卅", 30),
        ("二〇二三", 2023),
        ("二○二三", 2023),
        ("二O二三", 2023),
        ("二零二三", 2023),
        ("两千", 2000),
        ("伍万", 50000),
        ("肆拾壹万贰仟", 412000),
        ("壹佰零叁亿零伍拾万", 10_300_500_000),
        ("拾万", 100000),
        ("零", 0),
    ],
)
def test_number_is_read(text: str, value: int | Decimal) -> None:
    assert parse_number(text) == value


@pytest.mark.parametrize(
    "text", ["", "万", "百", "二三十", "一千二", "五百零", "伍仟伍", "一百一百", "12a", "1,23", "第三", "零十零"]
)
def test_what_is_no_number_or_ambiguous_is_refused(text: str) -> None:
    assert parse_number(text) is None


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "零"),
        (10, "十"),
        (12, "十二"),
        (20, "二十"),
        (105, "一百零五"),
        (110, "一百一十"),
        (1010, "一千零一十"),
        (10005, "一万零五"),
    ],
)
def test_chinese_is_written_as_statutes_do(number: int, text: str) -> None:
    assert to_chinese(number) == text
