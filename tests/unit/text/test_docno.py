"""文号 in all the forms that offices print."""

import pytest

from casecheck.text.docno import find_numbers, normalise
from casecheck.text.folded import fold_text


@pytest.mark.parametrize(
    ("text", "region", "word", "year", "serial", "brackets"),
    [
        ("某市监处罚〔2023〕12号", "某", "市监处罚", 2023, "12", "〔〕"),
        ("江 市监处罚 〔 202 5 〕 213 号", "江", "市监处罚", 2025, "213", "〔〕"),
        ("江城市市场监督管理局行政处罚决定书江市监处罚[2023]00766号", "江", "市监处罚", 2023, "00766", "[]"),
        ("送达了江市监罚告【2024】第E328号", "江", "市监罚告", 2024, "E328", "【】"),
        ("《告知书》（江市监罚告（2023）10-33号）", "江", "市监罚告", 2023, "10-33", "（）"),
        ("江市监处{2023}5号", "江", "市监处", 2023, "5", "{}"),
        ("冀市监某处〔2024〕13042524000386号", "冀", "市监某处", 2024, "13042524000386", "〔〕"),
        ("（江稽二）市监处罚〔2023〕7号", "（江稽二）", "市监处罚", 2023, "7", "〔〕"),
        ("清市监（溪）强制〔2025〕7号", "清", "市监（溪）强制", 2025, "7", "〔〕"),
        ("江市监处罚〔2024〕走马镇14号", "江", "市监处罚", 2024, "走马镇14", "〔〕"),
        ("江市监当处字〔2023〕第06031041号", "江", "市监当处字", 2023, "06031041", "〔〕"),
        ("根据江发改价格〔2023〕28号文件", "江", "发改价格", 2023, "28", "〔〕"),
    ],
)
def test_one_number(text: str, region: str, word: str, year: int, serial: str, brackets: str) -> None:
    (number,) = find_numbers(fold_text(text))
    assert (number.region, number.word, number.year, number.serial, number.brackets) == (
        region,
        word,
        year,
        serial,
        brackets,
    )


def test_the_raw_text_begins_with_the_region() -> None:
    text = "本局向当事人送达了江市监罚告〔2023〕12号《行政处罚告知书》"
    (number,) = find_numbers(text)
    assert number.raw == text[number.start : number.end] == "江市监罚告〔2023〕12号"


def test_blank_slots_are_found() -> None:
    (number,) = find_numbers("江市监处罚〔〕号")
    assert (number.year, number.serial) == (None, "")
    (number,) = find_numbers("江市监罚告〔2026〕号")
    assert (number.year, number.serial) == (2026, "")


def test_the_certificate_before_it_is_not_part_of_it() -> None:
    (number,) = find_numbers("（甘）执法证字第甘A01002801号（江）市监罚〔2025〕213号")
    assert number.raw == "（江）市监罚〔2025〕213号"


@pytest.mark.parametrize(
    "text",
    ["（2021年修订）第三条", "《价格法》（1997公布）第13号", "（2024）某01民初12号", "1〔2〕3号", "位于（2023）3号楼"],
)
def test_what_is_no_number_of_a_paper(text: str) -> None:
    assert find_numbers(fold_text(text)) == []


@pytest.mark.parametrize(
    "text",
    ["江市监处罚〔2023〕12号", "江市监处罚[2023]第12号", "江市监处罚 （２０２３） 12 号", "江市监处罚【2023】12号"],
)
def test_printed_forms_compare_equal(text: str) -> None:
    assert normalise(text) == "江市监处罚〔2023〕12号"


def test_what_is_none_is_only_folded() -> None:
    assert normalise(" 第 ５ 号 ") == "第5号"
