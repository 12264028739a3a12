"""The amounts a fine is computed from, and grave circumstances argued or denied."""

from collections.abc import Callable

import pytest

from casecheck.model.fact import CaseFacts, Conflicting

Read = Callable[..., CaseFacts]
ORDER = "\n依据《中华人民共和国广告法》第五十五条第一款的规定，决定处罚如下：罚款108000.00元。"


def values(read: Read, name: str, told: str) -> list[object]:
    return [f.value for f in read(("行政处罚决定书", told + ORDER)).named(f"行政处罚决定书.{name}")]


@pytest.mark.parametrize(
    ("told", "name", "fen"),
    [
        ("页面设计费用36000.00元，未发生推广费用，广告费用共计36000.00元。", "广告费用金额", 3600000),
        ("上述食品货值金额计为36元。", "货值金额", 3600),
        ("违法所得按1元计算。", "违法所得金额", 100),
        ("违法经营额为人民币壹万元整（￥10000.00）。", "违法经营额金额", 1000000),
        ("货值金额：12箱×58.00元/箱+26箱×58.00元/箱=2204.00元。", "货值金额", 220400),
        ("违法所得：12箱×58.00元/箱=696.00元。", "违法所得金额", 69600),
        ("违法所得：38400.00元-5520.00元=32880.00元。", "违法所得金额", 3288000),
        ("酸奶违法所得10元，面包违法所得20元，糕点违法所得30.5元，违法所得合计60.5元。", "违法所得金额", 6050),
        ("酸奶违法所得10元，面包违法所得20元，违法所得30元。", "违法所得金额", 3000),
        ("当事人未销售该食品，故无违法所得。", "违法所得金额", 0),
        ("当事人的上述行为按照没有违法所得的规定处罚。", "违法所得金额", 0),
    ],
)
def test_stated_amounts(read: Read, told: str, name: str, fen: int) -> None:
    assert values(read, name, told) == [fen]


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("违法所得三万元以上的，从其规定。", "违法所得金额"),
        ("没有违法所得的，处五万元以下的罚款。", "违法所得金额"),
        (
            "依据《中华人民共和国广告法》第五十五条“广告费用无法计算或者明显偏低的，处二十万元以上罚款”的规定。",
            "广告费用无法计算",
        ),
        ("广告费用无法计算或者明显偏低的，从其规定。", "广告费用无法计算"),
        ("广告费用明显偏低的，从其规定。", "广告费用明显偏低"),
        ("页面设计费用36000.00元。", "广告费用金额"),
    ],
)
def test_words_of_a_statute_state_nothing(read: Read, told: str, name: str) -> None:
    assert values(read, name, told) == []


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("因当事人不能提供材料，本案广告费用无法计算。", "广告费用无法计算"),
        ("因没有销售记录，违法所得难以准确认定。", "违法所得无法计算"),
        ("货值金额无法查实。", "货值无法计算"),
        ("该广告费用明显偏低。", "广告费用明显偏低"),
    ],
)
def test_what_cannot_be_computed(read: Read, told: str, name: str) -> None:
    assert values(read, name, told) == [True]


def test_amounts_without_a_total_are_in_conflict(read: Read) -> None:
    case = read(("行政处罚决定书", "酸奶违法所得10元，面包违法所得25元。" + ORDER))
    assert isinstance(case.slot("行政处罚决定书.违法所得金额"), Conflicting)


@pytest.mark.parametrize(
    ("told", "stated"),
    [
        ("当事人两年内三次发布虚假广告，情节严重。", [True]),
        ("当事人的行为属于情节严重的违法行为。", [True]),
        ("当事人系首次违法，没有其他严重情节。", [False]),
        ("当事人的行为不属于情节严重，造成的影响有限。", [False]),
        ("当事人未造成危害，不构成情节严重，但其后拒不改正，情节严重。", [True]),
        ("情节严重的，责令停业整顿。", []),
        ("当事人及时改正。", []),
    ],
)
def test_grave_circumstances(read: Read, told: str, stated: list[bool]) -> None:
    assert values(read, "情节严重", told) == stated


def test_the_report_states_them_too(read: Read) -> None:
    case = read(("案件调查终结报告", "经查，广告费用共计36000.00元。建议罚款108000.00元。"))
    assert [f.value for f in case.named("案件调查终结报告.广告费用金额")] == [3600000]
