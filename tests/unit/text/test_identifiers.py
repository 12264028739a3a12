"""Identifiers and masked values. All numbers are invented and only carry right check characters."""

import pytest

from casecheck.text.folded import fold_text
from casecheck.text.identifiers import (
    find_uscc,
    is_masked,
    normalise_name,
    resident_id_valid,
    uscc_valid,
    visible_match,
)

USCC = "91350100M000100Y43"
PERSON = "11010519491231002X"


def test_check_characters() -> None:
    assert uscc_valid(USCC)
    assert uscc_valid(" ９１350100M000100Y43 ")
    assert resident_id_valid(PERSON)
    assert resident_id_valid(PERSON.lower())


@pytest.mark.parametrize("position", range(18))
def test_every_wrong_character_is_noticed(position: int) -> None:
    wrong_code = USCC[:position] + ("7" if USCC[position] != "7" else "8") + USCC[position + 1 :]
    wrong_person = PERSON[:position] + ("7" if PERSON[position] != "7" else "8") + PERSON[position + 1 :]
    assert not uscc_valid(wrong_code)
    assert not resident_id_valid(wrong_person)


@pytest.mark.parametrize("code", ["", USCC[:17], USCC + "1", "91350100MO00100Y43", "9135010*M000100Y43", USCC.lower()])
def test_what_is_no_uscc(code: str) -> None:
    assert not uscc_valid(code)


@pytest.mark.parametrize(
    "number", ["", "110105194912310021", "11010519491331002X", "110105490231002", "X1010519491231002X"]
)
def test_what_is_no_resident_id(number: str) -> None:
    assert not resident_id_valid(number)


@pytest.mark.parametrize(
    ("text", "value", "valid"),
    [
        (f"统一社会信用代码：{USCC}住所：江城", USCC, True),
        (f"统一社会信用代码（注册号）：{USCC}2024年11月12日", USCC, True),
        ("统一社会信用代码：91350100MO00100Y43", "91350100MO00100Y43", False),
        ("统一社会信用代码：9135010********Y43", "9135010********Y43", None),
        ("社会信用代码：9******J住所", "9******J", None),
        ("统一社会信用代码：91350100M000100Y4住所", "91350100M000100Y4", False),
        (f"（{USCC}）", USCC, True),
        ("代码91350100M000100Y44的公司", "91350100M000100Y44", False),
    ],
)
def test_codes_are_found(text: str, value: str, valid: bool | None) -> None:
    (code,) = find_uscc(fold_text(text))
    assert (code.value, code.valid) == (value, valid)


@pytest.mark.parametrize(
    "text",
    [
        "统一社会信用代码（注册号）：住所",
        "账号：913006010009968933",
        "身份证号：" + PERSON,
        "统一社会信用代码：320581601272981",
        "91300601000996893301",
    ],
)
def test_other_numbers_are_left_out(text: str) -> None:
    assert find_uscc(fold_text(text)) == []


@pytest.mark.parametrize("value", ["张**", "李某", "李某某", "9135**********0Y43", "XXXX", "张×", "138XXXX0000"])
def test_masks(value: str) -> None:
    assert is_masked(value)


@pytest.mark.parametrize("value", ["张三", PERSON, USCC, "MAX", ""])
def test_plain_values(value: str) -> None:
    assert not is_masked(value)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("江城甲食品店", "江城甲食品店"),
        ("江城(甲)食品店", "江城（甲）食品店"),
        ("张**", "张三丰"),
        ("张某", "张三"),
        ("张**", "张三"),
        ("91350100********43", USCC),
        ("9******3", USCC),
        ("江城**食品店", "江城甲乙食品店"),
        ("张某", "张**"),
    ],
)
def test_masked_values_agree_with_what_they_hide(first: str, second: str) -> None:
    assert visible_match(first, second)
    assert visible_match(second, first)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("张三", "张四"),
        ("张**", "李三"),
        ("91350100********44", USCC),
        ("江城**食品店", "江城食品店"),
        ("张某", "张"),
        ("张某", "李**"),
    ],
)
def test_visible_characters_must_agree(first: str, second: str) -> None:
    assert not visible_match(first, second)
    assert not visible_match(second, first)


def test_names_compare_without_width_brackets_and_separators() -> None:
    assert normalise_name(" 阿不都·热合曼（江城） ") == normalise_name("阿不都•热合曼(江 城)")
