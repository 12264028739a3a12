"""Cases that end in another way than with a decision of the ordinary procedure: on the spot, without penalty, unfiled."""

from collections.abc import Callable
from datetime import date

import pytest

from casecheck.model.fact import CaseFacts
from casecheck.rules.context import decision_day

Read = Callable[..., CaseFacts]
Rows = list[list[str]]

ONSPOT: Rows = [
    ["当事人", "柳溪县汪记鲜活水产店"],
    ["处罚种类和罚款数额", "☐警告　☑罚款　人民币贰佰元整（¥200.00元）"],
    ["执法人员", "单宏伟　路小敏", "执法证号", "990412011035　990412011058"],
]
MEMO = ("卷内备考表", "本卷情况说明：共3件\n立卷人：路小敏")


def filing(title: str, opinion: str) -> tuple[str, Rows]:
    return f"立案/不予立案审批表={title}", [[title], ["案由", "涉嫌某行为"], ["部门负责人意见", opinion]]


def values(case: CaseFacts, name: str) -> list[object]:
    return [fact.value for fact in case.named(name)]


@pytest.mark.parametrize("form", ["行政处罚决定书", "当场行政处罚决定书", "不予行政处罚决定书"])
def test_the_day_of_every_decision_is_the_day_whose_law_counts(read: Read, form: str) -> None:
    case = read((form, "云岫市市场监督管理局\n2025年4月10日"))
    assert values(case, f"{form}.决定日期") == [date(2025, 4, 10)]
    assert decision_day(case) == date(2025, 4, 10)


def test_a_penalty_behind_an_empty_box_is_not_imposed(read: Read) -> None:
    assert values(read(("当场行政处罚决定书", ONSPOT)), "当场行政处罚决定书.处罚种类") == ["罚款"]
    ticked = [[cell.replace("☐警告", "☑警告") for cell in row] for row in ONSPOT]
    assert values(read(("当场行政处罚决定书", ticked)), "当场行政处罚决定书.处罚种类") == ["警告", "罚款"]


def test_numbers_that_only_a_space_parts_are_several(read: Read) -> None:
    case = read(("当场行政处罚决定书", ONSPOT))
    assert values(case, "当场行政处罚决定书.执法证号") == ["990412011035", "990412011058"]


def test_a_decision_on_the_spot_is_closed_when_its_file_is_put_away(read: Read) -> None:
    open_case, closed = read(("当场行政处罚决定书", ONSPOT)), read(("当场行政处罚决定书", ONSPOT), MEMO)
    assert [(case.stage, case.procedure) for case in (open_case, closed)] == [("decision", "简易"), ("closing", "简易")]


def test_the_ordinary_procedure_is_closed_only_by_its_own_form(read: Read) -> None:
    case = read(filing("立案/不予立案审批表", "同意立案。"), ("行政处罚决定书", "2025年4月10日"), MEMO)
    assert case.stage == "decision"


@pytest.mark.parametrize(
    ("title", "opinion", "refused"),
    [
        ("不予立案审批表", "同意不予立案。　裴文博　2025年6月25日", True),
        ("不予立案审批表", "同意。　裴文博　2025年6月25日", True),
        ("立案/不予立案审批表", "☐立案　☑不予立案　裴文博", True),
        ("立案/不予立案审批表", "☑立案　☐不予立案　裴文博", False),
        ("立案/不予立案审批表", "同意。　裴文博　2025年6月25日", False),
        ("立案审批表", "同意立案。", False),
        ("不予立案审批表", "不同意不予立案，应当立案调查。", False),
    ],
)
def test_what_the_leader_decides_counts_then_the_title(read: Read, title: str, opinion: str, refused: bool) -> None:
    case = read(filing(title, opinion))
    assert values(case, "立案审批表.不予立案") == [True] * refused
    assert case.stage == ("closing" if refused else "investigation")


def test_who_signs_for_receipt_is_not_the_party(read: Read) -> None:
    order = "责令改正通知书\n柳溪县汪记鲜活水产店：\n你店使用的计价秤没有申请检定，责令改正。\n当事人签收：汪德顺（签名）　2024年4月16日"
    assert values(read(("责令改正通知书", order)), "责令改正通知书.当事人") == ["柳溪县汪记鲜活水产店"]
