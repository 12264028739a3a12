"""Money, numbers and units: what is written out and read again, and what is worked out again."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from casecheck.model.amounts import Result
from casecheck.rules.amount_table.table import amounts
from casecheck.rules.amount_table.units import factor, stated_sizes
from casecheck.text.money import decimal_yuan, find_caps_pairs, find_money, format_yuan
from casecheck.text.numbers import parse_number, to_chinese
from tests.rules.kit import case

MASSES = st.sampled_from(["毫克", "克", "千克", "公斤", "斤", "市斤", "两", "吨", "kg", "g"])
VOLUMES = st.sampled_from(["毫升", "升", "公升", "ml", "L"])
PIECES = st.sampled_from(["箱", "瓶", "件", "台", "个"])
FEN = st.integers(1, 10**11)
DIGITS, UNITS = "零壹贰叁肆伍陆柒捌玖", ("", "拾", "佰", "仟")


def in_capitals(fen: int) -> str:
    """大写 of a sum below 100,000,000 yuan, by the rule of 支付结算办法: zeros within are one 零."""
    yuan, rest = divmod(fen, 100)
    said = ""
    for section, name in ((yuan // 10**4, "万"), (yuan % 10**4, "")):
        digits = "".join(
            DIGITS[int(d)] + (UNITS[3 - n] if d != "0" else "") for n, d in enumerate(f"{section:04d}")
        ).rstrip("零")
        said += f"{digits}{name}" if section else "零"
    while "零零" in said:
        said = said.replace("零零", "零")
    said = said.strip("零") + "元" if yuan else ""
    jiao, cent = divmod(rest, 10)
    if not rest:
        return said + "整"
    tail = (DIGITS[jiao] + "角" if jiao else ("零" if said else "")) + (DIGITS[cent] + "分" if cent else "整")
    return said + tail


@given(FEN)
def test_a_sum_that_is_printed_is_read_as_it_was(fen: int) -> None:
    for printed in (f"{decimal_yuan(fen)}元", f"{format_yuan(fen)}元", f"￥{format_yuan(fen)}"):
        assert [m.fen for m in find_money(f"罚款{printed}。")] == [fen]


@given(st.integers(1, 10**10 - 1))
def test_capitals_and_figures_of_one_sum_agree_and_of_another_do_not(fen: int) -> None:
    caps = in_capitals(fen)
    (pair,) = find_caps_pairs(f"罚款{decimal_yuan(fen)}元（大写：{caps}）。")
    assert (pair.caps_fen, pair.digits_fen) == (fen, fen), caps
    (other,) = find_caps_pairs(f"罚款{decimal_yuan(fen + 1)}元（大写：{caps}）。")
    assert not other.agrees


@given(st.integers(0, 10**12))
def test_numerals_are_read_as_they_were_written(number: int) -> None:
    assert parse_number(to_chinese(number)) == number


@given(MASSES, MASSES, VOLUMES)
def test_conversions_go_back_and_never_cross(one: str, other: str, volume: str) -> None:
    there, back = factor(one, other, {}), factor(other, one, {})
    assert there is not None and back is not None and there * back == 1
    assert factor(one, volume, {}) is None


@given(PIECES, PIECES, st.integers(1, 500))
def test_pieces_convert_only_by_what_is_stated(outer: str, inner: str, count: int) -> None:
    assert (factor(outer, inner, {}) is None) == (outer != inner)
    if outer != inner:
        assert factor(inner, outer, {(outer, inner): Fraction(count)}) == Fraction(1, count)


@given(st.integers(1, 200))
def test_a_stated_size_is_read(count: int) -> None:
    assert stated_sizes(f"该酒每箱{count}瓶。") == {("箱", "瓶"): Fraction(count)}
    assert stated_sizes(f"单价{count}元/箱。") == {}


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 2000), st.integers(1, 1000), st.sampled_from(["公斤", "千克"]), st.integers(0, 3))
def test_a_product_is_right_exactly_when_the_sum_is_its_own(count: int, price: int, unit: str, off: int) -> None:
    total = Decimal(price) * count / 2 + off
    said = f"货值金额为{count}斤×{price}元/{unit}={total}元。"
    (worked,) = amounts(case({}, {"form": "案件调查终结报告", "text": said})).reckonings
    assert worked.result is (Result.DIFFERS if off else Result.OK)
