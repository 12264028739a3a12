"""Automatic numbers (自动编号) as Word prints them."""

import pytest

from casecheck.sources.docx_numbering import render
from tests.unit.sources.docx_files import docx, levels, numbered, paragraph, texts

CHINESE = levels(("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3."))


def test_chapters_sections_and_items() -> None:
    body = (
        numbered("事实", 1)
        + numbered("检查", 1, 1)
        + numbered("笔录", 1, 2)
        + numbered("照片", 1, 2)
        + numbered("询问", 1, 1)
        + numbered("笔录", 1, 2)
        + numbered("依据", 1)
        + numbered("法条", 1, 1)
    )
    assert texts(docx(body, numbering=CHINESE)) == [
        "一、事实",
        "（一）检查",
        "1. 笔录",
        "2. 照片",
        "（二）询问",
        "1. 笔录",
        "二、依据",
        "（一）法条",
    ]


def test_numbers_of_several_levels_name_them_all() -> None:
    shapes = levels(("decimal", "%1"), ("decimal", "%1.%2"))
    assert texts(docx(numbered("甲", 1) + numbered("乙", 1, 1) + numbered("丙", 1, 1), numbering=shapes)) == [
        "1 甲",
        "1.1 乙",
        "1.2 丙",
    ]


def test_plain_paragraphs_between_do_not_count() -> None:
    body = numbered("甲", 1) + paragraph("说明") + numbered("乙", 1)
    assert texts(docx(body, numbering=CHINESE)) == ["一、甲", "说明", "二、乙"]


def test_a_second_list_with_a_start_of_its_own_begins_anew() -> None:
    second = (
        "<w:num w:numId='2'><w:abstractNumId w:val='0'/><w:lvlOverride w:ilvl='0'><w:startOverride w:val='1'/>"
        "</w:lvlOverride></w:num>"
    )
    body = numbered("甲", 1) + numbered("乙", 1) + numbered("丙", 2) + numbered("丁", 2)
    assert texts(docx(body, numbering=CHINESE + second)) == ["一、甲", "二、乙", "一、丙", "二、丁"]


def test_numbers_come_from_the_style_of_a_paragraph() -> None:
    styles = (
        "<w:style w:type='paragraph' w:styleId='x'><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>"
    )
    body = paragraph("甲", "<w:pStyle w:val='x'/>") + paragraph("乙", "<w:pStyle w:val='x'/>")
    assert texts(docx(body, numbering=CHINESE, styles=styles)) == ["一、甲", "二、乙"]


def test_a_deleted_paragraph_takes_no_number() -> None:
    gone = (
        "<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr>"
        "<w:del><w:r><w:delText>旧</w:delText></w:r></w:del></w:p>"
    )
    assert texts(docx(numbered("甲", 1) + gone + numbered("乙", 1), numbering=CHINESE)) == ["一、甲", "旧", "二、乙"]


def test_bullets_of_symbol_fonts_become_a_bullet() -> None:
    assert texts(docx(numbered("甲", 1), numbering=levels(("bullet", "\uf06c")))) == ["• 甲"]


@pytest.mark.parametrize(
    ("value", "style", "printed"),
    [
        (10, "chineseCounting", "十"),
        (11, "chineseCountingThousand", "十一"),
        (20, "japaneseCounting", "二十"),
        (105, "chineseCountingThousand", "一百零五"),
        (110, "chineseCountingThousand", "一百一十"),
        (3, "chineseLegalSimplified", "叁"),
        (12, "ideographDigital", "一二"),
        (2, "ideographTraditional", "乙"),
        (3, "decimalEnclosedCircle", "③"),
        (21, "decimalEnclosedCircle", "21"),
        (12, "decimalFullWidth", "１２"),
        (3, "decimalZero", "03"),
        (27, "lowerLetter", "aa"),
        (4, "upperRoman", "IV"),
        (5, "unheardOf", "5"),
    ],
)
def test_number_formats(value: int, style: str, printed: str) -> None:
    assert render(value, style) == printed
