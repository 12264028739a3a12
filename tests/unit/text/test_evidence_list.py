"""Numbered evidence after its introducing sentence."""

import pytest

from casecheck.text.evidence_list import find_items
from casecheck.text.folded import fold_text

INTRODUCTION = "上述事实，主要有以下证据证明："


def items(text: str) -> list[tuple[str, str]]:
    return [(item.label, item.text) for item in find_items(fold_text(text))]


@pytest.mark.parametrize(
    "labels",
    [
        ("1.", "2.", "3."),
        ("1、", "2、", "3、"),
        ("一、", "二、", "三、"),
        ("（一）", "（二）", "（三）"),
        ("（1）", "（2）", "（3）"),
        ("①", "②", "③"),
        ("证据一：", "证据二：", "证据三："),
        ("证据1、", "证据2、", "证据3、"),
        ("第一组证据：", "第二组证据：", "第三组证据："),
        ("1：", "2：", "3："),
        ("1，", "2，", "3，"),
        ("1", "2", "3"),
        ("1、", "2.", "3、"),
    ],
)
def test_every_style_of_numbering(labels: tuple[str, str, str]) -> None:
    texts = ("营业执照复印件，证明主体资格；", "现场笔录，证明检查情况；", "询问笔录，证明违法事实。")
    printed = "".join(label + text for label, text in zip(labels, texts, strict=True))
    assert items(f"经查，1.当事人无照。{INTRODUCTION}{printed}") == list(zip(labels, texts, strict=True))


def test_decimals_and_restarting_numbers_are_no_items() -> None:
    text = INTRODUCTION + "1.票据，载明售价1.5元、2.5元；2.照片：1、正面2、背面；3.笔录。"
    assert [label for label, _ in items(text)] == ["1.", "2.", "3."]


def test_a_date_may_follow_the_label() -> None:
    assert [text for _, text in items(INTRODUCTION + "1.2023年5月6日现场笔录；2.2023年5月8日询问笔录。")] == [
        "2023年5月6日现场笔录；",
        "2023年5月8日询问笔录。",
    ]


def test_the_list_ends_where_the_text_goes_on() -> None:
    text = INTRODUCTION + "1.营业执照；2.现场笔录。上述证据由当事人签字确认。本局认为，1.其行为违法"
    assert items(text)[-1] == ("2.", "现场笔录。")


def test_the_last_item_ends_with_its_line() -> None:
    text = INTRODUCTION + "\n1.营业执照；\n2.现场笔录。\n当事人放弃陈述"
    found = find_items(text)
    assert [text[item.start : item.end].strip() for item in found] == ["1.营业执照；", "2.现场笔录。"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        INTRODUCTION,
        INTRODUCTION + "现场笔录、照片等在卷佐证。本局决定如下：1.罚款500元；2.没收违法所得。",
        "（证据清单见附件）",
    ],
)
def test_no_list(text: str) -> None:
    assert items(text) == []
